package org.leadscore.score.count;

import org.leadscore.lead.Packing;
import org.leadscore.lead.Unpacking;
import org.leadscore.lead.ZoneDays;

/**
 * Takes the key of an event: events with equal keys are one occurrence. Keys are not negative; −1 is an event that
 * counts for nothing.
 */
public sealed interface KeyOf {

    /** The key of an event at a time in milliseconds since 1970 UTC. */
    long of(long time, EventValues values);

    /** The column that the key is taken from, or {@link Counter#NO_COLUMN}. */
    default int column() {
        return Counter.NO_COLUMN;
    }

    /**
     * The key that this one has in other states, whose value ids differ.
     *
     * @param ids the value ids of the other states by those of the states that the key is from
     */
    long translated(long key, int[] ids);

    /** Writes a key of these states so that others can read it. */
    void pack(LeadStates states, long key, Packing out);

    /** Reads what {@link #pack} wrote, as a key of these states. */
    long unpacked(LeadStates states, Unpacking in);

    /** Takes the calendar day of the event, from the year −2000 on. */
    record Day(ZoneDays zone) implements KeyOf {

        private static final long SHIFT = 1_500_000;

        @Override
        public long of(long time, EventValues values) {
            return zone.dayOf(time) + SHIFT;
        }

        @Override
        public long translated(long key, int[] ids) {
            return key;
        }

        @Override
        public void pack(LeadStates states, long key, Packing out) {
            out.number(key);
        }

        @Override
        public long unpacked(LeadStates states, Unpacking in) {
            return in.number();
        }
    }

    /** Takes the value of a column. */
    record Value(int column) implements KeyOf {
        @Override
        public long of(long time, EventValues values) {
            return values.valueId(column);
        }

        @Override
        public long translated(long key, int[] ids) {
            return ids[(int) key];
        }

        @Override
        public void pack(LeadStates states, long key, Packing out) {
            out.text(states.value((int) key));
        }

        @Override
        public long unpacked(LeadStates states, Unpacking in) {
            return states.valueId(in.text());
        }
    }
}
