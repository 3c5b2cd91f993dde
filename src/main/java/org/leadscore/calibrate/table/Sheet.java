package org.leadscore.calibrate.table;

import java.io.Writer;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.numbers.NumberColumnFormatter;
import tech.tablesaw.io.csv.CsvWriteOptions;
import tech.tablesaw.io.csv.CsvWriter;

/**
 * A table with a line for each row and a column for each figure, printed or written as CSV. No other class uses tablesaw.
 * Figures that are not a number are blank; the decimal separator is a point in any language.
 */
final class Sheet<T> {

    /** The most characters of a text on one line, so that the widest table here fits a terminal of a hundred columns. */
    private static final int WIDEST = 22;

    private final List<T> rows;
    private final Table table;

    Sheet(String title, List<T> rows) {
        this.rows = List.copyOf(rows);
        table = Table.create(title);
    }

    Sheet<T> text(String name, Function<T, String> text) {
        table.addColumns(StringColumn.create(name, rows.stream().map(text)));
        return this;
    }

    Sheet<T> count(String name, ToLongFunction<T> count) {
        table.addColumns(LongColumn.create(name, rows.stream().mapToLong(count)));
        return this;
    }

    /**
     * Adds a column of decimal figures.
     *
     * @param pattern of {@link DecimalFormat}
     */
    Sheet<T> figure(String name, String pattern, ToDoubleFunction<T> figure) {
        DecimalFormat format = new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT));
        DoubleColumn column = DoubleColumn.create(
                name, rows.stream().mapToDouble(figure).map(one -> isShownAsZero(one, format) ? 0 : one));
        column.setPrintFormatter(new NumberColumnFormatter(format));
        table.addColumns(column);
        return this;
    }

    /** True when the format shows the figure as zero, which is then shown without a sign. */
    private static boolean isShownAsZero(double figure, DecimalFormat format) {
        return !Double.isNaN(figure) && Double.parseDouble(format.format(figure)) == 0;
    }

    /** Prints the table for people: columns two blanks apart, no trailing blanks, no empty line at the end. */
    String print() {
        List<String> lines = table.printAll().lines().skip(1).map(Sheet::narrow).toList();
        int width = lines.stream().mapToInt(String::length).max().orElse(0);
        StringBuilder printed = new StringBuilder(table.name()).append('\n');
        for (String line : lines) {
            printed.append(line.matches("-+") ? "-".repeat(width) : line).append('\n');
        }
        return printed.toString();
    }

    private static String narrow(String line) {
        String plain = line.startsWith(" ") ? line.substring(1) : line;
        boolean isRule = plain.matches("-+");
        return isRule
                ? "-"
                : plain.replace("  |  ", "  ").replaceFirst("  \\|$", "").stripTrailing();
    }

    /** Writes the table as CSV of RFC 4180 with LF as line end. */
    void write(Writer to) {
        new CsvWriter()
                .write(
                        table,
                        CsvWriteOptions.builder(to)
                                .header(true)
                                .lineEnd("\n")
                                .usePrintFormatters(true)
                                .build());
    }

    /** Puts a text on one line: control characters become blanks, and a text of more than 22 characters is cut. */
    static String oneLine(String text) {
        String line = text.codePoints()
                .map(character -> Character.isISOControl(character) ? ' ' : character)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        int length = line.codePointCount(0, line.length());
        return length <= WIDEST ? line : line.substring(0, line.offsetByCodePoints(0, WIDEST - 1)) + "…";
    }
}
