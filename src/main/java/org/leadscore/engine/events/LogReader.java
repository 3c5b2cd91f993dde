package org.leadscore.engine.events;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;
import org.leadscore.engine.files.Allowance;
import org.leadscore.engine.files.Exports;
import org.leadscore.engine.files.Progress;
import org.leadscore.engine.files.Tally;
import org.leadscore.engine.files.ValueProblems;
import org.leadscore.engine.files.Workers;
import org.leadscore.engine.files.WrongValues;
import org.leadscore.engine.leads.LeadDirectory;
import org.leadscore.engine.leads.People;
import org.leadscore.ingest.row.Reject;
import org.leadscore.ingest.table.ChunkReader;
import org.leadscore.ingest.table.Read;
import org.leadscore.ingest.table.Table;
import org.leadscore.rules.source.EventSource;

/**
 * Reads all logs with all threads. Each thread collects its own {@code S}, and these are merged at the end. When a
 * log's keys turn out contested, everything is read a second time.
 *
 * @param <S> the type of what is collected, such as the states of leads
 */
public final class LogReader<S> {

    /**
     * The outcome of reading all logs.
     *
     * @param directory of all leads: those of the contact list, or else those seen in the events
     * @param kept what all threads have collected
     * @param tallies a row a log
     * @param twin the id of a lead that was added in two spellings, as {@link LeadDirectory#twin}; null for none, and
     *     where leads are those of the contact list
     */
    public record Outcome<S>(
            LeadDirectory directory,
            S kept,
            List<Tally> tallies,
            List<Reject> rejects,
            List<WrongValues> wrongValues,
            @Nullable String twin) {}

    private final EventUse<S> use;

    /** The leads of the contact list; null to take every lead that is seen. */
    private final @Nullable LeadDirectory known;

    private final People people;

    /** The allowance that is asked for the memory of whatever grows with the data. */
    private final Allowance allowance;

    private final Workers workers;
    private final Progress progress;

    /**
     * A reader of logs.
     *
     * @param known the leads of the contact list; null to take every lead that is seen, but for those who objected
     */
    public LogReader(
            EventUse<S> use, @Nullable LeadDirectory known, People people, Workers workers, Progress progress) {
        this(use, known, people, Allowance.unlimited(), workers, progress);
    }

    /** As above, as long as no more is to be held than that. */
    public LogReader(
            EventUse<S> use,
            @Nullable LeadDirectory known,
            People people,
            Allowance allowance,
            Workers workers,
            Progress progress) {
        this.allowance = allowance;
        this.use = use;
        this.known = known;
        this.people = people;
        this.workers = workers;
        this.progress = progress;
    }

    /**
     * Reads the logs, in as many passes as contested keys need.
     *
     * @throws DoesNotFit when the allowance is used up
     */
    public Outcome<S> read(List<Exports.Log> logs) {
        List<Set<EventKeys.Key>> contested = new ArrayList<>();
        logs.forEach(any -> contested.add(Set.of()));
        long taken = allowance.taken();
        while (true) {
            allowance.backTo(taken);
            LeadDirectory directory = known == null ? people.objections().directory(allowance) : known;
            List<LogIntake.Log> shared = new ArrayList<>();
            for (int i = 0; i < logs.size(); i++) {
                shared.add(new LogIntake.Log(
                        logs.get(i).source(),
                        directory,
                        known != null,
                        people.identities(),
                        new EventKeys(allowance),
                        contested.get(i)));
            }
            try (ChunkQueue queue = new ChunkQueue(logs, progress)) {
                Queue<S> kept = new ConcurrentLinkedQueue<>(use.nothing(workers.count(), directory.size(), allowance));
                List<ThreadShare<S>> shares = workers.each(() -> readAll(queue, shared, kept.remove()));
                queue.rethrow();
                if (!addContested(contested, shared)) {
                    return outcome(directory, logs, shares, queue.opened());
                }
            }
        }
    }

    /** The part of one thread: what it has collected, and its share of each log that it met. */
    private record ThreadShare<S>(S kept, List<@Nullable LogIntake> logs) {}

    private ThreadShare<S> readAll(ChunkQueue queue, List<LogIntake.Log> shared, S kept) {
        List<@Nullable LogIntake> shares = new ArrayList<>(Collections.nCopies(shared.size(), null));
        ChunkQueue.OpenTable table = null;
        ChunkReader reader = null;
        for (ChunkQueue.Piece piece = queue.next(); piece != null; piece = queue.next()) {
            try {
                int log = piece.from().log();
                LogIntake share = shares.get(log);
                if (share == null) {
                    share = new LogIntake(shared.get(log), use, kept);
                    shares.set(log, share);
                }
                if (reader == null || !piece.from().equals(table)) {
                    table = piece.from();
                    reader = new ChunkReader(table.table());
                    share.turnTo(table.table(), table.file());
                }
                reader.read(piece.chunk(), share);
            } catch (RuntimeException | Error failure) {
                queue.fail(piece, failure);
            }
        }
        return new ThreadShare<>(kept, shares);
    }

    private static boolean addContested(List<Set<EventKeys.Key>> contested, List<LogIntake.Log> shared) {
        boolean any = false;
        for (int i = 0; i < shared.size(); i++) {
            Set<EventKeys.Key> found = shared.get(i).keys().contested();
            if (!found.isEmpty()) {
                Set<EventKeys.Key> all = new HashSet<>(contested.get(i));
                any |= all.addAll(found);
                contested.set(i, all);
            }
        }
        return any;
    }

    private Outcome<S> outcome(
            LeadDirectory directory,
            List<Exports.Log> logs,
            List<ThreadShare<S>> threads,
            List<ChunkQueue.OpenTable> opened) {
        takeStored(logs.size(), threads);
        S kept = threads.get(0).kept();
        threads.subList(1, threads.size()).forEach(thread -> use.merge(kept, thread.kept()));
        List<Tally> tallies = new ArrayList<>();
        List<Reject> rejects = new ArrayList<>();
        List<WrongValues> wrongValues = new ArrayList<>();
        for (int log = 0; log < logs.size(); log++) {
            EventSource source = logs.get(log).source();
            List<Table> tables = new ArrayList<>();
            long rows = 0;
            long leftOut = 0;
            int rejectsBefore = rejects.size();
            for (ChunkQueue.OpenTable open : opened) {
                if (open.log() == log) {
                    Read read = open.table().finish();
                    rows += read.rows();
                    leftOut += open.table().leftOutRows();
                    rejects.addAll(read.rejects());
                    tables.add(open.table());
                }
            }
            EventCounts counts = EventCounts.NONE;
            ValueProblems found = new ValueProblems();
            for (ThreadShare<S> thread : threads) {
                LogIntake share = thread.logs().get(log);
                if (share != null) {
                    counts = counts.plus(share.counts());
                    found.merge(share.wrongValues());
                }
            }
            tallies.add(counts.withLeftOut(leftOut).tally(source.name(), rows, rejects.size() - rejectsBefore));
            wrongValues.addAll(found.report(source.name(), source.dialect()::times, tables));
        }
        return new Outcome<>(directory, kept, tallies, rejects, wrongValues, known == null ? directory.twin() : null);
    }

    private void takeStored(int logs, List<ThreadShare<S>> threads) {
        for (int log = 0; log < logs; log++) {
            Map<EventKeys.Key, TreeMap<Integer, ContestedEvent>> counting = new HashMap<>();
            LogIntake taker = null;
            for (ThreadShare<S> thread : threads) {
                LogIntake share = thread.logs().get(log);
                if (share != null) {
                    BinaryOperator<ContestedEvent> chosen = share.counting();
                    share.stored()
                            .forEach((slot, event) -> counting.computeIfAbsent(slot.key(), any -> new TreeMap<>())
                                    .merge(slot.moment(), event, chosen));
                    taker = share;
                }
            }
            if (taker != null) {
                for (TreeMap<Integer, ContestedEvent> byMoment : counting.values()) {
                    takeStored(List.copyOf(byMoment.values()), taker);
                }
            }
        }
    }

    /**
     * Takes in the events with one key, each until the next one takes its place.
     *
     * @param events the earliest first
     */
    private static void takeStored(List<ContestedEvent> events, LogIntake taker) {
        int last = events.size() - 1;
        for (int i = 0; i < last; i++) {
            taker.takeStored(events.get(i), events.get(i + 1).time());
        }
        taker.takeStored(events.get(last));
    }
}
