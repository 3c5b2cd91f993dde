package org.leadscore.page.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;

/** The lift of each tenth as columns, new ones beside old ones, with a line where a tenth is as good as all leads. */
public final class LiftColumns {

    private static final double WIDTH = 400;
    private static final double HEIGHT = 306;
    private static final double LEFT = 34;
    private static final double RIGHT = 396;
    private static final double TOP = 24;
    private static final double BOTTOM = 262;
    private static final double LINE = 18;
    private static final double GAP = 2;
    /** The share of a tenth's place that its columns fill. */
    private static final double FILLED = 0.8;

    private static final int TICKS = 6;

    /** A column with its figure as text, and a word for who points at it. */
    public record Column(double lift, String shown, String tip) {}

    /**
     * A row of columns, the best tenth first.
     *
     * @param isNew true for what is looked at, false for what it is compared with
     */
    public record Series(String name, List<Column> columns, boolean isNew) {

        public Series {
            columns = List.copyOf(columns);
        }
    }

    private LiftColumns() {}

    /**
     * Draws one series, or two beside each other.
     *
     * @param even the name of the line at 1
     * @param numbers writes a number
     */
    public static Picture of(
            String title,
            String description,
            List<Series> series,
            String axis,
            String even,
            DoubleFunction<String> numbers) {
        int tenths = series.get(0).columns().size();
        double most = series.stream()
                .flatMap(one -> one.columns().stream())
                .mapToDouble(Column::lift)
                .max()
                .orElse(1);
        List<Double> ticks = LinearScale.ticks(Math.max(1, most), TICKS);
        LinearScale y = new LinearScale(0, ticks.get(ticks.size() - 1), BOTTOM, TOP);
        List<Mark> marks = new ArrayList<>();
        for (double tick : ticks) {
            marks.add(new Mark.Line(LEFT, y.at(tick), RIGHT, y.at(tick), tick == 0 ? Look.AXIS : Look.GRID));
            marks.add(new Mark.Label(LEFT - 6, y.at(tick) + 4, numbers.apply(tick), Anchor.END, Look.TEXT));
        }
        double place = (RIGHT - LEFT) / tenths;
        double width = place * FILLED / series.size();
        for (int tenth = 0; tenth < tenths; tenth++) {
            double left = LEFT + tenth * place + place * (1 - FILLED) / 2;
            for (int i = 0; i < series.size(); i++) {
                add(series.get(i), tenth, left + i * width, width, y, marks);
            }
            marks.add(new Mark.Label(
                    left + place * FILLED / 2, BOTTOM + LINE, numbers.apply(tenth + 1), Anchor.MIDDLE, Look.TEXT));
        }
        marks.add(new Mark.Line(LEFT, y.at(1), RIGHT, y.at(1), Look.DASH));
        marks.add(new Mark.Label(RIGHT, y.at(1) - 6, even, Anchor.END, Look.TEXT_SMALL));
        if (series.size() > 1) {
            for (int i = 0; i < series.size(); i++) {
                boolean isNew = series.get(i).isNew();
                double foot = TOP + LINE + i * LINE;
                marks.add(new Mark.Box(RIGHT - 118, foot - 9, 9, 9, isNew ? Look.ACCENT : Look.GREY));
                marks.add(new Mark.Label(
                        RIGHT - 104, foot, series.get(i).name(), Anchor.START, isNew ? Look.TEXT_NEW : Look.TEXT_OLD));
            }
        }
        marks.add(new Mark.Label((LEFT + RIGHT) / 2, BOTTOM + 2 * LINE, axis, Anchor.MIDDLE, Look.TEXT_SMALL));
        return new Picture(Frame.CHART, WIDTH, HEIGHT, title, description, marks);
    }

    private static void add(Series series, int tenth, double left, double width, LinearScale y, List<Mark> marks) {
        Column column = series.columns().get(tenth);
        double top = y.at(column.lift());
        marks.add(new Mark.Box(
                left,
                top,
                Math.max(1, width - GAP),
                BOTTOM - top,
                series.isNew() ? Look.ACCENT : Look.GREY,
                column.tip()));
        if (tenth == 0) {
            marks.add(new Mark.Label(
                    left + width / 2,
                    top - 5,
                    column.shown(),
                    series.isNew() ? Anchor.MIDDLE : Anchor.START,
                    series.isNew() ? Look.TEXT_NEW : Look.TEXT_OLD));
        }
    }
}
