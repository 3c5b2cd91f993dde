package org.leadscore.engine.leads;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leadscore.engine.files.Oddity;
import org.leadscore.engine.files.Tally;
import org.leadscore.engine.files.WrongValues;
import org.leadscore.ingest.row.Reject;
import org.leadscore.lead.Utf8Slice;
import org.leadscore.score.point.Census;
import org.leadscore.score.point.RankedLead;
import org.leadscore.segment.Account;
import org.leadscore.segment.Placements;
import org.leadscore.segment.SourceTable;

/**
 * The result of a run. Made by {@code Engine}, taken by the reports. Equal for any number of threads and any order of
 * rows and files.
 *
 * @param leads in the order of their rank; each is scored again when it is asked for
 * @param ids of the leads, in the same order
 * @param census of all leads
 * @param placements what happens next with the leads
 * @param sources the table of the sources of leads; null when the rules do not say how leads come
 * @param accounts the highest score first; empty when the rules have none
 * @param tallies a row a source: contacts first, then the logs in the order of the rule file, then outcomes
 * @param rejects in the order of sources, files and lines
 * @param idleRules names of the rules that gave points to no lead and took none, in the order of the file; empty without
 *     leads
 * @param oddities of the rows that were read, in the order of sources
 * @param warnings doubts that a person should look at though the run succeeded
 * @param parts number of parts in which it was done, on disk; 1 when everything was held in memory. All else is equal
 *     for any number
 * @param objections of all ids of the persons who objected
 * @param lookups the use of each lookup, in the order of the rule file
 */
public record Result(
        List<RankedLead> leads,
        List<Utf8Slice> ids,
        Census census,
        Placements placements,
        @Nullable Sources sources,
        List<Account> accounts,
        List<Tally> tallies,
        List<Reject> rejects,
        List<WrongValues> wrongValues,
        List<String> idleRules,
        List<Oddity> oddities,
        List<String> warnings,
        int parts,
        Objections objections,
        List<LookupMatches.Match> lookups) {

    /** The leads of some ranks, counted from 1, in the order of these. */
    public List<RankedLead> leadsAt(List<Integer> ranks) {
        return leads instanceof Ranking ranking
                ? ranking.at(ranks)
                : ranks.stream().map(rank -> leads.get(rank - 1)).toList();
    }

    /**
     * The sources of leads.
     *
     * @param withCustomers whether it is known who became a customer
     */
    public record Sources(List<SourceTable.Row> rows, boolean withCustomers) {

        public Sources {
            rows = List.copyOf(rows);
        }
    }
}
