package org.leadscore.history;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.leadscore.calibrate.rows.Counts;
import org.leadscore.rules.RuleSet;

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
                                Timeline.duration(timeline.horizon()))
                        .replace(System.lineSeparator(), "\n")
                + String.join(", ", dates)
                + "\n";
    }

    /** Tells which contact fields were left out, trusted or suspected, and which are known only as of the export. */
    static String fields(PastHistory past, RuleSet rules, Timeline timeline) {
        StringBuilder text = new StringBuilder();
        for (Leak leak : past.leaks()) {
            text.append("left out: ").append(filled(leak));
            text.append("; it gives the outcome away. The points of ");
            text.append(String.join(", ", leak.rules()));
            text.append(" stay (--trust ").append(quoted(leak.field())).append(" learns from it)\n");
        }
        for (Leak leak : past.trusted()) {
            text.append("trusted: ").append(filled(leak)).append('\n');
        }
        if (timeline.isFlat()) {
            text.append(
                    "nothing shows which fields were filled in after the outcome, so that leakage cannot be ruled out\n");
            for (Leak leak : past.suspects()) {
                text.append("suspect: ").append(filled(leak)).append('\n');
            }
            return text.toString();
        }
        String fields = rules.explicit().stream()
                .flatMap(rule -> rule.attribute().fields().stream())
                .map(field -> field.name())
                .distinct()
                .collect(Collectors.joining(", "));
        if (!fields.isEmpty()) {
            text.append("known only as of the export, not of the snapshots: ")
                    .append(fields)
                    .append('\n');
        }
        return text.toString();
    }

    /** Lists the columns that were left out, one line each. */
    static String leftOut(List<Leak> leaks) {
        return leaks.stream()
                .map(leak -> "left out: " + filled(leak) + "; it gives the outcome away (--trust "
                        + quoted(leak.field()) + " looks at it)\n")
                .collect(Collectors.joining());
    }

    private static String filled(Leak leak) {
        return String.format(
                Locale.ROOT,
                "'%s' is filled for %.1f %% of the customers and %.1f %% of the others",
                leak.field(),
                100.0 * leak.filledOfCustomers() / Math.max(1, leak.customers()),
                100.0 * leak.filledOfOthers() / Math.max(1, leak.others()));
    }

    private static String quoted(String field) {
        return field.matches("[A-Za-z0-9_.-]+") ? field : "'" + field + "'";
    }
}
