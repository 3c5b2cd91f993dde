package org.leadscore.score;

import org.leadscore.lead.Packing;
import org.leadscore.lead.Unpacking;
import org.leadscore.lead.ZoneDays;

/** What makes two events one occurrence. Keys are not negative; −1 is an event that counts for nothing. */
sealed interface KeyOf {

    long of(long time, EventValues values);

    /** The column that the key is taken from, or {@link Counter#NO_COLUMN}. */
    default int column() {
        return Counter.NO_COLUMN;
    }

    /** The key in other states, whose value ids differ. */
    long translated(long key, int[] ids);

    /** Writes a key of these states so that others can read it. */
    void pack(LeadStates states, long key, Packing out);

    /** The key in these states of what {@link #pack} wrote. */
    long unpacked(LeadStates states, Unpacking in);

    /** The calendar day, from the year −2000 on. */
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
