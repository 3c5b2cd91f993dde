package org.leadscore.page.chart;

import java.util.ArrayList;
import java.util.List;

/** Stability indexes as bars, with lines where a change is called some and much. */
public final class DriftBars {

    private static final double WIDTH = 400;
    private static final double LEFT = 176;
    private static final double RIGHT = 360;
    private static final double TOP = 26;
    private static final double ROW = 22;
    private static final double BAR = 11;

    /**
     * A bar.
     *
     * @param isWhole true for that of all rules together
     */
    public record Bar(String name, double index, String shown, String tip, boolean isWhole) {}

    /** A line at an index with its name. */
    public record Limit(double at, String name) {}

    private DriftBars() {}

    /** Draws bars one below the other; those from the first limit on stand out. */
    public static Picture of(String title, String description, List<Bar> bars, List<Limit> limits) {
        double most = Math.max(
                bars.stream().mapToDouble(Bar::index).max().orElse(0),
                limits.stream().mapToDouble(Limit::at).max().orElse(1) * 1.1);
        LinearScale x = new LinearScale(0, most, LEFT, RIGHT);
        double bottom = TOP + bars.size() * ROW;
        List<Mark> marks = new ArrayList<>();
        double some = limits.stream().mapToDouble(Limit::at).min().orElse(most);
        for (int i = 0; i < bars.size(); i++) {
            Bar bar = bars.get(i);
            double top = TOP + i * ROW + (ROW - BAR) / 2;
            boolean hasMoved = bar.index() >= some;
            double end = x.held(Math.max(0, bar.index()));
            marks.add(new Mark.Label(
                    LEFT - 8, top + BAR - 1, bar.name(), Anchor.END, bar.isWhole() ? Look.TEXT_BOLD : Look.TEXT_INK));
            marks.add(new Mark.Box(
                    LEFT, top, Math.max(1, end - LEFT), BAR, hasMoved ? Look.ACCENT : Look.GREY, bar.tip()));
            marks.add(new Mark.Label(
                    end + 6, top + BAR - 1, bar.shown(), Anchor.START, hasMoved ? Look.TEXT_BOLD : Look.TEXT));
        }
        for (Limit limit : limits) {
            marks.add(new Mark.Line(x.at(limit.at()), TOP, x.at(limit.at()), bottom, Look.DASH));
            marks.add(new Mark.Label(x.at(limit.at()), TOP - 10, limit.name(), Anchor.MIDDLE, Look.TEXT_SMALL));
        }
        marks.add(new Mark.Line(LEFT, TOP, LEFT, bottom, Look.AXIS));
        return new Picture(Frame.CHART, WIDTH, bottom + 6, title, description, marks);
    }
}
