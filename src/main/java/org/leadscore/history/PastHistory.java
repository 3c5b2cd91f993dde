package org.leadscore.history;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.leadscore.calibrate.rows.History;
import org.leadscore.calibrate.rows.HistoryBuilder;
import org.leadscore.calibrate.rows.Split;
import org.leadscore.engine.past.Past;
import org.leadscore.engine.past.PastReader;
import org.leadscore.lead.Text;
import org.leadscore.problem.InputException;
import org.leadscore.rules.RuleSet;
import org.leadscore.rules.condition.Field;
import org.leadscore.rules.file.RuleFile;
import org.leadscore.score.MeasuringRules;

/** A history, and the past that it was made from. The same whatever the order of rows and files. */
public final class PastHistory {

    private final Past past;
    private final PastRows rows;
    private final History history;
    private final boolean exact; // true when the case of ids counts
    private final List<Leak> leaks; // fields that were left out
    private final List<Leak> suspects; // fields that may give the outcome away
    private final List<Leak> trusted; // fields that would have been left out, had they not been vouched for

    private PastHistory(
            Past past,
            PastRows rows,
            History history,
            boolean exact,
            List<Leak> leaks,
            List<Leak> suspects,
            List<Leak> trusted) {
        this.past = past;
        this.rows = rows;
        this.history = history;
        this.exact = exact;
        this.leaks = leaks;
        this.suspects = suspects;
        this.trusted = trusted;
    }

    /**
     * Measures the leads of the past by the rules of a file.
     *
     * @param rules those of the file, over the sources that are read
     * @param trust fields that may look as if they gave the outcome away
     * @throws InputException when no outcome is that of a lead
     */
    public static PastHistory measured(
            PastReader reader, RuleFile file, RuleSet rules, Timeline timeline, Set<String> trust) {
        int asked = new PastColumns(file, rules, Set.of()).texts().size();
        Leakage leakage = new Leakage(rules, rules.sources().idColumns());
        List<Field> texts = new ArrayList<>(new PastColumns(file, rules, Set.of()).texts());
        texts.addAll(leakage.fields());
        Past past = reader.read(MeasuringRules.of(rules), timeline.moments(), timeline.end(), texts);
        requireMatch(past);
        List<Leak> counts = leakage.counts(past, asked);
        List<Leak> found = counts.stream().filter(Leak::givesTheOutcomeAway).toList();
        List<Leak> leaks =
                found.stream().filter(leak -> !trust.contains(leak.field())).toList();
        List<Leak> trusted =
                found.stream().filter(leak -> trust.contains(leak.field())).toList();
        List<Leak> suspects = counts.stream()
                .filter(leak -> timeline.isFlat() && leak.isSuspect() && !leak.givesTheOutcomeAway())
                .toList();
        boolean exact = rules.sources().areIdsExact();
        PastRows rows = new PastRows(past, timeline, exact);
        History history = history(past, timeline, rows, new PastColumns(file, rules, Leakage.rules(leaks)));
        return new PastHistory(past, rows, history, exact, leaks, suspects, trusted);
    }

    /** The past that was read. */
    public Past past() {
        return past;
    }

    /** The history that was made from the past, a column for each rule. */
    public History history() {
        return history;
    }

    /** Fields that give the outcome away, whose rules are not learned. */
    public List<Leak> leaks() {
        return leaks;
    }

    /** Fields that may give the outcome away; only in a flat history, where nothing shows when they were filled in. */
    public List<Leak> suspects() {
        return suspects;
    }

    /** Fields that would not be learned from, had they not been vouched for. */
    public List<Leak> trusted() {
        return trusted;
    }

    /**
     * Splits the history into training and test, by time, or by hashes of ids in a flat history.
     *
     * @param salt of the hashes
     * @throws InputException for fewer than three snapshots, unless the history is flat
     */
    public Split split(String salt) {
        return history.isFlat() ? Split.flat(history, salt, this::comparedId) : Split.byTime(history);
    }

    /** The id of a lead, by its number in the history, in the form in which ids are compared. */
    private String comparedId(int number) {
        String id = past.spelling(rows.lead(number));
        return exact ? id : Text.fold(id);
    }

    /**
     * Checks that the outcomes name customers, and that one of them at least is a lead.
     *
     * @throws InputException when they do not
     */
    static void requireMatch(Past past) {
        Past.Match match = past.match();
        if (match.customers() == 0) {
            throw new InputException("nothing to learn from: the outcomes name no customer;"
                    + " does the condition of won hold for any of their rows?");
        }
        if (match.known() == 0) {
            throw new InputException(
                    ("none of the %d customers that the outcomes name is a lead, the first being '%s', while a lead is"
                                    + " called '%s'; is 'lead' the right column, here and there?")
                            .formatted(match.customers(), match.first(), past.firstSpelling()));
        }
    }

    private static History history(Past past, Timeline timeline, PastRows rows, PastColumns columns) {
        HistoryBuilder builder = builder(timeline, columns);
        rows.each((number, lead, moment, isConversion) -> {
            builder.row(number, moment, isConversion);
            columns.fill(builder, past, moment, lead);
        });
        return builder.build();
    }

    private static HistoryBuilder builder(Timeline timeline, PastColumns columns) {
        return timeline.isFlat()
                ? HistoryBuilder.flat(columns.columns())
                : HistoryBuilder.ofSnapshots(
                        columns.columns(),
                        timeline.moments().stream().map(Instant::ofEpochMilli).toList(),
                        Duration.ofMillis(timeline.horizon()));
    }
}
