package org.leadscore.rules.condition;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.leadscore.lead.TimeFormat;
import org.leadscore.lead.ZoneDays;
import org.leadscore.rules.file.RuleFile;
import org.leadscore.rules.rule.Attribute;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TestOperatorsTest {

    private static final TimeFormat ISO = TimeFormat.iso(new ZoneDays(ZoneOffset.UTC));

    /** 2026-03-31T00:00:00Z */
    private static final long AS_OF = 1_774_915_200_000L;

    private static final Reading POINT = new Reading('.', ISO, AS_OF);
    private static final Reading COMMA = new Reading(',', ISO, AS_OF);

    @org.junit.jupiter.api.Test
    void a_value_equals_without_regard_to_case_and_white_space() {
        Test test = test("ES");

        assertThat(test.holds(" es\t", POINT)).isTrue();
        assertThat(test.holds("\u00A0Es\u202F", POINT)).isTrue();
        assertThat(test.holds("ESP", POINT)).isFalse();
    }

    @org.junit.jupiter.api.Test
    void case_is_that_of_equals_ignore_case_in_every_language() {
        Test istanbul = test("ISTANBUL");

        assertThat(istanbul.holds("istanbul", POINT)).isTrue();
        assertThat(istanbul.holds("\u0130stanbul", POINT)).isTrue();
        assertThat(test("STRASSE").holds("Straße", POINT)).isFalse();
        assertThat(test("ΟΔΟΣ").holds("οδος", POINT)).isTrue();
    }

    @org.junit.jupiter.api.Test
    void in_holds_for_one_of_the_list_and_not_in_for_none() {
        assertThat(test("[ES, PT]").holds("pt", POINT)).isTrue();
        assertThat(test("{in: [ES, PT]}").holds("pt", POINT)).isTrue();
        assertThat(test("{not-in: [ES, PT]}").holds("pt", POINT)).isFalse();
        assertThat(test("{not-in: [ES, PT]}").holds("RO", POINT)).isTrue();
        assertThat(test("{not: ES}").holds("RO", POINT)).isTrue();
        assertThat(test("{not: ES}").holds("es", POINT)).isFalse();
    }

    @org.junit.jupiter.api.Test
    void a_missing_value_fails_every_test_but_present_false() {
        assertThat(test("ES").holdsForMissing()).isFalse();
        assertThat(test("{not-in: [ES]}").holdsForMissing()).isFalse();
        assertThat(test("{not: ES}").holdsForMissing()).isFalse();
        assertThat(test("{below: 5}").holdsForMissing()).isFalse();
        assertThat(test("{present: true}").holdsForMissing()).isFalse();
        assertThat(test("{present: false}").holdsForMissing()).isTrue();
        assertThat(test("{present: false}").holds("x", POINT)).isFalse();
        assertThat(test("{present: true}").holds("x", POINT)).isTrue();
    }

    @org.junit.jupiter.api.Test
    void text_is_found_at_its_place() {
        assertThat(test("{contains: /Pricing}").holds("https://x.example/PRICING/a", POINT))
                .isTrue();
        assertThat(test("{contains: [/a, /b]}").holds("x/b", POINT)).isTrue();
        assertThat(test("{starts-with: head}").holds(" Head of sales", POINT)).isTrue();
        assertThat(test("{starts-with: head}").holds("Ahead", POINT)).isFalse();
        assertThat(test("{ends-with: [.es, .pt]}").holds("shop.PT ", POINT)).isTrue();
        assertThat(test("{ends-with: .es}").holds("shop.es/a", POINT)).isFalse();
    }

    @org.junit.jupiter.api.Test
    void matches_finds_a_part_and_case_counts_unless_it_says_otherwise() {
        assertThat(test("{matches: '\\bCEO\\b'}").holds("Founder & CEO", POINT)).isTrue();
        assertThat(test("{matches: '\\bCEO\\b'}").holds("ceo", POINT)).isFalse();
        assertThat(test("{matches: '(?i)\\bceo\\b'}").holds("The CEO", POINT)).isTrue();
        assertThat(test("{matches: '^ x'}").holds(" x", POINT)).isTrue();
    }

    @org.junit.jupiter.api.Test
    void numbers_lie_in_the_range_and_other_text_does_not() {
        Test test = test("{at-least: 5, below: 10.5}");

        assertThat(test.holds("5", POINT)).isTrue();
        assertThat(test.holds("+5.0", POINT)).isTrue();
        assertThat(test.holds("10.49", POINT)).isTrue();
        assertThat(test.holds("10.5", POINT)).isFalse();
        assertThat(test.holds("4.999", POINT)).isFalse();
        assertThat(test.holds("about 7", POINT)).isFalse();
        assertThat(test.holds("1e1", POINT)).isTrue();
        assertThat(test.holds("1e", POINT)).isFalse();
        assertThat(test.wants(Wanted.NUMBER)).isTrue();
    }

    @org.junit.jupiter.api.Test
    void a_decimal_comma_is_that_of_the_source() {
        Test test = test("{at-most: 2.5}");

        assertThat(test.holds("2,5", COMMA)).isTrue();
        assertThat(test.holds("2.5", COMMA)).isFalse();
        assertThat(test.holds("2,5", POINT)).isFalse();
    }

    @org.junit.jupiter.api.Test
    void times_lie_strictly_before_or_after() {
        assertThat(test("{before: 2026-01-31}").holds("2026-01-30T23:59:59.999Z", POINT))
                .isTrue();
        assertThat(test("{before: 2026-01-31}").holds("2026-01-31", POINT)).isFalse();
        assertThat(test("{after: 2026-01-31}").holds("2026-01-31 00:00:01", POINT))
                .isTrue();
        assertThat(test("{after: 2026-01-31}").holds("2026-01-31", POINT)).isFalse();
        assertThat(test("{after: '2026-01-31 12:00'}").holds("2026-01-31T13:30+02:00", POINT))
                .isFalse();
        assertThat(test("{after: 2026-01-31}").holds("soon", POINT)).isFalse();
        assertThat(test("{before: 2026-01-31}").wants(Wanted.DATE)).isTrue();
        assertThat(test("{before: 2026-01-31}").wants(Wanted.NUMBER)).isFalse();
    }

    @org.junit.jupiter.api.Test
    void a_duration_counts_back_from_the_as_of_time() {
        assertThat(test("{after: 90d}").holds("2025-12-31 00:00", POINT)).isFalse();
        assertThat(test("{after: 90d}").holds("2025-12-31 00:01", POINT)).isTrue();
        assertThat(test("{before: 90d}").holds("2025-12-30", POINT)).isTrue();
        assertThat(test("{after: 90d, before: 30d}").holds("2026-02-01", POINT)).isTrue();
    }

    @org.junit.jupiter.api.Test
    void a_domain_takes_in_what_is_below_it_and_nothing_beside_it() {
        Test test = test("{domain: [rival.com, '@rival.es', .rival.ro]}");

        assertThat(test.holds("Ana@Rival.COM", POINT)).isTrue();
        assertThat(test.holds("ana@mail.rival.com", POINT)).isTrue();
        assertThat(test.holds("ana@rival.es", POINT)).isTrue();
        assertThat(test.holds("https://www.rival.ro:8080/a@b?c", POINT)).isTrue();
        assertThat(test.holds("ana@arival.com", POINT)).isFalse();
        assertThat(test.holds("ana@rival.com.evil.example", POINT)).isFalse();
        assertThat(test.holds("https://evil.example/rival.com", POINT)).isFalse();
    }

    @org.junit.jupiter.api.Test
    void all_operators_of_a_test_must_hold() {
        Test test = test("{starts-with: a, not: abc, contains: b}");

        assertThat(test.holds("ab", POINT)).isTrue();
        assertThat(test.holds("abc", POINT)).isFalse();
        assertThat(test.holdsForMissing()).isFalse();
    }

    private static Test test(String yaml) {
        RuleFile file = RuleFile.parse("rules.yaml", "explicit: [{name: A, when: {f: " + yaml + "}, points: 1}]");
        Attribute.When rule = (Attribute.When) file.rules().explicit().get(0).attribute();
        return ((Condition.Is) rule.when()).test();
    }
}
