package org.leadscore.engine.parts;

import java.util.ArrayList;
import java.util.List;
import org.leadscore.engine.events.CheckedColumns;
import org.leadscore.engine.events.EventCounts;
import org.leadscore.engine.events.EventSink;
import org.leadscore.engine.events.IdentifiedSink;
import org.leadscore.engine.events.LogColumns;
import org.leadscore.engine.events.RowRecord;
import org.leadscore.engine.events.ScoringUse;
import org.leadscore.engine.files.ValueProblems;
import org.leadscore.engine.leads.Identities;
import org.leadscore.engine.leads.LeadDirectory;
import org.leadscore.engine.leads.LeadNames;
import org.leadscore.lead.Unpacking;
import org.leadscore.rules.condition.Wanted;
import org.leadscore.rules.source.EventSource;
import org.leadscore.score.count.LeadStates;
import org.leadscore.score.event.EventPlan;
import org.leadscore.score.event.EventRows;

/**
 * Takes events that were set aside into the states of their leads. Made by {@link PartScorer} for each part. Not
 * thread-safe.
 */
final class SpilledEvents {

    private final List<OfLog> logs = new ArrayList<>();

    /**
     * A taker of the events of one part.
     *
     * @param sources the logs
     * @param identities say to which lead an id led at a time
     * @param contactsKnown false to add every lead that is seen to the directory
     */
    SpilledEvents(
            EventPlan plan,
            List<EventSource> sources,
            LeadDirectory directory,
            Identities identities,
            boolean contactsKnown,
            LeadStates states) {
        for (EventSource source : sources) {
            logs.add(new OfLog(plan, source, directory, identities, contactsKnown, states));
        }
    }

    /** Takes an event of a log from a block; {@link #takeIn} must follow before the next block. */
    void add(int log, byte[] block, Unpacking in) {
        logs.get(log).add(block, in);
    }

    /** Takes in all events of the block. */
    void takeIn() {
        logs.forEach(OfLog::takeIn);
    }

    /** The numbers of events of a log by how they were used; none of them is anonymous or a duplicate here. */
    EventCounts counts(int log) {
        return logs.get(log).sink.counts();
    }

    ValueProblems trouble(int log) {
        return logs.get(log).trouble;
    }

    /** The events of one log, up to 512 of a block that are looked at together. */
    private static final class OfLog {

        private final LogColumns columns;
        private final EventSink sink;

        /** The record at hand. */
        private final RowRecord row;

        /** The events to be taken in together. */
        private final EventRows rows;

        /** The ids of their leads. */
        private final LeadNames names;

        /** Index in the block at which each value begins; by column and then by event. */
        private final int[] starts;

        /** Length of each value in bytes; by column and then by event. */
        private final int[] lengths;

        /** First index of each column in the arrays by column and event. */
        private final int[] begins;

        /** Number of each event's file. */
        private final int[] files = new int[EventRows.ROOM];

        /** Position of each event's row in its file. */
        private final long[] positions = new long[EventRows.ROOM];

        /** Place of each value in its line, from 1; by column and then by event. */
        private final int[] columnsInLine;

        /** Values that should have been numbers or dates. */
        private final ValueProblems trouble = new ValueProblems();

        /** Number of events to be taken in together. */
        private int size;

        OfLog(
                EventPlan plan,
                EventSource source,
                LeadDirectory directory,
                Identities identities,
                boolean contactsKnown,
                LeadStates states) {
            int count = plan.columns().size();
            columns = new LogColumns(source, plan.columns(), this::misread);
            EventSink scoring = new ScoringUse(plan).sink(columns, directory, contactsKnown, states);
            sink = identities.isEmpty() ? scoring : new IdentifiedSink(scoring, identities);
            row = new RowRecord(new CheckedColumns(plan.wanted(), 0));
            rows = new EventRows(count);
            names = new LeadNames(source.lead().exact(), EventRows.ROOM);
            starts = new int[count * EventRows.ROOM];
            lengths = new int[count * EventRows.ROOM];
            columnsInLine = new int[count * EventRows.ROOM];
            begins = new int[count];
            for (int column = 0; column < count; column++) {
                begins[column] = column * EventRows.ROOM;
            }
        }

        void add(byte[] block, Unpacking in) {
            if (size == 0) {
                rows.turnTo(block, starts, lengths, begins);
                names.turnTo(block);
            }
            long time = in.number();
            row.read(block, in);
            names.set(size, row.idStart(), row.idLength());
            names.setVisitor(size, row.isVisitor());
            files[size] = row.file();
            positions[size] = row.position();
            for (int column = 0; column < begins.length; column++) {
                starts[begins[column] + size] = row.start(column);
                lengths[begins[column] + size] = row.length(column);
                columnsInLine[begins[column] + size] = row.columnInLine(column);
            }
            rows.add(size++, time);
            if (size == EventRows.ROOM) {
                takeIn();
            }
        }

        void takeIn() {
            if (size > 0) {
                sink.take(rows, names);
                size = 0;
            }
        }

        private void misread(Wanted wanted, int column) {
            int at = rows.current();
            trouble.add(
                    wanted,
                    columns.nameOf(columns.fields().get(column)),
                    files[at],
                    positions[at],
                    columnsInLine[begins[column] + at]);
        }
    }
}
