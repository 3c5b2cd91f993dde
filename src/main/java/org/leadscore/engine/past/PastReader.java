package org.leadscore.engine.past;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.leadscore.engine.events.LinkReader;
import org.leadscore.engine.events.LogReader;
import org.leadscore.engine.files.Allowance;
import org.leadscore.engine.files.Exports;
import org.leadscore.engine.files.Progress;
import org.leadscore.engine.files.SourceChecks;
import org.leadscore.engine.files.Tally;
import org.leadscore.engine.files.Workers;
import org.leadscore.engine.files.WrongValues;
import org.leadscore.engine.leads.ContactReader;
import org.leadscore.engine.leads.Contacts;
import org.leadscore.engine.leads.Identities;
import org.leadscore.engine.leads.LeadDirectory;
import org.leadscore.engine.leads.LinkedIds;
import org.leadscore.engine.leads.Objections;
import org.leadscore.engine.leads.OutcomeReader;
import org.leadscore.engine.leads.Outcomes;
import org.leadscore.engine.leads.People;
import org.leadscore.engine.leads.Redaction;
import org.leadscore.engine.leads.Span;
import org.leadscore.ingest.row.Reject;
import org.leadscore.problem.Location;
import org.leadscore.rules.RuleSet;
import org.leadscore.rules.condition.Field;
import org.leadscore.rules.source.ContactSource;
import org.leadscore.rules.source.EventSource;
import org.leadscore.rules.source.OutcomeSource;
import org.leadscore.rules.source.Sources;
import org.leadscore.rules.source.TimeColumns;
import org.leadscore.score.Scorer;
import org.leadscore.score.contact.ContactPlan;
import org.leadscore.score.event.EventPlan;

/**
 * Reads the leads of exports as they were at several moments, in one pass over the events for all of them, in memory
 * that grows with leads and moments and not with the events. The same input gives the same result, as for
 * {@code Engine}. Not thread-safe.
 */
public final class PastReader {

    private static final Field NAME_OF_EVENT = new Field(Field.Kind.EVENT, Trait.EVENT, new Location("", 1, 1));

    private final Exports exports;
    private final Workers workers;
    private final Progress progress;
    private final LinkedIds linked;

    /** The objections of all ids of persons who objected. */
    private final Objections objections;

    /** The rejects of the last reading. */
    private final List<Reject> rejects = new ArrayList<>();

    /** The tallies of the last reading. */
    private final List<Tally> tallies = new ArrayList<>();

    /** The values of the last reading that should have been numbers or dates. */
    private final List<WrongValues> wrongValues = new ArrayList<>();

    /** The reader of the outcomes, which has read them all. */
    private final OutcomeReader outcomeReader;

    /** The outcomes. */
    private final Outcomes outcomes;

    /** The span of the events. */
    private final Span events;

    /**
     * Reads the outcomes, and the span of the events.
     *
     * @param exports those of the rule set, with outcomes
     * @param now milliseconds since 1970 UTC; later events are mistakes, and durations in the condition of {@code won}
     *     count back from it
     * @throws InputException when an export breaks off or is not one table
     */
    public PastReader(
            RuleSet rules,
            OutcomeSource source,
            Exports exports,
            int threads,
            Progress progress,
            Objections objections,
            long now) {
        this.exports = exports;
        this.workers = new Workers(threads);
        this.progress = progress;
        progress.phase("reading");
        this.linked = new LinkReader(rules.sources(), exports, now, Allowance.unlimited(), workers, progress).read();
        this.objections = linked.objecting(objections);
        outcomes = Outcomes.of(source);
        outcomeReader = new OutcomeReader(rules, source, this.objections, now, outcomes);
        outcomeReader.read(exports.outcomes(), progress);
        List<Exports.Log> logs = exports.logs().stream()
                .map(log -> new Exports.Log(log.source().withoutKey(), log.files()))
                .toList();
        LeadDirectory nobody = new LeadDirectory();
        events = new LogReader<>(new SpanUse(now), nobody, People.of(this.objections), workers, progress)
                .read(logs)
                .kept()
                .span();
    }

    /** The span from the first event to the last; events later than {@code now} are left out. */
    public Span events() {
        return events;
    }

    /** Number of rows of the outcomes, rejects included. */
    public long outcomeRows() {
        return outcomeReader.rows();
    }

    /** The span from the first time of a customer to the last. */
    public Span conversions() {
        return outcomes.span();
    }

    /**
     * Reads the contacts and, once, the events.
     *
     * @param compiled rules over the same sources, by which the leads are seen
     * @param moments as-of times, in milliseconds since 1970 UTC, the earliest first, at least one
     * @param end milliseconds since 1970 UTC; later events and outcomes count for nothing
     * @param columns contact columns to keep
     * @throws InputException when an export breaks off, is not one table, or has rows none of which can be read
     */
    public Past read(RuleSet compiled, List<Long> moments, long end, List<Field> columns) {
        return read(compiled, moments, end, columns, List.of());
    }

    /**
     * Reads the contacts and, once, the events, with the names of the events as traits.
     *
     * @param compiled as for {@link #read(RuleSet, List, long, List)}, as the others
     * @param columns contact columns to keep
     * @throws InputException as {@link #read(RuleSet, List, long, List)} does
     */
    public Past readEvents(RuleSet compiled, List<Long> moments, long end, List<Field> columns) {
        return read(compiled, moments, end, columns, List.of(NAME_OF_EVENT));
    }

    /**
     * Reads the contacts and, once, the events, with all traits of the events.
     *
     * @param compiled as for {@link #read(RuleSet, List, long, List)}, as the others
     * @param columns contact columns to keep
     * @throws InputException as {@link #read(RuleSet, List, long, List)} does
     */
    public Past readAll(RuleSet compiled, List<Long> moments, long end, List<Field> columns) {
        Location nowhere = new Location("", 1, 1);
        Map<String, Field> traits = new LinkedHashMap<>();
        traits.put(Trait.EVENT, NAME_OF_EVENT);
        Map<String, Set<String>> headers = exports.eventColumns();
        Sources sources = compiled.sources();
        for (Exports.Log log : exports.logs()) {
            EventSource source = log.source();
            Set<String> others = new HashSet<>();
            source.lead().columns().fields().forEach(field -> others.add(field.name()));
            source.time().columns().fields().forEach(field -> others.add(field.name()));
            source.key().forEach(field -> others.add(field.name()));
            sources.linkColumns(source).forEach(field -> others.add(field.name()));
            source.event().fields().forEach(field -> others.add(field.name()));
            for (String column : headers.getOrDefault(source.name(), Set.of())) {
                if (!others.contains(column) && !column.equals(Trait.EVENT)) {
                    traits.putIfAbsent(column, Field.column(column, nowhere));
                }
            }
        }
        return read(compiled, moments, end, columns, List.copyOf(traits.values()));
    }

    private Past read(RuleSet compiled, List<Long> moments, long end, List<Field> columns, List<Field> traits) {
        rejects.clear();
        tallies.clear();
        wrongValues.clear();
        List<EventPlan> plans =
                moments.stream().map(asOf -> new EventPlan(compiled, asOf)).toList();
        ContactPlan contactPlan = new ContactPlan(compiled, compiled.sources().idColumns());
        ContactSource list = compiled.sources().contacts();
        TimeColumns since = list == null ? null : list.since();
        List<Field> kept = new ArrayList<>(columns);
        if (since != null) {
            kept.addAll(since.columns().fields());
        }
        List<ContactReader.View> views = new ArrayList<>();
        for (long asOf : moments) {
            Contacts contacts = new Contacts(contactPlan.onNobody(), views.isEmpty() ? kept.size() : 0);
            views.add(new ContactReader.View(contactPlan, contacts, asOf));
        }
        boolean replaces = exports.logs().stream().anyMatch(log -> log.source().newestCounts());
        LeadDirectory listed = list == null ? null : contacts(list, views, kept);
        Identities identities = linked.identities(list != null, end);
        LogReader.Outcome<TraitUse.Kept> read = new LogReader<>(
                        new TraitUse(new SnapshotUse(plans, end, identities, replaces), traits),
                        listed,
                        new People(objections, identities),
                        workers,
                        progress)
                .read(exports.logs());
        take(read.tallies(), read.rejects(), read.wrongValues());
        List<String> warnings = new ArrayList<>(SourceChecks.warnings(read.tallies(), list != null, exports));
        warnings.addAll(identities.doubts());
        Outcomes.Joined joined = outcomes(read.directory(), identities, end);
        List<Past.Snapshot> snapshots = new ArrayList<>();
        for (int i = 0; i < plans.size(); i++) {
            snapshots.add(new Past.Snapshot(
                    plans.get(i),
                    new Scorer(compiled, plans.get(i)),
                    views.get(i).contacts(),
                    read.kept().snapshots().states().get(i),
                    !replaces && (list != null || identities.isEmpty())
                            ? null
                            : read.kept().snapshots().seen().get(i)));
        }
        return new Past(
                snapshots,
                read.directory(),
                read.kept().snapshots().firsts(),
                joined,
                since,
                columns.size(),
                list != null,
                outcomes.firstCustomer(),
                read.kept().traits(),
                List.copyOf(tallies),
                List.copyOf(wrongValues),
                warnings);
    }

    /** The rows that could not be read, in the order of sources, files and lines. */
    public List<Reject> rejects() {
        return List.copyOf(rejects);
    }

    private LeadDirectory contacts(ContactSource list, List<ContactReader.View> views, List<Field> kept) {
        LeadDirectory listed = objections.directory();
        ContactReader reader = new ContactReader(list, views, kept, list.since(), listed);
        reader.read(exports.contacts(), progress);
        take(List.of(reader.tally()), reader.rejects(), reader.wrongValues());
        linked.markAll(listed);
        return listed;
    }

    private Outcomes.Joined outcomes(LeadDirectory leads, Identities identities, long end) {
        Outcomes.Joined joined = outcomes.join(leads, identities, end);
        take(List.of(outcomeReader.tally(joined)), outcomeReader.rejects(), outcomeReader.wrongValues());
        take(linked.tallies(), linked.rejects(), List.of());
        return joined;
    }

    private void take(List<Tally> counted, List<Reject> rejected, List<WrongValues> wrong) {
        Redaction redaction = new Redaction(objections);
        List<Reject> shown = rejected.stream().map(redaction::apply).toList();
        SourceChecks.requireReadable(counted, shown);
        exports.requireDecodable();
        tallies.addAll(counted);
        rejects.addAll(shown);
        wrongValues.addAll(wrong);
    }
}
