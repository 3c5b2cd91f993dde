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
        long[] keys = from.set(lead, set);
        for (int i = 1; keys != null && i <= Block.size(keys); i++) {
            add(into, lead, keyOf.translated(keys[i], ids));
        }
    }

    @Override
    public long count(LeadStates states, int lead) {
        long[] keys = states.set(lead, set);
        return keys == null ? 0 : Block.size(keys);
    }

    private void add(LeadStates states, int lead, long key) {
        if (key < 0) {
            return;
        }
        long[] keys = states.set(lead, set);
        if (keys == null) {
            states.put(lead, set, Block.of(key));
            return;
        }
        int at = Block.find(keys, key);
        if (at < 0 && Block.size(keys) < enough) {
            states.put(lead, set, Block.inserted(keys, -at - 1, key));
        }
    }
}
