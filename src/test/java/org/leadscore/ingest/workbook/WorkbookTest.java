package org.leadscore.ingest.workbook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.leadscore.ingest.archive.Density;
import org.leadscore.ingest.archive.ZipArchive;
import org.leadscore.ingest.input.OffsetFile;
import org.leadscore.problem.InputException;

@DisplayNameGeneration(ReplaceUnderscores.class)
class WorkbookTest {

    private static final long MEBIBYTE = 1 << 20;
    private static final String TYPE = "http://purl.oclc.org/ooxml/officeDocument/relationships/";

    @Test
    void a_row_is_a_line_and_blank_rows_are_blank_lines() throws IOException {
        assertThat(
                        csv(
                                "<row r='2'><c r='B2'><v>1</v></c></row><row r='3'/><row r='5'><c><v>2</v></c><c><v>3</v></c></row>"))
                .isEqualTo("\n,1\n\n\n2,3\n");
    }

    @Test
    void rows_and_cells_without_places_follow_each_other() throws IOException {
        assertThat(csv("<row><c><v>1</v></c><c/><c><v>3</v></c></row><row><c><v>4</v></c></row>"))
                .isEqualTo("1,,3\n4\n");
    }

    @Test
    void texts_are_quoted_where_csv_needs_it_and_line_breaks_are_blanks() throws IOException {
        assertThat(csv("<row>" + text("a,b") + text("say \"x\"") + text(" y ") + text("1\r\n2") + text("_x0041__x000D_")
                        + "</row>"))
                .isEqualTo("\"a,b\",\"say \"\"x\"\"\",\" y \",1 2,\"A \"\n");
    }

    @Test
    void prefixes_of_names_do_not_matter() throws IOException {
        assertThat(sheet("<x:worksheet xmlns:x='urn:x'><x:sheetData><x:row><x:c t='b'><x:v>1</x:v></x:c></x:row>"
                        + "</x:sheetData></x:worksheet>"))
                .isEqualTo("TRUE\n");
    }

    @ParameterizedTest
    @CsvSource({
        "12345678901, 12345678901",
        "12345678901234567890, 12345678901234567890",
        "19.989999999999998, 19.99",
        "0.30000000000000004, 0.30000000000000004",
        "1.2E+3, 1200",
        "1E-7, 0.0000001",
        "-5, -5",
        "007, 007",
        "1E+999999999, 1E+999999999",
    })
    void numbers_keep_their_digits(String raw, String read) throws IOException {
        assertThat(csv("<row><c><v>" + raw + "</v></c></row>")).isEqualTo(read + "\n");
    }

    @ParameterizedTest
    @CsvSource({
        "1, 45977.395833333336, 2025-11-16T09:30:00",
        "1, 45977, 2025-11-16T00:00:00",
        "2, 45977, 2025-11-16",
        "2, 45977.5, 2025-11-16T12:00:00",
        "3, 0.395833333333333, 09:30:00",
        "1, 45976.99999999, 2025-11-16T00:00:00",
        "2, 1, 1900-01-01",
        "2, 59, 1900-02-28",
        "2, 61, 1900-03-01",
        "2, -1, -1",
        "2, 99999999, 99999999",
        "4, 1.5, 1.5",
        "5, 45977.395833449074, 2025-11-16T09:30:00.010",
    })
    void numbers_with_the_format_of_a_date_are_dates(String style, String raw, String read) throws IOException {
        assertThat(csv("<row><c s='" + style + "'><v>" + raw + "</v></c></row>"))
                .isEqualTo(read + "\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "dd/mm/yyyy|DAY",
                "[$-C0A]d \"de\" mmmm \"de\" yyyy;@|DAY",
                "mmm\\-yy|DAY",
                "yyyy-mm-dd hh:mm|MOMENT",
                "m/d/yy h:mm AM/PM|MOMENT",
                "hh:mm:ss|TIME",
                "yyyy-mm-dd hh:mm:ss.000|EXACT_MOMENT",
                "[h]:mm:ss|NUMBER",
                "#,##0.00\\ \"days\"|NUMBER",
                "[Red]0.00|NUMBER",
                "0.00E+00|NUMBER",
                "General|NUMBER",
                "_-* #,##0.00\\ [$€-407]_-|NUMBER",
                "@|NUMBER",
            })
    void a_format_says_whether_a_number_is_a_date(String code, String meaning) {
        assertThat(CellFormats.ofCode(code)).hasToString(meaning);
    }

    @Test
    void rows_that_go_back_are_refused() {
        assertThatThrownBy(() -> csv("<row r='2'/><row r='2'/>"))
                .isInstanceOf(InputException.class)
                .hasMessage(
                        "b.xlsx: the workbook is damaged: its row 2 comes after row 2; save it again, or export it as CSV");
    }

    @Test
    void places_without_end_are_refused() {
        assertThatThrownBy(() -> csv("<row r='999999999'/>")).hasMessageContaining("a row has the number '999999999'");
        assertThatThrownBy(() -> csv("<row r='1'><c r='ZZZZZZZZ1'><v>1</v></c></row>"))
                .hasMessageContaining("its row 1 has a cell behind the last column, XFD");
    }

    @Test
    void entities_are_refused() {
        assertThatThrownBy(() ->
                        sheet("<!DOCTYPE a [<!ENTITY a SYSTEM 'file:///etc/hostname'>]><worksheet>&a;</worksheet>"))
                .isInstanceOf(InputException.class)
                .hasMessage(
                        "b.xlsx: defines entities, as no workbook does, and may be a trap; save it again with Excel,"
                                + " or export it as CSV");
    }

    @Test
    void a_percentage_is_read_as_it_is_shown() throws IOException {
        String row = "<row><c s='6'><v>0.45</v></c><c s='6'><v>0.070000000000000007</v></c><c s='6'><v>1</v></c>"
                + "<c s='6'><v>-0.125</v></c></row>";

        assertThat(csv(row)).isEqualTo("45%,7%,100%,-12.5%\n");
    }

    @Test
    void a_text_or_a_tag_without_end_is_refused() {
        String much = "a".repeat(1 << 24) + "aaaaa";
        String refusal = "b.xlsx: has a text of more than 16 MiB, as no cell can hold, and may be a trap;"
                + " save it again with Excel, or export it as CSV";

        assertThatThrownBy(() -> csv("<row>" + text(much) + "</row>")).hasMessage(refusal);
        assertThatThrownBy(() -> csv("<row r='" + much + "'/>")).hasMessage(refusal);
        assertThatThrownBy(() -> csv("<row><c t='inlineStr'><is>" + ("<t>" + "a".repeat(1 << 23) + "</t>").repeat(3)
                        + "</is></c></row>"))
                .hasMessage(refusal);
    }

    @Test
    void cells_that_come_to_more_than_any_table_are_refused() throws IOException {
        String row = "<row><c r='XFD'><v>1</v></c></row>"; // 16 KiB of cells
        String sheet = worksheet(row.repeat(1000));

        assertThatThrownBy(() -> sheet(sheet, MEBIBYTE))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("which is no table but a trap; if it is one, export it as CSV");
        assertThat(sheet(sheet, 17 * MEBIBYTE)).hasSize(1000 * (1 << 14) + 1000);
        assertThat(Density.ALWAYS).isEqualTo(1024 * MEBIBYTE);
    }

    @Test
    void more_than_50_million_characters_are_read() throws IOException {
        String row = "<row>" + text("a&amp;b&lt;" + "c".repeat(500)) + "</row>";

        assertThat(csv(row.repeat(110_000))).hasSize(110_000 * 505);
    }

    private static String text(String text) {
        return "<c t='inlineStr'><is><t xml:space='preserve'>" + text + "</t></is></c>";
    }

    private static String csv(String rows) throws IOException {
        return sheet(worksheet(rows));
    }

    private static String worksheet(String rows) {
        return "<worksheet xmlns='urn:x'><sheetData>" + rows + "</sheetData></worksheet>";
    }

    private static String sheet(String xml) throws IOException {
        return sheet(xml, Density.ALWAYS);
    }

    private static String sheet(String xml, long always) throws IOException {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("_rels/.rels", relations(relation("r1", "officeDocument", "/book/main.xml")));
        parts.put("[Content_Types].xml", "<Types/>");
        parts.put(
                "book/main.xml",
                "<workbook xmlns:r='urn:r'><sheets><sheet name='One' sheetId='1' r:id='r1'/></sheets></workbook>");
        parts.put(
                "book/_rels/main.xml.rels",
                relations(relation("r1", "worksheet", "./one.xml") + relation("r2", "styles", "../styles.xml")));
        parts.put("book/one.xml", xml);
        parts.put(
                "styles.xml",
                "<styleSheet><numFmts><numFmt numFmtId='170' formatCode='[h]:mm'/><numFmt numFmtId='171'"
                        + " formatCode='yyyy-mm-dd hh:mm:ss.000'/></numFmts><cellXfs><xf numFmtId='0'/><xf numFmtId='22'/>"
                        + "<xf numFmtId='14'/><xf numFmtId='20'/><xf numFmtId='170'/><xf numFmtId='171'/><xf numFmtId='10'/></cellXfs></styleSheet>");
        Workbook book = Workbook.of(archive(parts));
        try (InputStream in = book.open(book.sheets().get(0), '.', always)) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }

    private static String relations(String relations) {
        return "<?xml version='1.0'?><Relationships>" + relations + "</Relationships>";
    }

    private static String relation(String id, String type, String target) {
        return "<Relationship Id='" + id + "' Type='" + TYPE + type + "' Target='" + target + "'/>";
    }

    private static ZipArchive archive(Map<String, String> parts) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                out.putNextEntry(new ZipEntry(part.getKey()));
                out.write(part.getValue().getBytes(UTF_8));
            }
        }
        byte[] zip = bytes.toByteArray();
        OffsetFile file = new OffsetFile() {
            @Override
            public String name() {
                return "b.xlsx";
            }

            @Override
            public InputStream open(long from) {
                return new ByteArrayInputStream(zip, (int) from, (int) (zip.length - from));
            }
        };
        return ZipArchive.of(file, zip.length);
    }
}
