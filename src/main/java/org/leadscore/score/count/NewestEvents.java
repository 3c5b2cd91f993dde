package org.leadscore.score.count;

import org.leadscore.lead.Packing;
import org.leadscore.lead.Unpacking;
import org.leadscore.rules.rule.Decay;

/**
 * Adds up what the newest events still earn, each faded by its age. The state is their times, a sorted multiset of at
 * most {@code limit}.
 */
public record NewestEvents(int set, int limit, long each, Decay decay, long asOf) implements Counter.Earnings {

    @Override
    public void see(LeadStates states, int lead, long time, EventValues values) {
        int size = states.size(lead, set);
        boolean full = size == limit;
        if (full && time <= states.entry(lead, set, 0)) {
            return;
        }
        if (full) {
            states.remove(lead, set, 0, 1);
            size--;
        }
        int at = size;
        while (at > 0 && states.entry(lead, set, at - 1) > time) {
            at--;
        }
        states.insert(lead, set, at, time);
    }

    @Override
    public void merge(LeadStates into, LeadStates from, int lead, int[] ids) {
        int size = from.size(lead, set);
        for (int i = 0; i < size; i++) {
            see(into, lead, from.entry(lead, set, i), NoValues.NONE);
        }
    }

    @Override
    public void pack(LeadStates states, int lead, Packing out) {
        out.number(states.size(lead, set));
        states.packEntries(lead, set, out);
    }

    @Override
    public void absorb(LeadStates states, int lead, Unpacking in) {
        long time = 0;
        for (long left = in.number(); left > 0; left--) {
            time += in.number();
            see(states, lead, time, NoValues.NONE);
        }
    }

    @Override
    public long points(LeadStates states, int lead) {
        int size = states.size(lead, set);
        long sum = 0;
        for (int i = 0; i < size; i++) {
            sum += decay.faded(each, asOf - states.entry(lead, set, i));
        }
        return sum;
    }
}
