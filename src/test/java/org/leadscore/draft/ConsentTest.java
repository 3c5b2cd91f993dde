package org.leadscore.draft;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ConsentTest {

    @Test
    void is_a_status_in_the_words_of_tools() {
        assertThat(Consent.disqualifiers(Sample.of(
                        "Email,Email Marketing Consent",
                        "a@x.example,SUBSCRIBED",
                        "b@x.example,NEVER_SUBSCRIBED",
                        "c@x.example,UNSUBSCRIBED")))
                .containsExactly("- {name: Asked to be left alone, when: {Email Marketing Consent: [NEVER_SUBSCRIBED,"
                        + " UNSUBSCRIBED]}}");
    }

    @Test
    void is_a_time_that_is_filled_when_somebody_left() {
        assertThat(Consent.disqualifiers(Sample.of(
                        "Email,UNSUB_TIME,UNSUB_CAMPAIGN_TITLE",
                        "a@x.example,,",
                        "b@x.example,2026-10-01 10:00:00,Autumn")))
                .containsExactly("- {name: Asked to be left alone, when: {UNSUB_TIME: {present: true}}}");
    }

    @Test
    void is_a_yes_in_a_column_against_it_and_not_that_of_another_channel() {
        assertThat(Consent.disqualifiers(Sample.of(
                        "EMAIL,EMAIL_BLACKLISTED,SMS_BLACKLISTED", "a@x.example,Yes,No", "b@x.example,No,Yes")))
                .containsExactly("- {name: Asked to be left alone, when: {EMAIL_BLACKLISTED: [Yes]}}");
    }

    @Test
    void is_a_no_in_a_column_for_it() {
        assertThat(Consent.disqualifiers(
                        Sample.of("E-Mail,Einwilligung", "a@x.example,ja", "b@x.example,nein", "c@x.example,ja")))
                .containsExactly("- {name: Asked to be left alone, when: {Einwilligung: [nein]}}");
    }

    @Test
    void is_told_in_spanish_and_french() {
        assertThat(Consent.disqualifiers(
                        Sample.of("Correo,Dado de baja,Désabonné", "a@x.example,Sí,non", "b@x.example,No,oui")))
                .containsExactly(
                        "- {name: Asked to be left alone, when: {Dado de baja: [Sí]}}",
                        "- {name: Asked to be left alone (Désabonné), when: {Désabonné: [oui]}}");
    }

    @Test
    void tells_mail_that_does_not_arrive_from_a_wish() {
        assertThat(Consent.disqualifiers(Sample.of("Email,Bounced", "a@x.example,true", "b@x.example,false")))
                .containsExactly("- {name: Mail does not arrive, when: {Bounced: [true]}}");
    }

    @Test
    void is_no_state_of_an_order_or_a_registration() {
        assertThat(Consent.disqualifiers(
                        Sample.of("Email,Registration Status", "a@x.example,Registered", "b@x.example,Declined")))
                .isEmpty();
    }
}
