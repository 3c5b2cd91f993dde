package org.leadscore.engine;

import org.leadscore.lead.TimeFormat;

/** Hears of each row of outcomes. */
interface OutcomeSink {

    /**
     * Takes a row.
     *
     * @param lead its id; valid until the method returns
     * @param isWon whether the lead became a customer by it
     * @param time milliseconds since 1970 UTC, {@link TimeFormat#NONE} when it is not known
     */
    void add(LeadName lead, boolean isWon, long time);
}
