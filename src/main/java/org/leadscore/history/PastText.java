package org.leadscore.history;

import java.util.List;
import java.util.Locale;
import org.leadscore.calibrate.rows.Counts;
import org.leadscore.history.figures.Ranking;
import org.leadscore.rules.RuleSet;
import org.leadscore.rules.yaml.Durations;

/** Sentences of reports about the data that was looked at and what that means for the figures. */
final class PastText {

    private PastText() {}

    /** Tells how many leads were looked at, how many converted, and at which moments. */
    static String looked(Timeline timeline, RuleSet rules, Counts leads, int rows) {
        String counts = String.format(
                Locale.ROOT,
                "%,d leads, %,d of them converted (%.2f %%)",
                leads.leads(),
                leads.conversions(),
                100.0 * leads.conversions() / Math.max(1, leads.leads()));
        if (timeline.isFlat()) {
            return counts + "; outcomes have no times\n";
        }
        List<String> dates = timeline.moments().stream()
                .map(moment -> Timeline.date(moment, rules.timezone()))
                .toList();
        return counts
                + String.format(
                                Locale.ROOT,
                                "%nin %,d rows of %d snapshots, horizon %s: ",
                                rows,
                                dates.size(),
                                Durations.format(timeline.horizon()))
                        .replace(System.lineSeparator(), "\n")
                + String.join(", ", dates)
                + "\n";
    }

    /** Tells which contact fields are known only as of the export; nothing in a flat history, where all are. */
    static String fields(RuleSet rules, Timeline timeline) {
        List<String> fields = fieldNames(rules, timeline);
        return fields.isEmpty()
                ? ""
                : "known only as of the export, not of the snapshots: " + String.join(", ", fields) + "\n";
    }

    /** The contact fields that the rules look at; none in a flat history. */
    static List<String> fieldNames(RuleSet rules, Timeline timeline) {
        return timeline.isFlat()
                ? List.of()
                : rules.explicit().stream()
                        .flatMap(rule -> rule.attribute().fields().stream())
                        .map(field -> field.name())
                        .distinct()
                        .toList();
    }

    /**
     * Lists the suspects, a line each, those that are left out first, and says what is not known.
     *
     * @param ofRules what is said of the rules that are left out, such as {@code stay}; empty for nothing
     * @param verb what trust does, such as {@code learns from it}
     */
    static String suspects(Suspects suspects, Timeline timeline, String ofRules, String verb) {
        StringBuilder text = new StringBuilder(leftOut(suspects, ofRules, verb));
        for (Suspect suspect : suspects.trusted()) {
            text.append("trusted: ").append(suspect.finding()).append('\n');
        }
        if (timeline.isFlat()) {
            text.append(
                    "nothing shows which fields were filled in after the outcome, so that leakage cannot be ruled out\n");
        }
        for (String doubt : suspects.doubts()) {
            text.append("not left out, but look at it: ").append(doubt).append('\n');
        }
        return text.toString();
    }

    /** Lists the suspects that are left out, a line each, in the words of {@link #suspects}. */
    static String leftOut(Suspects suspects, String ofRules, String verb) {
        StringBuilder text = new StringBuilder();
        for (Suspect suspect : suspects.leftOut()) {
            text.append("left out: ").append(suspect.finding()).append("; it seems to give the outcome away");
            if (!suspect.rules().isEmpty() && !ofRules.isEmpty()) {
                text.append(". The points of ").append(String.join(", ", suspect.rules()));
                text.append(' ').append(ofRules);
            }
            text.append(" (--trust ").append(quoted(suspect.name()));
            text.append(' ').append(verb).append(")\n");
        }
        return text.toString();
    }

    /** Warns of an area under the curve on a test that is too good to be true; empty for any other. */
    static String tooGood(double area) {
        return area > Ranking.TOO_GOOD
                ? String.format(
                        Locale.ROOT,
                        "warning: an AUC of %.4f on the test is too good to be true: look for what is known only after the sale\n",
                        area)
                : "";
    }

    private static String quoted(String field) {
        return field.matches("[A-Za-z0-9_.-]+") ? field : "'" + field + "'";
    }
}
