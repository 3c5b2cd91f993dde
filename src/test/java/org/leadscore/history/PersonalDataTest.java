package org.leadscore.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PersonalDataTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "name",
                "Name",
                "first_name",
                "firstname",
                "FirstName",
                "LAST NAME",
                "Full Name",
                "contact name",
                "Vorname",
                "Nachname",
                "prénom",
                "apellidos",
                "cognome",
                "username",
                "Contact owner",
                "Sales Rep",
                "owner",
                "Assigned To",
                "email",
                "E-Mail",
                "e_mail",
                "Email Address",
                "work email",
                "mailAddress",
                "address",
                "Address Line 2",
                "street",
                "Straße",
                "dirección",
                "indirizzo",
                "billing_address",
                "phone",
                "Phone Number",
                "Mobile Phone",
                "tel",
                "Fax",
                "ip",
                "ip_address",
                "LinkedIn URL",
                "id",
                "ID",
                "customer_id",
                "customerId",
                "Record ID",
                "visitid",
                "fullvisitorid",
                "UserID",
                "uuid",
                "gclid",
                "nombre",
                "Nombre completo",
                "nombre_contacto",
                "apellidos",
                "correo_trabajo",
                "telefono",
                "teléfono móvil",
                "movil",
                "direccion",
                "Dirección de envío",
                "dni",
                "nif",
                "cif",
                "cp",
                "codigo_postal",
                "Código Postal",
                "usuario",
                "nombre de usuario",
                "Kundennummer",
                "Kunden-Nr.",
                "client_ref",
                "ref client",
                "comercial",
                "Comercial asignado",
                "Ansprechpartner",
                "contact",
                "vendedor",
                "PLZ",
                "Telefonnummer",
                "Benutzername",
                "Geschäftsadresse",
                "code postal",
                "codePostal",
                "nom",
                "Nom du contact",
                "adresse",
                "Adresse de facturation",
                "commercial",
                "codice fiscale",
                "CAP",
                "nome",
                "indirizzo",
                "numero di telefono",
                "NIP",
                "imię",
                "nazwisko",
                "numer telefonu",
                "numer klienta",
                "kod pocztowy",
                "ulica",
                "voornaam",
                "achternaam",
                "klantnummer",
                "förnamn",
                "efternavn",
                "příjmení",
                "jméno",
                "PSČ",
                "sobrenome",
                "endereço",
                "telemóvel",
                "prenume",
                "nume",
                "sukunimi",
                "vezetéknév",
                "postcode",
                "Zip Code",
                "customer number",
                "id_cliente",
                "numéro client",
                "Propietario del contacto",
                "email professionnel",
                "e-mail privat",
                "Nº cliente",
                "n_cliente",
                "Vollständiger Name",
                "gestor_cuenta",
                "numero cellulare",
                "nazwa użytkownika",
                "morada",
                "numero_documento",
                "Kundenberater",
                "Όνομα",
                "фамилия"
            })
    void columns_of_people_are_known_by_their_names(String name) {
        assertThat(PersonalData.isColumn(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "company",
                "company_name",
                "Campaign Name",
                "v2productname",
                "title",
                "job title",
                "industry",
                "city",
                "country",
                "email_opt_in",
                "email domain",
                "Email Status",
                "number of emails",
                "Last Email Opened",
                "is mobile",
                "has phone",
                "phone verified",
                "paid",
                "valid",
                "covid",
                "bid",
                "age",
                "employees",
                "channel",
                "source",
                "budget",
                "session",
                "sessions",
                "visits",
                "order value",
                "ownership",
                "region",
                "nomination",
                "nombre empresa",
                "nombre comercial",
                "nombre de visites",
                "nombre d'employés",
                "nom de l'entreprise",
                "nome azienda",
                "Firmenname",
                "Kampagnenname",
                "país",
                "ciudad",
                "ville",
                "Stadt",
                "tamaño de ciudad",
                "city size",
                "sector",
                "industria",
                "Branche",
                "secteur",
                "cargo",
                "puesto",
                "poste",
                "ruolo",
                "stanowisko",
                "role",
                "title",
                "company size",
                "Unternehmensgröße",
                "taille entreprise",
                "producto",
                "Produkt",
                "product code",
                "product",
                "channel",
                "canal",
                "tipo de cliente",
                "tipo cliente",
                "es_movil",
                "dispositivo movil",
                "tiene telefono",
                "telefono verificado",
                "correo abierto",
                "contact type",
                "last contact",
                "market cap",
                "código promocional",
                "contact method",
                "account type",
                "nom du produit",
                "member level",
                "commercial segment",
                "número de empleados",
                "Anzahl Mitarbeiter",
                "region code",
                "country code",
                "plan",
                "idioma",
                "origen",
                "Land",
                "ingresos",
                "numero visite",
                "client type"
            })
    void other_columns_are_none(String name) {
        assertThat(PersonalData.isColumn(name)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ana@x.example",
                "info@sub.x.example",
                "+34 600 123 456",
                "+4930123456",
                "192.168.0.1",
                "123e4567-e89b-12d3-a456-426614174000"
            })
    void addresses_and_ids_are_known_by_how_they_are_written(String value) {
        assertThat(PersonalData.isValue(value)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2026-03-20", "banking", "/pricing", "https://x.example/a", "+1", "1.2.3", "@home", "12345678"})
    void other_values_are_none(String value) {
        assertThat(PersonalData.isValue(value)).isFalse();
    }

    @Test
    void many_values_of_one_form_with_letters_and_digits_are_ids() {
        assertThat(PersonalData.areIds(values(40, i -> "k-" + (10_000 + i)))).isTrue();
        assertThat(PersonalData.areIds(values(40, i -> 10_000_000 + i + "z"))).isTrue();
        assertThat(PersonalData.areIds(values(40, i -> i < 37 ? "b" + (12_345_600 + i) : "none " + i)))
                .isTrue();
    }

    @Test
    void many_postal_codes_are_known_by_their_form() {
        assertThat(PersonalData.areIds(values(40, i -> 1_000 + i + " ab"))).isTrue(); // Netherlands
        assertThat(PersonalData.areIds(values(40, i -> "sw" + (1 + i / 10) + " " + i % 10 + "aa")))
                .isTrue();
        assertThat(PersonalData.areIds(values(40, i -> "00-" + (900 + i)))).isTrue(); // Poland
        assertThat(PersonalData.areIds(values(40, i -> i < 20 ? "0" + (8_000 + i) : "" + (28_000 + i))))
                .isTrue();
    }

    @Test
    void sizes_plans_products_numbers_and_names_are_no_ids() {
        assertThat(PersonalData.areIds(List.of("1-10", "11-50", "51-200", "201-500")))
                .isFalse();
        assertThat(PersonalData.areIds(values(40, i -> "ab-" + (1_000 + i % 12))))
                .isFalse();
        assertThat(PersonalData.areIds(values(40, i -> "" + (50_000 + i)))).isFalse();
        assertThat(PersonalData.areIds(values(40, i -> 10 + i + "k"))).isFalse();
        assertThat(PersonalData.areIds(values(40, i -> "town " + "abcdefgh".substring(i % 8) + i)))
                .isFalse();
        assertThat(PersonalData.areIds(values(40, i -> i < 34 ? "k-" + (10_000 + i) : "none " + i)))
                .isFalse();
    }

    private static List<String> values(int many, IntFunction<String> value) {
        return IntStream.range(0, many).mapToObj(value).toList();
    }
}
