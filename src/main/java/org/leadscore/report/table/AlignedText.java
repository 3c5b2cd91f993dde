package org.leadscore.report.table;

import java.util.List;

/**
 * Lays out small tables for the person at a terminal; all that reports print goes through it. Nothing is cut or broken, however narrow
 * the terminal is, because the lines are searched and compared too. The table of picocli breaks what is wider than it was told, and
 * picocli is at home in {@code cli}.
 */
public final class AlignedText {

    private AlignedText() {}

    /**
     * Writes a line for each row, ended by LF, without trailing blanks; columns are two blanks apart.
     *
     * @param rows of any lengths
     * @param left number of columns, from the first on, that stand to the left; all others stand to the right
     */
    public static String columns(List<List<String>> rows, int left) {
        int[] widths = widths(rows);
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < row.size(); column++) {
                String cell = row.get(column);
                String pad = " ".repeat(widths[column] - length(cell));
                line.append(column == 0 ? "" : "  ").append(column < left ? cell + pad : pad + cell);
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
        return text.toString();
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
