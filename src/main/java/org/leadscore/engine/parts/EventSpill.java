package org.leadscore.engine.parts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.leadscore.engine.events.CheckedColumns;
import org.leadscore.engine.events.ChunkQueue;
import org.leadscore.engine.events.ContestedEvent;
import org.leadscore.engine.events.EventKeys;
import org.leadscore.engine.events.LogIntake;
import org.leadscore.engine.events.RowRecord;
import org.leadscore.engine.events.ScoringUse;
import org.leadscore.engine.files.Allowance;
import org.leadscore.engine.files.DoesNotFit;
import org.leadscore.engine.files.Exports;
import org.leadscore.engine.files.Progress;
import org.leadscore.engine.files.SourceChecks;
import org.leadscore.engine.files.Workers;
import org.leadscore.engine.leads.Identities;
import org.leadscore.engine.leads.LeadDirectory;
import org.leadscore.engine.leads.LeadName;
import org.leadscore.ingest.table.ChunkReader;
import org.leadscore.ingest.table.RowPlaces;
import org.leadscore.lead.Packing;
import org.leadscore.lead.Unpacking;
import org.leadscore.problem.InputException;
import org.leadscore.rules.source.EventSource;
import org.leadscore.score.event.EventPlan;
import org.leadscore.spill.PartFiles;

/**
 * Reads all logs with all threads and sets each event aside for the part of its lead. Events of a log that has a key
 * are set aside by their key first, so that of all with one key the one that counts can be found.
 */
final class EventSpill {

    private static final long BYTES_OF_KEY = 128;

    private final EventPlan plan;
    private final List<Exports.Log> logs;

    /** Say for which lead's part an event is. */
    private final Identities identities;

    private final Workers workers;

    /** The events by the part of their lead. */
    private final PartFiles leads;

    /** The events by the part of their key; null where no log has a key. */
    private final @Nullable PartFiles keys;

    /** Makes the allowance for a part of the keys. */
    private final Supplier<Allowance> ofPart;

    /**
     * A log that was read: everything that is known of it before its leads are.
     *
     * @param rows number of rows, rejects included
     * @param rejected number of rejects
     * @param anonymous number of rows whose id is blank
     * @param places by file, the lines of its rows
     * @param leftOut number of rows that do not count
     */
    record ReadLog(
            EventSource source, long rows, long rejected, long anonymous, List<RowPlaces> places, long leftOut) {}

    /**
     * A spill of all logs.
     *
     * @param leads takes the events, by the fingerprint of their lead's id
     * @param keys null where no log has a key
     * @param ofPart makes the allowance of each thread for a part of the keys
     */
    EventSpill(
            EventPlan plan,
            List<Exports.Log> logs,
            Identities identities,
            Workers workers,
            PartFiles leads,
            @Nullable PartFiles keys,
            Supplier<Allowance> ofPart) {
        this.plan = plan;
        this.logs = logs;
        this.identities = identities;
        this.workers = workers;
        this.leads = leads;
        this.keys = keys;
        this.ofPart = ofPart;
    }

    /**
     * Reads all logs and flushes their events to disk.
     *
     * @throws InputException when a log has rows, none of which can be read, or breaks off
     */
    List<ReadLog> read(SpilledRejects rejects, Progress progress) {
        List<ReadLog> read;
        try (ChunkQueue queue = new ChunkQueue(logs, progress)) {
            List<long[]> anonymous = workers.each(() -> readAll(queue));
            queue.rethrow();
            read = outcome(queue.opened(), anonymous, rejects);
        }
        PartFiles keyed = keys;
        if (keyed != null) {
            keyed.flush();
            workers.share(keyed.parts(), () -> this, (spill, number) -> spill.settle(keyed.part(number)));
            keyed.close();
        }
        leads.flush();
        return read;
    }

    /** Sets the events of a thread's chunks aside, and answers for each log the number of rows whose id is blank. */
    private long[] readAll(ChunkQueue queue) {
        Map<Integer, LogIntake> shares = new HashMap<>();
        ChunkQueue.OpenTable table = null;
        ChunkReader reader = null;
        for (ChunkQueue.Piece piece = queue.next(); piece != null; piece = queue.next()) {
            try {
                int log = piece.from().log();
                LogIntake share = shares.computeIfAbsent(log, this::share);
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
        long[] anonymous = new long[logs.size()];
        shares.forEach((log, share) -> anonymous[log] = share.anonymous());
        return anonymous;
    }

    /** A share of a log that has no leads, as it only sets events aside. */
    private LogIntake share(int log) {
        EventSource source = logs.get(log).source();
        LogIntake.Log shared = new LogIntake.Log(
                source, new LeadDirectory(), false, identities, new EventKeys(), Set.of(), new Dealer(log));
        return new LogIntake(shared, new ScoringUse(plan), plan.newStates());
    }

    /** Deals out the events of one log to the parts of their leads, or of their keys. One for each thread. */
    private final class Dealer implements LogIntake.Aside {

        private final int log;
        private final LeadName settled;
        private final LeadName lead;
        private final RowRecord row =
                new RowRecord(new CheckedColumns(List.of(), 0)); // of which only the id is asked for
        private final Packing record = new Packing();

        Dealer(int log) {
            this.log = log;
            this.settled = new LeadName(logs.get(log).source().lead().exact());
            this.lead = new LeadName(logs.get(log).source().lead().exact());
        }

        @Override
        public void take(LeadName lead, long time, Packing packedRow) {
            begin(time);
            record.append(packedRow);
            leads.put(part(lead, time), record);
        }

        @Override
        public void take(EventKeys.Key key, ContestedEvent event) {
            record.clear();
            record.number(log);
            record.word(key.high());
            record.word(key.low());
            event.pack(record);
            Objects.requireNonNull(keys).put(key.low(), record);
        }

        /** Deals out the event that counts of those with its key. */
        void settle(ContestedEvent event) {
            byte[] packedRow = event.row();
            row.read(packedRow, new Unpacking(packedRow));
            settled.set(packedRow, row.idStart(), row.idLength());
            begin(event.time());
            record.append(packedRow, 0, packedRow.length);
            leads.put(part(settled, event.time()), record);
        }

        /** The fingerprint of the lead of an event, or of its own id where it has none. */
        private long part(LeadName name, long time) {
            int id = identities.find(name);
            int found = id < 0 ? id : identities.lead(id, time);
            if (id < 0 || found < 0) {
                return name.fingerprint();
            }
            byte[] written = identities.written(found);
            lead.set(written, 0, written.length);
            return lead.fingerprint();
        }

        private void begin(long time) {
            record.clear();
            record.number(RunInParts.FIRST_LOG + log);
            record.number(time);
        }
    }

    /** Finds the events that count in a part of the keys, or in smaller parts where it does not fit. */
    private void settle(PartFiles.Part part) {
        try {
            settle(part, ofPart.get());
        } catch (DoesNotFit tooLarge) {
            if (part.isOfOneHash()) {
                settle(part, Allowance.unlimited()); // of one key one event is held
                return;
            }
            try (PartFiles smaller = part.again()) {
                for (int i = 0; i < smaller.parts(); i++) {
                    settle(smaller.part(i));
                }
            }
        }
    }

    private void settle(PartFiles.Part part, Allowance allowance) {
        Map<EventKeys.OfLog, ContestedEvent> first = new HashMap<>();
        List<BinaryOperator<ContestedEvent>> counting =
                logs.stream().map(log -> ContestedEvent.counting(log.source())).toList();
        for (Iterator<byte[]> blocks = part.blocks(); blocks.hasNext(); ) {
            Unpacking in = new Unpacking(blocks.next());
            while (in.hasMore()) {
                PartFiles.next(in);
                EventKeys.OfLog key = new EventKeys.OfLog((int) in.number(), new EventKeys.Key(in.word(), in.word()));
                ContestedEvent event = ContestedEvent.unpacked(in);
                if (first.merge(key, event, counting.get(key.log())).equals(event)) {
                    allowance.take(BYTES_OF_KEY + event.memory());
                }
            }
        }
        Map<Integer, Dealer> dealers = new HashMap<>();
        first.forEach(
                (key, event) -> dealers.computeIfAbsent(key.log(), Dealer::new).settle(event));
    }

    private List<ReadLog> outcome(List<ChunkQueue.OpenTable> opened, List<long[]> anonymous, SpilledRejects rejects) {
        List<ReadLog> read = new ArrayList<>();
        InputException unreadable = null;
        for (int log = 0; log < logs.size(); log++) {
            EventSource source = logs.get(log).source();
            long rows = 0;
            long leftOut = 0;
            List<RowPlaces> places = new ArrayList<>();
            rejects.nextSource();
            for (ChunkQueue.OpenTable open : opened) {
                if (open.log() == log) {
                    rows += open.table().finish(rejects);
                    leftOut += open.table().leftOutRows();
                    places.add(open.table().places());
                }
            }
            int here = log;
            long ofNobody = anonymous.stream().mapToLong(byLog -> byLog[here]).sum();
            read.add(new ReadLog(source, rows, rejects.ofSource(), ofNobody, places, leftOut));
            if (unreadable == null) {
                unreadable = SourceChecks.unreadable(
                        source.name(), rows - leftOut, rejects.ofSource(), rejects.firstOfSource());
            }
        }
        if (unreadable != null) {
            throw unreadable;
        }
        return read;
    }
}
