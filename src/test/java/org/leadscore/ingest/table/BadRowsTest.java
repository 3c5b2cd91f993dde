package org.leadscore.ingest.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.leadscore.ingest.row.Reject;

@DisplayNameGeneration(ReplaceUnderscores.class)
class BadRowsTest {

    private static final String HEADER = "email,event,time\n";

    @Test
    void a_row_too_short_is_rejected_at_its_end() {
        ReadTable read = ReadTable.of(HEADER + "a@x.org,open,1\nb@x.org,open\nc@x.org,open,3\n");

        assertThat(read.rows()).containsExactly("2 a@x.org@1 open@9 1@14", "4 c@x.org@1 open@9 3@14");
        assertThat(read.rejects())
                .containsExactly(new Reject(
                        "t.csv",
                        3,
                        13,
                        "2 fields, the header has 3; short rows are read with ragged: pad",
                        "b@x.org,open"));
        assertThat(read.count()).isEqualTo(3);
    }

    @Test
    void a_row_too_long_is_rejected_at_the_first_field_too_many() {
        ReadTable read = ReadTable.of(HEADER + "a@x.org,open,1,\u00e9,5\n");

        assertThat(read.rows()).isEmpty();
        assertThat(read.rejects())
                .containsExactly(new Reject("t.csv", 2, 16, "5 fields, the header has 3", "a@x.org,open,1,\u00e9,5"));
        assertThat(read.count()).isEqualTo(1);
    }

    @Test
    void a_row_of_one_field_is_told_in_the_singular() {
        ReadTable read = ReadTable.of(HEADER + "nonsense\n");

        assertThat(read.rows()).isEmpty();
        assertThat(read.rejects())
                .containsExactly(new Reject(
                        "t.csv", 2, 9, "1 field, the header has 3; short rows are read with ragged: pad", "nonsense"));
        assertThat(read.count()).isEqualTo(1);
    }

    @Test
    void short_rows_of_blank_fields_are_rows_of_blank_fields() {
        ReadTable read = ReadTable.of(HEADER + " \n,\t\n\" \"\n , x\n");

        assertThat(read.rows()).containsExactly("2  @1 @2 @2", "3 @1 \t@2 @3", "4  @1 @4 @4");
        assertThat(read.rejects())
                .containsExactly(new Reject(
                        "t.csv", 5, 5, "2 fields, the header has 3; short rows are read with ragged: pad", " , x"));
        assertThat(read.oddities()).isEmpty();
        assertThat(read.count()).isEqualTo(4);
    }

    @Test
    void an_empty_line_is_no_row() {
        ReadTable read = ReadTable.of(HEADER + "\n\na,b,c\n\n");

        assertThat(read.rows()).containsExactly("4 a@1 b@3 c@5");
        assertThat(read.rejects()).isEmpty();
        assertThat(read.count()).isEqualTo(1);
    }

    @Test
    void a_line_of_delimiters_is_a_row_of_empty_fields() {
        ReadTable read = ReadTable.of(HEADER + ",,\n");

        assertThat(read.rows()).containsExactly("2 @1 @2 @3");
        assertThat(read.rejects()).isEmpty();
        assertThat(read.count()).isEqualTo(1);
    }

    @Test
    void a_missing_line_end_at_the_end_is_no_harm() {
        ReadTable read = ReadTable.of(HEADER + "a,b,c");

        assertThat(read.rows()).containsExactly("2 a@1 b@3 c@5");
        assertThat(read.rejects()).isEmpty();
        assertThat(read.count()).isEqualTo(1);
    }

    @Test
    void a_delimiter_at_the_very_end_begins_a_last_empty_field() {
        ReadTable read = ReadTable.of(HEADER + "a,b,");

        assertThat(read.rows()).containsExactly("2 a@1 b@3 @5");
        assertThat(read.rejects()).isEmpty();
        assertThat(read.count()).isEqualTo(1);
    }

    @Test
    void a_quoted_field_may_hold_delimiters_line_ends_and_doubled_quotes() {
        ReadTable read = ReadTable.of(HEADER + "\"a,1\",\"b\nc\",\"d\"\"e\"\nf,g,h\n");

        assertThat(read.rows()).containsExactly("2 a,1@1 b\nc@7 d\"e@4", "4 f@1 g@3 h@5");
        assertThat(read.rejects()).isEmpty();
        assertThat(read.count()).isEqualTo(2);
    }

    @Test
    void a_quote_within_an_unquoted_field_is_text() {
        ReadTable read = ReadTable.of(HEADER + "a\"b\",5\" pipe,c\n");

        assertThat(read.rows()).containsExactly("2 a\"b\"@1 5\" pipe@6 c@14");
        assertThat(read.rejects()).isEmpty();
        assertThat(read.count()).isEqualTo(1);
    }

    @Test
    void lone_quotes_in_two_unquoted_fields_are_damage() {
        ReadTable read = ReadTable.of("id,name,city,note\n1,Ana,Madrid\"Old, dear friend\"\n2,Eva,\"Rome\",x\n");

        assertThat(read.rows()).containsExactly("3 2@1 Eva@3 Rome@7 x@14");
        assertThat(read.rejects())
                .containsExactly(new Reject(
                        "t.csv",
                        2,
                        13,
                        "2 fields have a lone quote and are not quoted; put a field with quotes in quotes, and double those in it",
                        "1,Ana,Madrid\"Old, dear friend\""));
        assertThat(read.count()).isEqualTo(2);
    }

    @Test
    void a_lone_quote_beside_a_field_of_several_lines_costs_the_first_of_them() {
        ReadTable read = ReadTable.of("id,email,note\n1,\"a@x,hello\n2,b@x,hi\n3,c@x,\",x\"\n");

        assertThat(read.rows()).containsExactly("3 2@1 b@x@3 hi@7", "4 3@1 c@x@3 ,x@7");
        assertThat(read.rejects())
                .containsExactly(new Reject(
                        "t.csv",
                        2,
                        3,
                        "a quoted field of several lines, and a lone quote in another field; is a quote missing, or one too many?",
                        "1,\"a@x,hello"));
        assertThat(read.count()).isEqualTo(3);
    }

    @Test
    void a_quoted_field_may_have_blanks_around_its_quotes() {
        ReadTable read = ReadTable.of(HEADER + "a, \"b,1\nb\"\t,c\n \"\" ,d,\"e\" \n");

        assertThat(read.rows()).containsExactly("2 a@1 b,1\nb@4 c@5", "4 @2 d@6 e@8");
        assertThat(read.rejects()).isEmpty();
        assertThat(read.oddities()).containsExactly("BLANKS_AROUND_QUOTES 2 from 2:3");
    }

    @Test
    void text_behind_a_quoted_field_and_blanks_is_text_after_a_closing_quote() {
        ReadTable read = ReadTable.of(HEADER + "a,\"b\" x,c\n");

        assertThat(read.rows()).isEmpty();
        assertThat(read.rejects())
                .containsExactly(new Reject("t.csv", 2, 6, "text after a closing quote", "a,\"b\" x,c"));
    }

    @Test
    void quotes_between_blanks_and_text_are_text() {
        ReadTable read = ReadTable.of(HEADER + "a, \"The Best\" Corp,c\nd, \"e, \"f\" g,h\n1, \"x, y\" z\n");

        assertThat(read.rows()).containsExactly("2 a@1  \"The Best\" Corp@3 c@20");
        assertThat(read.rejects())
                .extracting(Reject::reason)
                .containsExactly(
                        "4 fields, the header has 3",
                        "2 fields have a lone quote and are not quoted; put a field with quotes in quotes, and double those in it");
        assertThat(read.oddities()).isEmpty();
    }

    @Test
    void a_space_that_delimits_is_no_blank() {
        ReadTable read = ReadTable.of("a b c\n1 \"2\" \"3 4\"\n", Dialects.delimited(' '));

        assertThat(read.rows()).containsExactly("2 1@1 2@3 3 4@7");
    }

    @Test
    void tabs_are_no_blanks_where_they_delimit() {
        ReadTable read = ReadTable.of("a\tb\tc\n\t\"x\"\t \"y\" \n");

        assertThat(read.rows()).containsExactly("2 @1 x@2 y@7");
        assertThat(read.oddities()).containsExactly("TABS 1 from 1:1", "BLANKS_AROUND_QUOTES 1 from 2:6");
    }

    @Test
    void blank_fields_behind_the_last_column_are_left_out() {
        ReadTable read = ReadTable.of(HEADER + "a,b,c,,\"\",\nd,e,f,\ng,h,i, ,\" \t\"\nj,k,l, ,x\n");

        assertThat(read.rows()).containsExactly("2 a@1 b@3 c@5", "3 d@1 e@3 f@5", "4 g@1 h@3 i@5");
        assertThat(read.rejects())
                .containsExactly(new Reject("t.csv", 5, 7, "5 fields, the header has 3", "j,k,l, ,x"));
        assertThat(read.oddities()).containsExactly("EMPTY_AT_END 3 from 2:7");
    }

    @Test
    void short_rows_are_filled_up_when_asked_for() {
        ReadTable read = ReadTable.of(HEADER + "a\nb,\"c\nd\"\ne,f,g\n", Dialects.of(',', true, false, true));

        assertThat(read.rows()).containsExactly("2 a@1 @2 @2", "3 b@1 c\nd@3 @3", "5 e@1 f@3 g@5");
        assertThat(read.rejects()).isEmpty();
        assertThat(read.oddities()).containsExactly("SHORT 2 from 2:2");
    }

    @Test
    void a_quote_behind_a_backslash_is_text_when_asked_for() {
        String rows = "\"a \\\"x\\\", b\",\"c:\\\\\",\"d\\ne\"\n\\\"f,g,h\n";

        ReadTable read = ReadTable.of(HEADER + rows, Dialects.of(',', false, true, true));

        assertThat(read.rows()).containsExactly("2 a \"x\", b@1 c:\\@14 d\\ne@21", "3 \\\"f@1 g@5 h@7");
        assertThat(read.rejects()).isEmpty();
    }

    @Test
    void text_after_a_quote_behind_a_backslash_asks_for_escape() {
        ReadTable read = ReadTable.of(HEADER + "a,\"he said \\\"hi\\\"\",c\n");

        assertThat(read.rejects())
                .containsExactly(new Reject(
                        "t.csv",
                        2,
                        14,
                        "text after a closing quote; if a backslash makes a quote text here, write escape: backslash",
                        "a,\"he said \\\"hi\\\"\",c"));
    }

    @Test
    void guards_are_taken_off_and_counted_by_column() {
        ReadTable read = ReadTable.of(
                HEADER
                        + "'0012,'+34 600,'24 Summer\n'=1+1,\"'@ana\",=\"0012\"\n'12/31-99.5,'-,\"=\"\"a \"\"\"\"b\"\"\"\n','a,O'Brien\n' ,'',=\"\"\n");

        assertThat(read.rows())
                .containsExactly(
                        "2 0012@1 +34 600@7 '24 Summer@16",
                        "3 =1+1@1 @ana@7 0012@15",
                        "4 12/31-99.5@1 -@13 a \"b@16",
                        "5 '@1 'a@3 O'Brien@6",
                        "6 ' @1 ''@4 @7");
        assertThat(read.oddities())
                .containsExactly("GUARD email 3 from 2:1", "GUARD event 3 from 2:7", "GUARD time 3 from 3:15");
    }

    @Test
    void guards_stay_when_asked_for() {
        ReadTable read = ReadTable.of(HEADER + "'0012,=\"1\",c\n", Dialects.of(',', false, false, false));

        assertThat(read.rows()).containsExactly("2 '0012@1 =\"1\"@7 c@12");
        assertThat(read.oddities()).isEmpty();
    }

    @Test
    void a_byte_order_mark_before_a_row_is_taken_off() {
        ReadTable read = ReadTable.of(HEADER + "\ufeffa,b,c\n\ufeff\"d,1\",e,f\n");

        assertThat(read.rows()).containsExactly("2 a@1 b@4 c@6", "3 d,1@2 e@8 f@10");
        assertThat(read.oddities()).containsExactly("BYTE_ORDER_MARK 2 from 2:1");
    }

    @Test
    void a_byte_order_mark_within_an_id_is_rejected() {
        ReadTable read = ReadTable.of(HEADER + "a\ufeffemail,b,c\nd,e\ufeff,f\n");

        assertThat(read.rows()).containsExactly("3 d@1 e\ufeff@3 f@6");
        assertThat(read.rejects())
                .containsExactly(new Reject(
                        "t.csv",
                        2,
                        1,
                        "a byte order mark within a field; was a file put behind another one without a line end?",
                        "a\ufeffemail,b,c"));
    }

    @Test
    void two_quotes_alone_are_an_empty_field() {
        ReadTable read = ReadTable.of(HEADER + "\"\",b,\"\"\n");

        assertThat(read.rows()).containsExactly("2 @1 b@4 @6");
        assertThat(read.rejects()).isEmpty();
        assertThat(read.count()).isEqualTo(1);
    }

    @Test
    void text_after_a_closing_quote_costs_one_line() {
        ReadTable read = ReadTable.of(HEADER + "a,\"b\"x,c\nd,e,f\n");

        assertThat(read.rows()).containsExactly("3 d@1 e@3 f@5");
        assertThat(read.rejects())
                .containsExactly(new Reject("t.csv", 2, 6, "text after a closing quote", "a,\"b\"x,c"));
        assertThat(read.count()).isEqualTo(2);
    }

    @Test
    void a_record_of_several_lines_with_the_wrong_number_of_fields_costs_its_first_line() {
        ReadTable read = ReadTable.of(HEADER + "a,\"b\nc,d,e\nf,\"\ng,h,\"i\n\"\n");

        assertThat(read.rows()).containsExactly("3 c@1 d@3 e@5", "5 g@1 h@3 i\n@5");
        assertThat(read.rejects())
                .containsExactly(
                        new Reject(
                                "t.csv",
                                2,
                                3,
                                "2 fields in 3 lines, the header has 3; is a quote missing, or one too many? Short rows are read with ragged: pad",
                                "a,\"b"),
                        new Reject("t.csv", 4, 3, "text after a closing quote", "f,\""));
        assertThat(read.count()).isEqualTo(4);
    }

    @Test
    void a_record_of_several_lines_with_more_fields_than_the_header_costs_its_first_line() {
        ReadTable read = ReadTable.of(HEADER + "a,b,\"c\nd,e,f\ng\",x,y\n");

        assertThat(read.rows()).containsExactly("3 d@1 e@3 f@5", "4 g\"@1 x@4 y@6");
        assertThat(read.rejects())
                .containsExactly(new Reject(
                        "t.csv",
                        2,
                        5,
                        "more than the header's 3 fields, in 3 lines; is a quote missing, or one too many?",
                        "a,b,\"c"));
        assertThat(read.count()).isEqualTo(3);
    }

    @Test
    void a_quote_left_open_costs_one_line_though_the_file_ends_before_it_is_closed() {
        ReadTable read = ReadTable.of(HEADER + "a,\"b,c\nd,e,f\ng,h,i\n");

        assertThat(read.rows()).containsExactly("3 d@1 e@3 f@5", "4 g@1 h@3 i@5");
        assertThat(read.rejects())
                .containsExactly(new Reject("t.csv", 2, 3, "a quote that is never closed", "a,\"b,c"));
        assertThat(read.count()).isEqualTo(3);
    }

    @Test
    void a_quote_left_open_that_the_next_quote_closes_by_chance_costs_one_line() {
        ReadTable read = ReadTable.of(HEADER + "a,\"b,c\nd,\"e\",f\n");

        assertThat(read.rows()).containsExactly("3 d@1 e@3 f@7");
        assertThat(read.rejects()).containsExactly(new Reject("t.csv", 2, 3, "text after a closing quote", "a,\"b,c"));
        assertThat(read.count()).isEqualTo(2);
    }

    @Test
    void a_quote_left_open_in_the_last_line_is_rejected() {
        ReadTable read = ReadTable.of(HEADER + "a,b,c\nd,e,\"f");

        assertThat(read.rows()).containsExactly("2 a@1 b@3 c@5");
        assertThat(read.rejects())
                .containsExactly(new Reject("t.csv", 3, 5, "a quote that is never closed", "d,e,\"f"));
        assertThat(read.count()).isEqualTo(2);
    }

    @Test
    void a_lone_quote_at_the_end_is_rejected() {
        ReadTable read = ReadTable.of(HEADER + "a,b,\"");

        assertThat(read.rows()).isEmpty();
        assertThat(read.rejects()).containsExactly(new Reject("t.csv", 2, 5, "a quote that is never closed", "a,b,\""));
        assertThat(read.count()).isEqualTo(1);
    }

    @Test
    void a_broken_field_on_a_later_line_costs_the_first_line_of_its_record() {
        ReadTable read = ReadTable.of(HEADER + "\"a\nb\",\"c\"d,e\nf,g,h\n");

        assertThat(read.rows()).containsExactly("4 f@1 g@3 h@5");
        assertThat(read.rejects())
                .containsExactly(
                        new Reject("t.csv", 2, 1, "text after a closing quote", "\"a"),
                        new Reject("t.csv", 3, 7, "text after a closing quote", "b\",\"c\"d,e"));
        assertThat(read.count()).isEqualTo(3);
    }

    @Test
    void a_line_within_a_broken_field_is_read_again_as_a_row() {
        ReadTable read = ReadTable.of(HEADER + "\"a\nb,c,d\ne\"f,g,h\n");

        assertThat(read.rows()).containsExactly("3 b@1 c@3 d@5", "4 e\"f@1 g@5 h@7");
        assertThat(read.rejects()).containsExactly(new Reject("t.csv", 2, 1, "text after a closing quote", "\"a"));
        assertThat(read.count()).isEqualTo(3);
    }

    @Test
    void NUL_is_text() {
        ReadTable read = ReadTable.of(HEADER + "a\0,b,c\n");

        assertThat(read.rows()).containsExactly("2 a\0@1 b@4 c@6");
        assertThat(read.rejects()).isEmpty();
        assertThat(read.count()).isEqualTo(1);
    }

    @Test
    void a_carriage_return_alone_ends_a_line() {
        ReadTable read = ReadTable.of("email,event,time\ra,b,c\rd,e\rf,g,h\r");

        assertThat(read.rows()).containsExactly("2 a@1 b@3 c@5", "4 f@1 g@3 h@5");
        assertThat(read.rejects())
                .containsExactly(new Reject(
                        "t.csv", 3, 4, "2 fields, the header has 3; short rows are read with ragged: pad", "d,e"));
        assertThat(read.count()).isEqualTo(3);
    }

    @Test
    void line_ends_may_be_mixed() {
        ReadTable read = ReadTable.of("email,event,time\r\na,b,c\r\nd,e,f\rg,h,i\n");

        assertThat(read.rows()).containsExactly("2 a@1 b@3 c@5", "3 d@1 e@3 f@5", "4 g@1 h@3 i@5");
        assertThat(read.rejects()).isEmpty();
        assertThat(read.count()).isEqualTo(3);
    }

    @Test
    void the_header_again_is_no_row() {
        ReadTable read = ReadTable.of(HEADER + "a,b,c\nemail,event,time\nd,e,f\n");

        assertThat(read.rows()).containsExactly("2 a@1 b@3 c@5", "4 d@1 e@3 f@5");
        assertThat(read.rejects()).containsExactly(new Reject("t.csv", 3, 1, "the header again", "email,event,time"));
        assertThat(read.count()).isEqualTo(3);
    }

    @Test
    void the_header_again_behind_a_byte_order_mark_is_no_row() {
        ReadTable read = ReadTable.of(HEADER + "\ufeffemail,event,time\n");

        assertThat(read.rows()).isEmpty();
        assertThat(read.rejects())
                .containsExactly(new Reject("t.csv", 2, 1, "the header again", "\ufeffemail,event,time"));
        assertThat(read.count()).isEqualTo(1);
    }

    @Test
    void a_replacement_character_that_the_file_really_has_is_text() {
        ReadTable read = ReadTable.of(HEADER + "a\ufffd,b,c\n");

        assertThat(read.rows()).containsExactly("2 a\ufffd@1 b@4 c@6");
        assertThat(read.rejects()).isEmpty();
        assertThat(read.count()).isEqualTo(1);
    }

    @Test
    void columns_count_characters_and_not_their_parts() {
        ReadTable read = ReadTable.of(HEADER + "\ud83d\ude00,\u00e9,c,d\n");

        assertThat(read.rows()).isEmpty();
        assertThat(read.rejects())
                .containsExactly(new Reject("t.csv", 2, 7, "4 fields, the header has 3", "\ud83d\ude00,\u00e9,c,d"));
        assertThat(read.count()).isEqualTo(1);
    }

    @Test
    void what_the_handler_refuses_is_a_reject_at_its_field() {
        ReadTable read = ReadTable.of(HEADER + "\u00e9,no,c\n");

        assertThat(read.rows()).isEmpty();
        assertThat(read.rejects()).containsExactly(new Reject("t.csv", 2, 3, "refused", "\u00e9,no,c"));
        assertThat(read.count()).isEqualTo(1);
    }

    @Test
    void a_refused_quoted_field_is_placed_at_its_quote() {
        ReadTable read = ReadTable.of(HEADER + "\"x \"\"y\"\"\",\"no\",c\n");

        assertThat(read.rows()).isEmpty();
        assertThat(read.rejects()).containsExactly(new Reject("t.csv", 2, 11, "refused", "\"x \"\"y\"\"\",\"no\",c"));
        assertThat(read.count()).isEqualTo(1);
    }

    @Test
    void a_refused_row_of_several_lines_is_kept_whole() {
        ReadTable read = ReadTable.of(HEADER + "\"a\nb\",no,\"c\nd\"\ne,f,g\n");

        assertThat(read.rows()).containsExactly("5 e@1 f@3 g@5");
        assertThat(read.rejects()).containsExactly(new Reject("t.csv", 2, 4, "refused", "\"a\nb\",no,\"c\nd\""));
        assertThat(read.count()).isEqualTo(2);
    }

    @Test
    void an_undecodable_byte_costs_its_row_alone() {
        ReadTable read = bytes("a,b,c\nd,caf\u00e9,f\ng,h,i\n");

        assertThat(read.rows()).containsExactly("2 a@1 b@3 c@5", "4 g@1 h@3 i@5");
        assertThat(read.rejects())
                .containsExactly(new Reject(
                        "t.csv",
                        3,
                        6,
                        "bytes that are not UTF-8; they can be read with encoding: windows-1252",
                        "d,caf\ufffd,f"));
        assertThat(read.count()).isEqualTo(3);
    }

    @Test
    void an_undecodable_byte_far_into_a_row_of_two_lines_costs_both() {
        ReadTable read = bytes("\"a\nb\",c\u00ff,d\ne,f,g\n");

        assertThat(read.rows()).containsExactly("4 e@1 f@3 g@5");
        assertThat(read.rejects())
                .containsExactly(new Reject(
                        "t.csv",
                        2,
                        5,
                        "bytes that are not UTF-8; they can be read with encoding: windows-1252",
                        "\"a\nb\",c\ufffd,d"));
        assertThat(read.count()).isEqualTo(2);
    }

    @Test
    void a_sequence_cut_by_a_line_end_leaves_the_next_row_alone() {
        ReadTable read = bytes("a,b,\u00e2\u0082\nd,e,f\n");

        assertThat(read.rows()).containsExactly("3 d@1 e@3 f@5");
        assertThat(read.rejects())
                .containsExactly(new Reject(
                        "t.csv",
                        2,
                        5,
                        "bytes that are not UTF-8; they can be read with encoding: windows-1252",
                        "a,b,\ufffd"));
        assertThat(read.count()).isEqualTo(2);
    }

    @Test
    void half_a_surrogate_pair_is_undecodable() {
        ReadTable read = bytes("a,\u00ed\u00a0\u0080,c\n");

        assertThat(read.rows()).isEmpty();
        assertThat(read.rejects())
                .containsExactly(new Reject(
                        "t.csv",
                        2,
                        3,
                        "bytes that are not UTF-8; they can be read with encoding: windows-1252",
                        "a,\ufffd,c"));
        assertThat(read.count()).isEqualTo(1);
    }

    @Test
    void undecodable_bytes_weigh_more_than_a_wrong_number_of_fields() {
        ReadTable read = bytes("a,\u00ff\n");

        assertThat(read.rows()).isEmpty();
        assertThat(read.rejects())
                .containsExactly(new Reject(
                        "t.csv",
                        2,
                        3,
                        "bytes that are not UTF-8; they can be read with encoding: windows-1252",
                        "a,\ufffd"));
        assertThat(read.count()).isEqualTo(1);
    }

    @Test
    void a_broken_quote_weighs_more_than_undecodable_bytes() {
        ReadTable read = bytes("\"a\"\u00ff,b,c\n");

        assertThat(read.rows()).isEmpty();
        assertThat(read.rejects())
                .containsExactly(new Reject("t.csv", 2, 4, "text after a closing quote", "\"a\"\ufffd,b,c"));
        assertThat(read.count()).isEqualTo(1);
    }

    @Test
    void a_field_of_four_mebibytes_is_read_and_one_of_a_byte_more_is_rejected_whole() {
        String most = "line\n".repeat((1 << 22) / 5) + "line";

        assertThat(ReadTable.of("h\n\"" + most + "\"\na\n").rejects()).isEmpty();
        assertThat(ReadTable.of("h\n\"" + most + "x\"\na\n").rejects())
                .containsExactly(new Reject(
                        "t.csv", 2, 1, "a quoted field of more than 4 MiB; no longer one is read", "\"line"));
        assertThat(ReadTable.of("h\n\"" + most + "x\"\na\n").rows()).containsExactly("838863 a@1");
    }

    @Test
    void a_record_of_more_than_eight_mebibytes_is_rejected_whole_if_it_is_sound() {
        ReadTable read = ReadTable.of("h,i\n1,\"" + "x,y\n".repeat(1 << 21) + "2,z\"\n3,a\n");

        assertThat(read.rejects())
                .containsExactly(new Reject(
                        "t.csv",
                        2,
                        3,
                        "a record of more than 8 MiB; no longer one of several lines is read",
                        "1,\"x,y"));
        assertThat(read.rows()).containsExactly("2097155 3@1 a@3");
    }

    @Test
    void a_quote_that_is_closed_after_more_than_eight_mebibytes_costs_one_line_if_its_record_is_not_sound() {
        ReadTable read = ReadTable.of("h,i\n1,\"" + "x,y\n".repeat(1 << 21) + "2,\"z\"\n");

        assertThat(read.rejects())
                .containsExactly(new Reject("t.csv", 2, 3, "a quote that is never closed", "1,\"x,y"));
        assertThat(read.count()).isEqualTo((1 << 21) + 1);
    }

    /** Reads rows whose bytes are given as one char each. */
    private static ReadTable bytes(String rows) {
        return ReadTable.of((HEADER + rows).getBytes(StandardCharsets.ISO_8859_1), Dialects.PLAIN);
    }
}
