package org.leadscore.calibrate.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.leadscore.lead.AlignedText;
import org.leadscore.lead.ShownText;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.numbers.NumberColumnFormatter;

/**
 * A table of things, a column for each that is asked of them. Figures that are not a number are blank; a decimal is a point in
 * any language.
 */
final class Sheet<T> {

    /** The most characters of a text on one line, so that the widest table here fits a terminal of a hundred columns. */
    private static final int WIDEST = 22;

    /** Cells that need quotes: they have a separator, a quote or a line end, or blanks or control characters around. */
    private static final Pattern QUOTED = Pattern.compile("[,;\t|\"\n\r]|^[\\x00-#]|[\\x00-\\x20]$");

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

    /**
     * Writes the table as CSV of RFC 4180 with LF as line end. A cell with a comma, semicolon, tab or pipe is quoted, as
     * spreadsheets may take any of them for the character between fields.
     */
    void write(Writer to) {
        try {
            to.write(line(table.columnNames().stream()));
            for (int row = 0; row < rows.size(); row++) {
                int at = row;
                to.write(line(table.columns().stream().map(column -> column.getString(at))));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String line(Stream<String> cells) {
        return cells.map(Sheet::cell).collect(Collectors.joining(",", "", "\n"));
    }

    private static String cell(String text) {
        return QUOTED.matcher(text).find() ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }

    /** Puts a text on one line, as {@link ShownText} shows it; a text of more than 22 characters is cut. */
    static String oneLine(String text) {
        String line = ShownText.onOneLine(text);
        return length(line) <= WIDEST ? line : line.substring(0, line.offsetByCodePoints(0, WIDEST - 1)) + "…";
    }
}
