package org.leadscore.history;

import static java.util.stream.Collectors.toSet;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.leadscore.calibrate.rows.Column;
import org.leadscore.calibrate.rows.History;
import org.leadscore.calibrate.rows.HistoryBuilder;
import org.leadscore.calibrate.rows.Split;
import org.leadscore.engine.files.Exports;
import org.leadscore.engine.files.Tally;
import org.leadscore.engine.past.Past;
import org.leadscore.engine.past.PastReader;
import org.leadscore.lead.CellText;
import org.leadscore.lead.Text;
import org.leadscore.problem.Excerpt;
import org.leadscore.problem.InputException;
import org.leadscore.problem.Nearest;
import org.leadscore.problem.UsageException;
import org.leadscore.rules.RuleSet;
import org.leadscore.rules.condition.Field;
import org.leadscore.rules.file.RuleFile;
import org.leadscore.score.MeasuringRules;

/**
 * A history, and the past that it was made from, without the rules that look at what seems to give the outcome away. The same
 * whatever the order of rows and files.
 */
public final class PastHistory {

    private static final int MOST_NAMES = 20; // that a message lists

    private final Past past;
    private final PastRows rows;
    private final History whole; // a column for each rule, those of suspects included
    private final History history; // without those
    private final boolean exact; // true when the case of ids counts
    private final List<Field> fields; // the contact fields that were looked at
    private final Set<String> ids; // columns of ids, which are not looked at
    private final int firstField; // the first of them in the texts of the past
    private final Suspects suspects;

    private PastHistory(
            Past past,
            RuleSet rules,
            Timeline timeline,
            PastColumns columns,
            List<Field> fields,
            boolean ofRulesOnly,
            Set<String> trust) {
        this.past = past;
        this.fields = fields;
        this.ids = Set.copyOf(rules.sources().idColumns());
        exact = rules.sources().areIdsExact();
        rows = new PastRows(past, timeline, exact);
        whole = history(past, timeline, rows, columns);
        firstField = columns.texts().size();
        suspects = new Suspects(past, rows, rules, timeline, fields, firstField, whole, ofRulesOnly, trust);
        history = whole.without(suspects.rules());
    }

    /**
     * Measures the leads of the past by the rules of a file.
     *
     * @param rules those of the file, over the sources that are read
     * @param trust names of fields, events and rules that may look as if they gave the outcome away
     * @throws InputException when no outcome is that of a lead
     */
    public static PastHistory measured(
            PastReader reader, RuleFile file, RuleSet rules, Timeline timeline, Set<String> trust) {
        return measured(reader, file, rules, timeline, List.of(), true, trust);
    }

    /**
     * Measures the leads of the past as {@link #measured}, and looks at all traits of events and at more columns of contacts.
     *
     * @param columns of contacts, besides those that the rules look at
     * @throws InputException when no outcome is that of a lead
     */
    static PastHistory measuredWithTraits(
            PastReader reader,
            RuleFile file,
            RuleSet rules,
            Timeline timeline,
            List<Field> columns,
            Set<String> trust) {
        return measured(reader, file, rules, timeline, columns, false, trust);
    }

    private static PastHistory measured(
            PastReader reader,
            RuleFile file,
            RuleSet rules,
            Timeline timeline,
            List<Field> more,
            boolean ofRulesOnly,
            Set<String> trust) {
        PastColumns columns = new PastColumns(file, rules);
        Map<String, Field> fields = new LinkedHashMap<>();
        Set<String> ids = rules.sources().idColumns(); // which cannot give anything away
        Stream.concat(fieldsOf(rules), more.stream())
                .filter(field -> !ids.contains(field.name()))
                .forEach(field -> fields.putIfAbsent(field.name(), field));
        List<Field> looked = List.copyOf(fields.values());
        RuleSet measuring = MeasuringRules.of(rules);
        List<Field> texts =
                Stream.concat(columns.texts().stream(), looked.stream()).toList();
        List<Long> moments = timeline.moments();
        Past past;
        if (!ofRulesOnly) {
            past = reader.readAll(measuring, moments, timeline.end(), texts);
        } else if (timeline.isFlat()) {
            past = reader.readEvents(measuring, moments, timeline.end(), texts);
        } else {
            past = reader.read(measuring, moments, timeline.end(), texts);
        }
        requireMatch(past);
        return new PastHistory(past, rules, timeline, columns, looked, ofRulesOnly, trust);
    }

    /** The past that was read. */
    public Past past() {
        return past;
    }

    /** The history that was made from the past: a column for each rule, but for those that look at suspects. */
    public History history() {
        return history;
    }

    /** The names of the rules that look at suspects; their points stay as they are, and count in no figure. */
    public Set<String> leftOut() {
        return suspects.rules();
    }

    /**
     * Checks that each trusted name is that of a field, an event or a rule that is looked at. Misspelt, or of a column that
     * no rule asks for, it would do nothing, and nobody would know why.
     *
     * @param other rules that are looked at besides; null for none
     * @throws UsageException when one is not; it names those that are
     */
    public void requireKnown(Set<String> trust, @Nullable RuleSet other) {
        Set<String> known = new TreeSet<>(); // fields, whose case matters
        fields.forEach(field -> known.add(field.name()));
        Set<String> others = new TreeSet<>(suspects.names());
        if (other != null) {
            fieldsOf(other).filter(field -> !ids.contains(field.name())).forEach(field -> known.add(field.name()));
            other.explicit().forEach(rule -> others.add(rule.name()));
            other.implicit().forEach(rule -> others.add(rule.name()));
        }
        Set<String> folded = others.stream().map(Text::fold).collect(toSet());
        Set<String> names = new TreeSet<>(known);
        names.addAll(others);
        for (String name : new TreeSet<>(trust)) {
            if (!known.contains(name) && !folded.contains(Text.fold(name))) {
                throw new UsageException("--trust " + name + ": no field, event or rule that is looked at has this name"
                        + Nearest.hint(name, names, listed(known, others)));
            }
        }
    }

    /** The names that may be trusted, fields first, at the end of a sentence. */
    private static String listed(Set<String> fields, Set<String> others) {
        List<String> names = Stream.concat(fields.stream(), others.stream().filter(name -> !fields.contains(name)))
                .map(name -> "'" + Excerpt.of(name) + "'")
                .toList();
        int shown = Math.min(MOST_NAMES, names.size());
        return names.isEmpty()
                ? ""
                : "; there are " + String.join(", ", names.subList(0, shown))
                        + (shown < names.size() ? " and " + (names.size() - shown) + " more" : "");
    }

    private static Stream<Field> fieldsOf(RuleSet rules) {
        return rules.explicit().stream().flatMap(rule -> rule.attribute().fields().stream());
    }

    /**
     * Checks that there is a rule to learn that looks at no suspect.
     *
     * @throws InputException when there is none
     */
    public void requireRules() {
        boolean isAny = history.columns().stream().anyMatch(Column::learned);
        if (!isAny && !leftOut().isEmpty()) {
            throw new InputException("nothing to learn from: each rule looks at what seems to give the outcome away\n"
                    + PastText.leftOut(suspects, "stay", "learns from it").strip());
        }
    }

    Suspects suspects() {
        return suspects;
    }

    /** The value of a contact field that was looked at, as it is in the export. */
    String text(int lead, String field) {
        int at = 0;
        while (!fields.get(at).name().equals(field)) {
            at++;
        }
        return past.text(lead, firstField + at);
    }

    /** The rows, in the order of the history. */
    PastRows rows() {
        return rows;
    }

    /**
     * Splits the history into training and test, by time, or by hashes of ids in a flat history.
     *
     * @param salt of the hashes
     * @throws InputException for fewer than three snapshots, unless the history is flat
     */
    public Split split(String salt) {
        return split(history, salt);
    }

    /**
     * Splits the history with the rules that look at suspects, into the same rows as {@link #split}; empty when there are no
     * such rules.
     *
     * @param salt of the hashes
     * @throws InputException for fewer than three snapshots, unless the history is flat
     */
    public Optional<Split> splitWithSuspects(String salt) {
        return leftOut().isEmpty() ? Optional.empty() : Optional.of(split(whole, salt));
    }

    private Split split(History of, String salt) {
        return of.isFlat() ? Split.flat(of, salt, this::comparedId) : Split.byTime(of);
    }

    /** The id of a lead, by its number in the history, in the form in which ids are compared. */
    private String comparedId(int number) {
        String id = past.spelling(rows.lead(number));
        return exact ? id : Text.fold(id);
    }

    /**
     * Checks that there are leads, that the outcomes name customers, and that one of them at least is a lead.
     *
     * @throws InputException when they do not
     */
    static void requireMatch(Past past) {
        if (past.leads() == 0) {
            throw new InputException("nothing to learn from: " + withoutLeads(past.tallies()));
        }
        Past.Match match = past.match();
        if (match.customers() == 0) {
            throw new InputException("nothing to learn from: the outcomes name no customer;"
                    + " does the condition of won hold for any of their rows?");
        }
        if (match.known() == 0) {
            throw new InputException(
                    "none of the %d customers that the outcomes name is a lead".formatted(match.customers())
                            + ", the first being " + CellText.of(match.first()) + " and the first lead "
                            + CellText.of(past.firstSpelling())
                            + "; is 'lead' the right column, here and there?");
        }
    }

    /** The reason why nobody is a lead: a source that has no rows, or rows that are not those of leads. */
    private static String withoutLeads(List<Tally> tallies) {
        boolean areContacts = tallies.get(0).source().equals(Exports.CONTACTS);
        List<Tally> ofLeads = areContacts ? tallies.subList(0, 1) : tallies.subList(0, tallies.size() - 1);
        String source = areContacts ? "the contacts" : "the events";
        return ofLeads.stream().allMatch(tally -> tally.rows() == 0)
                ? source + " have no rows; is their export empty?"
                : "no row of " + source + " is that of a lead";
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
