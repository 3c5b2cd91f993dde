package org.leadscore.rules.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Rules that work but are hardly meant are warned of. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RuleWarningsTest {

    @Test
    void a_window_or_half_life_under_an_hour() {
        List<String> found = warnings("""
                implicit:
                  - {name: One, did: x, points: 1, within: 30m}
                  - {name: Two, did: x, points: 1, decay: {half-life: 59m}}
                  - {name: Three, did: x, times: {at-least: 2, within: 5m}, points: 1}
                  - {name: Four, did: x, points: 1, within: 1h}
                """);

        assertThat(found)
                .containsExactly(
                        "2:44: within is under an hour; m is minutes, and a month is best written as 30d",
                        "3:55: half-life is under an hour; m is minutes, and a month is best written as 30d",
                        "4:56: within is under an hour; m is minutes, and a month is best written as 30d");
    }

    @Test
    void an_event_that_the_sender_does_in_a_rule_that_does_not_say_so() {
        List<String> found = warnings("""
                implicit:
                  - {name: One, did: email_sent, points: 1}
                  - {name: Two, did: [open, 'Hard bounce'], points: -1}
                  - {name: Three, did: {any: [{event: {contains: Delivered}}, {log: web}]}, points: 1}
                  - {name: Four, rate: {of: bounced, over: sent}, times: {at-least: 0.5}, points: -5}
                  - {name: Five, did: {log: bounces, reason: full}, points: -1}
                  - {name: Six, did: sent, points: 1, activity: false}
                  - {name: Seven, did: bounced, points: 1, activity: true}
                  - {name: Eight, rate: {of: open, over: sent}, times: {at-least: 0.5}, points: 5}
                  - {name: Nine, did: {event: open, log: sent}, points: 1}
                  - {name: Ten, did: {not: {event: sent}}, points: 1}
                """);

        assertThat(found)
                .containsExactly(
                        "2:17: " + sounds("email_sent"),
                        "3:17: " + sounds("hard bounce"),
                        "4:19: " + sounds("delivered"),
                        "5:18: " + sounds("bounced"),
                        "6:18: " + sounds("bounces"));
    }

    private static String sounds(String name) {
        return "'" + name
                + "' sounds like what the sender does, and the rule makes it a sign of life; write activity: false, or"
                + " activity: true if it is the lead who does it";
    }

    @Test
    void a_bound_or_weight_that_takes_all_points_away() {
        List<String> found = warnings("""
                groups: {web: {max: 0}, mail: {weight: 0}, signs: {max: 0}}
                explicit:
                  - {name: One, when: {a: b}, points: 5, max: 0}
                  - {name: Two, when: {a: b}, points: -5, min: 0}
                  - {name: Three, field: a, values: {b: -5, c: 5}, max: 0}
                implicit:
                  - {name: Four, group: web, did: x, points: 1}
                  - {name: Five, group: mail, did: y, points: 1, max: 3}
                  - {name: Six, group: signs, did: z, points: -1, min: -10, max: 0}
                """);

        assertThat(found)
                .containsExactly(
                        "1:10: max: 0 lets the group give no points; without max there is no limit",
                        "1:25: weight: 0 lets the group count for nothing, whatever its rules give",
                        "3:5: max: 0 lets the rule give no points; without max there is no limit",
                        "4:5: min: 0 lets the rule take no points; without min there is no limit",
                        "5:5: max: 0 lets the rule give no points; without max there is no limit");
    }

    @Test
    void two_rules_for_the_same_event_in_one_group() {
        List<String> found = warnings("""
                groups: {web: {max: 5}}
                implicit:
                  - {name: One, group: web, did: page_view, points: 1}
                  - {name: Two, group: web, did: {event: Page_View}, points: 2, decay: {half-life: 30d}}
                  - {name: Three, group: web, did: page_view, points: 1, within: 7d}
                  - {name: Four, group: web, did: page_view, points: 1, count: days}
                  - {name: Five, group: web, did: page_view, points: 1, times: {at-least: 3}}
                  - {name: Six, did: page_view, points: 1}
                  - {name: Seven, group: web, did: {event: page_view, url: {contains: /pricing}}, points: 1}
                """);

        assertThat(found)
                .containsExactly(
                        "4:5: the rule 'Two' counts the same events as 'One' in line 3, so that each of them counts twice; make one rule of both");
    }

    @Test
    void a_definition_or_group_that_is_never_used() {
        List<String> found = warnings("""
                definitions: {boss: {title: CEO}}
                groups: {web: {max: 5}}
                implicit: [{name: One, did: x, points: 1}]
                """);

        assertThat(found)
                .containsExactly("1:15: the definition 'boss' is never used", "2:10: no rule is in the group 'web'");
    }

    @Test
    void a_name_that_looks_like_two_in_the_reports() {
        List<String> found = warnings("""
                implicit:
                  - {name: Pages; all of them, did: x, points: 1}
                """);

        assertThat(found)
                .containsExactly(
                        "2:12: a name with ';' cannot be told from two in the reports, which part names by it");
    }

    @Test
    void a_text_that_a_number_sign_cuts_off() {
        List<String> found = warnings("""
                implicit:
                  - name: Our #1 product page
                    did: {event: order}
                    points: 1
                  - name: Liked it
                    did:
                      campaign: Spring  #1
                      brand:
                        - Bräu #2
                    points: 1
                """);

        assertThat(found)
                .containsExactly(
                        "2:15: '#' begins a comment, so that the text ends before it; put the text in quotes, or a blank behind '#'",
                        "7:25: '#' begins a comment, so that the text ends before it; put the text in quotes, or a blank behind '#'",
                        "9:16: '#' begins a comment, so that the text ends before it; put the text in quotes, or a blank behind '#'");
    }

    @Test
    void not_of_comments_as_people_write_them() {
        List<String> found = warnings("""
                implicit:
                  - name: Demo requested #todo: ask sales
                    did: demo_request   # 1 is enough
                    points: 5 #10 until May
                    within: 90d #30d until May
                  - name: "C" #1
                    did: C#1
                    points: 1
                """);

        assertThat(found).isEmpty();
    }

    @Test
    void a_rule_that_gives_no_points() {
        List<String> found = warnings("""
                explicit:
                  - {name: One, when: {country: ES}, points: 0}
                  - {name: Two, field: country, values: {ES: 0, PT: 0}}
                implicit:
                  - {name: Three, did: x, points: 0}
                  - {name: Four, did: x, tiers: [{at-least: 2, points: 0}]}
                """);

        assertThat(found)
                .containsExactly(
                        "2:5: the rule gives 0 points, whatever the lead is like",
                        "3:5: the rule gives 0 points, whatever the lead is like",
                        "5:5: the rule gives 0 points, whatever the lead does",
                        "6:5: the rule gives 0 points, whatever the lead does");
    }

    @Test
    void a_table_that_is_yet_to_be_learned_is_no_warning() {
        List<String> found = warnings("""
                explicit: [{name: Job, field: job, learn: values}]
                """);

        assertThat(found).isEmpty();
    }

    @Test
    void buckets_that_leave_leads_out_or_cannot_be_reached() {
        List<String> found = warnings("""
                implicit: [{name: One, did: x, points: 1}]
                buckets: [{name: hot, from: 120}, {name: warm, from: 50}]
                """);

        assertThat(found)
                .containsExactly(
                        "2:10: leads with a score below 50 are in no bucket; the lowest score is 0",
                        "2:29: no lead can be in this bucket; the highest score is 100");
    }

    @Test
    void a_file_without_rules() {
        List<String> found = warnings("""
                version: 1
                """);

        assertThat(found).containsExactly("1:1: the file has no rules, so that every lead gets 0 points");
    }

    @Test
    void a_scale_that_runs_backwards() {
        List<String> found = warnings("""
                implicit: [{name: One, did: x, points: 1}]
                score: {zero: 50, full: 10}
                """);

        assertThat(found).containsExactly("2:25: full is below zero, so that more points make a lower score");
    }

    private static List<String> warnings(String yaml) {
        return RuleFile.parse("rules.yaml", yaml).warnings().stream()
                .map(warning -> warning.at().line() + ":" + warning.at().column() + ": " + warning.message())
                .toList();
    }
}
