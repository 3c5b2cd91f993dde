package org.leadscore.score.count;

import org.leadscore.lead.Packing;
import org.leadscore.lead.TimeFormat;
import org.leadscore.lead.Unpacking;

/**
 * Keeps the time of the newest event, in one word, so that points given once can fade with its age.
 *
 * @param column only events count whose value in it is not blank; {@link Counter#NO_COLUMN} for all events
 */
public record NewestTime(int word, int column) implements Counter {

    /** Combined with the time by exclusive or, so that a word of zeros is that of a lead without events. */
    private static final long NO_TIME = TimeFormat.NONE;

    @Override
    public void see(LeadStates states, int lead, long time, EventValues values) {
        if (column == NO_COLUMN || values.valueId(column) >= 0) {
            take(states, lead, time);
        }
    }

    @Override
    public void merge(LeadStates into, LeadStates from, int lead, int[] ids) {
        take(into, lead, time(from, lead));
    }

    @Override
    public void pack(LeadStates states, int lead, Packing out) {
        out.number(states.word(lead, word));
    }

    @Override
    public void absorb(LeadStates states, int lead, Unpacking in) {
        take(states, lead, in.number() ^ NO_TIME);
    }

    /** The newest time in milliseconds since 1970 UTC, or {@link TimeFormat#NONE}. */
    public long time(LeadStates states, int lead) {
        return states.word(lead, word) ^ NO_TIME;
    }

    private void take(LeadStates states, int lead, long time) {
        if (time > time(states, lead)) {
            states.add(lead, word, (time ^ NO_TIME) - states.word(lead, word));
        }
    }
}
