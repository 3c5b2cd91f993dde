package org.leadscore.rules.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.leadscore.problem.RulesException;
import org.leadscore.rules.file.RuleFile;

/** A mistake in the YAML itself is met with words that say how to write it. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class YamlMistakesTest {

    @Test
    void a_hash_that_makes_the_value_a_comment() {
        List<String> found = problems("""
                implicit:
                  - name: Campaign
                    did: {event: click, campaign: #lathes}
                    points: 1
                """);

        assertThat(found)
                .containsExactly(
                        "3:10: the '{' that opens here is never closed, as ' #' begins a comment; where '#' belongs to a text, put the text in quotes");
    }

    @Test
    void a_hash_at_the_beginning_of_a_value() {
        List<String> found = problems("""
                implicit:
                  - name: #lathes
                    did: click
                    points: 1
                """);

        assertThat(found)
                .containsExactly(
                        "2:5: name has no value, as '#' begins a comment; where it belongs to the text, put the text in quotes");
    }

    @Test
    void a_hash_in_a_flow_mapping_swallows_its_end() {
        List<String> found = problems("""
                implicit:
                  - {name: Order #5, did: order, points: 5}
                """);

        assertThat(found)
                .containsExactly(
                        "2:5: the '{' that opens here is never closed, as ' #' begins a comment; where '#' belongs to a text, put the text in quotes");
    }

    @Test
    void a_comma_in_a_name_within_braces() {
        List<String> found = problems("""
                implicit:
                  - {name: Lathes, mills, did: order, points: 5}
                """);

        assertThat(found)
                .containsExactly(
                        "2:20: 'mills' stands here as a key without a value; where ',' or '{' belongs to a text, put the text in quotes");
    }

    @Test
    void an_at_sign() {
        List<String> found = problems("""
                explicit:
                  - {name: Ours, when: {email: {ends-with: @ours.com}}, points: 5}
                """);

        assertThat(found).containsExactly("2:44: unquoted text cannot begin with '@'; put it in quotes");
    }

    @Test
    void a_percent_sign() {
        List<String> found = problems("""
                inactivity:
                  lose: %25
                """);

        assertThat(found).containsExactly("2:9: unquoted text cannot begin with '%'; put it in quotes");
    }

    @Test
    void a_percent_sign_behind_points() {
        List<String> found = problems("""
                implicit:
                  - name: Offer
                    did: offer
                    points: 10 %
                """);

        assertThat(found).containsExactly("4:13: points must be a number such as 5 or 2.5, not '10 %'");
    }

    @Test
    void an_asterisk_alone() {
        List<String> found = problems("""
                explicit:
                  - name: Anyone
                    when: {country: *}
                    points: 5
                """);

        assertThat(found).containsExactly("3:21: unquoted text cannot begin with '*'; put it in quotes");
    }

    @Test
    void an_asterisk_before_a_word() {
        List<String> found = problems("""
                report:
                  columns:
                    - *star
                """);

        assertThat(found)
                .containsExactly(
                        "3:7: unquoted text cannot begin with '*', which is an alias in YAML and not used in rule files; put the text in quotes");
    }

    @Test
    void an_ampersand() {
        List<String> found = problems("""
                explicit:
                  - name: &Co
                    when: {company: x}
                    points: 5
                """);

        assertThat(found)
                .containsExactly(
                        "2:11: unquoted text cannot begin with '&', which is an anchor in YAML and not used in rule files; put the text in quotes");
    }

    @Test
    void an_exclamation_mark() {
        List<String> found = problems("""
                implicit:
                  - name: !important
                    did: x
                    points: 5
                """);

        assertThat(found)
                .containsExactly(
                        "2:11: unquoted text cannot begin with '!', which is a tag in YAML and not used in rule files; put the text in quotes");
    }

    @Test
    void a_tag_that_yaml_knows() {
        List<String> found = problems("""
                implicit:
                  - {name: Typed, did: x, points: !!int 5}
                """);

        assertThat(found)
                .containsExactly(
                        "2:35: unquoted text cannot begin with '!', which is a tag in YAML and not used in rule files; put the text in quotes");
    }

    @Test
    void a_greater_than_sign() {
        List<String> found = problems("""
                implicit:
                  - name: >50 views
                    did: x
                    points: 5
                """);

        assertThat(found).containsExactly("2:11: unquoted text cannot begin with '>'; put it in quotes");
    }

    @Test
    void a_bar() {
        List<String> found = problems("""
                implicit:
                  - name: |a| test
                    did: x
                    points: 5
                """);

        assertThat(found).containsExactly("2:11: unquoted text cannot begin with '|'; put it in quotes");
    }

    @Test
    void a_backtick() {
        List<String> found = problems("""
                implicit:
                  - name: `a`
                    did: x
                    points: 5
                """);

        assertThat(found).containsExactly("2:11: unquoted text cannot begin with '`'; put it in quotes");
    }

    @Test
    void a_question_mark_within_braces() {
        List<String> found = problems("""
                implicit:
                  - {name: Why, did: {url: {contains: /search?q=x}}, points: 5}
                """);

        assertThat(found)
                .containsExactly("2:46: unquoted text within { } or [ ] cannot have '?' in it; put it in quotes");
    }

    @Test
    void a_colon_in_a_name() {
        List<String> found = problems("""
                implicit:
                  - name: Demo: requested
                    did: x
                    points: 5
                """);

        assertThat(found).containsExactly("2:15: unquoted text cannot have ': ' in it; put it in quotes");
    }

    @Test
    void a_brace_at_the_beginning_of_a_name() {
        List<String> found = problems("""
                implicit:
                  - name: {first} visit
                    did: x
                    points: 5
                """);

        assertThat(found)
                .containsExactly(
                        "2:12: 'first' stands here as a key without a value; where ',' or '{' belongs to a text, put the text in quotes");
    }

    @Test
    void a_bracket_at_the_beginning_of_a_name() {
        List<String> found = problems("""
                implicit:
                  - name: [new] visit
                    did: x
                    points: 5
                """);

        assertThat(found).containsExactly("2:17: nothing can stand behind the closing ]; put the whole text in quotes");
    }

    @Test
    void text_behind_a_closing_double_quote() {
        List<String> found = problems("""
                implicit:
                  - name: "new" visit
                    did: x
                    points: 5
                """);

        assertThat(found)
                .containsExactly("2:17: nothing can stand behind the closing \"; put the whole text in single quotes");
    }

    @Test
    void an_apostrophe_within_single_quotes() {
        List<String> found = problems("""
                implicit:
                  - name: 'it's here'
                    did: x
                    points: 5
                """);

        assertThat(found)
                .containsExactly(
                        "2:15: nothing can stand behind the closing '; a ' within single quotes is written ''");
    }

    @Test
    void a_quote_that_is_never_closed() {
        List<String> found = problems("""
                implicit:
                  - name: "new visit
                    did: x
                """);

        assertThat(found)
                .containsExactly(
                        "2:11: the quote that opens here is never closed; a ' within single quotes is written ''");
    }

    @Test
    void a_backslash_within_double_quotes() {
        List<String> found = problems("""
                explicit:
                  - name: Boss
                    when: {title: {matches: "ceo|\\d"}}
                    points: 5
                """);

        assertThat(found)
                .containsExactly(
                        "3:35: in double quotes '\\' begins an escape, and this is none; use single quotes, in which '\\' is itself");
    }

    @Test
    void a_brace_that_is_never_closed() {
        List<String> found = problems("""
                explicit:
                  - name: Abroad
                    when: {country: {not-in: [ES, PT]}
                    points: 5
                """);

        assertThat(found).containsExactly("3:11: the '{' that opens here is never closed with '}'");
    }

    @Test
    void a_brace_too_many() {
        List<String> found = problems("""
                explicit:
                  - name: Abroad
                    when: {country: ES}}
                    points: 5
                """);

        assertThat(found)
                .containsExactly("3:24: this '}' closes nothing; where it belongs to a text, put the text in quotes");
    }

    @Test
    void a_line_too_far_to_the_right() {
        List<String> found = problems("""
                implicit:
                  - name: Demo
                    did: x
                      points: 5
                """);

        assertThat(found)
                .containsExactly(
                        "4:13: a key cannot stand here; check the indentation, or put text that has ':' in it in quotes");
    }

    @Test
    void a_line_too_far_to_the_left() {
        List<String> found = problems("""
                implicit:
                  - name: Demo
                   did: x
                    points: 5
                """);

        assertThat(found).containsExactly("3:4: this does not belong to what stands above it; check the indentation");
    }

    @Test
    void a_tab_in_the_indentation() {
        List<String> found = problems("""
                implicit:
                \t- name: Demo
                """);

        assertThat(found).containsExactly("2:1: a tab cannot indent a line in YAML; use blanks");
    }

    @Test
    void a_list_behind_a_key_on_the_same_line() {
        List<String> found = problems("""
                implicit: - name: Demo
                """);

        assertThat(found)
                .containsExactly(
                        "1:11: a list cannot begin here; begin it on a line of its own, or put text that begins with '- ' in quotes");
    }

    @Test
    void an_anchor_and_an_alias_and_nothing_else_of_that_rule() {
        List<String> found = problems("""
                implicit:
                  - &base {name: Base, did: x, points: 5}
                  - {<<: *base, name: Other}
                """);

        assertThat(found)
                .containsExactly(
                        "2:5: unquoted text cannot begin with '&', which is an anchor in YAML and not used in rule files; put the text in quotes",
                        "3:10: unquoted text cannot begin with '*', which is an alias in YAML and not used in rule files; put the text in quotes");
    }

    @Test
    void a_second_document() {
        List<String> found = problems("""
                version: 1
                ---
                version: 1
                """);

        assertThat(found)
                .containsExactly("2:1: a second document begins here; a rule file is one document, without ---");
    }

    @Test
    void a_key_twice_with_both_places() {
        List<String> found = problems("""
                implicit:
                  - name: Demo
                    points: 5
                    did: x
                    points: 6
                """);

        assertThat(found)
                .containsExactly("5:5: the key 'points' stands twice in one mapping, first in line 3, column 5");
    }

    @Test
    void a_key_without_a_value() {
        List<String> found = problems("""
                implicit:
                  - name: Demo
                    did:
                    points: 5
                """);

        assertThat(found).containsExactly("3:5: did has no value; give it one, or delete the line");
    }

    @Test
    void a_list_item_without_a_value() {
        List<String> found = problems("""
                report:
                  columns:
                    - company
                    -
                """);

        assertThat(found).containsExactly("4:6: the list has an item without a value; give it one, or delete it");
    }

    @Test
    void a_list() {
        List<String> found = problems("""
                - name: Demo
                """);

        assertThat(found)
                .containsExactly("1:1: a rule file is a mapping that begins with version: 1, but this is a list");
    }

    @Test
    void a_stray_percent_sign_behind_the_last_value() {
        List<String> found = problems("""
                implicit:
                  - {name: Demo, did: x, points: 5}
                %stray

                # the end
                """);

        assertThat(found).containsExactly("3:1: unquoted text cannot begin with '%'; put it in quotes");
    }

    @Test
    void a_stray_percent_sign_behind_a_block_of_text() {
        List<String> found = problems("""
                implicit:
                  - did: x
                    points: 5
                    name: |
                      Demo
                %stray""");

        assertThat(found).containsExactly("6:1: unquoted text cannot begin with '%'; put it in quotes");
    }

    @Test
    void a_stray_percent_sign_between_values() {
        List<String> found = problems("""
                implicit:
                  - {name: Demo, did: x, points: 5}
                %stray

                timezone: Europe/Madrid
                """);

        assertThat(found).containsExactly("3:1: unquoted text cannot begin with '%'; put it in quotes");
    }

    @Test
    void a_percent_sign_that_begins_a_line_of_a_quoted_text_is_none() {
        RuleFile read = RuleFile.parse("rules.yaml", """
                implicit:
                  - did: x
                    points: 5
                    name: "Demo
                %25 off"
                """);

        assertThat(read.rules().implicit().get(0).name()).isEqualTo("Demo %25 off");
    }

    @Test
    void a_line_end_that_editors_do_not_show() {
        List<String> found = problems("# copied from\u2028a page\nimplicit:\n  - {name: Demo, did: x, points: five}\n");

        assertThat(found)
                .containsExactly("1:14: the separator U+2028 ends a line in YAML and in hardly any editor; delete it");
    }

    @Test
    void a_line_end_of_mainframes() {
        List<String> found = problems("timezone: UTC\u0085\n");

        assertThat(found).containsExactly("1:14: the control character U+0085 cannot stand in a rule file; delete it");
    }

    @Test
    void a_single_word() {
        List<String> found = problems("""
                hello
                """);

        assertThat(found)
                .containsExactly("1:1: a rule file is a mapping that begins with version: 1, but this is 'hello'");
    }

    @Test
    void nothing_but_a_comment() {
        List<String> found = problems("""
                # only this
                """);

        assertThat(found).containsExactly("1:1: the file is empty; a rule file begins with version: 1");
    }

    private static List<String> problems(String yaml) {
        RulesException refusal = catchThrowableOfType(RulesException.class, () -> RuleFile.parse("rules.yaml", yaml));
        return refusal.problems().stream()
                .map(problem -> problem.at().line() + ":" + problem.at().column() + ": " + problem.message())
                .toList();
    }
}
