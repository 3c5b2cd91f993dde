package org.leadscore.history;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.leadscore.calibrate.fit.Settings;
import org.leadscore.calibrate.quality.Auc;
import org.leadscore.calibrate.quality.Capacity;
import org.leadscore.calibrate.quality.Chance;
import org.leadscore.calibrate.quality.Quality;
import org.leadscore.calibrate.quality.RuleDrift;
import org.leadscore.calibrate.quality.Stability;
import org.leadscore.calibrate.rows.Counts;
import org.leadscore.calibrate.rows.HistoryRows;
import org.leadscore.calibrate.rows.LeadRows;
import org.leadscore.calibrate.rows.Split;
import org.leadscore.calibrate.table.Crosstab;
import org.leadscore.calibrate.table.EvaluationTables;
import org.leadscore.calibrate.table.QualityTables;
import org.leadscore.lead.Points;
import org.leadscore.problem.InputException;
import org.leadscore.rules.Bucket;
import org.leadscore.rules.RuleSet;

/** The report of how well rules ranked the past, for the person at the terminal. */
public final class EvaluationText {

    private static final double WEEK = 7 * 86_400_000.0;
    private static final String IN_NONE = ""; // no bucket has a blank name

    private final String name; // of the rule file
    private final RuleSet rules;
    private final Timeline timeline;
    private final Suspects suspects;
    private final PastPoints points;
    private final @Nullable PastPoints withSuspects;
    private final Split split;
    private final HistoryRows all; // both parts of the split
    private final Quality quality; // of the test, by points
    private final double stability; // index of the test's points against those before

    /**
     * Measures the ranking of the test.
     *
     * @param name of the rule file
     * @param past in which suspects were looked for
     * @param points without the rules that look at suspects
     * @param withSuspects with them; null when there are none
     * @param salt of the hashes by which a flat history is split
     * @throws InputException when the test has no conversions, or nothing but conversions
     */
    public EvaluationText(
            String name,
            RuleSet rules,
            Timeline timeline,
            PastHistory past,
            PastPoints points,
            @Nullable PastPoints withSuspects,
            String salt) {
        this.name = name;
        this.rules = rules;
        this.timeline = timeline;
        this.suspects = past.suspects();
        this.points = points;
        this.withSuspects = withSuspects;
        this.split = points.split(salt);
        this.all = HistoryRows.all(points.history());
        requireBoth(split.test(), "the test");
        requireBoth(split.training(), "the time before the test");
        this.quality = qualityOf(points);
        this.stability = stabilityOf(points);
    }

    /** The measures of the test's ranking, by points neither held nor rounded. */
    public Quality quality() {
        return quality;
    }

    /** The population stability index of the test's points against those of the time before. */
    public double stability() {
        return stability;
    }

    /** Says what the area under the curve is with suspects, to stand behind the other; empty when there are none. */
    public String areaWithSuspects() {
        return withSuspects == null
                ? ""
                : String.format(
                        Locale.ROOT,
                        " (with suspects %.4f)",
                        qualityOf(withSuspects).auc().area());
    }

    /** Says what the population stability index is with suspects, to stand behind the other; empty when there are none. */
    public String stabilityWithSuspects() {
        return withSuspects == null
                ? ""
                : String.format(Locale.ROOT, " (with suspects %.4f)", stabilityOf(withSuspects));
    }

    /** The name of the rule file. */
    String name() {
        return name;
    }

    /** The rules that were measured. */
    RuleSet rules() {
        return rules;
    }

    Timeline timeline() {
        return timeline;
    }

    Suspects suspects() {
        return suspects;
    }

    PastPoints points() {
        return points;
    }

    Split split() {
        return split;
    }

    /** Both parts of the split. */
    HistoryRows all() {
        return all;
    }

    /** The measures with suspects; empty when there are none. */
    Optional<Quality> qualityWithSuspects() {
        return Optional.ofNullable(withSuspects).map(this::qualityOf);
    }

    /** The measures of the score as it is reported; empty when it ranks as the points do. */
    Optional<Quality> qualityAsReported() {
        Quality reported = quality(points.reported(split.test()), points.reported(split.training()));
        return reported.auc().area() == quality.auc().area() ? Optional.empty() : Optional.of(reported);
    }

    /** The difference of the area under the curve to that of other rules over the same past. */
    Auc differenceTo(EvaluationText other) {
        return Auc.difference(
                split.test(), points.points(split.test()), other.points.points(other.split.test()), Settings.SEED);
    }

    /** The weeks that a history spans; not a number in a flat one. */
    static double weeks(Timeline timeline) {
        List<Long> moments = timeline.moments();
        return timeline.isFlat()
                ? Double.NaN
                : (moments.get(moments.size() - 1) - moments.get(0) + timeline.horizon()) / WEEK;
    }

    /** Renders the report without the comparison with other rules and the capacity. */
    public String render() {
        Counts leads = LeadRows.counts(all, Settings.SEED);
        StringBuilder text = new StringBuilder(PastText.looked(timeline, rules, leads, all.size()));
        text.append(PastText.suspects(suspects, timeline, "count for nothing", "counts on it"));
        Map<String, Quality> rankings = new LinkedHashMap<>();
        rankings.put("points", quality);
        qualityAsReported().ifPresent(reported -> rankings.put("score as reported", reported));
        if (withSuspects != null) {
            rankings.put("with suspects", qualityOf(withSuspects));
        }
        String title = String.format(
                Locale.ROOT,
                "%s on the test, %,d rows with %,d conversions",
                name,
                split.test().size(),
                split.test().conversions());
        text.append('\n').append(QualityTables.compared(title, rankings));
        text.append("points that were learned from these outcomes look better here than they are\n");
        text.append(PastText.tooGood(quality.auc().area()));
        text.append('\n').append(QualityTables.tenths(quality));
        text.append('\n').append(EvaluationTables.buckets(buckets()));
        text.append('\n').append(EvaluationTables.movements(movements()));
        return text.toString();
    }

    /** Renders the comparison with other rules over the same past. */
    public String against(EvaluationText other) {
        Map<String, Quality> rankings = new LinkedHashMap<>();
        rankings.put(name, quality);
        rankings.put(other.name, other.quality);
        if (other.withSuspects != null) {
            rankings.put(other.name + ", with suspects", other.qualityOf(other.withSuspects));
        }
        Auc difference = differenceTo(other);
        return other.leftOutBesides(this)
                + "\n"
                + QualityTables.compared("side by side on the test", rankings)
                + String.format(
                        Locale.ROOT,
                        "%s - %s: AUC %+.4f, 95 %% interval %+.4f to %+.4f\n",
                        name,
                        other.name,
                        difference.area(),
                        difference.interval().low(),
                        difference.interval().high())
                + PastText.tooGood(other.quality.auc().area());
    }

    /**
     * Renders the score from which on no more leads arrive in a week than can be worked on.
     *
     * @param perWeek how many leads can be worked on in a week
     * @throws InputException in a flat history, which has no weeks
     */
    public String capacity(int perWeek) {
        if (timeline.isFlat()) {
            throw new InputException("--capacity " + perWeek
                    + ": the outcomes have no times, so that nothing shows how many leads came in a week;"
                    + " add time to the outcomes");
        }
        Capacity capacity = Capacity.of(all, points.points(all), perWeek, weeks(timeline));
        if (capacity.points() == Long.MAX_VALUE) {
            return "\ncapacity: more than " + perWeek + " leads a week share the highest points there were\n";
        }
        long zero = rules.scale().zero();
        double score = (capacity.points() - zero) * 100.0 / (rules.scale().full() - zero);
        return String.format(
                Locale.ROOT,
                "\ncapacity: from %s points on, a score of %.1f, %.1f leads a week arrived: %,d leads, of whom %,d converted,"
                        + " %.1f %% of all conversions\n",
                Points.format(capacity.points(), 2),
                score,
                capacity.leadsPerWeek(),
                capacity.leads().leads(),
                capacity.leads().conversions(),
                100 * capacity.caught());
    }

    /** Lists the suspects that are not those of the other rules; empty when there are none. */
    private String leftOutBesides(EvaluationText other) {
        List<String> known = other.leftOut().lines().toList();
        String besides = leftOut()
                .lines()
                .filter(line -> !known.contains(line))
                .map(line -> line + "\n")
                .collect(Collectors.joining());
        return besides.isEmpty() ? "" : "\n" + besides;
    }

    private String leftOut() {
        return PastText.leftOut(suspects, "count for nothing", "counts on it");
    }

    private Quality qualityOf(PastPoints of) {
        return quality(of.points(split.test()), of.points(split.training()));
    }

    private double stabilityOf(PastPoints of) {
        return Stability.index(of.points(split.training()), of.points(split.test()));
    }

    private Quality quality(long[] test, long[] before) {
        Chance chance = Chance.ofPoints(split.training(), before);
        return Quality.of(split.test(), test, chance, Settings.SEED);
    }

    private List<EvaluationTables.BucketRows> buckets() {
        Map<String, Counts> counts = outcomesByBucket();
        List<EvaluationTables.BucketRows> lines = new ArrayList<>();
        for (Bucket bucket : rules.buckets()) {
            Counts rows = counts.getOrDefault(bucket.name(), new Counts(0, 0));
            lines.add(new EvaluationTables.BucketRows(bucket.name(), rows));
        }
        Counts others = counts.get(IN_NONE);
        if (others != null) {
            lines.add(new EvaluationTables.BucketRows("in no bucket", others));
        }
        return lines;
    }

    /** The rows of the test by the name of their bucket; those in none by an empty one. */
    Map<String, Counts> outcomesByBucket() {
        List<String> buckets = new ArrayList<>();
        for (int place = 0; place < split.test().size(); place++) {
            String bucket = points.bucket(split.test().row(place));
            buckets.add(bucket == null ? IN_NONE : bucket);
        }
        return Crosstab.outcomes(split.test(), buckets);
    }

    private List<EvaluationTables.Movement> movements() {
        List<EvaluationTables.Movement> lines = new ArrayList<>();
        lines.add(new EvaluationTables.Movement("all rules", stability));
        if (withSuspects != null) {
            lines.add(new EvaluationTables.Movement("all, with suspects", stabilityOf(withSuspects)));
        }
        drifts().forEach(drift -> lines.add(new EvaluationTables.Movement(drift.rule(), drift.index())));
        return lines;
    }

    /** The population stability index of each rule's points. */
    List<RuleDrift> drifts() {
        List<RuleDrift> drifts = new ArrayList<>();
        for (String rule : points.rules()) {
            double index = Stability.index(points.ofRule(rule, split.training()), points.ofRule(rule, split.test()));
            drifts.add(new RuleDrift(rule, index));
        }
        return drifts;
    }

    private static void requireBoth(HistoryRows part, String which) {
        int conversions = part.conversions();
        if (conversions == 0 || conversions == part.size()) {
            throw new InputException("nothing to measure: " + which + " has " + part.size() + " rows, "
                    + (conversions == 0 ? "none of which converted" : "all of which converted")
                    + "; a longer --horizon or other --snapshots may have both");
        }
    }
}
