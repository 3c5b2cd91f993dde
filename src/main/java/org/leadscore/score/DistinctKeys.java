package org.leadscore.score;

/** How many different keys the events have, counted up to {@code enough}: a sorted set of keys. */
record DistinctKeys(int set, KeyOf keyOf, long enough) implements Counter.Tally {

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
    public long count(LeadStates states, int lead) {
        return states.size(lead, set);
    }

    private void add(LeadStates states, int lead, long key) {
        int size = states.size(lead, set);
        if (key < 0 || size >= enough) {
            return;
        }
        int at = states.firstNotBelow(lead, set, key, 1);
        if (at == size || states.entry(lead, set, at) != key) {
            states.insert(lead, set, at, key);
        }
    }
}
