package org.leadscore.score.count;

import org.leadscore.lead.Packing;
import org.leadscore.lead.Unpacking;

/** Counts the different keys of the events, up to {@code enough}. The state is a set of keys, in runs. */
public record DistinctKeys(int set, KeyOf keyOf, long enough) implements Counter.Tally {

    @Override
    public void see(LeadStates states, int lead, long time, EventValues values) {
        add(states, lead, keyOf.of(time, values));
    }

    @Override
    public int column() {
        return keyOf.column();
    }

    @Override
    public void merge(LeadStates into, LeadStates from, int lead, int[] ids) {
        int size = from.size(lead, set);
        for (int i = 0; i < size; i++) {
            add(into, lead, keyOf.translated(from.entry(lead, set, i), ids));
        }
    }

    @Override
    public void pack(LeadStates states, int lead, Packing out) {
        int size = states.size(lead, set);
        out.number(size);
        for (int i = 0; i < size; i++) {
            keyOf.pack(states, states.entry(lead, set, i), out);
        }
    }

    @Override
    public void absorb(LeadStates states, int lead, Unpacking in) {
        for (long left = in.number(); left > 0; left--) {
            add(states, lead, keyOf.unpacked(states, in));
        }
    }

    @Override
    public long count(LeadStates states, int lead) {
        return states.size(lead, set);
    }

    private void add(LeadStates states, int lead, long key) {
        int size = states.size(lead, set);
        if (key < 0 || size >= enough) {
            return;
        }
        int at = states.findInRuns(lead, set, key, 1);
        if (at < 0) {
            states.insertIntoRuns(lead, set, -1 - at, key);
        }
    }
}
