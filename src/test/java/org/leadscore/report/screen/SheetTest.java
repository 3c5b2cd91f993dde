package org.leadscore.report.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.leadscore.lead.ShownText;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SheetTest {

    private static final List<List<String>> FIGURES = List.of(
            List.of("", "rows", "matched", "unmatched", "rejected"),
            List.of("contacts", "2,015", "2,000", "0", "0"),
            List.of("web", "33,104", "29,074", "2,009", "5"));

    private static final List<List<String>> REMARKS = List.of(
            List.of("Demo requested", "45", "= 1 × 45"),
            List.of("Page viewed", "15.014", "= 0.5 × 30.028, held at 15.014, as the group of the web has it"),
            List.of("Came back", "8", ""));

    @Test
    void without_a_screen_text_stays_as_it_is_a_line_for_each() {
        Sheet sheet = new Sheet(null);

        sheet.line("a\u001B")
                .warning("b")
                .line(Meaning.BAD, "c")
                .lines("d\ne\n")
                .table(List.of(List.of("f", "g")), 1);

        assertThat(sheet.text()).isEqualTo("a\u001B\nwarning: b\nc\nd\ne\nf  g\n");
    }

    @Test
    void figures_stand_beside_each_other_where_there_is_room() {
        assertThat(on(80, false).table(FIGURES, 1).text()).isEqualTo("""
                            rows  matched  unmatched  rejected
                contacts   2,015    2,000          0         0
                web       33,104   29,074      2,009         5
                """);
        assertThat(on(120, false).table(FIGURES, 1).text())
                .isEqualTo(on(80, false).table(FIGURES, 1).text());
    }

    @Test
    void figures_without_room_stand_below_beside_the_names_again() {
        assertThat(on(40, false).table(FIGURES, 1).text()).isEqualTo("""
                            rows  matched  unmatched
                contacts   2,015    2,000          0
                web       33,104   29,074      2,009

                          rejected
                contacts         0
                web              5
                """);
    }

    @Test
    void remarks_break_beside_their_rows_or_stand_below_them() {
        assertThat(on(80, false).table(REMARKS, 3).text()).isEqualTo("""
                Demo requested  45      = 1 × 45
                Page viewed     15.014  = 0.5 × 30.028, held at 15.014, as the group of the web
                                        has it
                Came back       8
                """);
        assertThat(on(40, false).table(REMARKS, 3).text()).isEqualTo("""
                Demo requested  45
                    = 1 × 45
                Page viewed     15.014
                    = 0.5 × 30.028, held at 15.014, as
                    the group of the web has it
                Came back       8
                """);
    }

    @Test
    void a_name_that_is_wider_than_the_screen_breaks() {
        String text = on(40, false)
                .table(List.of(List.of("n".repeat(100), "1,000"), List.of("web", "2")), 1)
                .text();

        assertThat(text.lines()).allMatch(line -> ScreenText.width(line) <= 40).hasSize(5);
    }

    @Test
    void colours_tell_meanings_and_are_left_out_where_they_are_not_allowed() {
        assertThat(on(40, true).warning("old").text()).isEqualTo("\u001B[33mwarning:\u001B[0m old\n");
        assertThat(on(40, false).warning("old").text()).isEqualTo("warning: old\n");
        assertThat(on(40, true).line(Meaning.BAD, "gone").text()).isEqualTo("\u001B[31mgone\u001B[0m\n");
    }

    @Test
    void what_a_screen_would_obey_is_shown_before_it_is_measured() {
        assertThat(on(20, true).line("\u001B[31m\u202Eabc def ghi").text()).isEqualTo("""
                \\u001B[31m\\u202Eabc
                  def ghi
                """);
        assertThat(on(40, false)
                        .table(List.of(List.of("a\nb", "\u001B"), List.of("c", "d")), 2)
                        .text())
                .isEqualTo("a\\u000Ab  \\u001B\nc         d\n");
    }

    @Test
    void a_message_of_several_lines_keeps_them() {
        assertThat(on(40, false).line(Meaning.BAD, "one", "two\nthree").text()).isEqualTo("one two\nthree\n");
    }

    @Test
    void a_piece_of_a_file_is_cut_and_not_broken() {
        assertThat(on(20, false).excerpt(null, "  abcdefghijklmnopqrstuvwxyz").text())
                .isEqualTo("  abcdefghijklmnopq…\n");
    }

    private static Sheet on(int columns, boolean coloured) {
        return new Sheet(new Screen(columns, coloured, ShownText::of));
    }
}
