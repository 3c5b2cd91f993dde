package org.leadscore.page.chart;

import java.util.ArrayList;
import java.util.List;

/**
 * Estimates with their intervals, one on each line of a table, all on the same scale: filled where the interval or the test
 * says that there is something, hollow where it does not.
 */
public final class Forest {

    private static final double RATE_WIDTH = 110;
    private static final double POINTS_WIDTH = 230;
    private static final double AREA_WIDTH = 320;
    private static final double HEIGHT = 16;
    private static final double MARGIN = 7;
    private static final double RADIUS = 3.6;
    private static final double FOOT = 12;

    /** A tick of an axis. */
    public record Tick(double at, String text) {}

    private Forest() {}

    /** The width of a drawing. */
    private enum Column {
        RATE(RATE_WIDTH),
        POINTS(POINTS_WIDTH),
        AREA(AREA_WIDTH);

        private final double width;

        Column(double width) {
            this.width = width;
        }

        LinearScale scale(double low, double high) {
            return new LinearScale(low, high, MARGIN, width - MARGIN);
        }

        Picture picture(List<Mark> marks) {
            return Picture.beside(Frame.CELL, width, HEIGHT, marks);
        }
    }

    /**
     * A rate from 0 to {@code most}, with the rate of all as a dashed line.
     *
     * @param isSure true for a rate that differs from that of all
     */
    public static Picture rate(double rate, double low, double high, double all, double most, boolean isSure) {
        LinearScale x = Column.RATE.scale(0, most);
        List<Mark> marks = new ArrayList<>();
        marks.add(new Mark.Line(x.held(all), 0, x.held(all), HEIGHT, Look.DASH));
        if (!Double.isNaN(rate)) {
            addNew(x, rate, low, high, isSure, marks);
        }
        return Column.RATE.picture(marks);
    }

    /** The heads of the rates. */
    public static Picture rateAxis(List<Tick> ticks, double most) {
        return Column.RATE.picture(labels(ticks, Column.RATE.scale(0, most)));
    }

    /**
     * New points with their interval beside the old ones, in hundredths of their scales.
     *
     * @param half of the interval's width; not a number for points that were not learned, which have no new mark
     * @param low the lowest number that any line beside it shows, {@code high} the highest
     */
    public static Picture points(double before, double now, double half, double low, double high, boolean isSure) {
        LinearScale x = Column.POINTS.scale(low, high);
        List<Mark> marks = new ArrayList<>();
        marks.add(new Mark.Line(x.held(0), 0, x.held(0), HEIGHT, Look.AXIS));
        marks.add(new Mark.Line(x.held(before), HEIGHT / 2, x.held(now), HEIGHT / 2, Look.FAINT));
        marks.add(new Mark.Dot(x.held(before), HEIGHT / 2, RADIUS, Look.DOT_OLD));
        if (!Double.isNaN(half)) {
            addNew(x, now, now - half, now + half, isSure, marks);
        }
        return Column.POINTS.picture(marks);
    }

    /** The heads of the points. */
    public static Picture pointsAxis(List<Tick> ticks, double low, double high) {
        return Column.POINTS.picture(labels(ticks, Column.POINTS.scale(low, high)));
    }

    /**
     * An area under the curve, or a difference of two.
     *
     * @param low the left end of the interval, {@code high} the right one
     * @param from the number at the left end of the line, {@code to} that at its right end
     * @param zero the number that says nothing
     */
    public static Picture area(
            double area, double low, double high, double from, double to, double zero, boolean isNew, boolean isSure) {
        LinearScale x = Column.AREA.scale(from, to);
        List<Mark> marks = new ArrayList<>();
        marks.add(new Mark.Line(x.held(zero), 0, x.held(zero), HEIGHT, Look.DASH));
        if (isNew) {
            addNew(x, area, low, high, isSure, marks);
        } else {
            marks.add(new Mark.Line(x.held(low), HEIGHT / 2, x.held(high), HEIGHT / 2, Look.WHISKER_OLD));
            marks.add(new Mark.Dot(x.held(area), HEIGHT / 2, RADIUS, Look.DOT_OLD));
        }
        return Column.AREA.picture(marks);
    }

    /** The heads of the areas. */
    public static Picture areaAxis(List<Tick> ticks, double from, double to) {
        return Column.AREA.picture(labels(ticks, Column.AREA.scale(from, to)));
    }

    private static void addNew(LinearScale x, double at, double low, double high, boolean isSure, List<Mark> marks) {
        marks.add(new Mark.Line(x.held(low), HEIGHT / 2, x.held(high), HEIGHT / 2, Look.WHISKER_NEW));
        marks.add(new Mark.Dot(x.held(at), HEIGHT / 2, RADIUS, isSure ? Look.DOT_NEW : Look.DOT_OPEN));
    }

    private static List<Mark> labels(List<Tick> ticks, LinearScale x) {
        List<Mark> marks = new ArrayList<>();
        for (Tick tick : ticks) {
            marks.add(new Mark.Label(x.held(tick.at()), FOOT, tick.text(), Anchor.MIDDLE, Look.TEXT_SMALL));
        }
        return marks;
    }
}
