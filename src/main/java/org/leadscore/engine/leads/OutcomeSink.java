package org.leadscore.engine.leads;

/** Hears of each row of outcomes. */
public interface OutcomeSink {

    /**
     * Takes a row.
     *
     * @param lead its id; valid until the method returns
     * @param isWon whether the lead became a customer by it
     * @param time milliseconds since 1970 UTC, {@code TimeFormat.NONE} when it is not known
     */
    void add(LeadName lead, boolean isWon, long time);
}
