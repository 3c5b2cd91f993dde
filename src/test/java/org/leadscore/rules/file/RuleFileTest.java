package org.leadscore.rules.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leadscore.problem.RulesException;
import org.leadscore.rules.rule.Attribute;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RuleFileTest {

    private static final String RULES = "implicit: [{name: Demo, did: demo, points: 5}]\n";

    @TempDir
    private Path dir;

    @Test
    void a_problem_shows_its_line_with_a_caret() {
        assertThatThrownBy(() ->
                        RuleFile.parse("rules.yaml", "version: 1\nimplicit:\n  - {name: Café, did: x, points: lots}\n"))
                .isInstanceOf(RulesException.class)
                .hasMessage("""
                        rules.yaml:3:34: points must be a number such as 5 or 2.5, not 'lots'
                            - {name: Café, did: x, points: lots}
                                                           ^""");
    }

    @Test
    void a_file_that_is_not_there_says_which_option_names_it() {
        Path missing = dir.resolve("rules.yaml");

        assertThatThrownBy(() -> RuleFile.read(missing))
                .isInstanceOf(RulesException.class)
                .hasMessage(
                        missing
                                + ":1:1: there is no such rule file; go to its directory, give the path to it, or let 'leadscore init' write one of your exports");
    }

    @Test
    void a_directory_is_no_rule_file() {
        assertThatThrownBy(() -> RuleFile.read(dir))
                .isInstanceOf(RulesException.class)
                .hasMessage(dir + ":1:1: this is a directory; give the path to a rule file");
    }

    @Test
    void a_byte_order_mark_is_passed_over() throws IOException {
        Path path = Files.writeString(dir.resolve("bom.yaml"), "\uFEFF" + RULES);

        RuleFile file = RuleFile.read(path);

        assertThat(file.rules().implicit()).hasSize(1);
    }

    @Test
    void windows_line_ends_are_read_as_lines() {
        RuleFile file = RuleFile.parse("rules.yaml", "version: 1\r\n" + RULES);

        assertThat(file.rules().implicit().get(0).at().line()).isEqualTo(2);
    }

    @Test
    void a_file_that_is_not_in_utf_8_is_refused_where_the_byte_stands() throws IOException {
        Path path = dir.resolve("latin.yaml");
        Files.write(path, "version: 1\n# Café\n".getBytes(StandardCharsets.ISO_8859_1));

        assertThatThrownBy(() -> RuleFile.read(path))
                .isInstanceOf(RulesException.class)
                .hasMessageStartingWith(
                        path + ":2:6: the byte 0xE9 is not UTF-8; save the file as UTF-8 in your editor");
    }

    @Test
    void columns_count_characters_beyond_the_basic_plane_once() {
        assertThatThrownBy(() -> RuleFile.parse("rules.yaml", "implicit: [{name: 😀😀, did: x, points: y}]"))
                .hasMessageStartingWith("rules.yaml:1:39: points must be");
    }

    @Test
    void values_nested_without_end_are_a_problem_and_no_crash() {
        assertThatThrownBy(() -> RuleFile.parse("rules.yaml", "a: " + "[".repeat(90_000)))
                .isInstanceOf(RulesException.class)
                .hasMessageStartingWith("rules.yaml:1:67: the values are nested more than 64 deep");
    }

    @Test
    void definitions_that_double_each_other_are_a_problem_and_no_crash() {
        StringBuilder yaml = new StringBuilder("definitions:\n");
        for (int i = 0; i < 60; i++) {
            yaml.append("  d%d: {all: [{is: d%d}, {is: d%d}]}%n".formatted(i, i + 1, i + 1));
        }
        yaml.append("  d60: {country: ES}\n");

        assertThatThrownBy(() -> RuleFile.parse("rules.yaml", yaml.toString()))
                .isInstanceOf(RulesException.class)
                .hasMessageStartingWith(
                        "rules.yaml:48:3: with what it names, this definition has more than 10000 tests");
    }

    @Test
    void a_control_character_is_refused_where_it_stands() {
        assertThatThrownBy(() -> RuleFile.parse("rules.yaml", "version: 1\nx\u0007: 2\n"))
                .hasMessageStartingWith(
                        "rules.yaml:2:2: the control character U+0007 cannot stand in a rule file; delete it");
    }

    @Test
    void text_that_other_readers_take_for_something_else_stays_text() {
        RuleFile file = RuleFile.parse(
                "rules.yaml",
                "explicit: [{name: NO, field: f, values: {NO: 1, yes: 2, 010: 3, 1_000: 4, 1.0: 5, null: 6, ~: 7}}]");

        Attribute.Values table =
                (Attribute.Values) file.rules().explicit().get(0).attribute();

        assertThat(file.rules().explicit().get(0).name()).isEqualTo("NO");
        assertThat(table.points())
                .containsOnlyKeys("no", "yes", "010", "1_000", "1.0", "null", "~")
                .containsEntry("010", 3_000_000L);
    }
}
