package org.leadscore.score.count;

import org.leadscore.lead.Packing;
import org.leadscore.lead.Unpacking;

/** Counts events, in one word. */
public record EventTally(int word) implements Counter.Tally {

    @Override
    public void see(LeadStates states, int lead, long time, EventValues values) {
        states.add(lead, word, 1);
    }

    @Override
    public void merge(LeadStates into, LeadStates from, int lead, int[] ids) {
        into.add(lead, word, from.word(lead, word));
    }

    @Override
    public void pack(LeadStates states, int lead, Packing out) {
        out.number(states.word(lead, word));
    }

    @Override
    public void absorb(LeadStates states, int lead, Unpacking in) {
        states.add(lead, word, in.number());
    }

    @Override
    public long count(LeadStates states, int lead) {
        return states.word(lead, word);
    }
}
