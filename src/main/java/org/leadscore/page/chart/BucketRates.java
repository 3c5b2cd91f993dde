package org.leadscore.page.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;

/** The rate of each bucket with its interval, new points above old ones, and the rate of all as a dashed line. */
public final class BucketRates {

    private static final double WIDTH = 400;
    private static final double LEFT = 92;
    private static final double RIGHT = 330;
    private static final double TOP = 10;
    private static final double ROW = 20;
    private static final double BETWEEN = 14;
    private static final double LINE = 18;
    private static final double RADIUS = 4;
    private static final int TICKS = 6;
    private static final double HUNDRED = 100;

    /**
     * A rate with its interval, from 0 to 1.
     *
     * @param shown the figures beside it
     * @param isNew true for what is looked at, false for what it is compared with
     */
    public record Rate(double rate, double low, double high, String shown, String tip, boolean isNew) {}

    /** A bucket with its rates: one, or a new one and an old one. */
    public record Bucket(String name, Look look, List<Rate> rates) {

        public Bucket {
            rates = List.copyOf(rates);
        }
    }

    private BucketRates() {}

    /**
     * Draws buckets one below the other.
     *
     * @param all the rate of all leads
     * @param percent writes a share
     */
    public static Picture of(
            String title, String description, List<Bucket> buckets, double all, DoubleFunction<String> percent) {
        double most = buckets.stream()
                .flatMap(bucket -> bucket.rates().stream())
                .filter(rate -> !Double.isNaN(rate.rate()))
                .mapToDouble(Rate::high)
                .max()
                .orElse(1);
        List<Double> ticks = LinearScale.ticks(HUNDRED * Math.max(most, all), TICKS);
        LinearScale x = new LinearScale(0, ticks.get(ticks.size() - 1) / HUNDRED, LEFT, RIGHT);
        double rows = buckets.stream().mapToInt(bucket -> bucket.rates().size()).sum();
        double bottom = TOP + rows * ROW + buckets.size() * BETWEEN;
        List<Mark> marks = new ArrayList<>();
        for (double tick : ticks) {
            double at = x.at(tick / HUNDRED);
            marks.add(new Mark.Line(at, TOP, at, bottom, tick == 0 ? Look.AXIS : Look.GRID));
            marks.add(new Mark.Label(at, bottom + LINE, percent.apply(tick / HUNDRED), Anchor.MIDDLE, Look.TEXT));
        }
        marks.add(new Mark.Line(x.held(all), TOP, x.held(all), bottom, Look.DASH));
        double y = TOP + BETWEEN;
        for (Bucket bucket : buckets) {
            double middle = y + (bucket.rates().size() - 1) * ROW / 2;
            marks.add(new Mark.Box(2, middle - 5, 10, 10, bucket.look()));
            marks.add(new Mark.Label(18, middle + 4, bucket.name(), Anchor.START, Look.TEXT_BOLD));
            for (Rate rate : bucket.rates()) {
                add(rate, x, y, marks);
                y += ROW;
            }
            y += BETWEEN;
        }
        return new Picture(Frame.CHART, WIDTH, bottom + LINE + 8, title, description, marks);
    }

    private static void add(Rate rate, LinearScale x, double y, List<Mark> marks) {
        double end = LEFT;
        if (!Double.isNaN(rate.rate())) {
            end = x.held(rate.high());
            marks.add(new Mark.Line(x.held(rate.low()), y, end, y, rate.isNew() ? Look.WHISKER_NEW : Look.WHISKER_OLD));
            marks.add(new Mark.Dot(
                    x.held(rate.rate()), y, RADIUS, rate.isNew() ? Look.DOT_NEW : Look.DOT_OLD, rate.tip()));
        }
        marks.add(new Mark.Label(end + 8, y + 4, rate.shown(), Anchor.START, rate.isNew() ? Look.TEXT_NEW : Look.TEXT));
    }
}
