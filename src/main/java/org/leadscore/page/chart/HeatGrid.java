package org.leadscore.page.chart;

import java.util.ArrayList;
import java.util.List;

/** Counts by two grades as a grid of shades, with the limits in the heads and totals at the margins. */
public final class HeatGrid {

    private static final double WIDTH = 400;
    private static final double LEFT = 64;
    private static final double RIGHT = 346;
    private static final double TOP = 38;
    private static final double BOTTOM = 236;
    private static final double GAP = 2;
    private static final double LINE = 15;
    private static final double BAR = 3;

    /** A row or a column: its name, its lower limit in words, and its total. */
    public record Head(String name, String limit, String total) {}

    /**
     * A cell.
     *
     * @param shown the count as text
     * @param best a word on how many are in the highest bucket; empty for none
     * @param share of them, from 0 to 1
     */
    public record Cell(long count, String shown, String best, double share, String tip) {}

    private HeatGrid() {}

    /**
     * Draws the grid.
     *
     * @param cells row by row
     * @param all the head of the totals, and the total of all
     * @param axes says which axis is which
     */
    public static Picture of(
            String title,
            String description,
            List<Head> rows,
            List<Head> columns,
            List<List<Cell>> cells,
            Head all,
            String axes) {
        double width = (RIGHT - LEFT) / columns.size();
        double height = (BOTTOM - TOP) / rows.size();
        long most = cells.stream()
                .flatMap(List::stream)
                .mapToLong(Cell::count)
                .max()
                .orElse(0);
        List<Mark> marks = new ArrayList<>();
        for (int column = 0; column < columns.size(); column++) {
            double middle = LEFT + (column + 0.5) * width;
            marks.add(new Mark.Label(middle, 12, columns.get(column).name(), Anchor.MIDDLE, Look.TEXT_BOLD));
            marks.add(new Mark.Label(middle, 12 + LINE, columns.get(column).limit(), Anchor.MIDDLE, Look.TEXT_SMALL));
            marks.add(new Mark.Label(
                    middle, BOTTOM + LINE + 2, columns.get(column).total(), Anchor.MIDDLE, Look.TEXT_INK));
        }
        for (int row = 0; row < rows.size(); row++) {
            double middle = TOP + (row + 0.5) * height;
            marks.add(new Mark.Label(LEFT - 8, middle - 1, rows.get(row).name(), Anchor.END, Look.TEXT_BOLD));
            marks.add(new Mark.Label(LEFT - 8, middle + LINE - 2, rows.get(row).limit(), Anchor.END, Look.TEXT_SMALL));
            marks.add(new Mark.Label(WIDTH, middle + 4, rows.get(row).total(), Anchor.END, Look.TEXT_INK));
            for (int column = 0; column < columns.size(); column++) {
                add(cells.get(row).get(column), LEFT + column * width, TOP + row * height, width, height, most, marks);
            }
        }
        marks.add(new Mark.Label(WIDTH, 12 + LINE, all.name(), Anchor.END, Look.TEXT));
        marks.add(new Mark.Label(LEFT - 8, BOTTOM + LINE + 2, all.name(), Anchor.END, Look.TEXT));
        marks.add(new Mark.Label(WIDTH, BOTTOM + LINE + 2, all.total(), Anchor.END, Look.TEXT_BOLD));
        marks.add(new Mark.Label((LEFT + RIGHT) / 2, BOTTOM + 2.3 * LINE, axes, Anchor.MIDDLE, Look.TEXT_SMALL));
        return new Picture(Frame.CHART, WIDTH, BOTTOM + 2.8 * LINE, title, description, marks);
    }

    private static void add(Cell cell, double x, double y, double width, double height, long most, List<Mark> marks) {
        Look heat = Look.heat(cell.count(), most);
        boolean isDark = heat == Look.HEAT_4 || heat == Look.HEAT_5;
        double middle = x + width / 2;
        boolean hasBest = !cell.best().isEmpty();
        double foot = y + height / 2 + (hasBest ? -1 : 4);
        marks.add(new Mark.Box(x + GAP / 2, y + GAP / 2, width - GAP, height - GAP, heat, cell.tip()));
        marks.add(new Mark.Label(
                middle, foot, cell.shown(), Anchor.MIDDLE, isDark ? Look.TEXT_ON_DARK : Look.TEXT_ON_LIGHT));
        if (hasBest) {
            marks.add(new Mark.Label(
                    middle,
                    foot + LINE - 1,
                    cell.best(),
                    Anchor.MIDDLE,
                    isDark ? Look.SMALL_ON_DARK : Look.SMALL_ON_LIGHT));
            double bar = (width - 3 * GAP) * Math.min(1, cell.share());
            marks.add(new Mark.Box(x + 1.5 * GAP, y + height - GAP - BAR, bar, BAR, Look.HOT));
        }
    }
}
