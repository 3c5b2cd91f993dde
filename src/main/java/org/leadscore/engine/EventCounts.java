package org.leadscore.engine;

import java.io.Serializable;

/** The numbers of events of a log by how they were used, without the rejected ones. */
record EventCounts(long duplicate, long suppressed, long unmatched, long later, long matched) implements Serializable {

    static final EventCounts NONE = new EventCounts(0, 0, 0, 0, 0);

    static EventCounts of(LogShare share) {
        return new EventCounts(
                share.duplicates(), share.suppressed(), share.unmatched(), share.later(), share.matched());
    }

    EventCounts plus(EventCounts other) {
        return new EventCounts(
                duplicate + other.duplicate,
                suppressed + other.suppressed,
                unmatched + other.unmatched,
                later + other.later,
                matched + other.matched);
    }
}
