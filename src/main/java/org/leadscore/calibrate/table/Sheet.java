package org.leadscore.calibrate.table;

import java.io.Writer;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import org.leadscore.lead.AlignedText;
import org.leadscore.lead.ShownText;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.numbers.NumberColumnFormatter;
import tech.tablesaw.io.csv.CsvWriteOptions;
import tech.tablesaw.io.csv.CsvWriter;

/**
 * A table of things, a column for each that is asked of them. Figures that are not a number are blank; a decimal is a point in
 * any language.
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

    /** The table for a terminal, under its title. */
    String print() {
        List<String> heading = table.columnNames();
        List<List<String>> cells = IntStream.range(0, rows.size())
                .mapToObj(row -> table.columns().stream()
                        .map(column -> column.getString(row))
                        .toList())
                .toList();
        return table.name() + '\n' + AlignedText.underHeading(heading, cells);
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
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

    /** Puts a text on one line, as {@link ShownText} shows it; a text of more than 22 characters is cut. */
    static String oneLine(String text) {
        String line = ShownText.onOneLine(text);
        return length(line) <= WIDEST ? line : line.substring(0, line.offsetByCodePoints(0, WIDEST - 1)) + "…";
    }
}
