package org.leadscore.rules.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.leadscore.problem.RulesException;

/** Mistakes in rules are refused with their places, each once, and all of them in one run. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RuleRefusalsTest {

    @Test
    void an_unknown_key_that_is_near_a_known_one_is_not_also_missing() {
        List<String> found = problems("""
                implicit:
                  - {name: Demo, did: x, pionts: 5}
                """);

        assertThat(found).containsExactly("2:26: unknown key 'pionts' in an implicit rule; did you mean 'points'?");
    }

    @Test
    void an_unknown_key_that_is_near_none() {
        List<String> found = problems("""
                implicit:
                  - {name: Demo, did: x, points: 5, colour: red}
                """);

        assertThat(found)
                .containsExactly(
                        "2:37: unknown key 'colour' in an implicit rule; known here are name, group, did, points, count, times, tiers, sum, per, rate, limit, within, decay, activity, min, max");
    }

    @Test
    void a_key_of_the_other_kind_of_rule() {
        List<String> found = problems("""
                explicit:
                  - {name: Demo, did: demo, points: 5}
                implicit:
                  - {name: Boss, when: {title: CEO}, points: 5}
                """);

        assertThat(found)
                .containsExactly(
                        "2:18: did belongs to the rules under implicit, which look at events",
                        "4:18: when belongs to the rules under explicit, which look at contacts");
    }

    @Test
    void another_version() {
        List<String> found = problems("""
                version: 2
                """);

        assertThat(found).containsExactly("1:10: version must be 1, the only one that this program reads, not '2'");
    }

    @Test
    void a_rule_without_a_name_a_condition_or_points() {
        List<String> found = problems("""
                explicit:
                  - {points: 5}
                implicit:
                  - {name: Demo}
                """);

        assertThat(found)
                .containsExactly(
                        "2:5: a rule needs a name",
                        "2:5: the rule has no condition; give it when, or field with values or tiers",
                        "4:5: the rule has no condition; add did, the name of an event or a condition, or rate",
                        "4:5: the rule has no points; add them, such as points: 5");
    }

    @Test
    void both_when_and_field() {
        List<String> found = problems("""
                explicit:
                  - {name: Both, when: {country: ES}, field: country, values: {ES: 5}}
                """);

        assertThat(found).containsExactly("2:39: when and field cannot stand together; make two rules of them");
    }

    @Test
    void a_field_without_its_points() {
        List<String> found = problems("""
                explicit:
                  - {name: Country, field: country}
                """);

        assertThat(found).containsExactly("2:5: field needs its points: add values or tiers");
    }

    @Test
    void a_wrong_tier_does_not_take_from_those_below_it() {
        List<String> found = problems("""
                explicit:
                  - {name: Size, field: employees, tiers: [{at-leest: 5, points: 1}, {matches: '(', points: 2}, {matches: ')', points: 3}, {below: 2, points: 4}]}
                """);

        assertThat(found)
                .containsExactly(
                        "2:45: unknown key 'at-leest' in a tier; did you mean 'at-least'?",
                        "2:80: matches is not a regular expression that RE2 knows: a '(' is never closed; a bracket that belongs to the text is written \\(",
                        "2:107: matches is not a regular expression that RE2 knows: a ')' closes nothing; a bracket that belongs to the text is written \\)");
    }

    @Test
    void points_beside_a_table() {
        List<String> found = problems("""
                explicit:
                  - {name: Country, field: country, values: {ES: 5}, points: 3}
                """);

        assertThat(found).containsExactly("2:54: points goes with when; a field has its points in values or tiers");
    }

    @Test
    void otherwise_without_values() {
        List<String> found = problems("""
                explicit:
                  - {name: Size, field: employees, tiers: [{above: 5, points: 1}], otherwise: 3}
                """);

        assertThat(found).containsExactly("2:68: otherwise goes with values only");
    }

    @Test
    void names_used_twice_in_any_case() {
        List<String> found = problems("""
                explicit:
                  - {name: Demo, when: {country: ES}, points: 1}
                implicit:
                  - {name: DEMO, did: demo, points: 5}
                """);

        assertThat(found)
                .containsExactly("4:12: the name 'DEMO' is taken by a rule in line 2; give this one another name");
    }

    @Test
    void points_that_are_no_number_too_fine_or_too_large() {
        List<String> found = problems("""
                implicit:
                  - {name: One, did: x, points: lots}
                  - {name: Two, did: x, points: 0.1234}
                  - {name: Three, did: x, points: 100001}
                  - {name: Four, did: x, points: "2,5"}
                  - {name: Five, did: x, points: [5]}
                  - {name: Six, did: x, points: .5}
                """);

        assertThat(found)
                .containsExactly(
                        "2:33: points must be a number such as 5 or 2.5, not 'lots'",
                        "3:33: points must have at most three decimals, not '0.1234'",
                        "4:35: points must lie between -100000 and 100000, not '100001'",
                        "5:34: points must be a number such as 5 or 2.5, not '2,5'; in rule files decimals have a point",
                        "6:34: points must be a number such as 5 or 2.5, not a list",
                        "7:33: points must be a number such as 5 or 2.5, not '.5'");
    }

    @Test
    void numbers_that_yaml_would_have_guessed() {
        List<String> found = problems("""
                implicit:
                  - {name: One, did: x, points: 1_000}
                  - {name: Two, did: x, points: 0x1F}
                  - {name: Three, did: x, points: 1e3}
                  - {name: Four, did: x, points: yes}
                """);

        assertThat(found)
                .containsExactly(
                        "2:33: points must be a number such as 5 or 2.5, not '1_000'",
                        "3:33: points must be a number such as 5 or 2.5, not '0x1F'",
                        "4:35: points must be a number such as 5 or 2.5, not '1e3'",
                        "5:34: points must be a number such as 5 or 2.5, not 'yes'");
    }

    @Test
    void durations_that_are_none() {
        List<String> found = problems("""
                implicit:
                  - {name: One, did: x, points: 1, within: 30 days}
                  - {name: Two, did: x, points: 1, within: 0d}
                  - {name: Three, did: x, points: 1, within: 30}
                  - {name: Four, did: x, points: 1, within: 99999d}
                  - {name: Five, did: x, points: 1, decay: {half-life: 1.5d}}
                """);

        assertThat(found)
                .containsExactly(
                        "2:44: within must be a whole number with the unit s, m, h, d or w, such as 30d, not '30 days'",
                        "3:44: within must be longer than 0, not '0d'",
                        "4:46: within must be a whole number with the unit s, m, h, d or w, such as 30d, not '30'",
                        "5:45: within must be at most 36525d, a hundred years, not '99999d'",
                        "6:56: half-life must be a whole number with the unit s, m, h, d or w, such as 30d, not '1.5d'");
    }

    @Test
    void patterns_that_re2_does_not_read() {
        List<String> found = problems("""
                explicit:
                  - {name: One, when: {title: {matches: '(ceo|cto'}}, points: 1}
                  - {name: Two, when: {title: {matches: '*ceo'}}, points: 1}
                  - {name: Three, when: {title: {matches: '(?=ceo)'}}, points: 1}
                  - {name: Four, when: {title: {matches: '(?<!vice )president'}}, points: 1}
                  - {name: Five, when: {title: {matches: '[a-'}}, points: 1}
                  - {name: Six, when: {title: {matches: 'ceo)'}}, points: 1}
                  - {name: Seven, when: {title: {matches: '\\y'}}, points: 1}
                """);

        assertThat(found)
                .containsExactly(
                        "2:41: matches is not a regular expression that RE2 knows: a '(' is never closed; a bracket that belongs to the text is written \\(",
                        "3:41: matches is not a regular expression that RE2 knows: '*' has nothing before it to repeat; any text is written .*",
                        "4:43: matches is not a regular expression that RE2 knows: it has no '(?=' (neither look-ahead nor look-behind)",
                        "5:42: matches is not a regular expression that RE2 knows: it has no '(?<!' (neither look-ahead nor look-behind)",
                        "6:42: matches is not a regular expression that RE2 knows: a '[' is never closed; a bracket that belongs to the text is written \\[",
                        "7:41: matches is not a regular expression that RE2 knows: a ')' closes nothing; a bracket that belongs to the text is written \\)",
                        "8:43: matches is not a regular expression that RE2 knows: the escape '\\y' is unknown; a backslash that belongs to the text is written \\\\");
    }

    @Test
    void dates_that_are_none() {
        List<String> found = problems("""
                explicit:
                  - {name: One, when: {created: {before: 31/12/2025}}, points: 1}
                  - {name: Two, when: {created: {after: 2025-02-30}}, points: 1}
                  - {name: Three, when: {created: {after: 2026-01-01, before: 2025-01-01}}, points: 1}
                  - {name: Four, when: {created: {after: 30d, before: 90d}}, points: 1}
                """);

        assertThat(found)
                .containsExactly(
                        "2:42: before must be a date such as 2026-01-31, a time such as 2026-01-31 14:30, or a duration such as 90d, not '31/12/2025'",
                        "3:41: after must be a date such as 2026-01-31, a time such as 2026-01-31 14:30, or a duration such as 90d, not '2025-02-30'",
                        "4:43: no time is after this and before the other; swap the two",
                        "5:42: no time is after this and before the other; swap the two");
    }

    @Test
    void a_definition_that_does_not_exist() {
        List<String> found = problems("""
                definitions: {decision maker: {title: CEO}}
                explicit:
                  - {name: One, when: {is: decision-maker}, points: 1}
                  - {name: Two, when: {is: competitor}, points: 1}
                  - {name: Three, when: {is: decision maker}, points: 1}
                """);

        assertThat(found)
                .containsExactly(
                        "3:28: there is no definition 'decision-maker'; did you mean 'decision maker'?",
                        "4:28: there is no definition 'competitor'; add it under definitions");
    }

    @Test
    void definitions_that_go_round_in_a_circle() {
        List<String> found = problems("""
                definitions:
                  boss: {any: [{title: CEO}, {is: leader}]}
                  leader: {not: {is: head}}
                  head: {is: boss}
                explicit:
                  - {name: One, when: {is: head}, points: 1}
                  - {name: Two, when: {is: boss}, points: 1}
                """);

        assertThat(found).containsExactly("3:22: definitions go round in a circle: head > boss > leader > head");
    }

    @Test
    void a_definition_that_names_itself() {
        List<String> found = problems("""
                definitions:
                  boss: {is: boss}
                """);

        assertThat(found).containsExactly("2:14: definitions go round in a circle: boss > boss");
    }

    @Test
    void definitions_and_groups_used_twice() {
        List<String> found = problems("""
                definitions:
                  boss: {title: CEO}
                  Boss: {title: CTO}
                groups:
                  web: {max: 5}
                  WEB: {max: 6}
                """);

        assertThat(found)
                .containsExactly(
                        "3:3: the definition 'Boss' is there already, in line 2; give it another name",
                        "6:3: the group 'WEB' is there already, in line 5; give it another name");
    }

    @Test
    void a_group_that_does_not_exist() {
        List<String> found = problems("""
                implicit:
                  - {name: One, group: wbe, did: x, points: 1}
                  - {name: Two, group: mail, did: x, points: 1}
                  - {name: Three, group: web, did: x, points: 1}
                groups: {web: {max: 60}}
                """);

        assertThat(found)
                .containsExactly(
                        "2:24: there is no group 'wbe'; did you mean 'web'?",
                        "3:24: there is no group 'mail'; add it under groups");
    }

    @Test
    void a_group_with_both_kinds_of_rule() {
        List<String> found = problems("""
                explicit:
                  - {name: One, group: web, when: {country: ES}, points: 1}
                implicit:
                  - {name: Two, group: web, did: x, points: 1}
                groups: {web: {max: 60}}
                """);

        assertThat(found)
                .containsExactly(
                        "4:24: the group 'web' has explicit rules already; a group holds one kind of rule only");
    }

    @Test
    void a_group_of_explicit_rules_that_fades() {
        List<String> found = problems("""
                explicit:
                  - {name: One, group: fit, when: {country: ES}, points: 1}
                groups: {fit: {decay: {half-life: 30d}, weight: -1}}
                """);

        assertThat(found)
                .containsExactly(
                        "3:16: the group 'fit' has explicit rules, and they never fade",
                        "3:49: weight must lie between 0 and 100, not '-1'");
    }

    @Test
    void a_misspelt_section_is_not_also_missing_where_it_is_used() {
        List<String> found = problems("""
                gruops: {web: {max: 60}}
                defintions: {boss: {title: CEO}}
                explicit: [{name: One, when: {is: boss}, points: 1}]
                implicit: [{name: Two, group: web, did: x, points: 1}]
                """);

        assertThat(found)
                .containsExactly(
                        "1:1: unknown key 'gruops' in the rule file; did you mean 'groups'?",
                        "2:1: unknown key 'defintions' in the rule file; did you mean 'definitions'?");
    }

    @Test
    void bounds_upside_down() {
        List<String> found = problems("""
                implicit:
                  - {name: One, did: x, points: 1, min: 5, max: 2}
                """);

        assertThat(found).containsExactly("2:41: min must not be above max");
    }

    @Test
    void buckets_out_of_order_equal_or_alike_in_name() {
        List<String> found = problems("""
                buckets:
                  - {name: hot, from: 40}
                  - {name: warm, from: 70}
                  - {name: Hot, from: 20}
                  - {name: cold, from: 20}
                """);

        assertThat(found)
                .containsExactly(
                        "3:24: buckets stand highest first, but 70 is above the 40 before it",
                        "4:12: the name 'Hot' is taken by a bucket in line 2; give this one another name",
                        "5:24: two buckets cannot both begin at 20");
    }

    @Test
    void a_scale_without_extent() {
        List<String> found = problems("""
                score: {zero: 5, full: 5, decimals: 7}
                """);

        assertThat(found)
                .containsExactly(
                        "1:24: zero and full must differ; full is the points that make a score of 100",
                        "1:37: decimals must be at most 6, not '7'");
    }

    @Test
    void a_scale_upside_down() {
        List<String> found = problems("""
                score: {min: 50, max: 10}
                """);

        assertThat(found).containsExactly("1:14: min must not be above max");
    }

    @Test
    void inactivity_with_parts_missing_or_wrong() {
        List<String> found = problems("""
                inactivity: {after: 30d, lose: 120%}
                """);

        assertThat(found)
                .containsExactly(
                        "1:13: inactivity needs every: {after: 30d, lose: 25%, every: 30d}",
                        "1:32: lose must lie between 0% and 100%, not '120%'");
    }

    @Test
    void a_share_that_is_no_percentage() {
        List<String> found = problems("""
                inactivity: {after: 30d, lose: 0.25, every: 30d}
                """);

        assertThat(found).containsExactly("1:32: lose must be a percentage such as 25%, not '0.25'");
    }

    @Test
    void decay_beside_what_does_not_age() {
        List<String> found = problems("""
                implicit:
                  - {name: One, did: x, times: {at-least: 3}, points: 1, decay: {half-life: 30d}}
                  - {name: Two, did: x, tiers: [{at-least: 3, points: 1}], decay: {half-life: 30d}}
                  - {name: Three, did: x, sum: seconds, per: 60, points: 1, decay: {half-life: 30d}}
                  - {name: Four, rate: {of: x, over: y}, times: {at-least: 0.5}, points: 1, decay: {half-life: 30d}}
                """);

        assertThat(found)
                .containsExactly(
                        "4:61: decay has nothing to fade in a rule with sum; leave it out",
                        "5:77: decay has nothing to fade in a rule with rate; leave it out");
    }

    @Test
    void decay_with_no_form_or_two() {
        List<String> found = problems("""
                implicit:
                  - {name: One, did: x, points: 1, decay: {every: 30d}}
                  - {name: Two, did: x, points: 1, decay: {half-life: 30d, linear: 90d}}
                  - {name: Three, did: x, points: 1, decay: {step: 15%}}
                  - {name: Four, did: x, points: 1, decay: {step: 150%, every: 45d}}
                  - {name: Five, did: x, points: 1, decay: {linear: 90d, every: 45d}}
                """);

        assertThat(found)
                .containsExactly(
                        "2:43: decay must be one of {half-life: 30d}, {linear: 90d} and {step: 15%, every: 45d}",
                        "3:43: decay must be one of {half-life: 30d}, {linear: 90d} and {step: 15%, every: 45d}, not several at once",
                        "4:45: step needs every, the time after which points fade again: {step: 15%, every: 45d}",
                        "5:51: step must lie between 0% and 100%, not '150%'",
                        "6:58: every goes with step only");
    }

    @Test
    void decay_that_is_a_bare_duration() {
        List<String> found = problems("""
                implicit:
                  - {name: One, did: x, points: 1, decay: 30d}
                """);

        assertThat(found)
                .containsExactly(
                        "2:43: decay must be one of {half-life: 30d}, {linear: 90d} and {step: 15%, every: 45d}, not '30d'");
    }

    @Test
    void a_rate_without_tiers() {
        List<String> found = problems("""
                implicit:
                  - {name: Clicks, rate: {of: click, over: sent}, points: 5}
                """);

        assertThat(found)
                .containsExactly(
                        "2:20: rate needs times or tiers, which say what a rate is worth: tiers: [{at-least: 0.5, points: 10}]");
    }

    @Test
    void a_rate_of_days_or_visits() {
        List<String> found = problems("""
                implicit:
                  - {name: One, rate: {of: click, over: sent}, count: days, times: {at-least: 0.5}, points: 1}
                  - {name: Two, rate: {of: click, over: sent}, count: visits, tiers: [{at-least: 0.5, points: 1}]}
                  - {name: Three, rate: {of: click, over: sent}, count: events, tiers: [{at-least: 0.5, points: 1}]}
                  - {name: Four, rate: {of: click, over: sent}, count: {distinct: mail}, tiers: [{at-least: 0.5, points: 1}]}
                """);

        assertThat(found)
                .containsExactly(
                        "2:55: a rate counts events or {distinct: column}, such as mails and which of them were opened, not days",
                        "3:55: a rate counts events or {distinct: column}, such as mails and which of them were opened, not visits");
    }

    @Test
    void a_rate_beside_did_and_without_over() {
        List<String> found = problems("""
                implicit:
                  - {name: One, did: x, rate: {of: click, over: sent}, tiers: [{at-least: 0.5, points: 1}]}
                  - {name: Two, rate: {of: click, from-events: 0}, tiers: [{at-least: 0.5, points: 1}]}
                """);

        assertThat(found)
                .containsExactly(
                        "2:25: rate has its own conditions, of and over; leave did out, or make two rules",
                        "3:23: rate needs over, the events they are measured by: {of: email_click, over: email_sent}",
                        "3:48: from-events must be at least 1, not '0'");
    }

    @Test
    void a_limit_that_means_nothing() {
        List<String> found = problems("""
                implicit:
                  - {name: One, did: x, points: 1, limit: 0}
                  - {name: Two, did: x, points: 1, limit: 1, times: {at-least: 2}}
                  - {name: Three, did: x, limit: 1, tiers: [{at-least: 2, points: 1}]}
                  - {name: Four, did: x, points: 1, limit: 1.5}
                """);

        assertThat(found)
                .containsExactly(
                        "2:43: limit must be at least 1, not '0'",
                        "3:36: limit means nothing beside times, which gives its points once; leave it out",
                        "4:27: limit means nothing beside tiers, which gives its points once; leave it out",
                        "5:44: limit must be a whole number, not '1.5'");
    }

    @Test
    void a_sum_without_per() {
        List<String> found = problems("""
                implicit:
                  - {name: One, did: x, sum: seconds, points: 1}
                  - {name: Two, did: x, sum: seconds, per: 0, points: 1}
                  - {name: Three, did: x, per: 60, points: 1}
                  - {name: Four, did: x, sum: seconds, per: 60, count: days, points: 1}
                """);

        assertThat(found)
                .containsExactly(
                        "2:5: sum needs per, how much of the column is worth the points: per: 60",
                        "3:44: per must be above 0, not '0'",
                        "4:27: per goes with sum only",
                        "5:49: count cannot stand beside sum; make two rules of them");
    }

    @Test
    void a_count_of_something_unknown() {
        List<String> found = problems("""
                implicit:
                  - {name: One, did: x, count: visit, points: 1}
                  - {name: Two, did: x, count: {distict: campaign}, points: 1}
                  - {name: Three, did: x, count: [days], points: 1}
                """);

        assertThat(found)
                .containsExactly(
                        "2:32: count must be events, days, visits or {distinct: column}, not 'visit'; did you mean 'visits'?",
                        "3:33: unknown key 'distict' in count; did you mean 'distinct'?",
                        "4:34: count must be events, days, visits or {distinct: column}, not a list");
    }

    @Test
    void times_that_is_no_range_or_two_at_once() {
        List<String> found = problems("""
                implicit:
                  - {name: One, did: x, times: 3, points: 1}
                  - {name: Two, did: x, times: {at-least: 3, above: 3}, points: 1}
                  - {name: Three, did: x, times: {exactly: 3, at-most: 3}, points: 1}
                  - {name: Four, did: x, times: {within: 30d}, points: 1}
                  - {name: Five, did: x, times: {at-least: 5, below: 5}, points: 1}
                  - {name: Six, did: x, times: {exactly: 2.5}, points: 1}
                  - {name: Seven, did: x, times: {below: 0}, points: 1}
                """);

        assertThat(found)
                .containsExactly(
                        "2:32: times must be a range such as {at-least: 3}, not '3'",
                        "3:46: at-least and above cannot stand together; keep one of them",
                        "4:35: at-most and exactly cannot stand together; keep one of them",
                        "5:33: times has no test of the count; add one such as at-least: 3",
                        "6:44: no number is in this range; swap its two ends",
                        "7:32: no count is in this range; counts are whole numbers from 0",
                        "8:34: no count is in this range; counts are whole numbers from 0");
    }

    @Test
    void tiers_that_can_never_be_reached() {
        List<String> found = problems("""
                implicit:
                  - name: Pricing
                    did: pricing
                    tiers:
                      - {at-least: 1, points: 5}
                      - {at-least: 5, within: 30d, points: 25}
                  - name: Visits
                    did: visit
                    tiers:
                      - {above: 4, points: 5}
                      - {below: 3, points: 1}
                      - {at-least: 3, at-most: 4, points: 2}
                      - {exactly: 4, points: 3}
                explicit:
                  - name: Size
                    field: employees
                    tiers:
                      - {at-least: 100, points: 10}
                      - {at-least: 500, points: 15}
                      - {present: true, points: 1}
                      - {below: 5, points: -5}
                """);

        assertThat(found)
                .containsExactly(
                        "6:9: this tier can never be reached, as the tiers above take all that it would; put it above them",
                        "13:9: this tier can never be reached, as the tiers above take all that it would; put it above them",
                        "19:9: this tier can never be reached, as the tiers above take all that it would; put it above them",
                        "21:9: this tier can never be reached, as the tiers above take all that it would; put it above them");
    }

    @Test
    void tiers_without_test_or_points() {
        List<String> found = problems("""
                explicit:
                  - {name: One, field: employees, tiers: [{points: 1}, {at-least: 5}]}
                implicit:
                  - {name: Two, did: x, tiers: [{points: 1}, {at-least: 5}]}
                  - {name: Three, did: x, tiers: [{at-least: 5, points: 1}], points: 1}
                  - {name: Four, did: x, tiers: []}
                """);

        assertThat(found)
                .containsExactly(
                        "2:43: the tier has no test; add one such as at-least: 100, or present: true for all others",
                        "2:56: the tier has no points; add them, such as points: 5",
                        "4:33: the tier has no test of the count; add one such as at-least: 3",
                        "4:46: the tier has no points; add them, such as points: 5",
                        "5:62: points stands within each tier, not beside tiers",
                        "6:33: tiers must not be an empty list; delete it, or add to it");
    }

    @Test
    void values_that_are_one_value() {
        List<String> found = problems("""
                explicit:
                  - {name: One, field: industry, values: {banking: 5, Banking: 3, software: many}}
                """);

        assertThat(found)
                .containsExactly(
                        "2:55: 'Banking' is the same value as the one in line 2, as case and white space do not count",
                        "2:77: the points of 'software' must be a number such as 5 or 2.5, not 'many'");
    }

    @Test
    void a_blank_value_in_a_test() {
        List<String> found = problems("""
                explicit:
                  - {name: One, when: {country: ""}, points: 1}
                  - {name: Two, when: {country: [ES, " "]}, points: 1}
                  - {name: Three, when: {country: {not-in: []}}, points: 1}
                """);

        assertThat(found)
                .containsExactly(
                        "2:33: the value of country is blank, which no value equals; to ask for an empty field write {present: false}",
                        "3:38: the value of country is blank, which no value equals; to ask for an empty field write {present: false}",
                        "4:44: not-in must not be an empty list");
    }

    @Test
    void a_test_of_unknown_or_wrong_operators() {
        List<String> found = problems("""
                explicit:
                  - {name: One, when: {country: {contians: E}}, points: 1}
                  - {name: Two, when: {country: {present: yes}}, points: 1}
                  - {name: Three, when: {country: {not: [ES, PT]}}, points: 1}
                  - {name: Four, when: {email: {kind: freemail}}, points: 1}
                  - {name: Five, when: {email: {domain: "https://rival.com"}}, points: 1}
                  - {name: Six, when: {country: {present: false, contains: E}}, points: 1}
                  - {name: Seven, when: {size: {at-least: 10, below: 5}}, points: 1}
                  - {name: Eight, when: {size: {}}, points: 1}
                """);

        assertThat(found)
                .containsExactly(
                        "2:34: unknown key 'contians' in the test of country; did you mean 'contains'?",
                        "3:43: present must be true or false, not 'yes'",
                        "4:41: not takes one value; for several, write not-in",
                        "5:39: kind must be one of free-mail, disposable-mail, valid-mail, gibberish, valid-phone, not 'freemail'; did you mean 'free-mail'?",
                        "6:41: domain must be written like rival.com, which takes in what is below it, not 'https://rival.com'",
                        "7:43: a value that is absent passes no other test; leave the others out",
                        "8:43: no number is in this range; swap its two ends",
                        "9:32: a test must not be empty; write a value or an operator such as {at-least: 5}");
    }

    @Test
    void an_operator_of_another_language() {
        List<String> found = problems("""
                explicit:
                  - {name: One, when: {employees: {">=": 5}}, points: 1}
                  - {name: Two, when: {country: {is: ES}}, points: 1}
                  - {name: Three, field: employees, tiers: [{">": 5, points: 1}]}
                """);

        assertThat(found)
                .containsExactly(
                        "2:36: '>=' is written at-least",
                        "3:34: is names a definition and stands beside columns; a value stands alone, such as {country: ES}",
                        "4:46: '>' is written above");
    }

    @Test
    void a_condition_of_the_wrong_shape() {
        List<String> found = problems("""
                explicit:
                  - {name: One, when: [{country: ES}], points: 1}
                  - {name: Two, when: CEO, points: 1}
                  - {name: Three, when: {}, points: 1}
                  - {name: Four, when: {any: {country: ES}}, points: 1}
                  - {name: Five, when: {all: []}, points: 1}
                  - {name: Six, when: {did: demo}, points: 1}
                """);

        assertThat(found)
                .containsExactly(
                        "2:23: when must be one condition, not a list; write {all: [...]} or {any: [...]}",
                        "3:23: when must be a condition such as {country: ES}, not 'CEO'",
                        "4:25: when must not be an empty condition; write one such as {country: ES}",
                        "5:30: any must be a list of conditions such as [{country: ES}, {country: PT}], not a mapping",
                        "6:30: all must not be an empty list",
                        "7:24: did cannot stand within a condition; a column of that name is written column.did");
    }

    @Test
    void filled_that_cannot_be() {
        List<String> found = problems("""
                explicit:
                  - {name: One, when: {filled: {of: [phone, phone], at-least: 1}}, points: 1}
                  - {name: Two, when: {filled: {of: [phone, company], at-least: 3}}, points: 1}
                  - {name: Three, when: {filled: {of: [phone]}}, points: 1}
                  - {name: Four, when: {filled: {of: [a, b], at-least: 2, at-most: 1}}, points: 1}
                  - {name: Five, when: {filled: [phone]}, points: 1}
                """);

        assertThat(found)
                .containsExactly(
                        "2:45: the column 'phone' is named twice",
                        "3:65: at-least must be at most 2, not '3'",
                        "4:34: filled needs at-least or at-most, the number of columns that are not blank",
                        "5:56: at-least must not be above at-most",
                        "6:33: filled must be a mapping with the keys of, at-least, at-most, not a list");
    }

    @Test
    void disqualifications_without_a_condition_or_with_two() {
        List<String> found = problems("""
                disqualify:
                  - {name: One}
                  - {name: Two, when: {country: ES}, did: left}
                  - {name: Three, when: {country: ES}, within: 30d}
                  - {name: three, did: left}
                """);

        assertThat(found)
                .containsExactly(
                        "2:5: the disqualification has no condition; add when or did",
                        "3:38: when and did cannot stand together; make two entries of them",
                        "4:40: within goes with did, not with when",
                        "5:12: the name 'three' is taken by a disqualification in line 4; give this one another name");
    }

    @Test
    void report_columns_named_twice() {
        List<String> found = problems("""
                report: {columns: [company, phone, company]}
                """);

        assertThat(found).containsExactly("1:36: the column 'company' is named twice");
    }

    @Test
    void sections_of_the_wrong_shape() {
        List<String> found = problems("""
                explicit: {name: One}
                implicit: []
                groups: [web]
                score: 5
                buckets: hot
                definitions: [boss]
                """);

        assertThat(found)
                .containsExactly(
                        "1:11: explicit must be a list of rules, not a mapping; begin each with '- '",
                        "2:11: implicit must not be an empty list; delete it, or add to it",
                        "3:9: groups must be a mapping such as {web: {max: 60}}, not a list",
                        "4:8: score must be a mapping with the keys zero, full, min, max, decimals, not '5'",
                        "5:10: buckets must be a list of buckets such as {name: hot, from: 70}, not 'hot'; begin each with '- '",
                        "6:14: definitions must be a mapping of names to conditions, not a list");
    }

    @Test
    void lists_that_cannot_be_extended() {
        List<String> found = problems("""
                lists: {free-mail: [mail.example], spam: {add: [x.example]}}
                """);

        assertThat(found)
                .containsExactly(
                        "1:20: free-mail must be a mapping with the keys add, not a list",
                        "1:36: there is no list 'spam' to add to; these are free-mail and disposable-mail, and a list of your own stands in a file: {path: abm.csv, column: domain}");
    }

    @Test
    void lists_in_files_that_say_too_little_and_lists_that_are_not_there() {
        List<String> found = problems("""
                lists:
                  targets: {path: abm.csv}
                  rivals: {column: domain}
                  pages: {path: pages.csv, column: page}
                explicit:
                  - {name: A, when: {email: {domain: {list: targest}}}, points: 1}
                  - {name: B, when: {url: {in-list: [pages, page]}}, points: 1}
                  - {name: C, when: {email: {domain: {list: targets}}}, points: 1}
                  - {name: D, when: {email: {domain: {}}}, points: 1}
                """);

        assertThat(found)
                .containsExactly(
                        "2:12: a list needs the column of its values: {path: abm.csv, column: domain}",
                        "3:11: a list needs a path, the file that it stands in: {path: abm.csv, column: domain}",
                        "6:45: there is no list 'targest'; the lists are pages",
                        "7:45: there is no list 'page'; did you mean 'pages'?",
                        "9:38: domain needs a domain, or a list: {list: targets}");
    }

    @Test
    void lookups_that_say_too_little_or_have_names_that_mean_something_else() {
        List<String> found = problems("""
                sources: {contacts: {path: contacts.csv}}
                lookups:
                  - {name: Score, path: a.csv, key: domain, by: email}
                  - {name: a.b, path: a.csv, key: domain, by: email}
                  - {name: firm, path: a.csv, key: domain, by: {domian: email}}
                  - {name: Firm, path: a.csv, key: domain, by: email, duplicates: newest}
                  - {name: mail}
                  - {name: site, path: a.csv, key: domain, by: {domain: email}, case: exact}
                explicit: [{name: A, when: {firm.size: {at-least: 1}}, points: 1}]
                """);

        assertThat(found)
                .containsExactly(
                        "3:12: a lookup cannot be called 'Score', as Score. has a meaning of its own; give it another name",
                        "4:12: the name of a lookup has no dot, which parts it from those of its columns, not 'a.b'",
                        "5:49: unknown key 'domian' in by; did you mean 'domain'?",
                        "6:12: the name 'Firm' is taken by a lookup in line 5; give this one another name",
                        "6:67: duplicates must be one of first, last, refuse, not 'newest'",
                        "7:5: a lookup needs a path, the file of its table: path: companies.csv",
                        "7:5: a lookup needs key, the column of the file by which its rows are found: key: domain",
                        "7:5: a lookup needs by, the contacts' column that has the key: by: email, or by: {domain: email}",
                        "8:65: case has no meaning beside by: {domain: ...}; domains have no case");
    }

    @Test
    void lookups_without_a_contact_list() {
        List<String> found = problems("""
                lookups: [{name: firm, path: a.csv, key: domain, by: email}]
                implicit: [{name: A, did: view, points: 1}]
                """);

        assertThat(found).containsExactly("1:1: lookups give contacts more columns, and need sources: contacts");
    }

    @Test
    void what_is_added_to_a_list_and_is_no_domain() {
        List<String> found = problems("""
                lists:
                  free-mail:
                    add:
                      - post.example
                      - " Correo.Example. "
                      - correo españa.example
                      - correoespaña.example
                      - kim@post.example
                      - https://post.example/login
                      - .post.example
                      - post
                  disposable-mail: {add: "*.gone.example"}
                """);

        assertThat(found)
                .containsExactly(
                        "6:9: add must have domains such as mail.example, not 'correo españa.example'",
                        "8:9: add must have domains such as mail.example, not 'kim@post.example'; did you mean 'post.example'?",
                        "9:9: add must have domains such as mail.example, not 'https://post.example/login'; did you mean 'post.example'?",
                        "10:9: add must have domains such as mail.example, not '.post.example'; did you mean 'post.example'?",
                        "11:9: add must have domains such as mail.example, not 'post'",
                        "12:26: add must have domains such as mail.example, not '*.gone.example'; did you mean 'gone.example'?");
    }

    private static List<String> problems(String yaml) {
        RulesException refusal = catchThrowableOfType(RulesException.class, () -> RuleFile.parse("rules.yaml", yaml));
        return refusal.problems().stream()
                .map(problem -> problem.at().line() + ":" + problem.at().column() + ": " + problem.message())
                .toList();
    }
}
