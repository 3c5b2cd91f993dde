package org.leadscore.ingest.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FileKindTest {

    @Test
    void workbooks_are_told_from_other_archives() {
        assertThat(told("PK\u0003\u0004........[Content_Types].xml"))
                .isEqualTo(
                        "this is an Excel workbook, which is read from a file only, not from a pipe or an archive; export it as CSV");
        assertThat(told("PK\u0003\u0004........web.csv"))
                .isEqualTo(
                        "this is a zip archive, which is read from a file only, not from a pipe or another archive; unpack it first");
        assertThat(told("\u00d0\u00cf\u0011\u00e0\u00a1\u00b1"))
                .isEqualTo(
                        "this is an old Excel workbook, or one with a password; save it as .xlsx without one, or export it as CSV");
    }

    @Test
    void a_web_page_is_told_whatever_stands_before_it() {
        assertThat(told("\u00ef\u00bb\u00bf\r\n <!DOCTYPE HTML>\n<html>"))
                .isEqualTo("this is a web page, perhaps of a login that ran out; export the table as CSV");
    }

    @Test
    void json_is_told_from_headers_in_brackets() {
        assertThat(told("[\n  {\"a\": 1}")).isEqualTo("this is a JSON file; export the table as CSV");
        assertThat(told("{\"a\": 1}")).isEqualTo("this is a JSON file; export the table as CSV");
        assertThat(told("[Email],[Date]\n")).isEqualTo("a table");
    }

    @Test
    void other_formats_are_named() {
        assertThat(told("%PDF-1.7")).isEqualTo("this is a PDF file; export the table as CSV");
        assertThat(told("<?xml version=\"1.0\"?>")).isEqualTo("this is an XML file; export the table as CSV");
        assertThat(told("PAR1....")).isEqualTo("this is a Parquet file; export it as CSV");
        assertThat(told("(\u00b5/\u00fd..")).isEqualTo("this is a zstd archive; unpack it, or pack it with gzip");
    }

    @Test
    void a_header_is_no_other_kind() {
        assertThat(told("email,event\n")).isEqualTo("a table");
        assertThat(told("")).isEqualTo("a table");
    }

    private static String told(String head) {
        return FileKind.notATable(head.getBytes(StandardCharsets.ISO_8859_1)).orElse("a table");
    }
}
