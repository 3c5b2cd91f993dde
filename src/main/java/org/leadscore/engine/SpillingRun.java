package org.leadscore.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.leadscore.lead.Packing;
import org.leadscore.lead.Text;
import org.leadscore.lead.Unpacking;
import org.leadscore.problem.InputException;
import org.leadscore.rules.ContactSource;
import org.leadscore.rules.FollowUp;
import org.leadscore.rules.OutcomeSource;
import org.leadscore.rules.RuleSet;
import org.leadscore.score.Census;
import org.leadscore.score.ContactPlan;
import org.leadscore.score.EventPlan;
import org.leadscore.score.LeadStates;
import org.leadscore.score.RankedLead;
import org.leadscore.score.Scorer;
import org.leadscore.segment.Dealing;
import org.leadscore.segment.Ledger;
import org.leadscore.segment.StandingPlan;
import org.leadscore.segment.Standings;
import org.leadscore.spill.Shards;

/**
 * A run in parts, in memory that grows neither with the leads nor with the events, but for accounts and sources of leads: all
 * rows are set aside by the shard of their lead, shards are scored one by one, each as a small run is, and the leads of all
 * shards, sorted each for itself, are put into one order on disk. What comes out is the same as of a run in memory.
 */
final class SpillingRun {

    private final RuleSet rules;
    private final Exports exports;
    private final long asOf;
    private final List<Ledger.Entry> ledger;
    private final Objections objections;
    private final Workers workers;
    private final Progress progress;
    private final Room room;
    private final EventPlan eventPlan;
    private final ContactPlan contactPlan;
    private final StandingPlan standingPlan;
    private final Scorer scorer;
    private final RowBytes rowBytes;
    private final Dealing dealing;
    private final int shards;
    private final int blockBytes;
    private final List<Tally> tallies = new ArrayList<>();
    private final SpilledRejects rejects;
    private long rejectedContacts;
    private final List<NotNumbers> notNumbers = new ArrayList<>();
    private final Map<Integer, List<Integer>> remembered = new HashMap<>();
    private @Nullable ContactSpool contacts;
    private @Nullable Shards contactShards;
    private @Nullable OutcomeReader outcomes;
    private @Nullable Shards outcomeShards;
    private List<EventSpool.ReadLog> logs = List.of();

    SpillingRun(
            RuleSet rules,
            Exports exports,
            long asOf,
            Ledger ledger,
            Objections objections,
            Workers workers,
            Progress progress,
            Room room) {
        this.rules = rules;
        this.exports = exports;
        this.asOf = asOf;
        this.ledger = ledger.entries();
        this.objections = objections;
        this.workers = workers;
        this.progress = progress;
        this.room = room;
        this.eventPlan = new EventPlan(rules, asOf);
        this.contactPlan = new ContactPlan(rules, Engine.idColumns(rules));
        this.standingPlan = new StandingPlan(rules, eventPlan);
        this.scorer = new Scorer(rules, eventPlan);
        this.rowBytes = new RowBytes(rules);
        this.dealing = new Dealing(rules, asOf);
        this.rejects = new SpilledRejects(objections, room.place());
        this.shards = room.shards(exports.bytes(), workers.count());
        this.blockBytes = room.blockBytes(shards);
    }

    Result run() {
        progress.phase("reading");
        exports.keepRejectsOn(rejects);
        readContacts();
        try (Shards events = newShards()) {
            readLogs(events);
            readOutcomes();
            remember(events);
            progress.phase("scoring in " + shards + " parts");
            Shards runs = newShards();
            List<Part> parts = score(events, runs);
            Result result = rank(runs, parts);
            runs.close();
            return result;
        }
    }

    private Shards newShards() {
        return new Shards(room.place(), shards, blockBytes);
    }

    private void readContacts() {
        ContactSource source = rules.sources().contacts();
        if (source == null) {
            return;
        }
        Shards spilled = newShards();
        contactShards = spilled;
        ContactSpool spool = new ContactSpool(
                source,
                contactPlan.columns(),
                contactPlan.numberColumns(),
                rules.keptColumns(),
                objections,
                rejects,
                spilled);
        contacts = spool;
        spool.read(exports.contacts(), progress);
        rejectedContacts = rejects.ofSource();
        requireReadable(ContactReader.SOURCE, spool.rows());
    }

    private void readLogs(Shards events) {
        boolean hasKeys =
                exports.logs().stream().anyMatch(log -> !log.source().key().isEmpty());
        EventSpool spool = new EventSpool(eventPlan, exports.logs(), workers, events, hasKeys ? newShards() : null);
        logs = spool.read(rejects, progress);
    }

    private void requireReadable(String source, long rows) {
        InputException unreadable = Engine.unreadable(source, rows, rejects.ofSource(), rejects.firstOfSource());
        if (unreadable != null) {
            throw unreadable;
        }
    }

    private void readOutcomes() {
        OutcomeSource source = rules.sources().outcomes();
        if (rules.followUp().acquisition() == null
                || source == null
                || exports.outcomes().isEmpty()) {
            return;
        }
        Shards spilled = newShards();
        outcomeShards = spilled;
        Packing record = new Packing();
        OutcomeReader reader = new OutcomeReader(rules, source, objections, asOf, (lead, isWon, time) -> {
            record.clear();
            record.bytes(lead.written(), 0, lead.writtenLength());
            record.number(isWon ? 1 : 0);
            record.number(time);
            spilled.put(spilled.of(lead.fingerprint()), record);
        });
        outcomes = reader;
        rejects.nextSource();
        reader.read(exports.outcomes(), progress, rejects);
        spilled.flush();
        requireReadable(OutcomeReader.SOURCE, reader.tally(0, 0).rows());
    }

    /** Finds the shard of each entry of the ledger. */
    private void remember(Shards events) {
        LeadName name = new LeadName(rules.sources().areIdsExact());
        for (int i = 0; i < ledger.size(); i++) {
            name.set(Text.strip(ledger.get(i).lead()));
            remembered
                    .computeIfAbsent(events.of(name.fingerprint()), none -> new ArrayList<>())
                    .add(i);
        }
    }

    private List<Part> score(Shards events, Shards runs) {
        AtomicInteger next = new AtomicInteger();
        return workers.each(() -> {
            Part part = new Part();
            for (int shard = next.getAndIncrement(); shard < shards; shard = next.getAndIncrement()) {
                part.score(shard, events, runs);
            }
            return part;
        });
    }

    private Result rank(Shards runs, List<Part> parts) {
        progress.phase("ranking");
        if (contactShards != null) {
            contactShards.close();
        }
        if (outcomeShards != null) {
            outcomeShards.close();
        }
        SpilledRanking ranking = new SpilledRanking(rules, rowBytes, dealing, room.place());
        ranking.rank(runs, ledger);
        List<Tally> ofLogs = finish(parts);
        return new Result(
                ranking.leads(),
                ranking.ids(),
                census(parts),
                ranking.placements(),
                ranking.sources() == null ? null : new Result.Sources(ranking.sources(), outcomes != null),
                ranking.accounts(),
                tallies,
                rejects.all(),
                notNumbers,
                Engine.warnings(ofLogs, rules.sources().contacts() != null),
                shards);
    }

    /** Adds up what the parts have counted, and answers the tallies of the logs. */
    private List<Tally> finish(List<Part> parts) {
        ContactSpool spool = contacts;
        if (spool != null) {
            NumberTrouble trouble = new NumberTrouble();
            parts.forEach(part -> trouble.merge(part.contactTrouble()));
            long duplicates = parts.stream().mapToLong(Part::contactDuplicates).sum();
            long suppressed = parts.stream().mapToLong(Part::contactsSuppressed).sum();
            long rejected = rejectedContacts;
            long matched = spool.rows() - rejected - duplicates - suppressed;
            tallies.add(new Tally(ContactReader.SOURCE, spool.rows(), rejected, duplicates, suppressed, 0, 0, matched));
            notNumbers.addAll(trouble.report(ContactReader.SOURCE, spool.tables()));
        }
        List<Tally> ofLogs = new ArrayList<>();
        for (int i = 0; i < logs.size(); i++) {
            int log = i;
            EventSpool.ReadLog read = logs.get(log);
            EventCounts counts =
                    parts.stream().map(part -> part.counts[log]).reduce(EventCounts.NONE, EventCounts::plus);
            NumberTrouble trouble = new NumberTrouble();
            parts.forEach(part -> trouble.merge(part.trouble.get(log)));
            ofLogs.add(tally(read, counts));
            notNumbers.addAll(trouble.reportIn(read.source().name(), read.places()));
        }
        tallies.addAll(ofLogs);
        OutcomeReader reader = outcomes;
        if (reader != null) {
            long unmatched =
                    parts.stream().mapToLong(part -> part.unmatchedOutcomes).sum();
            long later = parts.stream().mapToLong(part -> part.laterOutcomes).sum();
            tallies.add(reader.tally(unmatched, later));
            notNumbers.addAll(reader.notNumbers());
        }
        return ofLogs;
    }

    /** Whatever could be read and is nothing else is a duplicate. */
    private static Tally tally(EventSpool.ReadLog log, EventCounts counts) {
        long rejected = log.rejected();
        long others = counts.suppressed() + counts.unmatched() + counts.later() + counts.matched();
        return new Tally(
                log.source().name(),
                log.rows(),
                rejected,
                log.rows() - rejected - others,
                counts.suppressed(),
                counts.unmatched(),
                counts.later(),
                counts.matched());
    }

    private Census census(List<Part> parts) {
        Map<String, Integer> buckets = new LinkedHashMap<>();
        rules.buckets().forEach(bucket -> buckets.put(bucket.name(), 0));
        List<Census> all = parts.stream().flatMap(part -> part.census.stream()).toList();
        all.forEach(one -> one.buckets().forEach((name, leads) -> buckets.merge(name, leads, Integer::sum)));
        return new Census(
                buckets,
                all.stream().mapToInt(Census::belowBuckets).sum(),
                all.stream().mapToInt(Census::noData).sum(),
                all.stream().mapToInt(Census::disqualified).sum());
    }

    /** The shards that one thread scores, one after the other, and what it has counted in them. */
    private final class Part {

        private final @Nullable SpilledContacts known;
        private final EventCounts[] counts =
                Stream.generate(() -> EventCounts.NONE).limit(logs.size()).toArray(EventCounts[]::new);
        private final List<NumberTrouble> trouble =
                Stream.generate(NumberTrouble::new).limit(logs.size()).toList();
        private final List<Census> census = new ArrayList<>();
        private final LeadName name = new LeadName(rules.sources().areIdsExact());
        private final String best =
                rules.buckets().isEmpty() ? "" : rules.buckets().get(0).name();
        private long unmatchedOutcomes;
        private long laterOutcomes;

        Part() {
            ContactSource source = rules.sources().contacts();
            ContactSpool spool = contacts;
            known = source == null || spool == null
                    ? null
                    : new SpilledContacts(source, contactPlan, spool.numbers(), asOf);
        }

        long contactDuplicates() {
            return known == null ? 0 : known.duplicates();
        }

        long contactsSuppressed() {
            return known == null ? 0 : known.suppressed();
        }

        NumberTrouble contactTrouble() {
            return known == null ? new NumberTrouble() : known.trouble();
        }

        void score(int shard, Shards events, Shards runs) {
            LeadDirectory directory = objections.directory();
            Contacts ofShard =
                    new Contacts(contactPlan.onNobody(), rules.keptColumns().size());
            Shards list = contactShards;
            if (known != null && list != null) {
                known.read(list.blocks(shard), directory, ofShard);
            }
            LeadStates states = eventPlan.newStates(directory.size());
            SpilledEvents taken = new SpilledEvents(
                    eventPlan,
                    logs.stream().map(EventSpool.ReadLog::source).toList(),
                    directory,
                    known != null,
                    states);
            taken.read(events.blocks(shard));
            for (int log = 0; log < counts.length; log++) {
                counts[log] = counts[log].plus(taken.counts(log));
                trouble.get(log).merge(taken.trouble(log));
            }
            rank(shard, directory, ofShard, states, runs);
        }

        private void rank(int shard, LeadDirectory directory, Contacts ofShard, LeadStates states, Shards runs) {
            Standings standings = standingPlan.standings(directory.size());
            boolean followsUp = !rules.followUp().equals(FollowUp.NONE);
            Ranking ranking = Ranking.of(
                    lead -> scorer.score(ofShard.verdict(lead), states, lead),
                    states::touch,
                    (lead, score) -> {
                        if (followsUp) {
                            standingPlan.put(score, ofShard.verdict(lead), ofShard::kept, states, lead, standings);
                        }
                    },
                    directory,
                    ofShard,
                    rules,
                    new Workers(1));
            census.add(ranking.census());
            boolean[] customers = customers(shard, directory);
            Map<Integer, List<Integer>> entries = entries(shard, directory);
            Packing row = new Packing();
            Packing standing = new Packing();
            Packing record = new Packing();
            for (int index = 0; index < ranking.size(); index++) {
                int lead = ranking.leadAt(index);
                RankedLead ranked = ranking.get(index);
                row.clear();
                rowBytes.pack(ranked.lead(), ofShard.kept(lead), ranked.score(), row);
                standing.clear();
                standings.pack(lead, standing);
                LeadRecord.More more = new LeadRecord.More(
                        best.equals(ranked.score().bucket()),
                        customers[lead],
                        entries.getOrDefault(lead, List.of()),
                        standing);
                record.clear();
                LeadRecord.pack(ranked.score(), more, row, record);
                runs.put(shard, record);
            }
            runs.flush(shard);
        }

        private boolean[] customers(int shard, LeadDirectory directory) {
            boolean[] customers = new boolean[directory.size()];
            OutcomeSource source = rules.sources().outcomes();
            Shards spilled = outcomeShards;
            if (source == null || spilled == null) {
                return customers;
            }
            Outcomes ofShard = Outcomes.of(source);
            for (Iterator<byte[]> blocks = spilled.blocks(shard); blocks.hasNext(); ) {
                Unpacking in = new Unpacking(blocks.next());
                while (in.hasMore()) {
                    byte[] id = in.bytes();
                    name.set(id, 0, id.length);
                    ofShard.add(name, in.number() == 1, in.number());
                }
            }
            Outcomes.Joined joined = ofShard.join(directory, asOf);
            unmatchedOutcomes += joined.unmatched();
            laterOutcomes += joined.later();
            for (int lead = 0; lead < customers.length; lead++) {
                customers[lead] = joined.customerSince(lead) != Past.NEVER;
            }
            return customers;
        }

        /** What the ledger has of the shard's leads, whose room is taken from now on. */
        private Map<Integer, List<Integer>> entries(int shard, LeadDirectory directory) {
            Map<Integer, List<Integer>> byLead = new HashMap<>();
            for (int entry : remembered.getOrDefault(shard, List.of())) {
                name.set(Text.strip(ledger.get(entry).lead()));
                int lead = directory.find(name);
                if (lead >= 0) {
                    byLead.computeIfAbsent(lead, none -> new ArrayList<>()).add(entry);
                }
            }
            synchronized (dealing) {
                byLead.values()
                        .forEach(ofLead ->
                                dealing.reserve(ofLead.stream().map(ledger::get).toList()));
            }
            return byLead;
        }
    }
}
