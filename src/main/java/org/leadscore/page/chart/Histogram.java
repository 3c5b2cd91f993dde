package org.leadscore.page.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;

/** Counts by score as columns, with the limits of the buckets as lines, and each bucket's name and count above its zone. */
public final class Histogram {

    private static final double WIDTH = 400;
    private static final double HEIGHT = 270;
    private static final double LEFT = 38;
    private static final double RIGHT = 396;
    private static final double TOP = 48;
    private static final double BOTTOM = 226;
    private static final int TICKS = 5;
    private static final double LINE = 16;
    private static final double GAP = 1;
    /** The least width of a zone that has room for its name. */
    private static final double ROOM = 34;

    /**
     * A column.
     *
     * @param from the lowest score of it, {@code to} that behind it
     * @param tip its figures in words
     */
    public record Column(double from, double to, long count, Look look, String tip) {}

    /**
     * A zone of scores with a name, such as a bucket.
     *
     * @param count its number of leads as text
     */
    public record Zone(double from, double to, String name, String count) {}

    private Histogram() {}

    /**
     * Draws columns side by side.
     *
     * @param columns in ascending order, together from the lowest to the highest score
     * @param zones in ascending order
     * @param axis the name of the scores
     * @param numbers writes a number
     */
    public static Picture of(
            String title,
            String description,
            List<Column> columns,
            List<Zone> zones,
            String axis,
            DoubleFunction<String> numbers) {
        long most = columns.stream().mapToLong(Column::count).max().orElse(0);
        List<Double> ticks = LinearScale.ticks((double) most, TICKS);
        double low = columns.get(0).from();
        double high = columns.get(columns.size() - 1).to();
        LinearScale x = new LinearScale(low, high, LEFT, RIGHT);
        LinearScale y = new LinearScale(0, ticks.get(ticks.size() - 1), BOTTOM, TOP);
        List<Mark> marks = new ArrayList<>();
        for (double tick : ticks) {
            marks.add(new Mark.Line(LEFT, y.at(tick), RIGHT, y.at(tick), tick == 0 ? Look.AXIS : Look.GRID));
            marks.add(new Mark.Label(LEFT - 6, y.at(tick) + 4, numbers.apply(tick), Anchor.END, Look.TEXT));
        }
        for (Column column : columns) {
            double left = x.at(column.from());
            double width = Math.max(0.5, x.at(column.to()) - left - GAP);
            double height = BOTTOM - y.at((double) column.count());
            if (column.count() > 0) {
                double drawn = Math.max(height, 1);
                marks.add(new Mark.Box(left, BOTTOM - drawn, width, drawn, column.look(), column.tip()));
            }
        }
        marks.add(new Mark.Label(LEFT, BOTTOM + LINE, numbers.apply(low), Anchor.MIDDLE, Look.TEXT));
        double lastLabel = LEFT;
        for (Zone zone : zones) {
            double left = x.held(zone.from());
            double right = x.held(zone.to());
            if (zone.from() > low) {
                marks.add(new Mark.Line(left, TOP - LINE / 2, left, BOTTOM, Look.DASH));
                if (left - lastLabel > ROOM / 1.5 && RIGHT - left > ROOM / 1.5) {
                    marks.add(
                            new Mark.Label(left, BOTTOM + LINE, numbers.apply(zone.from()), Anchor.MIDDLE, Look.TEXT));
                    lastLabel = left;
                }
            }
            if (right - left >= ROOM) {
                double middle = (left + right) / 2;
                marks.add(new Mark.Label(middle, LINE - 3, zone.name(), Anchor.MIDDLE, Look.TEXT_INK));
                marks.add(new Mark.Label(middle, 2 * LINE - 3, zone.count(), Anchor.MIDDLE, Look.TEXT_BOLD));
            }
        }
        marks.add(new Mark.Label(RIGHT, BOTTOM + LINE, numbers.apply(high), Anchor.END, Look.TEXT));
        marks.add(new Mark.Label((LEFT + RIGHT) / 2, BOTTOM + 2.2 * LINE, axis, Anchor.MIDDLE, Look.TEXT));
        return new Picture(Frame.CHART, WIDTH, HEIGHT, title, description, marks);
    }
}
