package org.leadscore.history;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.leadscore.calibrate.rows.History;
import org.leadscore.calibrate.rows.HistoryBuilder;
import org.leadscore.calibrate.rows.HistoryRows;
import org.leadscore.calibrate.rows.Split;
import org.leadscore.engine.past.Past;
import org.leadscore.engine.past.PastReader;
import org.leadscore.lead.Text;
import org.leadscore.rules.RuleSet;
import org.leadscore.rules.rule.ExplicitRule;
import org.leadscore.rules.rule.ImplicitRule;
import org.leadscore.score.SilentRules;
import org.leadscore.score.point.Contribution;
import org.leadscore.score.point.Score;

/** The points, scores and buckets that rules gave leads in the past, by row. The order of rows and files is no matter. */
public final class PastPoints {

    private final Past past;
    private final PastRows rows;
    private final History history;
    private final boolean exact; // true when the case of ids counts
    private long[] points = new long[1 << 10]; // by row, in millionths
    private long[] values = new long[1 << 10]; // by row: the score in units of its last decimal
    private final List<@Nullable String> buckets = new ArrayList<>(); // by row: the name, or null for none
    private final Map<String, long[]> byRule = new LinkedHashMap<>(); // by rule: points by row, in millionths

    /**
     * Scores the leads of the past.
     *
     * @param silent names of rules that give no points
     * @throws InputException when no outcome is that of a lead
     */
    public PastPoints(PastReader reader, RuleSet rules, Set<String> silent, Timeline timeline) {
        past = reader.read(SilentRules.of(rules, silent), timeline.moments(), timeline.end(), List.of());
        PastHistory.requireMatch(past);
        exact = rules.sources().areIdsExact();
        rows = new PastRows(past, timeline, exact);
        Stream.concat(
                        rules.explicit().stream().map(ExplicitRule::name),
                        rules.implicit().stream().map(ImplicitRule::name))
                .forEach(rule -> byRule.put(rule, new long[1 << 10]));
        HistoryBuilder builder = timeline.isFlat()
                ? HistoryBuilder.flat(List.of())
                : HistoryBuilder.ofSnapshots(
                        List.of(),
                        timeline.moments().stream().map(Instant::ofEpochMilli).toList(),
                        Duration.ofMillis(timeline.horizon()));
        Map<String, String> known = new HashMap<>();
        rows.each((number, lead, moment, isConversion) -> {
            int row = builder.row(number, moment, isConversion);
            Score score = past.score(moment, lead);
            makeRoom(row);
            points[row] = score.points();
            values[row] = score.value();
            String bucket = score.bucket();
            buckets.add(bucket == null ? null : known.computeIfAbsent(bucket, same -> same));
            for (Contribution given : score.contributions()) {
                long[] ofRule = byRule.get(given.rule());
                if (ofRule != null) {
                    ofRule[row] = given.points();
                }
            }
        });
        history = builder.build();
    }

    /** The past that was read. */
    public Past past() {
        return past;
    }

    /** The history of the rows, which has no columns. */
    public History history() {
        return history;
    }

    /**
     * Splits the history into training and test, by time, or by hashes of ids in a flat history.
     *
     * @param salt of the hashes
     * @throws InputException for fewer than three snapshots, unless the history is flat
     */
    public Split split(String salt) {
        return history.isFlat()
                ? Split.flat(history, salt, number -> {
                    String id = past.spelling(rows.lead(number));
                    return exact ? id : Text.fold(id);
                })
                : Split.byTime(history);
    }

    /** The points of the part's rows, by place, neither held nor rounded, in millionths. */
    public long[] points(HistoryRows part) {
        return of(part, points);
    }

    /** The scores of the part's rows, by place, as they are reported, in units of their last decimal. */
    public long[] reported(HistoryRows part) {
        return of(part, values);
    }

    /** The names of the rules, explicit ones first. */
    public List<String> rules() {
        return List.copyOf(byRule.keySet());
    }

    /** The points that a rule gave the part's rows, by place, in millionths; 0 for a rule that there is not. */
    public long[] ofRule(String rule, HistoryRows part) {
        return of(part, byRule.getOrDefault(rule, new long[history.rows()]));
    }

    /** The bucket of a row of the history; null for a lead that is in none. */
    @Nullable
    String bucket(int row) {
        return buckets.get(row);
    }

    private static long[] of(HistoryRows part, long[] byRow) {
        long[] figures = new long[part.size()];
        Arrays.setAll(figures, place -> byRow[part.row(place)]);
        return figures;
    }

    private void makeRoom(int row) {
        if (row >= points.length) {
            int room = 2 * points.length;
            points = Arrays.copyOf(points, room);
            values = Arrays.copyOf(values, room);
            byRule.replaceAll((rule, figures) -> Arrays.copyOf(figures, room));
        }
    }
}
