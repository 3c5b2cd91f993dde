package org.leadscore.ingest.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.leadscore.ingest.input.Input;
import org.leadscore.ingest.row.Reject;
import org.leadscore.ingest.scan.Chunk;
import org.leadscore.ingest.scan.RecordLimits;
import org.leadscore.ingest.scan.TextPlaces;
import org.leadscore.problem.InputException;
import org.leadscore.rules.source.Dialect;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TableTest {

    @Test
    void names_are_stripped_and_a_byte_order_mark_is_no_part_of_them() {
        assertThat(ReadTable.of("\ufeff Email ,\"First Name\u00a0\",a\"b\n").header())
                .containsExactly("Email", "First Name", "a\"b");
        assertThat(ReadTable.of("\ufeff\ufeffEmail,Name\n").header()).containsExactly("Email", "Name");
    }

    @Test
    void the_commonest_delimiter_of_the_header_outside_quotes_is_the_tables() {
        assertThat(ReadTable.of("a;\"b,c,d\";e\n1;2,3;4\n").rows()).containsExactly("2 1@1 2,3@3 4@7");
    }

    @Test
    void tabs_and_bars_delimit_too() {
        assertThat(ReadTable.of("a\tb\n1\t2\n").rows()).containsExactly("2 1@1 2@3");
        assertThat(ReadTable.of("a|b\n1|2\n").rows()).containsExactly("2 1@1 2@3");
    }

    @Test
    void of_equally_common_delimiters_the_comma_is_taken_before_the_semicolon() {
        assertThat(ReadTable.of("a;b,c\n").header()).containsExactly("a;b", "c");
    }

    @Test
    void a_header_without_delimiter_is_one_column() {
        assertThat(ReadTable.of("email\na@x.org\nb@x.org,2\n").rejects())
                .containsExactly(new Reject("t.csv", 3, 9, "2 fields, the header has 1", "b@x.org,2"));
    }

    @Test
    void a_delimiter_that_is_given_is_not_doubted() {
        assertThat(ReadTable.of("a,b,c;d\n1,2,3;4\n", Dialects.delimited(';')).rows())
                .containsExactly("2 1,2,3@1 4@7");
    }

    @Test
    void any_character_delimits_when_it_is_given() {
        assertThat(ReadTable.of("a\u00a7b\n\"1\u00a7\"\u00a72\n", Dialects.delimited('\u00a7'))
                        .rows())
                .containsExactly("2 1\u00a7@1 2@6");
    }

    @Test
    void lines_above_the_header_are_skipped_and_counted() {
        ReadTable read = ReadTable.of("# \"report\n\n# of May\n\na,b\n1,2\n3\n", Dialects.skipping(3));

        assertThat(read.header()).containsExactly("a", "b");
        assertThat(read.rows()).containsExactly("6 1@1 2@3");
        assertThat(read.rejects())
                .containsExactly(new Reject(
                        "t.csv", 7, 2, "1 field, the header has 2; short rows are read with ragged: pad", "3"));
    }

    @Test
    void a_header_of_two_lines_counts_as_two() {
        assertThat(ReadTable.of("a,\"b\nc\"\n1,2\n").rows()).containsExactly("3 1@1 2@3");
    }

    @Test
    void a_blank_name_between_others_and_at_the_end_is_a_column_like_others() {
        ReadTable read = ReadTable.of("a,,b,\n1,2,3,\n");

        assertThat(read.header()).containsExactly("a", "", "b", "");
        assertThat(read.rows()).containsExactly("2 1@1 2@3 3@5 @7");
    }

    @Test
    void a_table_without_rows_is_a_table() {
        assertThat(ReadTable.of("a,b").count()).isZero();
    }

    @Test
    void an_empty_file_is_none() {
        assertThat(ReadTable.refusal("")).isEqualTo("t.csv: is empty; a table has a header and rows");
        assertThat(ReadTable.refusal("\ufeff")).isEqualTo("t.csv: is empty; a table has a header and rows");
    }

    @Test
    void a_file_of_empty_lines_has_no_header() {
        assertThat(ReadTable.refusal("\n\n")).isEqualTo("t.csv: ends after line 2 without a header");
    }

    @Test
    void more_lines_to_skip_than_there_are_is_told() {
        assertThat(ReadTable.refusal("a\nb".getBytes(StandardCharsets.UTF_8), Dialects.skipping(3)))
                .isEqualTo("t.csv: ends after line 2, though 3 lines are to be skipped");
    }

    @Test
    void a_header_of_blank_names_is_none() {
        assertThat(ReadTable.refusal("\n , \n"))
                .isEqualTo("t.csv:2:1: no column has a name; the header must name them");
    }

    @Test
    void a_header_with_an_open_quote_is_none() {
        assertThat(ReadTable.refusal("a,\"b\n1,2\n"))
                .isEqualTo("t.csv:1:3: the header has a quote that is never closed; close it");
    }

    @Test
    void a_header_with_text_after_a_quote_is_none() {
        assertThat(ReadTable.refusal("a,\"b\"c\n"))
                .isEqualTo(
                        "t.csv:1:6: the header has text after a closing quote; double the quotes within a quoted name");
    }

    @Test
    void a_header_with_undecodable_bytes_is_none() {
        byte[] bytes = "\u00e9,a,pa\u00eds\n".getBytes(StandardCharsets.ISO_8859_1);

        assertThat(ReadTable.refusal(bytes, Dialects.PLAIN))
                .isEqualTo(
                        "t.csv:1:1: the header has bytes that are not UTF-8; write the file's encoding beside its path,"
                                + " such as encoding: windows-1252");
    }

    @Test
    void a_column_is_found_by_its_stripped_name_and_exact_case() {
        try (Table table = table(" Email ,event\n")) {
            assertThat(table.indexOf("Email")).isZero();
            assertThat(table.indexOf("email")).isEqualTo(-1);
        }
    }

    @Test
    void a_column_named_twice_is_refused_where_it_is_asked_for() {
        try (Table table = table("email,a,email,a\n")) {
            assertThatThrownBy(() -> table.indexOf("email"))
                    .isInstanceOf(InputException.class)
                    .hasMessage("t.csv:1:9: the header names the column 'email' twice; give one of them another name");
        }
    }

    @Test
    void a_missing_column_is_told_with_those_there_are_and_the_nearest() {
        try (Table table = table("email,time_stamp\n")) {
            assertThatThrownBy(() -> table.require("timestamp"))
                    .hasMessage("t.csv:1:1: the header has no column 'timestamp', only 'email', 'time_stamp';"
                            + " did you mean 'time_stamp'?");
        }
    }

    @Test
    void a_missing_column_below_a_number_sign_is_told_with_advice_to_skip() {
        try (Table table = table("# Report\nemail,time\n")) {
            assertThatThrownBy(() -> table.require("email"))
                    .hasMessage(
                            "t.csv:1:1: the header has no column 'email', only '# Report';"
                                    + " if lines like this one stand above the header, say how many with skip, such as skip: 6");
        }
    }

    @Test
    void a_line_for_excel_above_the_header_is_told() {
        try (Table table = table("sep=;\nemail;time\n")) {
            assertThatThrownBy(() -> table.require("email"))
                    .hasMessage("t.csv:1:1: the header has no column 'email', only 'sep=';"
                            + " this line tells Excel the delimiter and is no header: write skip: 1 beside the path");
        }
    }

    @Test
    void a_missing_column_in_a_header_that_another_delimiter_would_part_is_told_so() {
        try (Table table = table("email,time\n", Dialects.delimited(';'))) {
            assertThatThrownBy(() -> table.require("email"))
                    .hasMessage(
                            "t.csv:1:1: the header has no column 'email', only 'email,time'; is the delimiter right?");
        }
    }

    @Test
    void a_second_table_is_refused_at_its_header_whatever_stands_before() {
        assertThat(ReadTable.refusal("email,name\na,\"b\nc\"\n\"d\ne,f\n\nname,phone,email\n1,2,3\n"))
                .isEqualTo(
                        "t.csv:7:1: a second table begins here, with a header of its own; keep one table in the file,"
                                + " or use skip to pass over lines above the header");
    }

    @Test
    void a_row_with_one_name_of_the_header_is_a_row() {
        assertThat(ReadTable.of("email,name\nemail,Ada\n").rows()).containsExactly("2 email@1 Ada@7");
    }

    @Test
    void what_a_handler_throws_comes_out_as_it_is() {
        try (Table table = table("a\n1\n")) {
            Chunk chunk = table.next();
            ChunkReader reader = new ChunkReader(table);

            assertThatThrownBy(() -> reader.read(chunk, row -> {
                        throw new IllegalStateException("enough");
                    }))
                    .isExactlyInstanceOf(IllegalStateException.class)
                    .hasMessage("enough");
        }
    }

    @Test
    void only_the_first_reason_to_refuse_a_row_counts() {
        try (Table table = table("a,b\n1,2\n")) {
            new ChunkReader(table).read(table.next(), row -> {
                row.reject(1, "first");
                row.reject(0, "second");
            });

            assertThat(table.finish())
                    .hasToString(
                            "Read[rows=1, rejects=[Reject[source=t.csv, line=2, column=3, reason=first, raw=1,2]]]");
        }
    }

    @Test
    void progress_is_that_of_the_file_as_it_stands() {
        try (Table table = table("a,b\n1,2\n")) {
            assertThat(table.bytesRead()).isEqualTo(8);
        }
    }

    @Test
    void chunks_taken_ahead_may_be_read_later() {
        try (Table table = Table.open(input("a\n1\n\"2\n3\"\n4\n"), Dialects.PLAIN, 1)) {
            Chunk first = table.next();
            Chunk second = table.next();
            Chunk third = table.next();
            Chunk fourth = table.next();
            StringBuilder rows = new StringBuilder();
            ChunkReader reader = new ChunkReader(table);
            reader.read(fourth, row -> rows.append(row.text(0)).append(';'));
            reader.read(third, row -> rows.append(row.text(0)).append(';'));
            reader.read(second, row -> rows.append(row.text(0)).append(';'));
            reader.read(first, row -> rows.append(row.text(0)).append(';'));

            assertThat(rows).hasToString("4;2\n3;1;");
            assertThat(table.next()).isNull();
            assertThat(table.finish().rows()).isEqualTo(3);
        }
    }

    @Test
    void a_field_of_many_chunks_and_a_quote_left_open_over_many_come_out_as_from_one_chunk() {
        String text = "h,i\n1,\"" + "line\n".repeat(150_000) + "\"\n2,\"open\n" + "3,x\n".repeat(400_000) + "4,\"z\"\n";
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);

        ReadTable inOne = ReadTable.of(bytes, Dialects.PLAIN, 1 << 24, RecordLimits.USUAL, 1);
        ReadTable inMany = ReadTable.of(bytes, Dialects.PLAIN, 4096, RecordLimits.USUAL, 3);

        assertThat(inOne.rejects())
                .containsExactly(new Reject("t.csv", 150_003, 3, "text after a closing quote", "2,\"open"));
        assertThat(inOne.rows()).hasSize(400_002).endsWith("550004 4@1 z@3");
        assertThat(inMany.equals(inOne)).isTrue();
    }

    @Test
    void a_line_that_is_too_long_ends_the_reading_and_its_number_is_told() {
        byte[] bytes = ("h,i\n1,\"\n\"\n2," + "x".repeat(TextPlaces.LONGEST) + "\n").getBytes(StandardCharsets.UTF_8);

        try (Table table = Table.open(Input.of("t.csv", bytes), Dialects.PLAIN, Table.CHUNK)) {
            assertThat(table.next()).isNotNull();
            assertThatThrownBy(table::next)
                    .isInstanceOf(InputException.class)
                    .hasMessageStartingWith("t.csv:4:1: a line of more than " + (TextPlaces.LONGEST >> 20) + " MiB");
        }
    }

    @Test
    void the_header_may_have_blanks_around_quotes() {
        try (Table table = table("\"a\", \"b \"\"x\"\"\" ,c\t,\"d\"\t\n")) {
            assertThat(table.header()).containsExactly("a", "b \"x\"", "c", "d");
            assertThat(table.tableHeader().columns()).containsExactly(1, 6, 17, 20);
        }
    }

    @Test
    void the_header_may_have_quotes_behind_backslashes() {
        try (Table table = table("\"a \\\"x\\\"\",\"b\\\\\"\n", Dialects.of(',', false, true, true))) {
            assertThat(table.header()).containsExactly("a \"x\"", "b\\");
        }
    }

    @Test
    void more_than_a_hundred_thousand_columns_are_refused() {
        String most = "c,".repeat(99_999) + "c";

        assertThat(ReadTable.of(most + "\n").header()).hasSize(100_000);
        assertThat(ReadTable.refusal(most + ",c\n"))
                .isEqualTo(
                        "t.csv:1:200001: the header has 100,001 columns, and no more than 100,000 can be read; export only those that are needed");
    }

    private static Table table(String text) {
        return table(text, Dialects.PLAIN);
    }

    private static Table table(String text, Dialect dialect) {
        return Table.open(input(text), dialect, Table.CHUNK);
    }

    private static Input input(String text) {
        return Input.of("t.csv", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }
}
