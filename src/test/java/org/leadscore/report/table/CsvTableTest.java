package org.leadscore.report.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.QuoteMode;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.leadscore.lead.Utf8Slice;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CsvTableTest {

    private static final List<String> ENDS = List.of(
            " ", "\t", "\r", "\n", "\u0000", "\u007F", "\"", "#", "$", "'", "(", "+", ",", "-", ".", "/", "0", "9", ":",
            ";", "=", "@", "A", "|", "~", "\u0085", "\u00A0", "À", "ß", "Ж", "߿", "ࠀ", "\u2003", "€", "\u3000", "語",
            "\uFEFF", "＝", "＋", "－", "＠", "😀");

    private static final List<String> MIDDLES = List.of(
            "",
            "",
            "Ana",
            "Page viewed +25.79; Demo requested +25",
            "exactly8",
            "a, b",
            "x;y",
            "tab\there",
            "two\nlines",
            "cr\r",
            "say \"no\"",
            "Łódź",
            "日本語",
            "|",
            "a·b",
            "§",
            "-12.5",
            "-1.5e3",
            "0301",
            "+34600123456",
            "1234567890123456",
            "+34 600 123 456");

    static Stream<CsvForm> forms() {
        return Stream.of(
                CsvForm.PLAIN,
                new CsvForm(',', false, false),
                new CsvForm(';', false, true),
                new CsvForm(';', true, true),
                new CsvForm(',', true, false),
                new CsvForm('\t', false, true),
                new CsvForm('|', true, true),
                new CsvForm(':', false, false),
                new CsvForm(' ', false, true),
                new CsvForm('·', false, true),
                new CsvForm('§', true, false));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void the_library_would_write_the_same_bytes_if_it_quoted_separators(CsvForm form) throws IOException {
        SplittableRandom random = new SplittableRandom(11);
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        CsvTable table = CsvTable.continued(written, form);
        StringBuilder expected = new StringBuilder();
        CSVFormat quoting = form.format().builder().setQuoteMode(QuoteMode.ALL).get();

        for (int row = 0; row < 20_000; row++) {
            int cells = random.nextInt(1, 4);
            for (int cell = 0; cell < cells; cell++) {
                String text = text(random);
                boolean isForeign = random.nextBoolean();
                write(text, isForeign, random.nextBoolean(), table);
                String expectedText = expected(text, isForeign, form);
                (hasSeparator(expectedText) || expectedText.startsWith("=\"") ? quoting : form.format())
                        .print(expectedText, expected, cell == 0);
            }
            table.endRow();
            expected.append(form.excel() ? "\r\n" : "\n");
        }
        table.flush();

        assertThat(written.toString(StandardCharsets.UTF_8)).isEqualTo(expected.toString());
    }

    private static boolean hasSeparator(String text) {
        return text.chars().anyMatch(c -> ",;\t|".indexOf(c) >= 0);
    }

    private static String expected(String text, boolean isForeign, CsvForm form) {
        if (isForeign && form.excel() && text.matches("[+-]?[0-9]{16,}|[+][0-9]+|-?0[0-9]+")) {
            return "=\"" + text + '"';
        }
        return isForeign && form.formulaGuard() ? FormulaGuard.guard(text) : text;
    }

    @ParameterizedTest
    @ValueSource(strings = {"0301", "00", "+34600123456", "+1", "1234567890123456", "-1234567890123456", "-01"})
    void digits_that_excel_would_change_are_a_formula_that_is_read_back_as_the_text(String digits) throws IOException {
        String written = cell(new CsvForm(',', true, true), digits);

        assertThat(written).isEqualTo("\"=\"\"" + digits + "\"\"\"");
        assertThat(FormulaGuard.unguard("=\"" + digits + '"')).isEqualTo(digits);
        assertThat(cell(new CsvForm(',', true, false), digits)).isEqualTo(written);
        assertThat(cell(CsvForm.PLAIN, digits)).isEqualTo(digits);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "7", "301", "-5", "123456789012345", "0.5", "0,5", "03-01", "0301x", "-"})
    void other_texts_are_no_formulas_for_excel(String text) throws IOException {
        assertThat(cell(new CsvForm('\t', true, false), text)).isEqualTo(text.contains(",") ? '"' + text + '"' : text);
    }

    @Test
    void a_text_that_looks_like_such_a_formula_is_guarded_and_finds_its_way_back() throws IOException {
        assertThat(cell(new CsvForm(';', true, true), "=\"0301\"")).isEqualTo("\"'=\"\"0301\"\"\"");
        assertThat(FormulaGuard.unguard("'=\"0301\"")).isEqualTo("=\"0301\"");
        assertThat(FormulaGuard.unguard("=\"03\"01\"")).isEqualTo("=\"03\"01\"");
        assertThat(FormulaGuard.unguard("=\"03\"\"01\"")).isEqualTo("03\"01");
    }

    private static String cell(CsvForm form, String text) throws IOException {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        CsvTable table = CsvTable.continued(written, form);
        table.text(text);
        table.flush();
        return written.toString(StandardCharsets.UTF_8);
    }

    @Test
    void numbers_have_decimal_commas_where_excel_parts_fields_by_semicolons() throws IOException {
        assertThat(numbers(CsvForm.PLAIN)).isEqualTo("-1,8.73,-0.05,0,12.35,-1000000,-0.5,\n");
        assertThat(numbers(new CsvForm(';', true, true))).isEqualTo("-1;8,73;-0,05;0;12,35;-1000000;-0,5;\r\n");
    }

    @ParameterizedTest
    @ValueSource(chars = {'"', '\n', '\r', '-', '.', '0', '9'})
    void what_numbers_are_made_of_parts_no_fields(char delimiter) {
        assertThatThrownBy(() -> new CsvForm(delimiter, false, true))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("neither a quote, nor a line end, nor what numbers have can part fields");
    }

    private static String numbers(CsvForm form) throws IOException {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        CsvTable table = CsvTable.continued(written, form);
        table.number(-1);
        table.number(873, 2);
        table.number(-5, 2);
        table.points(4_999, 2);
        table.points(12_345_000, 2);
        table.points(-1_000_000_000_000L, 6);
        table.number("-0.5");
        table.number("");
        table.endRow();
        table.flush();
        return written.toString(StandardCharsets.UTF_8);
    }

    private static void write(String text, boolean isForeign, boolean inBytes, CsvTable table) throws IOException {
        if (!isForeign && inBytes) {
            table.plain(text.getBytes(StandardCharsets.UTF_8));
        } else if (!isForeign) {
            table.plain(text);
        } else if (inBytes) {
            byte[] around = ("x" + text + "\n").getBytes(StandardCharsets.UTF_8);
            table.text(new Utf8Slice(around, 1, around.length - 2));
        } else {
            table.text(text);
        }
    }

    private static String text(SplittableRandom random) {
        String text = end(random) + MIDDLES.get(random.nextInt(MIDDLES.size())) + end(random);
        return random.nextInt(20) == 0 ? text + text + text : text;
    }

    private static String end(SplittableRandom random) {
        return random.nextBoolean() ? "" : ENDS.get(random.nextInt(ENDS.size()));
    }
}
