package org.leadscore.page.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;

/**
 * Rates that were promised against rates that were seen. Both axes are square roots: rates lie near 0, and the line of kept
 * promises stays straight.
 */
public final class Calibration {

    private static final double WIDTH = 400;
    private static final double HEIGHT = 346;
    private static final double LEFT = 46;
    private static final double RIGHT = 386;
    private static final double TOP = 14;
    private static final double BOTTOM = 302;
    private static final double LINE = 18;
    private static final double RADIUS = 4;
    private static final double[] TICKS = {0, 0.01, 0.05, 0.1, 0.2, 0.4, 0.6, 0.8, 1};
    private static final double LEAST = 0.05;

    /**
     * A group of leads, its rates from 0 to 1.
     *
     * @param low the lower end of the interval of what was seen, {@code high} the upper
     * @param tip its figures in words
     */
    public record Group(double promised, double seen, double low, double high, String tip) {

        /** True when the promise lies within the interval. */
        boolean isKept() {
            return low <= promised && promised <= high;
        }
    }

    private Calibration() {}

    /**
     * Draws groups as dots with whiskers; hollow where the promise lies outside.
     *
     * @param axis the name of the axis below
     * @param more says what lies above the line, {@code fewer} what lies below
     * @param percent writes a share
     */
    public static Picture of(
            String title,
            String description,
            List<Group> groups,
            String axis,
            String more,
            String fewer,
            DoubleFunction<String> percent) {
        double most = groups.stream()
                .mapToDouble(group -> Math.max(group.promised(), group.high()))
                .max()
                .orElse(1);
        double end = Math.sqrt(Math.min(1, Math.max(LEAST, most)));
        LinearScale x = new LinearScale(0, end, LEFT, RIGHT);
        LinearScale y = new LinearScale(0, end, BOTTOM, TOP);
        List<Mark> marks = new ArrayList<>();
        for (double tick : TICKS) {
            double root = Math.sqrt(tick);
            if (root <= end) {
                marks.add(new Mark.Line(LEFT, y.at(root), RIGHT, y.at(root), tick == 0 ? Look.AXIS : Look.GRID));
                marks.add(new Mark.Label(LEFT - 6, y.at(root) + 4, percent.apply(tick), Anchor.END, Look.TEXT));
                marks.add(new Mark.Line(x.at(root), BOTTOM, x.at(root), BOTTOM + 4, Look.AXIS));
                marks.add(new Mark.Label(x.at(root), BOTTOM + LINE, percent.apply(tick), Anchor.MIDDLE, Look.TEXT));
            }
        }
        marks.add(new Mark.Line(LEFT, BOTTOM, RIGHT, TOP, Look.DASH));
        marks.add(new Mark.Label(LEFT + 8, TOP + LINE, more, Anchor.START, Look.TEXT_SMALL));
        marks.add(new Mark.Label(RIGHT - 4, BOTTOM - 3 * LINE, fewer, Anchor.END, Look.TEXT_SMALL));
        marks.add(new Mark.Label((LEFT + RIGHT) / 2, BOTTOM + 2 * LINE, axis, Anchor.MIDDLE, Look.TEXT_SMALL));
        for (Group group : groups) {
            double at = x.held(Math.sqrt(group.promised()));
            marks.add(new Mark.Line(
                    at, y.held(Math.sqrt(group.low())), at, y.held(Math.sqrt(group.high())), Look.WHISKER_NEW));
            marks.add(new Mark.Dot(
                    at,
                    y.held(Math.sqrt(group.seen())),
                    RADIUS,
                    group.isKept() ? Look.DOT_NEW : Look.DOT_OPEN,
                    group.tip()));
        }
        return new Picture(Frame.CHART, WIDTH, HEIGHT, title, description, marks);
    }
}
