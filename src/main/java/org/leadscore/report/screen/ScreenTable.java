package org.leadscore.report.screen;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Lays out a small table for a screen. Where it is too wide, a last column of text breaks, and stands below its row if it has hardly any room
 * beside it; then other columns of text break. Where that is not enough, the columns that have no room follow below, beside the first one
 * again. Columns are two blanks apart.
 */
final class ScreenTable {

    private static final int GAP = 2;

    /** The narrowest width in columns of the screen to which a column of text is squeezed. */
    private static final int NARROWEST = 16;

    /** The narrowest width of the last column, if it is text, beside the others. */
    private static final int NARROWEST_LAST = 20;

    /** Fewer than one row in so many may break to leave room for the last column. */
    private static final int FEW = 3;

    /** The number of blanks before what stands below a row, beyond those before the row. */
    private static final int BELOW = 4;

    private final Screen screen;
    private final List<List<String>> rows;
    private final int left;
    private final Tint tint;
    private final int[] widths;

    /**
     * A table that is still to be written.
     *
     * @param rows cells of any lengths, fit to be shown
     * @param left number of columns, from the first on, that stand to the left; all others stand to the right
     */
    ScreenTable(Screen screen, List<List<String>> rows, int left, Tint tint) {
        this.screen = screen;
        this.rows = rows;
        this.left = left;
        this.tint = tint;
        this.widths = new int[rows.stream().mapToInt(List::size).max().orElse(0)];
        for (List<String> row : rows) {
            for (int column = 0; column < row.size(); column++) {
                widths[column] = Math.max(widths[column], ScreenText.width(row.get(column)));
            }
        }
    }

    /** Writes the lines, each ended by LF. */
    String render() {
        StringBuilder text = new StringBuilder();
        int last = widths.length - 1;
        if (last > 0 && last < left) {
            int wanted = Math.min(widths[last], NARROWEST_LAST);
            if (squeezed(last, screen.columns() - GAP - wanted, (rows.size() - 1) / FEW)) {
                widths[last] = Math.min(widths[last], screen.columns() - total(last) - GAP);
                write(0, widths.length, text);
                return text.toString();
            }
            if (squeezed(last, screen.columns(), rows.size())) {
                writeWithLastBelow(text);
                return text.toString();
            }
        }
        if (squeezed(widths.length, screen.columns(), rows.size())) {
            write(0, widths.length, text);
            return text.toString();
        }
        int half = Math.max(screen.columns() / 2, NARROWEST);
        widths[0] = Math.min(widths[0], half);
        int from = 1;
        do {
            int to = from;
            int taken = widths[0];
            while (to < widths.length && taken + GAP + widths[to] <= screen.columns()) {
                taken += GAP + widths[to];
                to++;
            }
            if (to == from && to < widths.length) {
                widths[to] = Math.max(1, screen.columns() - widths[0] - GAP);
                to++;
            }
            text.append(from > 1 ? "\n" : "");
            write(from, to, text);
            from = to;
        } while (from < widths.length);
        return text.toString();
    }

    /** The width of the first columns together. */
    private int total(int count) {
        return Arrays.stream(widths, 0, count).sum() + GAP * Math.max(0, count - 1);
    }

    /**
     * Takes room from the widest of the first columns, if that makes them fit; leaves all as it is where it does not.
     *
     * @param most number of rows that may break for it
     */
    private boolean squeezed(int count, int columns, int most) {
        int[] tried = Arrays.copyOf(widths, count);
        int over = total(count) - columns;
        while (over > 0) {
            int widest = -1;
            for (int column = 0; column < Math.min(left, count); column++) {
                if (tried[column] > NARROWEST && (widest < 0 || tried[column] > tried[widest])) {
                    widest = column;
                }
            }
            if (widest < 0) {
                return false;
            }
            tried[widest]--;
            over--;
        }
        if (rows.stream().filter(row -> breaks(row, tried)).count() > most) {
            return false;
        }
        System.arraycopy(tried, 0, widths, 0, count);
        return true;
    }

    private static boolean breaks(List<String> row, int[] widths) {
        return IntStream.range(0, Math.min(row.size(), widths.length))
                .anyMatch(column -> ScreenText.width(row.get(column)) > widths[column]);
    }

    private void writeWithLastBelow(StringBuilder text) {
        int last = widths.length - 1;
        for (int row = 0; row < rows.size(); row++) {
            write(row, 0, last, text);
            String below = last < rows.get(row).size() ? rows.get(row).get(last) : "";
            if (!below.isEmpty()) {
                String first = rows.get(row).get(0);
                int indent = Math.min(first.length() - first.stripLeading().length() + BELOW, screen.columns() / 2);
                for (String line : ScreenText.cell(below, screen.columns() - indent)) {
                    text.append(" ".repeat(indent))
                            .append(screen.painted(tint.of(row, last, line), line))
                            .append('\n');
                }
            }
        }
    }

    /** Writes some columns of each row, with the first one before them. */
    private void write(int from, int to, StringBuilder text) {
        for (int row = 0; row < rows.size(); row++) {
            write(row, from, to, text);
        }
    }

    private void write(int row, int from, int to, StringBuilder text) {
        List<List<String>> cells = new ArrayList<>();
        int height = 1;
        for (int column = 0; column < to; column++) {
            boolean isThere = column < rows.get(row).size() && (column == 0 || column >= from);
            List<String> lines =
                    isThere ? ScreenText.cell(rows.get(row).get(column), widths[column]) : List.<String>of();
            cells.add(lines);
            height = Math.max(height, lines.size());
        }
        for (int line = 0; line < height; line++) {
            text.append(line(row, line, cells, from)).append('\n');
        }
    }

    private String line(int row, int line, List<List<String>> cells, int from) {
        StringBuilder text = new StringBuilder();
        StringBuilder blanks = new StringBuilder();
        for (int column = 0; column < cells.size(); column++) {
            if (column > 0 && column < from) {
                continue;
            }
            String cell = line < cells.get(column).size() ? cells.get(column).get(line) : "";
            String pad = " ".repeat(Math.max(0, widths[column] - ScreenText.width(cell)));
            blanks.append(column == 0 ? "" : " ".repeat(GAP)).append(column < left ? "" : pad);
            if (!cell.isEmpty()) {
                text.append(blanks).append(painted(row, column, cell));
                blanks.setLength(0);
            }
            blanks.append(column < left ? pad : "");
        }
        return text.toString().stripTrailing();
    }

    /** Paints a cell without the blanks before it. */
    private String painted(int row, int column, String cell) {
        @Nullable Meaning meaning = tint.of(row, column, cell);
        String text = cell.stripLeading();
        return meaning == null
                ? cell
                : cell.substring(0, cell.length() - text.length()) + screen.painted(meaning, text);
    }
}
