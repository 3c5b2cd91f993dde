package org.leadscore.engine.parts;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.leadscore.engine.events.EventCounts;
import org.leadscore.engine.files.Allowance;
import org.leadscore.engine.files.Exports;
import org.leadscore.engine.files.Progress;
import org.leadscore.engine.files.SourceChecks;
import org.leadscore.engine.files.Tally;
import org.leadscore.engine.files.ValueProblems;
import org.leadscore.engine.files.Workers;
import org.leadscore.engine.files.WrongValues;
import org.leadscore.engine.leads.CaseTwins;
import org.leadscore.engine.leads.ContactReader;
import org.leadscore.engine.leads.Identities;
import org.leadscore.engine.leads.KnownSince;
import org.leadscore.engine.leads.LeadName;
import org.leadscore.engine.leads.LinkedIds;
import org.leadscore.engine.leads.LookupMatches;
import org.leadscore.engine.leads.Objections;
import org.leadscore.engine.leads.OutcomeReader;
import org.leadscore.engine.leads.OutcomeSink;
import org.leadscore.engine.leads.People;
import org.leadscore.engine.leads.Result;
import org.leadscore.engine.people.KnownPersons;
import org.leadscore.lead.Packing;
import org.leadscore.lead.TimeFormat;
import org.leadscore.problem.InputException;
import org.leadscore.rules.RuleSet;
import org.leadscore.rules.source.ContactSource;
import org.leadscore.rules.source.OutcomeSource;
import org.leadscore.score.contact.ContactPlan;
import org.leadscore.score.event.EventPlan;
import org.leadscore.score.point.Census;
import org.leadscore.score.point.IdleRules;
import org.leadscore.segment.Ledger;
import org.leadscore.segment.StreamedPlacement;
import org.leadscore.spill.PartFiles;
import org.leadscore.spill.ShardFiles;

/**
 * A run in parts, in memory that grows neither with the leads nor with the events, but for sources of leads: all rows
 * are set aside for the part of their lead, parts are scored one by one, each as a small run is, and the leads of all
 * parts, sorted each for itself, are put into one order on disk. The result is the same as that of a run in memory.
 */
public final class RunInParts {

    /** The kind of a record that is a contact: the first number in it. */
    static final int CONTACT = 0;

    /** The kind of a record that is a row of outcomes. */
    static final int OUTCOME = 1;

    /** The kind of a record that is an event of the first log; those of the other logs follow. */
    static final int FIRST_LOG = 2;

    private final RuleSet rules;
    private final Exports exports;

    /** The as-of time, in milliseconds since 1970 UTC. */
    private final long asOf;

    /** The entries of the ledger, by whose indexes leads remember them. */
    private final List<Ledger.Entry> ledger;

    private final Objections objections;
    private final LinkedIds linked;
    private final Workers workers;
    private final Progress progress;

    /** The memory that parts may take, and the place on disk. */
    private final MemoryBudget room;

    private final EventPlan eventPlan;
    private final ContactPlan contactPlan;

    /** Deals hand-offs and actions out to the ranked leads. */
    private final StreamedPlacement dealing;

    /** Number of parts into which leads are dealt at first. */
    private final int parts;

    /** About how many bytes of a part go to disk at once. */
    private final int blockBytes;

    /** The tallies of the sources, in order. */
    private final List<Tally> tallies = new ArrayList<>();

    /** The rejects of all sources. */
    private final SpilledRejects rejects;

    /** Number of rejects of the contact list. */
    private long rejectedContacts;

    /** Values that should have been numbers or dates, in the order of sources. */
    private final List<WrongValues> wrongValues = new ArrayList<>();

    /** The contact list as it was read; null without one. */
    private @Nullable ContactSpill contacts;

    /** The reader of the outcomes; null where they are not read. */
    private @Nullable OutcomeReader outcomes;

    /** The identities; none before the contact list is read. */
    private Identities identities = Identities.NONE;

    /** Number of rows of outcomes whose id leads to different leads at once. */
    private long contestedOutcomes;

    /** The logs as they were read. */
    private List<EventSpill.ReadLog> logs = List.of();

    /** Prepares a run; nothing is read yet. */
    public RunInParts(
            RuleSet rules,
            Exports exports,
            LinkedIds linked,
            long asOf,
            Ledger ledger,
            Objections objections,
            Workers workers,
            Progress progress,
            MemoryBudget room) {
        this.rules = rules;
        this.exports = exports;
        this.asOf = asOf;
        this.linked = linked;
        this.objections = linked.objecting(objections);
        Ledger others = linked.isEmpty() ? ledger : ledger.without(this.objections::include);
        this.ledger = others.entries();
        this.workers = workers;
        this.progress = progress;
        this.room = room;
        this.eventPlan = new EventPlan(rules, asOf);
        this.contactPlan = new ContactPlan(rules, rules.sources().idColumns());
        this.dealing = new StreamedPlacement(rules, asOf, others);
        this.rejects = new SpilledRejects(this.objections, room.place());
        this.parts = room.parts(exports.bytes());
        this.blockBytes = room.blockBytes(parts);
    }

    /**
     * Runs all of it; may be called once.
     *
     * @throws TooLittleMemory when one lead alone does not fit
     */
    public Result run() {
        progress.phase("reading");
        exports.keepRejectsOn(rejects);
        try (ShardFiles runs = new ShardFiles(room.place(), parts, blockBytes)) {
            List<PartScorer> scored;
            try (PartFiles leads = newDeal()) {
                readContacts(leads);
                identities = linked.identities(contacts != null, asOf);
                readLogs(leads);
                readOutcomes(leads);
                takeLinks();
                progress.phase("scoring in parts");
                scored = score(leads, runs);
            }
            progress.phase("ranking");
            return rank(runs, scored);
        }
    }

    private PartFiles newDeal() {
        return new PartFiles(room.place(), parts, blockBytes);
    }

    private Allowance ofPart() {
        return room.part(rules);
    }

    private void readContacts(PartFiles leads) {
        ContactSource source = rules.sources().contacts();
        if (source == null) {
            return;
        }
        ContactSpill spill = new ContactSpill(
                source,
                contactPlan.columns(),
                contactPlan.wanted(),
                rules.keptColumns(),
                KnownSince.by(asOf, source),
                objections,
                linked,
                rejects,
                leads,
                this::ofPart);
        contacts = spill;
        spill.read(exports.contacts(), progress);
        rejectedContacts = rejects.ofSource();
        requireReadable(ContactReader.SOURCE, spill.rows() - spill.leftOut());
        exports.requireDecodable();
    }

    private void readLogs(PartFiles leads) {
        boolean hasKeys =
                exports.logs().stream().anyMatch(log -> !log.source().key().isEmpty());
        EventSpill spill = new EventSpill(
                eventPlan, exports.logs(), identities, workers, leads, hasKeys ? newDeal() : null, this::ofPart);
        logs = spill.read(rejects, progress);
        exports.requireDecodable();
    }

    private void requireReadable(String source, long rows) {
        InputException unreadable = SourceChecks.unreadable(source, rows, rejects.ofSource(), rejects.firstOfSource());
        if (unreadable != null) {
            throw unreadable;
        }
    }

    private void readOutcomes(PartFiles leads) {
        OutcomeSource source = rules.sources().outcomes();
        if (source == null || exports.outcomes().isEmpty()) {
            return;
        }
        Packing record = new Packing();
        LeadName resolved = new LeadName(source.lead().exact());
        OutcomeSink spill = (name, isWon, time) -> {
            LeadName lead = leadOf(name, time == TimeFormat.NONE ? asOf : time, resolved);
            if (lead == null) {
                contestedOutcomes++;
                return;
            }
            record.clear();
            record.number(OUTCOME);
            record.bytes(lead.written(), 0, lead.writtenLength());
            record.number(isWon ? 1 : 0);
            record.number(time);
            leads.put(lead.fingerprint(), record);
        };
        OutcomeReader reader = new OutcomeReader(rules, source, objections, asOf, spill);
        outcomes = reader;
        rejects.nextSource();
        reader.read(exports.outcomes(), progress, rejects);
        leads.flush();
        Tally unjoined = reader.tally(0, 0, 0);
        requireReadable(OutcomeReader.SOURCE, unjoined.rows() - unjoined.leftOut());
        exports.requireDecodable();
    }

    /**
     * The id of the lead to whom an outcome belongs; null when it is contested.
     *
     * @param resolved takes the id where it is another one
     */
    private @Nullable LeadName leadOf(LeadName name, long time, LeadName resolved) {
        int id = identities.find(name);
        int lead = id < 0 ? id : identities.lead(id, time);
        if (id >= 0 && lead == KnownPersons.CONTESTED) {
            return null;
        }
        if (id >= 0 && lead >= 0) {
            byte[] written = identities.written(lead);
            resolved.set(written, 0, written.length);
            return resolved;
        }
        return name;
    }

    /** Counts the files of links and keeps their rejects, after those of all other sources. */
    private void takeLinks() {
        if (!linked.tallies().isEmpty()) {
            rejects.nextSource();
            linked.rejects().forEach(rejects);
            Tally links = linked.tallies().get(0);
            requireReadable(Exports.IDENTITIES, links.rows() - links.leftOut());
        }
    }

    private List<PartScorer> score(PartFiles leads, ShardFiles runs) {
        PartScorer.Setting setting = new PartScorer.Setting(
                rules,
                asOf,
                eventPlan,
                contactPlan,
                logs.stream().map(EventSpill.ReadLog::source).toList(),
                ledger,
                new People(objections, identities),
                room,
                blockBytes,
                new ReentrantReadWriteLock());
        List<List<Integer>> entries = new PartScorer(setting)
                .deal(leads, IntStream.range(0, ledger.size()).boxed().toList());
        return new Workers(room.atOnce()).share(parts, () -> new PartScorer(setting), (scoring, part) -> {
            scoring.score(leads.part(part), entries.get(part), record -> runs.put(part, record));
            runs.flush(part);
        });
    }

    private Result rank(ShardFiles runs, List<PartScorer> scored) {
        Census census = census(scored);
        SpilledRanking ranking = new SpilledRanking(rules, new ReportRow(rules), dealing, room, census.total());
        ranking.rank(runs, ledger);
        List<Tally> ofLogs = finish(scored);
        IdleRules idle = new IdleRules(rules);
        scored.forEach(part -> idle.merge(part.idle()));
        return new Result(
                ranking.leads(),
                ranking.ids(),
                census,
                ranking.placements(),
                ranking.sources() == null ? null : new Result.Sources(ranking.sources(), outcomes != null),
                ranking.accounts(),
                tallies,
                rejects.all(),
                wrongValues,
                census.total() == 0 ? List.of() : idle.names(),
                exports.oddities(),
                warnings(ofLogs, scored),
                scored.stream().mapToInt(PartScorer::parts).sum(),
                objections,
                lookups());
    }

    private List<LookupMatches.Match> lookups() {
        ContactSpill spill = contacts;
        return spill == null ? List.of() : spill.lookups();
    }

    private List<String> warnings(List<Tally> ofLogs, List<PartScorer> scored) {
        boolean isListed = rules.sources().contacts() != null;
        List<String> warnings = new ArrayList<>(
                SourceChecks.warnings(ofLogs, isListed && SourceChecks.isMostlyKnown(tallies.get(0)), exports));
        warnings.addAll(LookupMatches.doubts(lookups()));
        warnings.addAll(identities.doubts());
        String twin = null;
        for (PartScorer part : scored) {
            twin = EventCounts.smaller(twin, part.contactTwin());
            for (int log = 0; log < logs.size() && !isListed; log++) {
                twin = EventCounts.smaller(twin, part.counts(log).twin());
            }
        }
        CaseTwins.warning(rules, exports, twin).ifPresent(warnings::add);
        return warnings;
    }

    /** Adds up the counts of the parts, and answers the tallies of the logs. */
    private List<Tally> finish(List<PartScorer> scored) {
        ContactSpill spill = contacts;
        if (spill != null) {
            ValueProblems trouble = new ValueProblems();
            scored.forEach(part -> trouble.merge(part.contactTrouble()));
            long duplicates =
                    scored.stream().mapToLong(PartScorer::contactDuplicates).sum();
            long suppressed =
                    scored.stream().mapToLong(PartScorer::contactsSuppressed).sum();
            long later = scored.stream().mapToLong(PartScorer::laterContacts).sum();
            tallies.add(ContactReader.tally(
                    spill.rows(),
                    rejectedContacts,
                    spill.blank(),
                    duplicates,
                    suppressed,
                    later,
                    spill.times(),
                    spill.leftOut()));
            wrongValues.addAll(trouble.report(ContactReader.SOURCE, KnownSince.dates(spill.source()), spill.tables()));
        }
        List<Tally> ofLogs = new ArrayList<>();
        for (int i = 0; i < logs.size(); i++) {
            int log = i;
            EventSpill.ReadLog read = logs.get(log);
            EventCounts counts =
                    scored.stream().map(part -> part.counts(log)).reduce(EventCounts.NONE, EventCounts::plus);
            ValueProblems trouble = new ValueProblems();
            scored.forEach(part -> trouble.merge(part.trouble(log)));
            ofLogs.add(tally(read, counts));
            wrongValues.addAll(
                    trouble.reportIn(read.source().name(), read.source().dialect()::times, read.places()));
        }
        tallies.addAll(ofLogs);
        OutcomeReader reader = outcomes;
        if (reader != null) {
            long unmatched =
                    scored.stream().mapToLong(PartScorer::unmatchedOutcomes).sum();
            long later = scored.stream().mapToLong(PartScorer::laterOutcomes).sum();
            tallies.add(reader.tally(contestedOutcomes, unmatched, later));
            wrongValues.addAll(reader.wrongValues());
        }
        tallies.addAll(linked.tallies());
        return ofLogs;
    }

    /** The tally of a log. Rows that could be read and are counted as nothing else are duplicates. */
    private static Tally tally(EventSpill.ReadLog log, EventCounts counts) {
        long rejected = log.rejected();
        long others = log.leftOut()
                + log.anonymous()
                + counts.anonymous()
                + counts.contested()
                + counts.suppressed()
                + counts.unmatched()
                + counts.later()
                + counts.matched();
        return counts.withDuplicates(log.rows() - rejected - others)
                .withAnonymous(log.anonymous())
                .withLeftOut(log.leftOut())
                .tally(log.source().name(), log.rows(), rejected);
    }

    private Census census(List<PartScorer> scored) {
        return scored.stream()
                .map(PartScorer::census)
                .reduce(Census.none(rules.scale(), rules.buckets()), Census::plus);
    }
}
