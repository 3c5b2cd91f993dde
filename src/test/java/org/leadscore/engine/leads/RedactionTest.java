package org.leadscore.engine.leads;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.leadscore.ingest.row.Reject;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RedactionTest {

    @Test
    void an_id_is_found_in_whatever_case_and_place() {
        assertThat(redacted("ana@bank.es", "x,ANA@Bank.es,y")).isTrue();
        assertThat(redacted("ana@bank.es", "\"ana@bank.es\"garbage")).isTrue();
        assertThat(redacted("ana@bank.es", "mailto:ana@bank.es2026-11-22")).isTrue();
        assertThat(redacted("ÁNA@bank.es", "álvaro;ána@BANK.es")).isTrue();
    }

    @Test
    void an_id_is_found_in_whatever_spelling() {
        assertThat(redacted("\"Ana\" <ana@bank.es>", "x,ana@bank.es,y")).isTrue();
        assertThat(redacted("ana@bank.es", "x,mailto:Ana%40bank.es?subject=no,y"))
                .isTrue();
        assertThat(redacted("ana@bank.es", "x,a\u200Bna@bank.es,y")).isTrue();
        assertThat(redacted("jose\u0301@bank.es", "x,jos\u00E9@bank.es,y")).isTrue();
    }

    @Test
    void another_id_is_not_taken_for_it() {
        assertThat(redacted("ana@bank.es", "bo@bank.es,ana")).isFalse();
        assertThat(redacted("ana@bank.es", "")).isFalse();
    }

    @Test
    void a_short_id_has_to_stand_alone() {
        assertThat(redacted("7", "2026-11-27,17,7a")).isFalse();
        assertThat(redacted("7", "2026-11-27,7,a")).isTrue();
        assertThat(redacted("4711", "47110")).isFalse();
        assertThat(redacted("4711", "4711")).isTrue();
    }

    @Test
    void an_id_of_several_words_is_found_by_all_of_them() {
        assertThat(redacted("Ana Lopez", "Lopez;2026;Ana")).isTrue();
        assertThat(redacted("Ana Lopez", "Ana;2026")).isFalse();
    }

    @Test
    void words_of_two_ids_do_not_make_one() {
        Redaction redaction = new Redaction(Objections.of(false, List.of("Ana Lopez", "Bo Ortiz")));

        assertThat(redaction.apply(new Reject("a.csv", 2, 1, "why", "Ana;Ortiz")))
                .isEqualTo(new Reject("a.csv", 2, 1, "why", "Ana;Ortiz"));
    }

    @Test
    void what_the_reason_quotes_goes_too() {
        Redaction redaction = new Redaction(Objections.of(false, List.of("ana@bank.es")));

        Reject reject = redaction.apply(
                new Reject("a.csv", 2, 5, "'it's Ana's day' is not a time", "ana@bank.es,it's Ana's day"));

        assertThat(reject).isEqualTo(new Reject("a.csv", 2, 5, "'…' is not a time", ""));
    }

    @Test
    void nobody_objected() {
        Redaction redaction = new Redaction(Objections.NONE);
        Reject reject = new Reject("a.csv", 2, 1, "'x' is not a time", "x");

        assertThat(redaction.apply(reject)).isEqualTo(reject);
    }

    private static boolean redacted(String id, String raw) {
        Redaction redaction = new Redaction(Objections.of(true, List.of(id)));
        return !redaction.apply(new Reject("a.csv", 2, 1, "why", raw)).raw().equals(raw);
    }
}
