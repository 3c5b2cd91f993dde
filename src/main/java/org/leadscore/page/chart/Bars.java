package org.leadscore.page.chart;

import java.util.ArrayList;
import java.util.List;

/** Bars that begin at zero, each beside its figure. */
public final class Bars {

    private static final double WHOLE = 100;
    private static final double HEIGHT = 8;
    private static final double WIDE = 1000;
    private static final double WIDE_HEIGHT = 10;
    /** Between the parts of a bar. */
    private static final double GAP = 0.7;

    private static final double WIDE_GAP = 2;
    private static final double SCORE_HEIGHT = 12;
    private static final double TICK = 1.5;
    /** The share of the width of a contribution's bar that lies left of zero. */
    private static final double ZERO = 40;

    /** A part of a bar. */
    public record Part(double amount, Look look) {}

    private Bars() {}

    /** A bar of one amount; {@code most} fills the width. */
    public static Picture one(double amount, double most, Look look) {
        return parts(List.of(new Part(amount, look)), most);
    }

    /** A bar of parts, one behind the other; {@code most} fills the width. */
    public static Picture parts(List<Part> parts, double most) {
        return Picture.beside(Frame.BAR, WHOLE, HEIGHT, row(parts, most, WHOLE, HEIGHT, GAP));
    }

    /** A bar of parts of one colour in shades, such as the best three scores of an account. */
    public static Picture shades(List<Double> amounts, double most) {
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < amounts.size(); i++) {
            parts.add(new Part(amounts.get(i), Look.part(i)));
        }
        return parts(parts, most);
    }

    /** The parts of a whole over the full width, with all figures in the description. */
    public static Picture share(List<Part> parts, String title, String description) {
        double whole = parts.stream().mapToDouble(Part::amount).sum();
        return new Picture(
                Frame.SHARE, WIDE, WIDE_HEIGHT, title, description, row(parts, whole, WIDE, WIDE_HEIGHT, WIDE_GAP));
    }

    /**
     * A score's points: fit from zero, then engagement; what is negative lies left of zero, and the other begins there.
     *
     * @param low the lowest points that any bar beside it has, at most 0; {@code high} the highest
     * @param limit the points at which the highest bucket begins; shown as a line where it lies within
     */
    public static Picture score(double fit, double engagement, double low, double high, double limit) {
        LinearScale scale = new LinearScale(low, Math.max(high, low + 1), 0, WHOLE);
        List<Mark> marks = new ArrayList<>();
        marks.add(new Mark.Box(0, 2, WHOLE, HEIGHT, Look.TRACK));
        double begin = Math.min(0, fit) + Math.min(0, engagement);
        marks.add(bar(scale, begin, Math.min(0, fit), Look.AGAINST));
        marks.add(bar(scale, Math.min(0, fit), 0, Look.AGAINST));
        marks.add(bar(scale, 0, Math.max(0, fit), Look.FIT));
        marks.add(bar(scale, Math.max(0, fit), Math.max(0, fit) + Math.max(0, engagement), Look.ENGAGEMENT));
        marks.removeIf(mark -> mark instanceof Mark.Box box && box.width() <= 0);
        if (limit > low && limit < high) {
            double x = scale.at(limit);
            marks.add(new Mark.Line(x, 0, x, SCORE_HEIGHT, Look.LIMIT));
        }
        return Picture.beside(Frame.SCORE, WHOLE, SCORE_HEIGHT, marks);
    }

    /**
     * The points that a rule gave or took, from a line at zero that is the same for all.
     *
     * @param low the most that any bar beside it lies below zero, as an amount that is not positive
     * @param high the most that any lies above
     */
    public static Picture contribution(double points, double low, double high, Look look) {
        double unit = Math.min(ZERO / Math.max(-low, 1), (WHOLE - ZERO) / Math.max(high, 1));
        double width = Math.min(Math.abs(points) * unit, points < 0 ? ZERO : WHOLE - ZERO);
        double x = points < 0 ? ZERO - width : ZERO;
        return Picture.beside(
                Frame.CONTRIBUTION,
                WHOLE,
                HEIGHT + 2,
                width == 0 ? List.of() : List.of(new Mark.Box(x, TICK, width, HEIGHT - 1, look)));
    }

    private static Mark.Box bar(LinearScale scale, double from, double to, Look look) {
        return new Mark.Box(scale.at(from), 2, Math.max(0, scale.at(to) - scale.at(from)), HEIGHT, look);
    }

    private static List<Mark> row(List<Part> parts, double most, double width, double height, double gap) {
        List<Mark> marks = new ArrayList<>();
        double x = 0;
        for (Part part : parts) {
            double share = most <= 0 ? 0 : part.amount() / most * width;
            if (share > 0) {
                double drawn = parts.size() > 1 && x + share < width ? Math.max(share - gap, share / 2) : share;
                marks.add(new Mark.Box(x, 0, drawn, height, part.look()));
            }
            x += share;
        }
        return marks;
    }
}
