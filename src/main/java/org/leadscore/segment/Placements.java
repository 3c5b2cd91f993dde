package org.leadscore.segment;

import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;
import org.leadscore.lead.Utf8Slice;
import org.leadscore.rules.RuleSet;
import org.leadscore.segment.Ledger.Entry;

/**
 * The standing of every lead and what happens next with it, by rank, counted from 1. Immutable once made; may be asked
 * from several threads.
 */
public interface Placements {

    /** Placements of no leads. */
    Placements NONE = HeldPlacements.none();

    /**
     * Deals out hand-offs and actions to all leads, which are held in memory.
     *
     * @param asOf milliseconds since 1970 UTC
     * @param standings of all leads
     * @param leads number of leads
     * @param byRank the number of the lead of each rank, counted from 0
     * @param remembered the ledger's entries of each lead that has any, by the lead's number
     * @param ledger all of it: its hand-offs of the day take room
     */
    static Placements of(
            RuleSet rules,
            long asOf,
            Standings standings,
            int leads,
            IntUnaryOperator byRank,
            Map<Integer, List<Entry>> remembered,
            Ledger ledger) {
        return HeldPlacements.of(rules, asOf, standings, leads, byRank, remembered, ledger);
    }

    /** Number of leads. */
    int size();

    /** The standing and the outcome for the lead of this rank. */
    Placed of(int rank);

    /** The ranks of the leads that were handed over, in ascending order. */
    List<Integer> handedOver();

    /** The ranks of the leads that get the action of this index, in ascending order. */
    List<Integer> getting(int action);

    /** The ranks of the leads that are in the segment of this index, in ascending order. */
    List<Integer> in(int segment);

    /**
     * The entries for the ledger of this run that are not in it yet, in the order of ranks.
     *
     * @param ids the lead's id as written, by rank
     */
    List<Entry> done(IntFunction<Utf8Slice> ids);

    /** Number of entries of {@link #done}. */
    int countDone();

    /** The numbers of leads by standing and by what is done with them. */
    FollowUpCensus census();
}
