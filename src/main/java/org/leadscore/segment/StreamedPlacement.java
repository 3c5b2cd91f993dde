package org.leadscore.segment;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leadscore.lead.Unpacking;
import org.leadscore.lead.Utf8Slice;
import org.leadscore.rules.RuleSet;
import org.leadscore.rules.next.Action;
import org.leadscore.segment.Ledger.Entry;

/**
 * Deals out hand-offs and actions to leads that come one by one, in the order of their rank, with the same outcome as
 * {@link Placements#of} with all leads at hand. Not thread-safe.
 */
public final class StreamedPlacement {

    private final List<Action> actions;

    /** The standing of the lead at hand, as number 0. */
    private final Standings standings;

    /** The places that are left, and the outcome for the lead at hand, as index 0. */
    private final Placement placement;

    private final FollowUpTally tally;

    /** Number of segments. */
    private final int segments;

    /** The ledger's entries of the lead at hand. */
    private List<Entry> remembered = List.of();

    /**
     * A dealing before the first lead.
     *
     * @param ledger whose hand-offs of the day take room
     */
    public StreamedPlacement(RuleSet rules, long asOf, Ledger ledger) {
        this.actions = rules.followUp().actions();
        this.segments = rules.followUp().segments().size();
        this.standings = new Standings(rules.followUp(), 1);
        this.placement = new Placement(rules.followUp(), rules.timezone(), asOf, standings, 1, ledger);
        this.tally = new FollowUpTally(rules.followUp());
    }

    /**
     * Deals to the next lead, which is the lead at hand from now on.
     *
     * @param standing as {@link Standings#pack} wrote it
     * @param ofLead the ledger's entries of the lead
     */
    public void next(Unpacking standing, List<Entry> ofLead) {
        standings.unpack(0, standing);
        remembered = ofLead;
        placement.deal(0, 0, ofLead);
        tally.add(0, standings, 0, placement);
    }

    /** The outcome of the hand-off for the lead at hand. */
    public HandOver handOver() {
        return placement.handOver(0);
    }

    /** The indexes of the actions that the lead at hand gets. */
    public List<Integer> got() {
        List<Integer> got = new ArrayList<>();
        for (int i = 0; i < actions.size(); i++) {
            if (placement.gets(0, i)) {
                got.add(i);
            }
        }
        return got;
    }

    /** The indexes of the segments that the lead at hand is in. */
    public List<Integer> segments() {
        List<Integer> in = new ArrayList<>();
        for (int i = 0; i < segments; i++) {
            if (standings.isIn(0, i)) {
                in.add(i);
            }
        }
        return in;
    }

    /** The source of the lead at hand; null when it is not known. */
    public @Nullable String source() {
        return standings.source(0);
    }

    /**
     * The new entries for the ledger: hand-off and actions of the lead at hand that are not in the ledger yet.
     *
     * @param id of the lead, as it is to be remembered
     */
    public List<Entry> done(Utf8Slice id) {
        List<Entry> done = new ArrayList<>();
        placement.addDone(0, remembered, id, done);
        return done;
    }

    /** The census of all leads that were dealt to. */
    public FollowUpCensus census() {
        return tally.census(placement);
    }
}
