package org.leadscore.history;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
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

/** The report of a calibration, for the person at the terminal. */
public final class CalibrationText {

    private final RuleFile file;
    private final RuleSet rules;
    private final Timeline timeline;
    private final PastHistory past;
    private final Learned learned;

    /** Makes the report of a result over the history and rules that it was learned from. */
    public CalibrationText(RuleFile file, RuleSet rules, Timeline timeline, PastHistory past, Learned learned) {
        this.file = file;
        this.rules = rules;
        this.timeline = timeline;
        this.past = past;
        this.learned = learned;
    }

    /**
     * Renders the whole report, several lines of text.
     *
     * @param where the new rule file went; empty when it goes without saying
     */
    public String render(String where) {
        StringBuilder text = new StringBuilder();
        text.append(PastText.looked(timeline, rules, learned.leads(), learned.rows()));
        text.append(PastText.fields(past, rules, timeline));
        text.append('\n').append(new LearnedTables(learned).weightiest());
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
        String title = "on the test, %d rows with %d conversions, by points learned without it"
                .formatted(trial.learned().rows(), trial.learned().conversions());
        return "\n" + QualityTables.compared(title, rankings)
                + format(
                        "new - old: AUC %+.4f, 95 %% interval %+.4f to %+.4f\n",
                        trial.gain().area(),
                        trial.gain().interval().low(),
                        trial.gain().interval().high());
    }

    private String scale() {
        Set<NumberPlace> places = Set.copyOf(file.numberPlaces());
        boolean rewritten = places.contains(new NumberPlace.Zero()) || places.contains(new NumberPlace.Full());
        StringBuilder text = new StringBuilder(format(
                "score: zero %s, full %s (%s)\n",
                Points.format(learned.scale().zero(), 3),
                Points.format(learned.scale().full(), 3),
                rewritten ? "rewritten where the file has them" : "proposed; the file has neither"));
        text.append(format(
                "chance: logit P = %.4f + %.4f × score",
                learned.chance().intercept(), learned.chance().slope()));
        learned.overstatement()
                .ifPresent(share -> text.append(format(
                        "; %.4f was expected: the points %s by %.0f %%",
                        learned.expectedSlope(), share >= 0 ? "overstate" : "understate", 100 * Math.abs(share))));
        text.append('\n');
        if (!learned.bucketLimits().isEmpty()) {
            text.append("buckets could begin at");
            List<Bucket> buckets = rules.buckets();
            for (int i = 0; i < buckets.size(); i++) {
                text.append(i == 0 ? " " : ", ").append(buckets.get(i).name()).append(' ');
                text.append(learned.bucketLimits().get(i));
            }
            text.append('\n');
        }
        return text.toString();
    }

    private String rest() {
        StringBuilder text = new StringBuilder();
        if (!learned.neverFired().isEmpty()) {
            text.append("never fired, points kept: ")
                    .append(String.join("; ", learned.neverFired()))
                    .append('\n');
        }
        for (String warning : learned.warnings()) {
            text.append("warning: ").append(warning).append('\n');
        }
        boolean isHeld = rules.inactivity() != null
                || !rules.groups().isEmpty()
                || new TreeSet<>(rules.explicit().stream()
                                        .map(rule -> rule.bounds().toString())
                                        .toList())
                                .size()
                        > 1;
        if (isHeld) {
            text.append("bounds of groups and rules, and inactivity, were not part of learning\n");
        }
        text.append("seed ").append(learned.seed()).append('\n');
        return text.toString();
    }

    private static String format(String form, Object... values) {
        return String.format(Locale.ROOT, form, values);
    }
}
