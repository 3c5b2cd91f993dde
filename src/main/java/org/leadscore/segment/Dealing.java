package org.leadscore.segment;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leadscore.lead.Unpacking;
import org.leadscore.lead.Utf8Slice;
import org.leadscore.rules.Action;
import org.leadscore.rules.RuleSet;
import org.leadscore.segment.Ledger.Entry;

/**
 * Deals out hand-offs and actions to leads that come one by one, in the order of their rank: the same as {@link Placements#of}
 * with all leads at hand. Not thread-safe.
 */
public final class Dealing {

    private final List<Action> actions;
    private final Standings standings;
    private final Placement placement;
    private final FollowUpTally tally;
    private final int segments;
    private List<Entry> remembered = List.of();

    /** @param ledger whose hand-offs of the day take room */
    public Dealing(RuleSet rules, long asOf, Ledger ledger) {
        this.actions = rules.followUp().actions();
        this.segments = rules.followUp().segments().size();
        this.standings = new Standings(rules.followUp(), 1);
        this.placement = new Placement(rules.followUp(), rules.timezone(), asOf, standings, 1, ledger);
        this.tally = new FollowUpTally(rules.followUp());
    }

    /**
     * Goes on to the next lead.
     *
     * @param standing as {@link Standings#pack} wrote it
     * @param ofLead what the ledger has of it
     */
    public void next(Unpacking standing, List<Entry> ofLead) {
        standings.unpack(0, standing);
        remembered = ofLead;
        placement.deal(0, 0, ofLead);
        tally.add(0, standings, 0, placement);
    }

    /** What became of the lead. */
    public HandOver handOver() {
        return placement.handOver(0);
    }

    /** The indexes of the actions that it gets. */
    public List<Integer> got() {
        List<Integer> got = new ArrayList<>();
        for (int i = 0; i < actions.size(); i++) {
            if (placement.gets(0, i)) {
                got.add(i);
            }
        }
        return got;
    }

    /** The indexes of the segments that it is in. */
    public List<Integer> segments() {
        List<Integer> in = new ArrayList<>();
        for (int i = 0; i < segments; i++) {
            if (standings.isIn(0, i)) {
                in.add(i);
            }
        }
        return in;
    }

    /** How it came; null when that is not known. */
    public @Nullable String source() {
        return standings.source(0);
    }

    /** What was done with it that is not in the ledger yet. */
    public List<Entry> done(Utf8Slice id) {
        List<Entry> done = new ArrayList<>();
        placement.addDone(0, remembered, id, done);
        return done;
    }

    /** Of all leads that were dealt to. */
    public FollowUpCensus census() {
        return tally.census(placement);
    }
}
