package org.leadscore.page.chart;

import java.util.ArrayList;
import java.util.List;

/** Small drawings on one line, each in a cell beside its figures. */
public final class Strips {

    private static final double MOVE_WIDTH = 140;
    private static final double MOVE_HEIGHT = 16;
    private static final double MARGIN = 6;
    private static final double TICK = 4;
    private static final double BEFORE = 3.2;
    private static final double NOW = 4.2;
    private static final double INTERVAL_WIDTH = 120;
    private static final double INTERVAL_HEIGHT = 14;
    private static final double DOT = 3.5;

    private Strips() {}

    /**
     * A score that moved: hollow where it was, filled where it is.
     *
     * @param low the lowest score that can be, {@code high} the highest
     * @param limits of the buckets
     * @param look of the bucket that it is in
     */
    public static Picture move(double before, double now, double low, double high, List<Double> limits, Look look) {
        LinearScale x = new LinearScale(low, high, MARGIN, MOVE_WIDTH - MARGIN);
        double middle = MOVE_HEIGHT / 2;
        List<Mark> marks = new ArrayList<>();
        marks.add(new Mark.Line(MARGIN, middle, MOVE_WIDTH - MARGIN, middle, Look.GRID));
        for (double limit : limits) {
            if (limit > low && limit < high) {
                marks.add(new Mark.Line(x.at(limit), middle - TICK, x.at(limit), middle + TICK, Look.TICK));
            }
        }
        marks.add(new Mark.Line(x.held(before), middle, x.held(now), middle, Look.LINK));
        marks.add(new Mark.Dot(x.held(before), middle, BEFORE, Look.DOT_OLD));
        marks.add(new Mark.Dot(x.held(now), middle, NOW, look));
        return Picture.beside(Frame.CELL, MOVE_WIDTH, MOVE_HEIGHT, marks);
    }

    /**
     * A rate with its interval, and the rate of all as a dashed line.
     *
     * @param low the left end of the interval, {@code high} its right end
     * @param most the highest number that any strip beside it shows
     */
    public static Picture interval(double rate, double low, double high, double all, double most) {
        LinearScale x = new LinearScale(0, most <= 0 ? 1 : most, DOT, INTERVAL_WIDTH - DOT);
        double middle = INTERVAL_HEIGHT / 2;
        return Picture.beside(
                Frame.CELL,
                INTERVAL_WIDTH,
                INTERVAL_HEIGHT,
                List.of(
                        new Mark.Line(x.held(all), 0, x.held(all), INTERVAL_HEIGHT, Look.DASH),
                        new Mark.Line(x.held(low), middle, x.held(high), middle, Look.WHISKER_NEW),
                        new Mark.Dot(x.held(rate), middle, DOT, Look.DOT_NEW)));
    }
}
