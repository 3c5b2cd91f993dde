package org.leadscore.segment;

import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;
import org.leadscore.lead.Utf8Slice;
import org.leadscore.rules.RuleSet;
import org.leadscore.segment.Ledger.Entry;

/**
 * Where every lead stands and what happens next with it, by rank, counted from 1. Immutable once made; may be asked from
 * several threads.
 */
public interface Placements {

    /** Of no leads. */
    Placements NONE = HeldPlacements.none();

    /**
     * Hands over and finds actions.
     *
     * @param asOf milliseconds since 1970 UTC
     * @param standings of all leads
     * @param byRank the number of the lead of each rank, counted from 0
     * @param remembered what the ledger has of each lead, by the lead's number
     * @param ledger all of it: what it dates on the day takes room
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

    /** How many leads there are. */
    int size();

    /** All there is to say of the lead of this rank. */
    Placed of(int rank);

    /** The ranks of those who were handed over, in their order. */
    List<Integer> handedOver();

    /** The ranks of those who get the action of this index, in their order. */
    List<Integer> getting(int action);

    /** The ranks of those who are in the segment of this index, in their order. */
    List<Integer> in(int segment);

    /**
     * What was done in this run and is not in the ledger yet, in the order of ranks.
     *
     * @param ids the lead's id as written, by rank
     */
    List<Entry> done(IntFunction<Utf8Slice> ids);

    /** How many entries {@link #done} has. */
    int countDone();

    /** How many leads stand where and get what. */
    FollowUpCensus census();
}
