package org.leadscore.score.event;

import java.util.List;
import org.leadscore.lead.Packing;
import org.leadscore.lead.TimeFormat;
import org.leadscore.lead.Unpacking;
import org.leadscore.score.count.Counter;
import org.leadscore.score.count.LeadStates;

/**
 * Writes the state of one lead as bytes that mean the same elsewhere: in other states of the same plan, in another
 * process, in a file. Absorbed in any order and grouping, the bytes of parts of a lead's events come to the state of
 * them all. Immutable.
 */
public final class StateBytes {

    private final List<Counter> counters;

    /** Makes a form of bytes for states of one plan, or of equal ones. */
    public StateBytes(EventPlan plan) {
        this(plan.counters());
    }

    /** Writes and reads the records of these counters. */
    public StateBytes(List<Counter> counters) {
        this.counters = List.copyOf(counters);
    }

    /** Writes the state of a lead. */
    public void pack(LeadStates states, int lead, Packing out) {
        long newest = states.lastActivity(lead);
        out.number(newest == TimeFormat.NONE ? 0 : 1);
        if (newest != TimeFormat.NONE) {
            out.number(newest);
        }
        for (Counter counter : counters) {
            counter.pack(states, lead, out);
        }
    }

    /** Adds to the state of a lead what {@link #pack} wrote of it. One thread at a time may change states so. */
    public void absorb(LeadStates states, int lead, Unpacking in) {
        if (in.number() != 0) {
            states.active(lead, in.number());
        }
        for (Counter counter : counters) {
            counter.absorb(states, lead, in);
        }
    }
}
