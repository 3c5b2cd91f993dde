package org.leadscore.score.count;

import org.leadscore.lead.Packing;
import org.leadscore.lead.Unpacking;
import org.leadscore.rules.rule.Decay;

/** Adds up what the newest visits, {@code limit} at most, still earn, each faded by the age of its newest event. */
public record FadedVisits(Visits visits, long limit, long each, Decay decay, long asOf) implements Counter.Earnings {

    @Override
    public void see(LeadStates states, int lead, long time, EventValues values) {
        visits.see(states, lead, time, values);
    }

    @Override
    public void merge(LeadStates into, LeadStates from, int lead, int[] ids) {
        visits.merge(into, from, lead, ids);
    }

    @Override
    public void pack(LeadStates states, int lead, Packing out) {
        visits.pack(states, lead, out);
    }

    @Override
    public void absorb(LeadStates states, int lead, Unpacking in) {
        visits.absorb(states, lead, in);
    }

    @Override
    public long points(LeadStates states, int lead) {
        int set = visits.set();
        int size = states.size(lead, set);
        int first = (int) (size - 2 * Math.min(limit, size / 2));
        long sum = 0;
        for (int i = first; i < size; i += 2) {
            sum += decay.faded(each, asOf - states.entry(lead, set, i + 1));
        }
        return sum;
    }
}
