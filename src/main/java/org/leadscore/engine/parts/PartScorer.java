package org.leadscore.engine.parts;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.function.Consumer;
import java.util.function.LongPredicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.leadscore.engine.events.CheckedColumns;
import org.leadscore.engine.events.EventCounts;
import org.leadscore.engine.files.Allowance;
import org.leadscore.engine.files.DoesNotFit;
import org.leadscore.engine.files.ValueProblems;
import org.leadscore.engine.files.Workers;
import org.leadscore.engine.leads.Contacts;
import org.leadscore.engine.leads.Identities;
import org.leadscore.engine.leads.LeadDirectory;
import org.leadscore.engine.leads.LeadName;
import org.leadscore.engine.leads.Outcomes;
import org.leadscore.engine.leads.People;
import org.leadscore.engine.leads.Ranking;
import org.leadscore.engine.leads.RankingPlan;
import org.leadscore.lead.CellText;
import org.leadscore.lead.Packing;
import org.leadscore.lead.Text;
import org.leadscore.lead.Unpacking;
import org.leadscore.rules.RuleSet;
import org.leadscore.rules.source.ContactSource;
import org.leadscore.rules.source.EventSource;
import org.leadscore.rules.source.OutcomeSource;
import org.leadscore.score.contact.ContactPlan;
import org.leadscore.score.count.LeadStates;
import org.leadscore.score.event.EventPlan;
import org.leadscore.score.point.Census;
import org.leadscore.score.point.IdleRules;
import org.leadscore.score.point.RankedLead;
import org.leadscore.segment.Ledger;
import org.leadscore.spill.PartFiles;
import org.leadscore.spill.ShardFiles;

/**
 * Scores the leads whose rows were set aside, one part after the other, each as a small run is scored, and adds up the
 * counts. A part that does not fit into memory is dealt out to smaller ones, and a lead that does not fit is scored
 * while no other thread scores. One for each thread of {@link RunInParts}. Not thread-safe.
 */
final class PartScorer {

    /**
     * The part that all threads have in common.
     *
     * @param entries of the ledger, by whose numbers leads remember them
     * @param blockBytes about how many bytes of a part go to disk at once
     * @param alone held for writing by a thread that needs all the room there is for parts, and for reading by all
     *     others
     */
    record Setting(
            RuleSet rules,
            long asOf,
            EventPlan eventPlan,
            ContactPlan contactPlan,
            List<EventSource> logs,
            List<Ledger.Entry> entries,
            People people,
            MemoryBudget room,
            int blockBytes,
            ReadWriteLock alone) {

        Setting {
            logs = List.copyOf(logs);
        }
    }

    private static final int MORE_THAN_IT_SEEMS = 2;

    private final Setting setting;
    private final RuleSet rules;
    private final RankingPlan plan;
    private final ReportRow rowBytes;

    /** Takes in contacts; null without a contact list. */
    private final @Nullable SpilledContacts known;

    /** The id of the lead at hand. */
    private final LeadName name;

    /** The name of the highest bucket; empty without buckets. */
    private final String best;

    /** Numbers of each log's events by how they were used. */
    private final EventCounts[] counts;

    /** Values of each log that should have been numbers or dates. */
    private final List<ValueProblems> trouble;

    /** Values of contacts that should have been numbers or dates. */
    private final ValueProblems contactTrouble = new ValueProblems();

    /** The rules that gave points to no lead of these parts. */
    private final IdleRules idle;

    /** The census of all parts that were scored. */
    private Census census;

    /** Number of parts that were scored and have rows. */
    private int parts;

    /** The id of a contact that was met in two spellings, as {@link LeadDirectory#twin}; null for none. */
    private @Nullable String contactTwin;

    /** Number of contact rows whose id stood before. */
    private long contactDuplicates;

    /** Number of leads of the contact list who objected. */
    private long contactsSuppressed;

    /** Number of contacts that are not known yet. */
    private long laterContacts;

    /** Number of rows of outcomes whose ids are no leads. */
    private long unmatchedOutcomes;

    /** Number of rows of outcomes that were won after the as-of time. */
    private long laterOutcomes;

    PartScorer(Setting setting) {
        this.setting = setting;
        this.rules = setting.rules();
        this.plan = new RankingPlan(rules, setting.eventPlan());
        this.rowBytes = new ReportRow(rules);
        this.idle = new IdleRules(rules);
        this.census = Census.none(rules.scale(), rules.buckets());
        this.name = new LeadName(rules.sources().areIdsExact());
        this.best = rules.buckets().isEmpty() ? "" : rules.buckets().get(0).name();

        ContactPlan contacts = setting.contactPlan();
        ContactSource source = rules.sources().contacts();
        this.known = source == null
                ? null
                : new SpilledContacts(
                        source,
                        contacts,
                        new CheckedColumns(
                                contacts.wanted(), rules.keptColumns().size()),
                        setting.asOf());
        int logs = setting.logs().size();
        this.counts = Stream.generate(() -> EventCounts.NONE).limit(logs).toArray(EventCounts[]::new);
        this.trouble = Stream.generate(ValueProblems::new).limit(logs).toList();
    }

    /**
     * Scores all leads of a part, or of smaller parts where it does not fit.
     *
     * @param entries the numbers of the ledger's entries that are for leads of the part
     * @param taker takes the leads as {@link RankedRecord} writes them, in order
     * @throws TooLittleMemory when one lead does not fit
     */
    void score(PartFiles.Part part, List<Integer> entries, Consumer<Packing> taker) {
        if (part.bytes() == 0) {
            return;
        }
        MemoryBudget room = setting.room();
        if (new Leads(room.part(rules)).areScored(setting.alone().readLock(), part, entries, taker)) {
            return;
        }
        if (!part.isOfOneHash()) {
            scoreSmaller(part, entries, taker);
            return;
        }
        Leads one = new Leads(room.lead(rules));
        if (!one.areScored(setting.alone().writeLock(), part, entries, taker)) {
            throw one.tooLittle(part);
        }
    }

    private void scoreSmaller(PartFiles.Part part, List<Integer> entries, Consumer<Packing> taker) {
        try (PartFiles smaller = part.again();
                ShardFiles runs = new ShardFiles(setting.room().place(), smaller.parts(), setting.blockBytes())) {
            List<List<Integer>> dealt = deal(smaller, entries);
            for (int i = 0; i < smaller.parts(); i++) {
                int run = i;
                score(smaller.part(i), dealt.get(i), record -> runs.put(run, record));
                runs.flush(run);
            }
            Packing record = new Packing();
            SortedRuns.merge(runs, lead -> {
                record.clear();
                lead.append(record);
                taker.accept(record);
            });
        }
    }

    /**
     * Deals entries of the ledger out to the parts of their leads.
     *
     * @param entries numbers of entries
     * @return by part, the numbers of its entries
     */
    List<List<Integer>> deal(PartFiles parts, List<Integer> entries) {
        List<List<Integer>> dealt = Stream.generate(ArrayList<Integer>::new)
                .<List<Integer>>map(list -> list)
                .limit(parts.parts())
                .toList();
        for (int entry : entries) {
            name.set(Text.strip(setting.entries().get(entry).lead()));
            dealt.get(parts.of(name.fingerprint())).add(entry);
        }
        return dealt;
    }

    /** Number of parts that were scored and have rows. */
    int parts() {
        return parts;
    }

    Census census() {
        return census;
    }

    IdleRules idle() {
        return idle;
    }

    EventCounts counts(int log) {
        return counts[log];
    }

    ValueProblems trouble(int log) {
        return trouble.get(log);
    }

    ValueProblems contactTrouble() {
        return contactTrouble;
    }

    @Nullable
    String contactTwin() {
        return contactTwin;
    }

    long contactDuplicates() {
        return contactDuplicates;
    }

    long contactsSuppressed() {
        return contactsSuppressed;
    }

    long laterContacts() {
        return laterContacts;
    }

    long unmatchedOutcomes() {
        return unmatchedOutcomes;
    }

    long laterOutcomes() {
        return laterOutcomes;
    }

    /**
     * The leads of one part, as far as it has been read. A part that does not fit counts for nothing, and hands on no
     * lead.
     */
    private final class Leads {

        private final Allowance allowance;

        /** The leads of the part. */
        private LeadDirectory directory = new LeadDirectory();

        /** The contacts of these leads. */
        private Contacts contacts = new Contacts(setting.contactPlan().onNobody(), 0);

        /** The states of the leads; null until the first event, or the end of the part. */
        private @Nullable LeadStates states;

        /** Takes in events; null until the first event, or the end of the part. */
        private @Nullable SpilledEvents events;

        /** The outcomes; null where the rules have none. */
        private @Nullable Outcomes outcomes;

        /** The outcomes of the leads; null until the part is read, and where the rules have none. */
        private Outcomes.@Nullable Joined joined;

        /** True for the fingerprints of the part's leads. */
        private LongPredicate asked = any -> true;

        /** Number of bytes of the part that were read. */
        private long bytesRead;

        Leads(Allowance allowance) {
            this.allowance = allowance;
        }

        /** Reads and ranks the leads, and hands them to the taker; false when they do not fit. */
        boolean areScored(Lock lock, PartFiles.Part part, List<Integer> entries, Consumer<Packing> taker) {
            lock.lock();
            try {
                read(part);
                joined = outcomes == null ? null : outcomes.join(directory, Identities.NONE, setting.asOf());
                count();
                rank(entries, taker);
                return true;
            } catch (DoesNotFit tooLarge) {
                return false;
            } finally {
                lock.unlock();
            }
        }

        /** The exception for a lead that does not fit, with the heap that it would need. */
        TooLittleMemory tooLittle(PartFiles.Part part) {
            String lead = directory.size() == 0
                    ? "a lead"
                    : "one lead" + CellText.remark(", '" + directory.spelling(0) + "',");
            double whole = (double) part.bytes() / Math.max(1, bytesRead);
            return new TooLittleMemory("what is counted of " + lead + " alone", MemoryBudget.heapOfLead((long)
                    (allowance.taken() * whole * MORE_THAN_IT_SEEMS)));
        }

        private void read(PartFiles.Part part) {
            asked = part::isOf;
            directory = setting.people().objections().directory(allowance, asked);
            contacts = new Contacts(
                    setting.contactPlan().onNobody(), rules.keptColumns().size(), allowance);
            if (known != null) {
                known.turnTo(directory, contacts, allowance);
            }
            OutcomeSource source = rules.sources().outcomes();
            outcomes = source == null ? null : Outcomes.of(source, allowance);
            for (Iterator<byte[]> blocks = part.blocks(); blocks.hasNext(); ) {
                byte[] block = blocks.next();
                bytesRead += block.length;
                Unpacking in = new Unpacking(block);
                while (in.hasMore()) {
                    PartFiles.next(in);
                    take((int) in.number(), block, in);
                }
                if (events != null) {
                    events.takeIn();
                }
            }
            events();
        }

        /** Takes a record of the part; contacts come before all others. */
        private void take(int kind, byte[] block, Unpacking in) {
            if (kind == RunInParts.CONTACT && known != null) {
                known.add(block, in);
            } else if (kind == RunInParts.OUTCOME && outcomes != null) {
                byte[] id = in.bytes();
                name.set(id, 0, id.length);
                outcomes.add(name, in.number() == 1, in.number());
            } else {
                events().add(kind - RunInParts.FIRST_LOG, block, in);
            }
        }

        private SpilledEvents events() {
            if (events == null) {
                leaveOutLater();
                states = setting.eventPlan().newStates(directory.size(), allowance::take);
                events = new SpilledEvents(
                        setting.eventPlan(),
                        setting.logs(),
                        directory,
                        setting.people().identities(),
                        known != null,
                        states);
            }
            return events;
        }

        /** Leaves out the contacts that are not known yet; all contacts have been read. */
        private void leaveOutLater() {
            if (known != null && known.later().count() > 0) {
                LeadDirectory already = setting.people().objections().directory(allowance, asked);
                Contacts theirs = new Contacts(
                        setting.contactPlan().onNobody(), rules.keptColumns().size(), allowance);
                known.later().copyKnown(directory, contacts, rules.sources().areIdsExact(), already, theirs);
                directory = already;
                contacts = theirs;
            }
        }

        private void count() {
            if (known != null) {
                contactTwin = EventCounts.smaller(contactTwin, directory.twin());
                laterContacts += known.later().count();
                contactDuplicates += known.intake().duplicates();
                contactsSuppressed += known.intake().suppressed();
                contactTrouble.merge(known.trouble());
            }
            for (int log = 0; log < counts.length; log++) {
                counts[log] = counts[log].plus(events().counts(log));
                trouble.get(log).merge(events().trouble(log));
            }
            Outcomes.Joined conversions = joined;
            if (conversions != null) {
                unmatchedOutcomes += conversions.unmatched();
                laterOutcomes += conversions.later();
            }
        }

        private void rank(List<Integer> entries, Consumer<Packing> taker) {
            LeadStates seen = states == null ? setting.eventPlan().newStates() : states;
            RankingPlan.Ordered leads = plan.rank(seen, directory, contacts, joined, new Workers(1));
            idle.merge(leads.idle());
            Ranking ranking = leads.ranking();
            census = census.plus(ranking.census());
            parts++;
            Map<Integer, List<Integer>> remembered = FollowingUp.remembered(
                    entries,
                    entry -> setting.entries().get(entry).lead(),
                    directory,
                    rules.sources().areIdsExact());
            Outcomes.Joined conversions = joined;
            Packing row = new Packing();
            Packing standing = new Packing();
            Packing record = new Packing();
            for (int index = 0; index < ranking.size(); index++) {
                int lead = ranking.leadAt(index);
                RankedLead ranked = ranking.get(index);
                row.clear();
                rowBytes.pack(ranked.lead(), contacts.kept(lead), ranked.score(), row);
                standing.clear();
                leads.standings().pack(lead, standing);
                RankedRecord.More more = new RankedRecord.More(
                        best.equals(ranked.score().bucket()),
                        conversions != null && conversions.isCustomer(lead),
                        remembered.getOrDefault(lead, List.of()),
                        standing);
                record.clear();
                RankedRecord.pack(ranked.score(), more, row, record);
                taker.accept(record);
            }
        }
    }
}
