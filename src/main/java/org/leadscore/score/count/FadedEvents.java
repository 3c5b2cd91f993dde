package org.leadscore.score.count;

import org.leadscore.lead.Packing;
import org.leadscore.lead.Unpacking;
import org.leadscore.rules.rule.Decay;

/** Adds up what all events still earn, faded one by one, in one word of millionths. */
public record FadedEvents(int word, long each, Decay decay, long asOf) implements Counter.Earnings {

    @Override
    public void see(LeadStates states, int lead, long time, EventValues values) {
        states.add(lead, word, decay.faded(each, asOf - time));
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
    public long points(LeadStates states, int lead) {
        return states.word(lead, word);
    }
}
