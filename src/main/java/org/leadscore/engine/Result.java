package org.leadscore.engine;

import java.util.List;
import org.leadscore.ingest.Reject;
import org.leadscore.score.Census;
import org.leadscore.score.RankedLead;
import org.leadscore.segment.Placements;

/**
 * What came out of a run. Equal for any number of threads and any order of rows and files.
 *
 * @param leads in the order of their rank
 * @param census of all leads
 * @param placements what happens next with the leads
 * @param tallies a row a source: contacts first, then the logs in the order of the rule file
 * @param rejects in the order of sources, files and lines
 * @param warnings what a person should look at though the run succeeded
 */
public record Result(
        List<RankedLead> leads,
        Census census,
        Placements placements,
        List<Tally> tallies,
        List<Reject> rejects,
        List<NotNumbers> notNumbers,
        List<String> warnings) {}
