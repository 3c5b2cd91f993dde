package org.leadscore.score.count;

import org.leadscore.lead.Packing;
import org.leadscore.lead.Unpacking;
import org.leadscore.rules.rule.Decay;

/**
 * Adds up what the newest keys still earn, each faded by the age of its newest event. The state is pairs of key and
 * time, at most {@code limit} of them, in the order of the keys; in runs where there is no limit. A key that fell out can only come back with a newer
 * time than it had, so the newest are found whatever the order.
 */
public record NewestKeys(int set, KeyOf keyOf, long limit, long each, Decay decay, long asOf)
        implements Counter.Earnings {

    @Override
    public void see(LeadStates states, int lead, long time, EventValues values) {
        add(states, lead, keyOf.of(time, values), time);
    }

    @Override
    public int column() {
        return keyOf.column();
    }

    @Override
    public void merge(LeadStates into, LeadStates from, int lead, int[] ids) {
        int size = from.size(lead, set);
        for (int i = 0; i < size; i += 2) {
            long key = keyOf.translated(from.entry(lead, set, i), ids);
            add(into, lead, key, from.entry(lead, set, i + 1));
        }
    }

    @Override
    public void pack(LeadStates states, int lead, Packing out) {
        int size = states.size(lead, set);
        out.number(size / 2);
        for (int i = 0; i < size; i += 2) {
            keyOf.pack(states, states.entry(lead, set, i), out);
            out.number(states.entry(lead, set, i + 1));
        }
    }

    @Override
    public void absorb(LeadStates states, int lead, Unpacking in) {
        for (long left = in.number(); left > 0; left--) {
            long key = keyOf.unpacked(states, in);
            add(states, lead, key, in.number());
        }
    }

    @Override
    public long points(LeadStates states, int lead) {
        int size = states.size(lead, set);
        long sum = 0;
        for (int i = 0; i < size; i += 2) {
            sum += decay.faded(each, asOf - states.entry(lead, set, i + 1));
        }
        return sum;
    }

    private void add(LeadStates states, int lead, long key, long time) {
        if (key < 0) {
            return;
        }
        if (limit > Integer.MAX_VALUE) {
            addToAll(states, lead, key, time);
            return;
        }
        int size = states.size(lead, set);
        int at = states.firstNotBelow(lead, set, key, 2);
        if (at < size && states.entry(lead, set, at) == key) {
            states.replace(lead, set, at + 1, Math.max(states.entry(lead, set, at + 1), time));
            return;
        }
        if (size / 2 < limit) {
            states.insert(lead, set, at, key, time);
            return;
        }
        int oldest = oldest(states, lead, size);
        if (time > states.entry(lead, set, oldest + 1)) {
            states.remove(lead, set, oldest, 2);
            states.insert(lead, set, oldest < at ? at - 2 : at, key, time);
        }
    }

    /** Adds to a set that keeps every key: without a limit, one robot may have any number of them. */
    private void addToAll(LeadStates states, int lead, long key, long time) {
        int at = states.findInRuns(lead, set, key, 2);
        if (at < 0) {
            states.insertIntoRuns(lead, set, -1 - at, key, time);
        } else if (time > states.entry(lead, set, at + 1)) {
            states.replace(lead, set, at + 1, time);
        }
    }

    private int oldest(LeadStates states, int lead, int size) {
        int oldest = 0;
        for (int at = 2; at < size; at += 2) {
            if (states.entry(lead, set, at + 1) < states.entry(lead, set, oldest + 1)) {
                oldest = at;
            }
        }
        return oldest;
    }
}
