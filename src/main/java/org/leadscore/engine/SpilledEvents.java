package org.leadscore.engine;

import java.util.ArrayList;
import java.util.List;
import org.leadscore.lead.Unpacking;
import org.leadscore.rules.EventSource;
import org.leadscore.score.EventPlan;
import org.leadscore.score.EventRows;
import org.leadscore.score.LeadStates;

/** Takes events that were set aside into the states of their leads. Not thread-safe. */
final class SpilledEvents {

    private final List<OfLog> logs = new ArrayList<>();

    /** @param contactsKnown false to take every lead that is seen into the directory */
    SpilledEvents(
            EventPlan plan,
            List<EventSource> sources,
            LeadDirectory directory,
            boolean contactsKnown,
            LeadStates states) {
        for (EventSource source : sources) {
            logs.add(new OfLog(plan, source, directory, contactsKnown, states));
        }
    }

    /** Takes an event of a log that lies in a block; to be taken in before the next block at the latest. */
    void add(int log, byte[] block, Unpacking in) {
        logs.get(log).add(block, in);
    }

    void takeIn() {
        logs.forEach(OfLog::takeIn);
    }

    /** What became of the events of a log; none of them is a duplicate here. */
    EventCounts counts(int log) {
        EventSink sink = logs.get(log).sink;
        return new EventCounts(0, sink.suppressed(), sink.unmatched(), sink.later(), sink.matched());
    }

    NumberTrouble trouble(int log) {
        return logs.get(log).trouble;
    }

    /** The events of one log, as many of a block as are looked at together. */
    private static final class OfLog {

        private final LogColumns columns;
        private final EventSink sink;
        private final SpilledRow row;
        private final EventRows rows;
        private final LeadNames names;
        private final int[] starts;
        private final int[] lengths;
        private final int[] begins;
        private final int[] files = new int[EventRows.ROOM];
        private final long[] positions = new long[EventRows.ROOM];
        private final int[] columnsInLine;
        private final NumberTrouble trouble = new NumberTrouble();
        private int size;

        OfLog(EventPlan plan, EventSource source, LeadDirectory directory, boolean contactsKnown, LeadStates states) {
            int count = plan.columns().size();
            columns = new LogColumns(source, plan.columns(), this::notANumber);
            sink = new Scoring(plan).sink(columns, directory, contactsKnown, states);
            row = new SpilledRow(plan.numberColumns());
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

        private void notANumber(int column) {
            int at = rows.current();
            trouble.add(
                    columns.nameOf(columns.fields().get(column)),
                    files[at],
                    positions[at],
                    columnsInLine[begins[column] + at]);
        }
    }
}
