package org.leadscore.score.count;

import org.leadscore.lead.Packing;
import org.leadscore.lead.Unpacking;

/**
 * Counts the visits that events form. The state is intervals from a visit's first event to its newest, sorted, further
 * apart than the gap. An event between two visits may make them one, so the intervals are the same in any order of
 * arrival.
 */
public record Visits(int set, long gap) implements Counter.Tally {

    @Override
    public void see(LeadStates states, int lead, long time, EventValues values) {
        add(states, lead, time, time);
    }

    @Override
    public void merge(LeadStates into, LeadStates from, int lead, int[] ids) {
        int size = from.size(lead, set);
        for (int i = 0; i < size; i += 2) {
            add(into, lead, from.entry(lead, set, i), from.entry(lead, set, i + 1));
        }
    }

    @Override
    public void pack(LeadStates states, int lead, Packing out) {
        out.number(states.size(lead, set) / 2);
        states.packEntries(lead, set, out);
    }

    @Override
    public void absorb(LeadStates states, int lead, Unpacking in) {
        long end = 0;
        for (long left = in.number(); left > 0; left--) {
            long start = end + in.number();
            end = start + in.number();
            add(states, lead, start, end);
        }
    }

    @Override
    public long count(LeadStates states, int lead) {
        return states.size(lead, set) / 2;
    }

    private void add(LeadStates states, int lead, long start, long end) {
        int size = states.size(lead, set);
        int from = states.firstNotBelow(lead, set, start, 2);
        if (from > 0 && states.entry(lead, set, from - 1) >= start - gap) {
            from -= 2;
        }
        int to = from;
        long first = start;
        long last = end;
        while (to < size && states.entry(lead, set, to) <= end + gap) {
            first = Math.min(first, states.entry(lead, set, to));
            last = Math.max(last, states.entry(lead, set, to + 1));
            to += 2;
        }
        if (to == from) {
            states.insert(lead, set, from, start, end);
            return;
        }
        states.replace(lead, set, from, first);
        states.replace(lead, set, from + 1, last);
        if (to > from + 2) {
            states.remove(lead, set, from + 2, to - from - 2);
        }
    }
}
