package org.leadscore.report.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PseudonymsTest {

    private static final byte[] KEY = "b6b1c7a1f2d84f0c9a5e3d7b60418fce".getBytes(StandardCharsets.UTF_8);
    private static final Pseudonyms PSEUDONYMS = new Pseudonyms(KEY, false);

    @Test
    void anybody_with_the_key_can_work_them_out_again() {
        // printf 'lead\0ana@bank.example' | openssl dgst -sha256 -hmac b6b1c7a1f2d84f0c9a5e3d7b60418fce | cut -c1-32
        assertThat(PSEUDONYMS.ofLead("ana@bank.example")).isEqualTo("p7d4634e1a289caa50ecbaecced200af4");
        assertThat(PSEUDONYMS.ofValue(Pseudonyms.ofColumn("Company"), "Bank"))
                .isEqualTo("pc8b1c0b9bc020e6e235c9ee26096e7a1"); // of 'column company\0bank'
    }

    @Test
    void ids_that_count_as_one_have_one_pseudonym() {
        assertThat(PSEUDONYMS.ofLead(" ANA@bank.example\u00A0")).isEqualTo(PSEUDONYMS.ofLead("ana@bank.example"));
    }

    @Test
    void the_case_of_ids_counts_where_the_sources_say_so() {
        Pseudonyms exact = new Pseudonyms(KEY, true);

        assertThat(exact.ofLead("Ab1")).isNotEqualTo(exact.ofLead("aB1"));
        assertThat(exact.ofLead(" Ab1 ")).isEqualTo(exact.ofLead("Ab1"));
    }

    @Test
    void equal_texts_of_different_domains_have_different_pseudonyms() {
        String name = "anna";

        assertThat(PSEUDONYMS.ofValue(Pseudonyms.ofColumn("first_name"), name))
                .isNotEqualTo(PSEUDONYMS.ofValue(Pseudonyms.ofColumn("last_name"), name))
                .isNotEqualTo(PSEUDONYMS.ofLead(name));
    }

    @Test
    void blank_stays_blank() {
        assertThat(PSEUDONYMS.ofValue(Pseudonyms.ofColumn("phone"), " \u00A0")).isEmpty();
    }

    @Test
    void a_pseudonym_is_known_by_its_form() {
        assertThat(Pseudonyms.isOne(PSEUDONYMS.ofLead("ana"))).isTrue();
        assertThat(Pseudonyms.isOne("p0123456789ABCDEF0123456789abcdef")).isFalse();
        assertThat(Pseudonyms.isOne("ana@bank.example")).isFalse();
    }
}
