package org.leadscore.engine.events;

import java.io.Serializable;

/** The numbers of events of a log by how they were used, without the rejected ones. */
public record EventCounts(long duplicate, long suppressed, long unmatched, long later, long matched)
        implements Serializable {

    public static final EventCounts NONE = new EventCounts(0, 0, 0, 0, 0);

    public static EventCounts of(LogIntake share) {
        return new EventCounts(
                share.duplicates(), share.suppressed(), share.unmatched(), share.later(), share.matched());
    }

    public EventCounts plus(EventCounts other) {
        return new EventCounts(
                duplicate + other.duplicate,
                suppressed + other.suppressed,
                unmatched + other.unmatched,
                later + other.later,
                matched + other.matched);
    }
}
