package org.leadscore.score;

import org.leadscore.rules.Decay;

/**
 * What the newest keys still earn, each by its newest event: pairs of key and time in the order of the keys, at most
 * {@code limit} of them. A key that fell out can only come back with a newer time than it had, so the newest are found
 * whatever the order.
 */
record NewestKeys(int set, KeyOf keyOf, long limit, long each, Decay decay, long asOf) implements Counter.Earnings {

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
        long[] pairs = from.set(lead, set);
        for (int i = 1; pairs != null && i <= Block.size(pairs); i += 2) {
            add(into, lead, keyOf.translated(pairs[i], ids), pairs[i + 1]);
        }
    }

    @Override
    public long points(LeadStates states, int lead) {
        long[] pairs = states.set(lead, set);
        long sum = 0;
        for (int i = 1; pairs != null && i <= Block.size(pairs); i += 2) {
            sum += decay.faded(each, asOf - pairs[i + 1]);
        }
        return sum;
    }

    private void add(LeadStates states, int lead, long key, long time) {
        if (key < 0) {
            return;
        }
        long[] pairs = states.set(lead, set);
        if (pairs == null) {
            states.put(lead, set, Block.of(key, time));
            return;
        }
        int at = Pairs.firstNotBelow(pairs, key);
        if (at <= Block.size(pairs) && pairs[at] == key) {
            pairs[at + 1] = Math.max(pairs[at + 1], time);
            return;
        }
        if (Block.size(pairs) / 2 < limit) {
            states.put(lead, set, Block.inserted(pairs, at, key, time));
            return;
        }
        int oldest = Pairs.withSmallestSecond(pairs);
        if (time > pairs[oldest + 1]) {
            Block.removed(pairs, oldest, 2);
            states.put(lead, set, Block.inserted(pairs, Pairs.firstNotBelow(pairs, key), key, time));
        }
    }
}
