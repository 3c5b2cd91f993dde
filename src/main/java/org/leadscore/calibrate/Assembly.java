package org.leadscore.calibrate;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.leadscore.calibrate.feature.EntryCounts;
import org.leadscore.calibrate.feature.Feature;
import org.leadscore.calibrate.feature.Rounding;
import org.leadscore.calibrate.feature.Shrinkage;
import org.leadscore.calibrate.fit.Training;
import org.leadscore.calibrate.quality.Significance;
import org.leadscore.calibrate.quality.Wilson;
import org.leadscore.calibrate.rows.Counts;
import org.leadscore.calibrate.rows.Entry;

/**
 * Puts the learned entries together: for each entry its counts, interval, p, q, and its old and new points. Made by
 * {@link Calibration} once the points are rounded.
 */
final class Assembly {

    private final Training training;
    private final List<long[]> written; // new points by learned feature and entry, millionths before the group's weight
    private final List<Feature> features; // those that are learned first, then those whose points stay
    private final EntryCounts learnedFrom; // of the method's rows; an entry without any keeps its points
    private final EntryCounts counts; // of one row per lead, by feature and entry
    private final Counts whole; // all leads

    Assembly(Training training, List<long[]> written, EntryCounts learnedFrom) {
        this.training = training;
        this.written = written;
        this.learnedFrom = learnedFrom;
        features = Stream.concat(training.features().stream(), training.kept().stream())
                .toList();
        counts = EntryCounts.of(training.leadRows(), features, row -> true);
        whole = counts.whole();
    }

    /**
     * The learned columns, in the order of the history.
     *
     * @param plusMinus half of the 95 % interval by learned feature and entry, in points after the group's weight
     */
    List<LearnedColumn> columns(double[][] plusMinus) {
        Shrinkage shrinkage = training.sample(row -> true).counts().shrinkage();
        double[] q = Significance.q(p());
        LearnedColumn[] columns = new LearnedColumn[features.size()];
        int next = 0;
        for (int column = 0; column < columns.length; column++) {
            Feature feature = features.get(column);
            List<LearnedEntry> entries = new ArrayList<>();
            for (int entry = 0; entry < feature.entries().size(); entry++) {
                boolean kept = column >= written.size() || learnedFrom.leads(column, entry) == 0;
                long half = kept ? 0 : Rounding.width(plusMinus[column][entry], feature);
                entries.add(entry(column, entry, shrinkage, q[next++], kept, half));
            }
            columns[feature.index()] = new LearnedColumn(feature.column(), entries);
        }
        return List.of(columns);
    }

    private LearnedEntry entry(int column, int entry, Shrinkage shrinkage, double q, boolean kept, long plusMinus) {
        Entry of = features.get(column).entries().get(entry);
        Counts with = counts.counts(column, entry);
        return new LearnedEntry(
                of,
                with,
                with.rate() / whole.rate(),
                Wilson.of(with),
                shrinkage.rate(with.leads(), with.conversions()) / whole.rate(),
                Significance.p(with, whole),
                q,
                column < written.size() ? written.get(column)[entry] : of.points(),
                plusMinus,
                kept);
    }

    private double[] p() {
        List<Double> p = new ArrayList<>();
        for (int column = 0; column < features.size(); column++) {
            for (int entry = 0; entry < features.get(column).entries().size(); entry++) {
                p.add(Significance.p(counts.counts(column, entry), whole));
            }
        }
        return p.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
