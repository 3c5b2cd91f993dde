package org.leadscore.rules.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class OwnMailingTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sent",
                "SENT",
                "email_sent",
                "EmailSent",
                "emailsent",
                "Sent Email",
                "Send Email",
                "send",
                "delivered",
                "Delivery",
                "email.delivered",
                "bounce",
                "bounces",
                "bounced",
                "hard_bounce",
                "hardbounce",
                "SoftBounce",
                "email_bounced",
                "emailbounced",
                "dropped",
                "Email Dropped",
                "deferred",
                "processed",
                "undelivered"
            })
    void a_name_of_what_the_sender_does(String event) {
        assertThat(OwnMailing.isNamed(event)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "open",
                "email_open",
                "email_click",
                "page_view",
                "demo_request",
                "unsubscribe",
                "form_sent",
                "Enquiry sent",
                "request_sent",
                "sentiment",
                "consent",
                "absent",
                "presented",
                "backdrop",
                "send_to_friend_click"
            })
    void a_name_of_what_a_lead_does(String event) {
        assertThat(OwnMailing.isNamed(event)).isFalse();
    }
}
