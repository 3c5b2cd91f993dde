package org.leadscore.engine;

import org.leadscore.lead.TimeFormat;

/** Told what the rows of outcomes say. */
interface OutcomeSink {

    /**
     * Takes a row.
     *
     * @param time {@link TimeFormat#NONE} when it is not known
     */
    void add(LeadName lead, boolean isWon, long time);
}
