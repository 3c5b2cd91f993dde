package org.leadscore.history;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
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
                "gclid"
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
                "zip",
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
                "nomination"
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
}
