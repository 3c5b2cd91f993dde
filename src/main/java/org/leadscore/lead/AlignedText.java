package org.leadscore.lead;

import java.util.List;
import java.util.stream.Stream;

/**
 * Lays out small tables for the person at a terminal; all tables that are printed there go through it. Nothing is cut or broken,
 * however narrow the terminal is, because the lines are searched and compared too. The table of picocli breaks what is wider than it
 * was told, and picocli is at home in {@code cli}.
 */
public final class AlignedText {

    private AlignedText() {}

    /**
     * Writes a line for each row, ended by LF, without trailing blanks; columns are two blanks apart.
     *
     * @param cells rows of any lengths
     * @param left number of columns, from the first on, that stand to the left; all others stand to the right
     */
    public static String columns(List<List<String>> cells, int left) {
        List<List<String>> rows = shown(cells);
        int[] widths = widths(rows);
        StringBuilder text = new StringBuilder();
        rows.forEach(row -> text.append(line(row, widths, left)).append('\n'));
        return text.toString();
    }

    /**
     * Writes a heading, a rule as wide as the widest line, and a line for each row, with all cells to the right and the words of the
     * heading in the middle of their columns.
     *
     * @param cells rows as long as the heading
     */
    public static String underHeading(List<String> heading, List<List<String>> cells) {
        List<List<String>> rows = shown(cells);
        int[] widths = widths(Stream.concat(Stream.of(heading), rows.stream()).toList());
        StringBuilder names = new StringBuilder();
        for (int column = 0; column < heading.size(); column++) {
            String name = heading.get(column);
            int room = widths[column] - length(name);
            names.append(column == 0 ? "" : "  ")
                    .append(" ".repeat(room / 2))
                    .append(name)
                    .append(" ".repeat(room - room / 2));
        }
        List<String> lines = Stream.concat(
                        Stream.of(names.toString().stripTrailing()),
                        rows.stream().map(row -> line(row, widths, 0)))
                .toList();
        int widest = lines.stream().mapToInt(AlignedText::length).max().orElse(0);
        StringBuilder text = new StringBuilder();
        text.append(lines.get(0)).append('\n').append("-".repeat(widest)).append('\n');
        lines.stream().skip(1).forEach(line -> text.append(line).append('\n'));
        return text.toString();
    }

    /** The cells as {@link ShownText} shows them, before they are measured. */
    private static List<List<String>> shown(List<List<String>> rows) {
        return rows.stream()
                .map(row -> row.stream().map(ShownText::onOneLine).toList())
                .toList();
    }

    private static String line(List<String> row, int[] widths, int left) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < row.size(); column++) {
            String cell = row.get(column);
            String pad = " ".repeat(widths[column] - length(cell));
            line.append(column == 0 ? "" : "  ").append(column < left ? cell + pad : pad + cell);
        }
        return line.toString().stripTrailing();
    }

    private static int[] widths(List<List<String>> rows) {
        int[] widths = new int[rows.stream().mapToInt(List::size).max().orElse(0)];
        for (List<String> row : rows) {
            for (int column = 0; column < row.size(); column++) {
                widths[column] = Math.max(widths[column], length(row.get(column)));
            }
        }
        return widths;
    }

    private static int length(String cell) {
        return cell.codePointCount(0, cell.length());
    }
}
