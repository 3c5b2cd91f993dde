package org.leadscore.ingest.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.leadscore.ingest.row.Reject;
import org.leadscore.ingest.table.Dialects;
import org.leadscore.ingest.table.ReadTable;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DecodingTest {

    private static final String TEXT = "name,city\nIn\u00e9s,M\u00e1laga\n";
    private static final String ROW = "2 In\u00e9s@1 M\u00e1laga@6";

    @Test
    void utf_16_is_told_by_its_byte_order_mark() {
        assertThat(ReadTable.of(bytes("\ufeff" + TEXT, "UTF-16LE"), Dialects.PLAIN)
                        .rows())
                .containsExactly(ROW);
        assertThat(ReadTable.of(bytes("\ufeff" + TEXT, "UTF-16BE"), Dialects.PLAIN)
                        .rows())
                .containsExactly(ROW);
    }

    @Test
    void utf_32_is_told_by_its_byte_order_mark() {
        assertThat(ReadTable.of(bytes("\ufeff" + TEXT, "UTF-32LE"), Dialects.PLAIN)
                        .rows())
                .containsExactly(ROW);
    }

    @Test
    void a_byte_order_mark_is_believed_against_the_encoding_that_is_named() {
        assertThat(ReadTable.of(bytes("\ufeff" + TEXT, "UTF-8"), Dialects.encoded("ISO-8859-1"))
                        .rows())
                .containsExactly(ROW);
    }

    @Test
    void a_named_encoding_needs_no_mark() {
        assertThat(ReadTable.of(bytes(TEXT, "windows-1252"), Dialects.encoded("windows-1252"))
                        .rows())
                .containsExactly(ROW);
        assertThat(ReadTable.of(bytes(TEXT, "UTF-16LE"), Dialects.encoded("UTF-16LE"))
                        .rows())
                .containsExactly(ROW);
        assertThat(ReadTable.of(bytes(TEXT, "UTF-16LE"), Dialects.encoded("UTF-16"))
                        .rows())
                .containsExactly(ROW);
    }

    @Test
    void utf_16_without_mark_and_name_is_refused_with_the_name_to_write() {
        assertThat(ReadTable.refusal(bytes(TEXT, "UTF-16BE"), Dialects.PLAIN))
                .isEqualTo(
                        "t.csv: looks like UTF-16 without a byte order mark; write encoding: UTF-16BE beside its path");
    }

    @Test
    void what_the_named_encoding_does_not_have_costs_its_row_alone() {
        byte[] bytes = "a,b\n1,\u0081\n2,3\n".getBytes(StandardCharsets.ISO_8859_1);

        ReadTable read = ReadTable.of(bytes, Dialects.encoded("windows-1252"));

        assertThat(read.rows()).containsExactly("3 2@1 3@3");
        assertThat(read.rejects())
                .containsExactly(new Reject("t.csv", 2, 3, "bytes that are not windows-1252", "1,\ufffd"));
    }

    @Test
    void half_a_character_at_the_end_costs_the_last_row() {
        byte[] whole = bytes("\ufeffa,b\n1,2\n3,4", "UTF-16LE");

        ReadTable read = ReadTable.of(Arrays.copyOf(whole, whole.length - 1), Dialects.PLAIN);

        assertThat(read.rows()).containsExactly("2 1@1 2@3");
        assertThat(read.rejects())
                .containsExactly(new Reject("t.csv", 3, 3, "bytes that are not UTF-16LE", "3,\ufffd"));
    }

    @Test
    void text_longer_than_any_buffer_is_decoded_without_seams() {
        String rows = "\u20ac,\ud83d\ude00\n".repeat(50_000);

        assertThat(ReadTable.of(bytes("\ufeffa,b\n" + rows, "UTF-16LE"), Dialects.PLAIN)
                        .rows())
                .hasSize(50_000)
                .endsWith("50001 \u20ac@1 \ud83d\ude00@3");
    }

    @Test
    void gzip_is_told_by_its_bytes() {
        assertThat(ReadTable.of(gzip(TEXT), Dialects.PLAIN).rows()).containsExactly(ROW);
    }

    @Test
    void all_members_of_an_archive_are_read_and_padding_is_passed_over() {
        byte[] both = joined(gzip("a,b\n1,2\n"), gzip("3,4\n"), new byte[512]);

        assertThat(ReadTable.of(both, Dialects.PLAIN).rows()).containsExactly("2 1@1 2@3", "3 3@1 4@3");
    }

    @Test
    void an_archive_cut_short_is_refused() {
        byte[] whole = gzip(TEXT);

        assertThat(ReadTable.refusal(Arrays.copyOf(whole, whole.length - 4), Dialects.PLAIN))
                .isEqualTo(
                        "t.csv: the archive is cut short: it ends after 24 unpacked bytes, in the middle; copy it again");
    }

    @Test
    void an_archive_cut_short_in_the_header_of_a_later_member_is_refused() {
        byte[] cut = joined(gzip(TEXT), Arrays.copyOf(gzip(TEXT), 5));

        assertThat(ReadTable.refusal(cut, Dialects.PLAIN))
                .isEqualTo(
                        "t.csv: the archive is cut short: it ends after 24 unpacked bytes, in the middle; copy it again");
    }

    @Test
    void an_archive_whose_sum_is_wrong_is_refused() {
        byte[] whole = gzip(TEXT);
        whole[whole.length - 8] ^= 1;

        assertThat(ReadTable.refusal(whole, Dialects.PLAIN))
                .isEqualTo("t.csv: the archive is damaged after 24 unpacked bytes; copy it again");
    }

    @Test
    void an_archive_with_something_else_behind_it_is_refused() {
        assertThat(ReadTable.refusal(joined(gzip(TEXT), bytes("more", "UTF-8")), Dialects.PLAIN))
                .isEqualTo("t.csv: after 24 unpacked bytes comes something that is no archive; make the archive again");
    }

    private static byte[] bytes(String text, String charset) {
        return text.getBytes(Charset.forName(charset));
    }

    private static byte[] gzip(String text) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
