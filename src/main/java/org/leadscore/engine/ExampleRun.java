package org.leadscore.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.leadscore.engine.files.Exports;
import org.leadscore.engine.files.Progress;
import org.leadscore.engine.leads.Objections;
import org.leadscore.engine.leads.Result;
import org.leadscore.ingest.input.Input;
import org.leadscore.lead.Text;
import org.leadscore.lead.TimeFormat;
import org.leadscore.lead.ZoneDays;
import org.leadscore.rules.Example;
import org.leadscore.rules.RuleSet;
import org.leadscore.rules.condition.Field;
import org.leadscore.rules.made.MadeColumn;
import org.leadscore.rules.source.Columns;
import org.leadscore.rules.source.ContactSource;
import org.leadscore.rules.source.Demand;
import org.leadscore.rules.source.Dialect;
import org.leadscore.rules.source.EventSource;
import org.leadscore.rules.source.Layout;
import org.leadscore.rules.source.LeadKey;
import org.leadscore.rules.source.LookupSource;
import org.leadscore.rules.source.OutcomeSource;
import org.leadscore.rules.source.SourceFiles;
import org.leadscore.rules.source.Sources;
import org.leadscore.rules.source.TimeColumns;

/**
 * Scores the lead of an example as if it stood in the exports: its fields and events are put into tables as the sources
 * have them, and read as all rows are. No file is read. Made for each example of a rule file by {@code ExampleOutcome}.
 * Immutable.
 */
public final class ExampleRun {

    private static final LocalDateTime USUAL_MOMENT = LocalDateTime.of(2026, 1, 15, 12, 0);
    private static final String USUAL_ID = "example";
    private static final String TIME = "the time of the event";

    /** The column of the outcome that names the lead. */
    private static final String LEAD = "the lead";

    private final RuleSet rules;
    private final long asOf;
    private final String id;
    private final Map<SourceFiles, Input> tables = new HashMap<>();

    /** A run of one example of these rules. */
    public ExampleRun(RuleSet rules, Example example) {
        Long moment = example.asOf();
        asOf = moment == null
                ? USUAL_MOMENT.atZone(rules.timezone().zone()).toInstant().toEpochMilli()
                : moment;
        ContactSource contacts = contacts(rules, example);
        Map<String, String> fields = fields(example, contacts.lead());
        id = id(contacts, fields);
        tables.put(contacts.files(), table("the lead of the example", List.of(fields)));
        List<EventSource> logs = new ArrayList<>();
        Map<String, List<Example.Event>> byLog = example.events().stream()
                .collect(Collectors.groupingBy(event -> event.log().name(), LinkedHashMap::new, Collectors.toList()));
        for (List<Example.Event> events : byLog.values()) {
            logs.add(log(events, rules.timezone()));
        }
        OutcomeSource outcomes = example.isCustomer() ? outcomes(rules, example) : null;
        this.rules = rules.withSources(new Sources(contacts, logs, outcomes, null));
    }

    /**
     * The as-of time, in milliseconds since 1970 UTC; noon of 15 January 2026 in the rules' timezone where the example
     * names none.
     */
    public long asOf() {
        return asOf;
    }

    /**
     * Scores the lead.
     *
     * @throws InputException when its columns make no table
     */
    public Result score() {
        return new Engine(1, Progress.NONE, Objections.NONE)
                .run(rules, Exports.of(rules.sources(), this::content), asOf);
    }

    /** Explains the score; empty when there is no such lead. */
    public Optional<Explained> explain() {
        return new Engine(1, Progress.NONE, Objections.NONE)
                .explain(rules, Exports.of(rules.sources(), this::content), asOf, id);
    }

    private Input content(SourceFiles files) {
        Input table = tables.get(files);
        if (table == null) {
            throw new IllegalStateException("no table for " + files);
        }
        return table;
    }

    private static ContactSource contacts(RuleSet rules, Example example) {
        SourceFiles files = new SourceFiles(List.of("contacts"), true, example.at());
        ContactSource list = rules.sources().contacts();
        if (list != null) {
            Set<String> named = fields(example, list.lead()).keySet();
            return new ContactSource(
                    files,
                    dialect(list.dialect(), named),
                    list.lead(),
                    null,
                    ContactSource.Duplicates.FIRST,
                    Demand.NONE);
        }
        return ContactSource.usual(files, rules.sources().areIdsExact(), rules.timezone());
    }

    /**
     * The dialect of the fields as they are written in the example, in a table with commas.
     *
     * @param named the columns of the table
     */
    private static Dialect dialect(Dialect given, Set<String> named) {
        return new Dialect(
                UTF_8,
                ',',
                0,
                false,
                false,
                given.takesGuardsOff(),
                false,
                given.cells().making(made(given.cells().made(), named)),
                given.dates(),
                given.otherDates(),
                given.lookups().stream().map(LookupSource::withoutFiles).toList(),
                Layout.USUAL,
                null);
    }

    /** The columns that can be made: a column that the example itself names is taken as it is. */
    private static List<MadeColumn> made(List<MadeColumn> given, Set<String> named) {
        List<MadeColumn> made = new ArrayList<>();
        Set<String> known = new HashSet<>(named);
        for (MadeColumn column : given) {
            Field from = column.from();
            boolean isOfItself = from != null && from.name().equals(column.name());
            if (named.contains(column.name()) && !isOfItself) {
                made.add(column.ofItself());
            } else if (from == null || known.contains(from.name())) {
                made.add(column);
                known.add(column.name());
            }
        }
        return made;
    }

    private static Map<String, String> fields(Example example, LeadKey key) {
        Map<String, String> fields = new LinkedHashMap<>();
        example.lead().forEach(cell -> fields.put(cell.column().name(), cell.value()));
        List<Field> lead = key.fields();
        if (!lead.isEmpty()) {
            String first = lead.get(0).name();
            if (Text.isBlank(fields.getOrDefault(first, ""))) {
                fields.put(first, USUAL_ID);
            }
            lead.forEach(column -> fields.putIfAbsent(column.name(), ""));
        }
        if (fields.isEmpty()) {
            fields.put("row", "1");
        }
        return fields;
    }

    private static String id(ContactSource contacts, Map<String, String> fields) {
        return contacts.lead()
                .choose(
                        named -> named.columns().fields().stream()
                                .map(column -> Text.strip(fields.getOrDefault(column.name(), "")))
                                .filter(part -> !part.isEmpty())
                                .collect(Collectors.joining(" ")),
                        rowNumber -> "1");
    }

    private EventSource log(List<Example.Event> events, ZoneDays zone) {
        EventSource given = events.get(0).log();
        SourceFiles files = new SourceFiles(
                List.of("events " + given.name()), true, given.files().at());
        List<Map<String, String>> rows = new ArrayList<>();
        for (Example.Event event : events) {
            Map<String, String> row = row(event);
            for (int i = 0; i < event.times(); i++) {
                rows.add(row);
            }
        }
        tables.put(files, table("the events of the example", rows));
        Field time = Field.column(TIME, given.files().at());
        return new EventSource(
                given.name(),
                files,
                dialect(given.dialect(), columns(rows)),
                given.lead(),
                new TimeColumns(new Columns(List.of(time)), TimeFormat.of("epoch-millis", zone)),
                given.event(),
                List.of(),
                Demand.NONE,
                false);
    }

    /** The outcomes that make the lead a customer, at the moment of scoring. */
    private OutcomeSource outcomes(RuleSet rules, Example example) {
        SourceFiles files = new SourceFiles(List.of("outcomes"), true, example.at());
        tables.put(files, table("the outcome of the example", List.of(Map.of(LEAD, id, TIME, Long.toString(asOf)))));
        Field lead = Field.column(LEAD, example.at());
        Field time = Field.column(TIME, example.at());
        return new OutcomeSource(
                files,
                new Dialect(UTF_8, ',', 0, '.', Map.of(), TimeFormat.iso(rules.timezone())),
                new LeadKey.Named(new Columns(List.of(lead)), rules.sources().areIdsExact(), true),
                new TimeColumns(new Columns(List.of(time)), TimeFormat.of("epoch-millis", rules.timezone())),
                null,
                Demand.NONE);
    }

    private Map<String, String> row(Example.Event event) {
        Map<String, String> row = new LinkedHashMap<>();
        event.columns().forEach(cell -> row.put(cell.column().name(), cell.value()));
        List<Field> lead = event.log().lead().columns().fields();
        lead.forEach(column -> row.put(column.name(), ""));
        row.put(lead.get(0).name(), id);
        Long time = event.time();
        row.put(TIME, Long.toString(time == null ? asOf - event.age() : time));
        String name = event.name();
        event.log()
                .event()
                .fields()
                .forEach(column -> row.put(column.name(), name == null ? row.getOrDefault(column.name(), "") : name));
        return row;
    }

    private static Set<String> columns(List<Map<String, String>> rows) {
        Set<String> columns = new LinkedHashSet<>();
        rows.forEach(row -> columns.addAll(row.keySet()));
        return columns;
    }

    private static Input table(String name, List<Map<String, String>> rows) {
        Set<String> columns = columns(rows);
        StringBuilder text = new StringBuilder(line(List.copyOf(columns)));
        for (Map<String, String> row : rows) {
            text.append(line(
                    columns.stream().map(column -> row.getOrDefault(column, "")).toList()));
        }
        return Input.of(name, text.toString().getBytes(UTF_8));
    }

    private static String line(List<String> cells) {
        return cells.stream()
                .map(cell -> '"' + cell.replace("\"", "\"\"") + '"')
                .collect(Collectors.joining(",", "", "\n"));
    }
}
