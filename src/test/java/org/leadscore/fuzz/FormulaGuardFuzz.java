package org.leadscore.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.leadscore.lead.Text;
import org.leadscore.report.table.CsvForm;
import org.leadscore.report.table.CsvTable;
import org.leadscore.report.table.FormulaGuard;

/** Any text as a cell of a report: FastCSV reads one cell, which no spreadsheet runs, and which leads back to the text. */
public final class FormulaGuardFuzz {

    private static final char[] DELIMITERS = {',', ';', '\t', '|', ' ', '\u00a7'};
    private static final String SIGNS = "=+-@\uFF1D\uFF0B\uFF0D\uFF20";
    /** Digits with points and commas between, before or behind them: text or a number, and never a formula. */
    private static final Pattern NUMBER = Pattern.compile("[+-](?=.*[0-9])[0-9.,]+([eE][+-]?[0-9]+)?%?");

    /** A formula of ours that stands for the text of its digits. */
    private static final Pattern DIGITS = Pattern.compile("=\"[+-]?[0-9]+\"");

    private static final Pattern PHONE = Pattern.compile("\\+(?:[ .\\-/()\u00A0]*[0-9]){5,18}[ .\\-/()\u00A0]*");

    private FormulaGuardFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) throws IOException {
        FuzzInput in = new FuzzInput(input);
        CsvForm form = new CsvForm(DELIMITERS[in.choice(DELIMITERS.length)], in.coin(), true);
        String text = in.text();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CsvTable table = new CsvTable(out, form);
        table.text(text);
        table.text("x");
        table.endRow();
        table.number(7);
        table.text(text);
        table.endRow();
        table.text(text);
        table.endRow();
        table.flush();

        List<List<String>> rows = rows(out.toByteArray(), form);

        assertThat(rows).hasSize(3);
        assertThat(rows.get(0)).hasSize(2).endsWith("x");
        assertThat(rows.get(1)).hasSize(2).startsWith("7");
        assertThat(rows.get(2)).hasSize(1);
        for (String cell :
                List.of(rows.get(0).get(0), rows.get(1).get(1), rows.get(2).get(0))) {
            assertThat(FormulaGuard.unguard(cell)).isEqualTo(text);
            boolean isDigits = form.excel() && DIGITS.matcher(cell).matches();
            assertThat(isRun(cell) && !isDigits).as(cell).isFalse();
        }
    }

    private static List<List<String>> rows(byte[] bytes, CsvForm form) throws IOException {
        String text = new String(bytes, StandardCharsets.UTF_8);
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .fieldSeparator(form.delimiter())
                .skipEmptyLines(false)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(form.excel() ? text.substring(1) : text)) {
            return reader.stream().map(CsvRecord::getFields).toList();
        }
    }

    /** True for what a spreadsheet takes for a formula: white space, then a sign, and no number and no phone number. */
    private static boolean isRun(String cell) {
        int at = 0;
        while (at < cell.length() && isSkipped(cell.charAt(at))) {
            if (cell.charAt(at) == '\t' || cell.charAt(at) == '\r') {
                return true;
            }
            at++;
        }
        return at < cell.length()
                && SIGNS.indexOf(cell.charAt(at)) >= 0
                && !(at == 0 && NUMBER.matcher(Text.strip(cell)).matches())
                && !PHONE.matcher(cell).matches();
    }

    private static boolean isSkipped(char c) {
        return c <= ' ' || Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\uFEFF';
    }
}
