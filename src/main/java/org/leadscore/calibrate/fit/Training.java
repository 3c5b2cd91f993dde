package org.leadscore.calibrate.fit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.leadscore.calibrate.feature.EntryCounts;
import org.leadscore.calibrate.feature.Feature;
import org.leadscore.calibrate.feature.Patterns;
import org.leadscore.calibrate.feature.Rounding;
import org.leadscore.calibrate.feature.RowPoints;
import org.leadscore.calibrate.rows.History;
import org.leadscore.calibrate.rows.HistoryRows;
import org.leadscore.calibrate.rows.LeadRows;

/** Learns points from a part of a history: makes the tables that were asked for, counts, fits, rounds. */
public final class Training {

    private final HistoryRows part;
    private final HistoryRows leadRows; // one row for each lead
    private final List<Feature> features; // of the columns that are learned
    private final List<Feature> kept; // of those whose points stay
    private final Patterns patterns; // of all rows, by the features that are learned
    private final double pointsPerDoubling; // points that double the odds

    /** Makes the features ready and counts them; learns nothing yet. */
    public Training(HistoryRows part, Settings settings) {
        this.part = part;
        leadRows = LeadRows.of(part, settings.seed());
        List<Feature> all = IntStream.range(0, part.history().columns().size())
                .mapToObj(column -> Feature.of(leadRows, column))
                .toList();
        features = all.stream()
                .filter(feature -> feature.column().learned() && fires(feature))
                .toList();
        kept = all.stream().filter(feature -> !features.contains(feature)).toList();
        patterns = new Patterns(part, features);
        pointsPerDoubling = settings.pointsPerDoubling(leadRows.conversions());
    }

    /** All rows to learn from. */
    public HistoryRows part() {
        return part;
    }

    /** One row for each lead. */
    public HistoryRows leadRows() {
        return leadRows;
    }

    /** The features that are learned: those of columns that are to be and that hold in some row. */
    public List<Feature> features() {
        return features;
    }

    /** The features whose points stay. */
    public List<Feature> kept() {
        return kept;
    }

    /** The patterns of {@link #part}. */
    public Patterns patterns() {
        return patterns;
    }

    /** The number of points that double the odds. */
    public double pointsPerDoubling() {
        return pointsPerDoubling;
    }

    /**
     * Selects rows to learn from.
     *
     * @param rowIsIn by the row's number in the history; all rows of a lead are in or none is
     */
    public Sample sample(IntPredicate rowIsIn) {
        return Sample.of(patterns, leadRows, rowIsIn);
    }

    /**
     * Fits a method to a sample.
     *
     * @param used by feature, true when it may have points
     * @param near {@link Fit#start} of a similar fit, or empty
     */
    public Fit fit(Method method, Sample sample, boolean[] used, double... near) {
        double scale = pointsPerDoubling / StrictMath.log(2);
        return switch (method) {
            case RATIO -> new RatioFit(sample);
            case EVIDENCE -> new EvidenceFit(sample, scale, used, near);
            case LOGISTIC -> new LogisticFit(sample, scale, used, near);
        };
    }

    /**
     * Selects the features that may have points, by feature. The evidence fit decides which add least, whatever the method.
     *
     * @param most how many may; null for all
     */
    public boolean[] used(Sample sample, @Nullable Integer most) {
        boolean[] all = new boolean[features.size()];
        Arrays.fill(all, true);
        return most == null || most >= all.length ? all : new EvidenceFit(sample, 1, all, new double[0]).best(most);
    }

    /**
     * Rounds the points of a fit for the rule file, by feature and entry, in millionths before the group's weight. An entry
     * that was not learned keeps its points.
     */
    public List<long[]> written(Method method, Fit fit, boolean[] used, Sample sample) {
        EntryCounts learnedFrom = method.learnedFrom(sample);
        double[][] points = fit.points();
        List<long[]> written = new ArrayList<>();
        for (int column = 0; column < points.length; column++) {
            Feature feature = features.get(column);
            long[] ofColumn = new long[points[column].length];
            double shift = shift(points[column], column, sample);
            for (int entry = 0; entry < ofColumn.length && used[column]; entry++) {
                ofColumn[entry] = learnedFrom.leads(column, entry) == 0
                        ? feature.entries().get(entry).points()
                        : method.written(points[column][entry], shift, feature);
            }
            written.add(ofColumn);
        }
        return written;
    }

    /**
     * The shift of a column's points before they are rounded; 0 for an amount, for what fades, and where some lead has no entry, if only at
     * one snapshot, as having none has no points that could be moved.
     */
    private double shift(double[] points, int column, Sample sample) {
        Feature feature = features.get(column);
        if (feature.isAmount() || feature.fades() || sample.rowCounts().leads(column, History.NONE) > 0) {
            return 0;
        }
        int[] leads = IntStream.range(0, points.length)
                .map(entry -> sample.counts().leads(column, entry))
                .toArray();
        return Rounding.shift(points, leads, feature);
    }

    /** Learns points from all of the part, in the form of {@link #written}. */
    public List<long[]> learn(Method method, @Nullable Integer most) {
        Sample sample = sample(row -> true);
        boolean[] used = used(sample, most);
        return written(method, fit(method, sample, used), used, sample);
    }

    /** The points of any part's rows by place, in millionths: from these points and from the rules that keep theirs. */
    public long[] points(HistoryRows rows, List<long[]> written) {
        long[] points = RowPoints.of(rows, features, written);
        long[] others = RowPoints.of(rows, kept, RowPoints.today(kept));
        Arrays.setAll(points, place -> points[place] + others[place]);
        return points;
    }

    private boolean fires(Feature feature) {
        for (int place = 0; place < part.size(); place++) {
            if (feature.choice().applyAsInt(part.row(place)) != History.NONE) {
                return true;
            }
        }
        return false;
    }
}
