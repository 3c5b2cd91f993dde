package org.leadscore.history;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.leadscore.calibrate.Learned;
import org.leadscore.calibrate.Trial;
import org.leadscore.calibrate.quality.Quality;
import org.leadscore.calibrate.table.LearnedTables;
import org.leadscore.calibrate.table.QualityTables;
import org.leadscore.lead.Points;
import org.leadscore.rules.Bucket;
import org.leadscore.rules.RuleSet;
import org.leadscore.rules.file.RuleFile;
import org.leadscore.rules.rewrite.NumberPlace;
import org.leadscore.rules.rule.ExplicitRule;

/** The report of a calibration, for the person at the terminal. */
public final class CalibrationText {

    private final RuleFile file;
    private final RuleSet rules;
    private final Timeline timeline;
    private final PastHistory past;
    private final Learned learned;
    private final @Nullable Learned withSuspects;
    private final boolean withBuckets; // true when their limits are written

    /**
     * Makes the report of a result over the history and rules that it was learned from.
     *
     * @param withSuspects the result with the rules that were left out; null when there are none
     * @param withBuckets true when the limits of buckets are written, too
     */
    public CalibrationText(
            RuleFile file,
            RuleSet rules,
            Timeline timeline,
            PastHistory past,
            Learned learned,
            @Nullable Learned withSuspects,
            boolean withBuckets) {
        this.file = file;
        this.rules = rules;
        this.timeline = timeline;
        this.past = past;
        this.learned = learned;
        this.withSuspects = withSuspects;
        this.withBuckets = withBuckets;
    }

    /**
     * Renders the whole report, several lines of text.
     *
     * @param where the new rule file went; empty when it goes without saying
     */
    public String render(String where) {
        StringBuilder text = new StringBuilder();
        text.append(PastText.looked(timeline, rules, learned.leads(), learned.rows()));
        text.append(PastText.suspects(past.suspects(), timeline, "stay", "learns from it"));
        text.append(PastText.fields(rules, timeline));
        text.append('\n').append(new LearnedTables(learned, withSuspects).weightiest());
        text.append(trial());
        text.append('\n').append(scale());
        text.append(rest());
        if (!where.isEmpty()) {
            text.append(file.name()).append(": ").append(where).append('\n');
        }
        return text.toString();
    }

    private String trial() {
        Trial trial = learned.trial();
        if (trial == null) {
            return "\nno test: one of its parts has no conversions, or nothing but conversions\n";
        }
        Map<String, Quality> rankings = new LinkedHashMap<>();
        rankings.put("old points", trial.old());
        rankings.put("new points", trial.learned());
        if (trial.unlimited() != null) {
            rankings.put("of all rules", trial.unlimited());
        }
        rankings.put("literal ratio", trial.ratio());
        Trial with = withSuspects == null ? null : withSuspects.trial();
        if (with != null) {
            rankings.put("old, with suspects", with.old());
            rankings.put("new, with suspects", with.learned());
        }
        String title = "on the test, %d rows with %d conversions, by points learned without it"
                .formatted(trial.learned().rows(), trial.learned().conversions());
        return "\n" + QualityTables.compared(title, rankings)
                + format(
                        "new - old: AUC %+.4f, 95 %% interval %+.4f to %+.4f\n",
                        trial.gain().area(),
                        trial.gain().interval().low(),
                        trial.gain().interval().high())
                + PastText.tooGood(trial.learned().auc().area());
    }

    private String scale() {
        Set<NumberPlace> places = Set.copyOf(file.numberPlaces());
        boolean rewritten = places.contains(new NumberPlace.Zero()) || places.contains(new NumberPlace.Full());
        StringBuilder text = new StringBuilder(format(
                "score: zero %s, full %s (%s)\n",
                Points.format(learned.scale().zero(), 3),
                Points.format(learned.scale().full(), 3),
                rewritten
                        ? "rewritten where the file has them"
                        : file.has("score")
                                ? "proposed; add zero and full to score"
                                : "written; the file had no score"));
        text.append(chance(learned)).append('\n');
        if (withSuspects != null) {
            text.append(format(
                            "with suspects: zero %s, full %s, ",
                            Points.format(withSuspects.scale().zero(), 3),
                            Points.format(withSuspects.scale().full(), 3)))
                    .append(chance(withSuspects))
                    .append('\n');
        }
        return text.append(buckets()).toString();
    }

    private String buckets() {
        if (learned.bucketLimits().isEmpty()) {
            return withBuckets ? "buckets stay as they are: a higher score has no higher chance\n" : "";
        }
        List<Bucket> buckets = rules.buckets();
        String limits = IntStream.range(0, buckets.size())
                .mapToObj(i ->
                        buckets.get(i).name() + " " + learned.bucketLimits().get(i))
                .collect(Collectors.joining(", "));
        return withBuckets
                ? "buckets begin at " + limits + " (written)\n"
                : "buckets could begin at " + limits + " (--buckets writes them)\n";
    }

    private static String chance(Learned of) {
        return format(
                        "chance: logit P = %.4f + %.4f × score",
                        of.chance().intercept(), of.chance().slope())
                + of.overstatement()
                        .map(share -> format(
                                "; %.4f was expected: the points %s by %.0f %%",
                                of.expectedSlope(), share >= 0 ? "overstate" : "understate", 100 * Math.abs(share)))
                        .orElse("");
    }

    private String rest() {
        StringBuilder text = new StringBuilder();
        List<String> withoutValues = rules.explicit().stream()
                .filter(rule -> learned.neverFired().contains(rule.name()))
                .flatMap(rule -> valuesToLearn(rule).map(field -> rule.name() + " ('" + field + "')"))
                .toList();
        List<String> neverFired = learned.neverFired().stream()
                .filter(name -> rules.explicit().stream()
                        .noneMatch(rule -> rule.name().equals(name)
                                && valuesToLearn(rule).findAny().isPresent()))
                .toList();
        if (!withoutValues.isEmpty()) {
            text.append("not learned, as no value is that of 30 leads and 0.5 % of them: ")
                    .append(String.join("; ", withoutValues))
                    .append('\n');
        }
        if (!neverFired.isEmpty()) {
            text.append("never fired, points kept: ")
                    .append(String.join("; ", neverFired))
                    .append('\n');
        }
        for (String warning : learned.warnings()) {
            text.append("warning: ").append(warning).append('\n');
        }
        if (hasBounds(rules)) {
            text.append("bounds of groups and rules, and inactivity, were not part of learning\n");
        }
        text.append("seed ").append(learned.seed()).append('\n');
        return text.toString();
    }

    /** True when the rules have bounds or inactivity, which learning does not know. */
    static boolean hasBounds(RuleSet rules) {
        return rules.inactivity() != null
                || !rules.groups().isEmpty()
                || new TreeSet<>(rules.explicit().stream()
                                        .map(rule -> rule.bounds().toString())
                                        .toList())
                                .size()
                        > 1;
    }

    /** The field of a rule that asks for a table of values; none for any other rule. */
    private static Stream<String> valuesToLearn(ExplicitRule rule) {
        return rule.attribute()
                .choose(
                        when -> Stream.of(),
                        tiers -> Stream.of(),
                        values -> Stream.of(),
                        unlearned -> switch (unlearned.form()) {
                            case VALUES -> Stream.of(unlearned.field().name());
                            case TIERS -> Stream.of();
                        });
    }

    private static String format(String form, Object... values) {
        return String.format(Locale.ROOT, form, values);
    }
}
