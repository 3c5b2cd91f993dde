package org.leadscore.history;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.leadscore.lead.Text;

/**
 * Knows columns and values that name one person or the way to one: names, addresses, telephone numbers, ids. What they have in
 * common with a sale is chance, and a rule about them would be about people. The names of columns are those of the languages of
 * Europe. Used by {@link Discoveries} and {@link Suspects}, and by reports that leave the house.
 */
public final class PersonalData {

    /** The names of people, at the end of a column's name; company name, campaign name and the like are none. */
    private static final Pattern NAME =
            words("(?:.* )?(?:(?:first|fore|last|given|family|middle|maiden|full|nick|sur|user|display|contact|lead"
                    + "|person|customer|client|member|owner|recipient|subscriber|visitor) ?names?|surname|vorname|nachname|familienname"
                    + "|prenom|nom de famille)|name"
                    + "|(?:.* )?(?:owner|sales ?rep(?:resentative)?|account manager|salesperson|agent|assignee)"
                    + "|(?:assigned|belongs) to|(?:created|modified|updated|referred|owned) by");

    /** Postal and electronic addresses, and telephone numbers. */
    private static final Pattern ADDRESS = words(
            "(?!(?:is|has|no|number|count|total|opted) )(?:.* )?(?:e ?mail|mail ?address(?:es)?|address(?:es)?|addr|street(?: name| number)?|postal ?address|via|rue"
                    + "|(?:tele)?phones?(?: ?numbers?)?|tel|mobile(?: ?phone| ?numbers?)?|cell ?phone|fax"
                    + "|ip|linked ?in(?: ?url| ?profile)?|twitter(?: ?handle)?|skype)(?: (?:line )?\\d| lines?)?");

    /** Numbers and keys that tell one thing from another. */
    private static final Pattern ID = words(
            "(?:.* )?(?:ids?|uuid|guid|gclid|fbclid|msclkid|hash|token|cookie)|(?:.*)(?:visitor|visit|user|lead|contact|customer"
                    + "|client|member|session|person|account|record|order|message|row|device|transaction|subscriber|distinct)ids?");

    /** Words that make a column one of people, their addresses or numbers if they stand first or last in its name. */
    private static final Set<String> TELLING = wordSet("""
            apellido apellidos apelido apelidos sobrenome sobrenomes cognome cognomi cognoms nazwisko prijmeni priezvisko prezime
            priimek prenume soyad soyadi soyisim familija familiya sukunimi etunimi perekonnanimi eesnimi uzvards pavarde
            keresztnev vezeteknev csaladnev utonev voornaam achternaam familienaam fornavn etternavn efternavn mellomnavn
            mellemnavn fornamn efternamn vorname nachname zuname familienname geburtsname rufname kundenname kontaktname
            benutzername nutzername anwendername gebruikersnaam klantnaam contactnaam brukernavn brugernavn kundenavn
            anvandarnamn kundnamn kayttajanimi felhasznalonev abizena prenom prenoms фамилия επωνυμο
            correo correu courriel epost eposta epasts sahkoposti mailadresse emailadresse mailadres emailadres почта
            telefono telefonos telefone telefoon telefon telefonu telefonas telefons telefonszam puhelin puhelinnumero telefonnr
            mobilnr telefoonnr telephone τηλεφωνο телефон gsm
            direccion domicilio indirizzo endereco enderezo adreca adresse adres adresa adress adrese adresas aadress osoite
            lakcim cim anschrift wohnort postanschrift strasse calle ulica ulice utca katu katuosoite straat gata gatuadress
            strada hausnummer hausnr διευθυνση адрес
            dni nif nie cif cpf cnpj rfc curp siret siren pesel regon nip vkn oib cui cnp ahv steuernr passport pasaporte
            passeport reisepass passaporto afm αφμ инн
            plz zip zipcode postcode postcodes postleitzahl postnr postnummer postnumero iranyitoszam psc
            morada kundenberater kundennr kundenr klantnr kundnr kdnr kdnummer kontonr mitgliedsnr vertragsnr matricola matricule iban""");

    /** Words for a name, an address or whoever looks after a lead, if all other words of the column are such or {@link #BESIDE}. */
    private static final Set<String> ALONE = wordSet("""
            name nombre nombres nom noms nome nomi nume imie imiona jmeno krestni meno ime naam navn namn nimi nev isim adi onoma vards
            vardas izena имя име ονομα
            contact contacto contatto contato kontakt kontaktperson contactpersoon contactperson ansprechpartner ansprechperson
            ansprechpartnerin interlocuteur referente yhteyshenkilo
            comercial commercial commerciale vendedor vendedora vendeur vendeuse venditore verkaufer verkauferin verkoper saljare
            saelger selger myyja prodejce obchodnik handlowiec sprzedawca opiekun asesor gestor agente responsable responsavel
            responsabile encargado propietario proprietaire proprietario besitzer inhaber eigentumer eigenaar betreuer
            kundenbetreuer sachbearbeiter vertriebler vertriebsmitarbeiter bearbeiter zustandig wlasciciel vlastnik
            usuario utilisateur utente utilizador usuari benutzer nutzer anwender gebruiker bruger bruker anvandare uzytkownik
            uzivatel identifiant login pseudo apodo
            mail email emails mel telemovel movil moviles movel mobil mobiltelefon mobiel portable cellulare celular handy komorka komorkowy
            κινητο cp cap ico dic""");

    /** Words that may stand beside {@link #ALONE}: they join, say whose it is, or which of several. */
    private static final Set<String> BESIDE = wordSet("""
            de del della dello di do da du des d l la le el los las y e i et und og och en van von der des dem den zu a al o
            contact contacto contatto contato kontakt cliente client clienti clienta klient klienta kunde kunden klant lead
            person persona personne osoba usuario utilisateur utente utilizador usuari
            completo complet completa complete completos pila primer primero segundo premier deuxieme principal primary primario
            secundario secondaire asignado asignada assigne assegnato atribuido responsable dueno
            trabajo personal perso personnel personale pro professionnel professionnelle profesional profissional privado prive
            privat geschaftlich dienstlich work home lavoro travail bureau trabalho praca 1 2 3
            vollstandiger voller numero numer nummer cuenta compte conto""");

    /** Words for a number or a code, which is an id if all other words are {@link #BESIDE} or {@link #NUMBERED}. */
    private static final Set<String> NUMBER = wordSet("""
            ref reference referencia referenz riferimento referencja numero num nr no number nummer numer cislo codigo code codice
            cod kod kode id n nº identificador identifiant sifra clave""");

    /** Words for those that such a number tells one from another. */
    private static final Set<String> NUMBERED = wordSet("""
            client cliente customer kunden kunde kunder klient klienta klant zakaznika zakaznik asiakas ugyfel contact contacto
            contatto contato kontakt account cuenta compte konto conto conta member socio miembro membre mitglied
            user usuario utilisateur utente order pedido commande ordine bestellung auftrag zamowienia invoice factura facture
            fattura rechnung contract contrato contrat contratto vertrag visitor lead person persona pasaporte passport documento""");

    /** Groups of words with which the name of a column begins or ends, as words in lower case without accents. */
    private static final Pattern GROUP = words("(?:.* )?(?:(?:codigo|code|codice|codi|cod|kod|zip|post|postal)"
            + " (?:postal|postale|pocztowy|postcode|code)|post (?:nummer|nr)|posta kodu|e (?:post|mail adresse)|c p|codice fiscale"
            + "|(?:partita|p) iva|numero (?:de )?(?:tva|iva|securite sociale)|tax (?:id|number)|vat (?:id|number|no)"
            + "|ust id(?: nr)?|(?:nombre|nom|nome) (?:de|d|di) (?:usuario|utilisateur|utente|utilizador)"
            + "|(?:account|sales) executive|imie i nazwisko|nazwa uzytkownika|ταχυδρομικος κωδικας)(?: (?:de |del |du |des )?"
            + "(?:facturacion|envio|facturation|livraison|client|cliente|contacto?|empresa|entreprise))?");

    /** German, Dutch and Nordic words whose last part is a number, a street or an address. */
    private static final Pattern COMPOUND =
            words("\\p{L}*(?:nummer|rufnummern|strasse|anschrift|adresse|adress|telefon|telefoon|puhelin|betreuer)");

    /** Words with which a column tells something of an address, a name or a number, and does not hold it. */
    private static final Set<String> ABOUT = wordSet("""
            is has have opted opt in out es tiene tenia est a un avec ist hat har heeft ha tem ma count total anzahl cantidad
            liczba status estado statut stato state type tipo typ art verified verificado verificada verifie verifiziert
            verificato valid valido valide gultig domain dominio domaine domane opened abierto ouvert aperto geoffnet clicked
            consent consentimiento consentement einwilligung bounced device dispositivo appareil gerat country pais pays land
            paese kraj city ciudad ville stadt citta cidade miasto stad region provincia fecha date datum data idioma language
            langue sprache size tamano grosse taille dimension source origen origine herkunft fuente quelle canal kanal channel""");

    private static final Pattern VALUE = Pattern.compile(
            "[^\\s@]+@[^\\s@]+\\.[^\\s@]+" // mail
                    + "|\\+[0-9][0-9 ()./-]{6,}" // telephone
                    + "|[0-9]{1,3}(?:\\.[0-9]{1,3}){3}" // IP
                    + "|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"); // UUID

    /** Forms of postal codes of digits alone, and those of Britain and Canada. */
    private static final Pattern POSTAL =
            Pattern.compile("9{2}-9{3}|9{4}-9{3}|9{3} 9{2}|x{1,2}9(?:9|x)? ?9x{2}|x9x ?9x9");

    private static final int FEW_VALUES = 20; // of which each may stand for a product, a plan or a size
    private static final int FEWEST_DIGITS = 4; // fewer with letters may be a quarter, a version or a size

    private PersonalData() {}

    /**
     * True when a column is called after people, or its values look like theirs: one in ten is an address or an id, or most
     * have the form of ids.
     *
     * @param values some of its values, as written; blank ones do not count
     */
    public static boolean isOfPeople(String name, List<String> values) {
        List<String> filled = values.stream()
                .map(Text::fold)
                .filter(value -> !value.isEmpty())
                .toList();
        long addresses = filled.stream().filter(PersonalData::isValue).count();
        return isColumn(name) || addresses > 0 && 10 * addresses >= filled.size() || areIds(filled);
    }

    /** True when a column of that name holds names of people, their addresses, postal codes, or ids. */
    static boolean isColumn(String name) {
        String plain = plain(name);
        return NAME.matcher(plain).matches()
                || ADDRESS.matcher(plain).matches()
                || ID.matcher(plain).matches()
                || isCalledSo(plain);
    }

    /** The name as words in lower case, without accents, with a blank between two. */
    private static String plain(String name) {
        String apart = name.replaceAll("(\\p{Ll})(\\p{Lu})", "$1 $2").toLowerCase(Locale.ROOT);
        return Normalizer.normalize(apart, Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .replace("ß", "ss")
                .replace('ł', 'l')
                .replace('ø', 'o')
                .replace("æ", "ae")
                .replace('đ', 'd')
                .replace('ı', 'i')
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
    }

    private static boolean isCalledSo(String plain) {
        List<String> words = List.of(plain.split(" "));
        boolean isTradeName = plain.matches("(?:nombre|nom|nome) (?:comercial|commerciale?)|commercial name");
        if (isTradeName) {
            return false;
        }
        boolean isAlone = words.stream().anyMatch(ALONE::contains)
                && words.stream().allMatch(word -> ALONE.contains(word) || BESIDE.contains(word));
        boolean isNumber = words.stream().anyMatch(NUMBER::contains)
                && words.stream().anyMatch(NUMBERED::contains)
                && words.stream()
                        .allMatch(word -> NUMBER.contains(word) || NUMBERED.contains(word) || BESIDE.contains(word));
        if (isAlone || isNumber || GROUP.matcher(plain).matches()) {
            return true;
        }
        boolean isTold = Stream.of(words.get(0), words.get(words.size() - 1))
                .anyMatch(
                        word -> TELLING.contains(word) || COMPOUND.matcher(word).matches());
        return isTold && words.stream().noneMatch(ABOUT::contains);
    }

    /**
     * True when a value is written as an address or an id, whatever its column.
     *
     * @param folded as text is compared
     */
    static boolean isValue(String folded) {
        return VALUE.matcher(folded).matches();
    }

    /**
     * True when the values of a column look like ids or postal codes: more than twenty different ones, nine in ten of which
     * have one form, letter for letter and digit for digit: with letters and four digits or more, or that of digits that
     * begin with a zero here and there, or that of a postal code.
     *
     * @param filled values that are not empty, folded as text is compared
     */
    static boolean areIds(List<String> filled) {
        Set<String> different = new HashSet<>(filled);
        if (different.size() <= FEW_VALUES) {
            return false;
        }
        Map<String, Integer> forms = new HashMap<>();
        int postal = 0;
        boolean startsWithZero = false;
        for (String value : different) {
            String form = value.replaceAll("\\p{L}", "x").replaceAll("\\p{Nd}", "9");
            forms.merge(form, 1, Integer::sum);
            postal += POSTAL.matcher(form).matches() ? 1 : 0;
            startsWithZero |= value.matches("0\\d{3,}");
        }
        boolean hasZero = startsWithZero;
        return isMost(postal, different.size())
                || forms.entrySet().stream()
                        .anyMatch(form ->
                                isMost(form.getValue(), different.size()) && isFormOfIds(form.getKey(), hasZero));
    }

    private static boolean isFormOfIds(String form, boolean startsWithZero) {
        long digits = form.chars().filter(letter -> letter == '9').count();
        boolean isLettersAndDigits = form.matches("[x9][x9 ./_-]*") && form.contains("x");
        return digits >= FEWEST_DIGITS && (isLettersAndDigits || startsWithZero && digits == form.length());
    }

    private static boolean isMost(int some, int all) {
        return 10L * some >= 9L * all;
    }

    private static Pattern words(String words) {
        return Pattern.compile(words);
    }

    private static Set<String> wordSet(String words) {
        return new HashSet<>(List.of(words.split("\\s+")));
    }
}
