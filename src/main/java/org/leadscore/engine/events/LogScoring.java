package org.leadscore.engine.events;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leadscore.engine.files.Allowance;
import org.leadscore.engine.files.Exports;
import org.leadscore.engine.leads.LeadDirectory;
import org.leadscore.engine.leads.People;
import org.leadscore.score.count.LeadStates;
import org.leadscore.score.event.EventPlan;

/** Reads the events of all logs into the states of their leads. The states are the same for every implementation. */
public interface LogScoring {

    /**
     * Reads all logs.
     *
     * @param allowance asked for the memory of whatever grows with the leads
     * @param listed the leads of the contact list; null to take every lead that is seen, but for those who objected
     */
    LogReader.Outcome<LeadStates> read(
            Allowance allowance, EventPlan plan, People people, @Nullable LeadDirectory listed, List<Exports.Log> logs);
}
