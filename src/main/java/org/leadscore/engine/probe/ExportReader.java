package org.leadscore.engine.probe;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.leadscore.engine.events.LogColumns;
import org.leadscore.engine.events.LogIntake;
import org.leadscore.engine.files.ColumnBinding;
import org.leadscore.engine.files.Exports;
import org.leadscore.engine.leads.ContactReader;
import org.leadscore.ingest.scan.Chunk;
import org.leadscore.ingest.table.ChunkReader;
import org.leadscore.ingest.table.Table;
import org.leadscore.rules.RuleSet;
import org.leadscore.rules.condition.Condition;
import org.leadscore.rules.condition.Field;
import org.leadscore.rules.source.ContactSource;
import org.leadscore.rules.source.EventSource;
import org.leadscore.rules.source.TimeColumns;
import org.leadscore.score.contact.ContactPlan;
import org.leadscore.score.event.EventPlan;

/** Reads the cells of the contact list and of all logs, as {@code check} wants to know them. Not thread-safe. */
public final class ExportReader {

    /**
     * The cells that were read.
     *
     * @param columns by source, in the order of the headers
     * @param doubts texts that rules compare with and that look like slips of the pen
     * @param slips the same of texts in the data, as sentences
     * @param newest the newest event up to now, in milliseconds since 1970 UTC; {@link Long#MIN_VALUE} when there is none
     * @param cut names of the files of which only the beginning was read
     */
    public record Outcome(
            List<ColumnFigures> columns, List<Doubt> doubts, List<String> slips, long newest, List<String> cut) {}

    private final RuleSet rules;
    private final long now;
    private final List<ColumnFigures> columns = new ArrayList<>();
    private final List<String> cut = new ArrayList<>();
    private final NearMisses ofContacts;
    private final NearMisses ofEvents;
    private long newest = Long.MIN_VALUE;

    /**
     * A reader that has read nothing.
     *
     * @param now milliseconds since 1970 UTC
     */
    public ExportReader(RuleSet rules, long now) {
        this.rules = rules;
        this.now = now;
        this.ofContacts = new NearMisses(AskedConditions.words(AskedConditions.onContacts(rules)));
        this.ofEvents = new NearMisses(AskedConditions.words(AskedConditions.onEvents(rules)));
    }

    /**
     * Reads the contact list and all logs.
     *
     * @throws InputException when a file breaks off or is not one table
     */
    public Outcome read(Exports exports) {
        ContactSource list = rules.sources().contacts();
        if (list != null) {
            read(
                    exports.contacts(),
                    contacts(list),
                    table -> ColumnBinding.of(list.lead().fields(), table));
        }
        EventPlan plan = new EventPlan(rules, now);
        List<Condition> onEvents = AskedConditions.onEvents(rules);
        for (Exports.Log log : exports.logs()) {
            SourceLook look = log(log.source(), plan, onEvents);
            read(log.files(), look, table -> LogIntake.expected(log.source(), table));
            newest = Math.max(newest, look.newest());
            constantOf(log.source()).ifPresent(name -> ofEvents.addEvent(name, look.rows()));
        }
        List<Doubt> doubts = new ArrayList<>(ofContacts.doubts());
        doubts.addAll(ofEvents.doubts());
        List<String> slips = new ArrayList<>(ofContacts.slips());
        slips.addAll(ofEvents.slips());
        return new Outcome(columns, doubts, slips, newest, cut);
    }

    private SourceLook contacts(ContactSource list) {
        Set<String> asked = new HashSet<>();
        addNames(new ContactPlan(rules, Set.of()).columns(), asked);
        addNames(rules.keptColumns(), asked);
        addNames(list.lead().fields(), asked);
        addNames(list.dialect().leaveOutColumns(), asked);
        addNames(rules.sources().linkColumnsOfContacts(), asked);
        TimeColumns since = list.since();
        if (since != null) {
            addNames(since.columns().fields(), asked);
        }
        return new SourceLook(
                ContactReader.SOURCE,
                AskedConditions.onContacts(rules),
                Field::name,
                fields -> fields.stream()
                        .map(field -> list.dialect().reading(field.name(), now))
                        .toList(),
                asked,
                ofContacts::countsOf,
                since,
                now);
    }

    private SourceLook log(EventSource source, EventPlan plan, List<Condition> conditions) {
        LogColumns all = new LogColumns(source, plan.columns(), (form, column) -> {});
        Set<String> asked = new HashSet<>();
        plan.columns().stream()
                .filter(field -> field.kind() == Field.Kind.COLUMN)
                .map(all::nameOf)
                .forEach(asked::add);
        addNames(source.lead().columns().fields(), asked);
        addNames(source.time().columns().fields(), asked);
        addNames(source.key(), asked);
        addNames(source.dialect().leaveOutColumns(), asked);
        addNames(rules.sources().linkColumns(source), asked);
        addNames(source.event().fields(), asked);
        return new SourceLook(
                source.name(),
                conditions,
                field -> field.kind() == Field.Kind.LOG || isConstant(source, field) ? "" : all.nameOf(field),
                fields -> new LogColumns(source, fields, (form, column) -> {}).readings(now),
                asked,
                ofEvents::countsOf,
                source.time(),
                now);
    }

    private static boolean isConstant(EventSource source, Field field) {
        return field.kind() == Field.Kind.EVENT && constantOf(source).isPresent();
    }

    /** The name that all events of the log have; empty where each row has its own. */
    private static Optional<String> constantOf(EventSource source) {
        return source.event().choose(column -> Optional.empty(), constant -> Optional.of(constant.name()));
    }

    private static void addNames(List<Field> fields, Set<String> names) {
        Stream.of(fields).flatMap(List::stream).map(Field::name).forEach(names::add);
    }

    /** @param expected the columns that another header within a table is known by */
    private void read(List<Exports.Export> files, SourceLook look, Function<Table, int[]> expected) {
        for (Exports.Export file : files) {
            try (Table table = file.open()) {
                table.expect(expected.apply(table));
                look.turnTo(table);
                ChunkReader reader = new ChunkReader(table);
                @Nullable Chunk chunk = table.next();
                while (chunk != null) {
                    reader.read(chunk, look);
                    chunk = table.next();
                }
                table.finish();
                look.leave(table);
                if (table.isCut()) {
                    cut.add(table.name());
                }
            }
        }
        columns.addAll(look.figures());
    }
}
