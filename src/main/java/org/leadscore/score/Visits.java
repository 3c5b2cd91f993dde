package org.leadscore.score;

/**
 * The visits that events form: intervals from a visit's first event to its newest, sorted, further apart than the gap. An
 * event between two visits may make them one, so the intervals are the same in any order of arrival.
 */
record Visits(int set, long gap) implements Counter.Tally {

    @Override
    public void see(LeadStates states, int lead, long time, EventValues values) {
        add(states, lead, time, time);
    }

    @Override
    public void merge(LeadStates into, LeadStates from, int lead, int[] ids) {
        long[] visits = from.set(lead, set);
        for (int i = 1; visits != null && i <= Block.size(visits); i += 2) {
            add(into, lead, visits[i], visits[i + 1]);
        }
    }

    @Override
    public long count(LeadStates states, int lead) {
        long[] visits = states.set(lead, set);
        return visits == null ? 0 : Block.size(visits) / 2;
    }

    private void add(LeadStates states, int lead, long start, long end) {
        long[] visits = states.set(lead, set);
        if (visits == null) {
            states.put(lead, set, Block.of(start, end));
            return;
        }
        int from = Pairs.firstNotBelow(visits, start);
        if (from > 1 && visits[from - 1] >= start - gap) {
            from -= 2;
        }
        int to = from;
        long first = start;
        long last = end;
        while (to <= Block.size(visits) && visits[to] <= end + gap) {
            first = Math.min(first, visits[to]);
            last = Math.max(last, visits[to + 1]);
            to += 2;
        }
        if (to == from) {
            states.put(lead, set, Block.inserted(visits, from, start, end));
            return;
        }
        visits[from] = first;
        visits[from + 1] = last;
        Block.removed(visits, from + 2, to - from - 2);
    }
}
