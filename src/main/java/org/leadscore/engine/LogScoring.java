package org.leadscore.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leadscore.score.EventPlan;
import org.leadscore.score.LeadStates;

/** How the events of all logs come to the states of their leads. Whatever reads them, it comes to the same. */
interface LogScoring {

    /**
     * Reads all logs.
     *
     * @param allowance of what is held in memory
     * @param listed the leads of the contact list; null to take every lead that is seen, but for those who objected
     */
    LogReader.Outcome<LeadStates> read(
            Allowance allowance, EventPlan plan, @Nullable LeadDirectory listed, List<Exports.Log> logs);
}
