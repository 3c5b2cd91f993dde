package org.leadscore.segment;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import org.leadscore.lead.Unpacking;
import org.leadscore.lead.Utf8Slice;
import org.leadscore.lead.ZoneDays;
import org.leadscore.rules.Bucket;
import org.leadscore.rules.RuleSet;
import org.leadscore.rules.next.FollowUp;
import org.leadscore.segment.Ledger.Entry;

/**
 * Deals out hand-offs and actions to leads that come one by one, in the order of their rank, and counts. Placements in memory and
 * those on disk are both dealt out by it, and keep what it says of each lead. Not thread-safe.
 */
public final class StreamedPlacement {

    /** The standing of the lead at hand, as number 0. */
    private final Standings standings;

    /** The places that are left, and the outcome for the lead at hand, as index 0. */
    private final Placement placement;

    private final FollowUpTally tally;
    private final int actions;

    /** Number of segments. */
    private final int segments;

    /** The ledger's entries of the lead at hand. */
    private List<Entry> remembered = List.of();

    private int lead;

    /**
     * Nothing is dealt out yet.
     *
     * @param buckets names of the buckets, the highest first
     * @param standings of the leads to come
     * @param ledger whose hand-offs of the day take room
     */
    StreamedPlacement(
            FollowUp followUp, List<String> buckets, ZoneDays timezone, long asOf, Standings standings, Ledger ledger) {
        this.standings = standings;
        this.placement = new Placement(followUp, timezone, asOf, standings, ledger);
        this.tally = new FollowUpTally(followUp, buckets);
        this.actions = followUp.actions().size();
        this.segments = followUp.segments().size();
    }

    /**
     * Nothing is dealt out yet, and where the leads stand is told only as they come.
     *
     * @param ledger whose hand-offs of the day take room
     */
    public StreamedPlacement(RuleSet rules, long asOf, Ledger ledger) {
        this(rules.followUp(), names(rules), rules.timezone(), asOf, Standings.ofOne(rules.followUp()), ledger);
    }

    /** The names of the buckets, the highest first. */
    static List<String> names(RuleSet rules) {
        return rules.buckets().stream().map(Bucket::name).toList();
    }

    /**
     * Deals to the next lead, which is the lead at hand from now on.
     *
     * @param standing as {@link Standings#pack} wrote it
     * @param ofLead the ledger's entries of the lead
     */
    public void next(Unpacking standing, List<Entry> ofLead) {
        standings.unpack(0, standing);
        next(0, ofLead);
    }

    /**
     * Goes on to the next lead, of which it is known where it stands.
     *
     * @param number of the lead among the standings
     * @param ofLead what the ledger has of it
     */
    void next(int number, List<Entry> ofLead) {
        lead = number;
        remembered = ofLead;
        placement.deal(number, ofLead);
        tally.add(number, standings, placement);
    }

    /** The outcome of the hand-off for the lead at hand. */
    public HandOver handOver() {
        return placement.handOver();
    }

    /** True when the lead at hand gets the action of this index. */
    boolean gets(int action) {
        return placement.gets(action);
    }

    /** True when the lead at hand is in the segment of this index. */
    boolean isIn(int segment) {
        return standings.isIn(lead, segment);
    }

    /** The indexes of the actions that the lead at hand gets. */
    public List<Integer> got() {
        return indexes(actions, this::gets);
    }

    /** The indexes of the segments that the lead at hand is in. */
    public List<Integer> segments() {
        return indexes(segments, this::isIn);
    }

    private static List<Integer> indexes(int count, IntPredicate isOne) {
        List<Integer> indexes = List.of(); // as most leads have none
        for (int i = 0; i < count; i++) {
            if (isOne.test(i)) {
                indexes = indexes.isEmpty() ? new ArrayList<>() : indexes;
                indexes.add(i);
            }
        }
        return indexes;
    }

    /** The source of the lead at hand; null when it is not known. */
    public @Nullable String source() {
        return standings.source(lead);
    }

    /**
     * The new entries for the ledger: hand-off and actions of the lead at hand that are not in the ledger yet.
     *
     * @param id of the lead, as it is to be remembered
     */
    public List<Entry> done(Utf8Slice id) {
        List<Entry> done = new ArrayList<>();
        addDone(handOver(), this::gets, remembered, id, done);
        return done;
    }

    /** Adds what was done with a lead that was dealt to, as {@link Placement#addDone} says. */
    void addDone(HandOver handOver, IntPredicate gets, List<Entry> ofLead, Utf8Slice id, List<Entry> done) {
        placement.addDone(handOver, gets, ofLead, id, done);
    }

    /** The number of entries of {@link #done}, over all leads that were dealt to. */
    int countDone() {
        return placement.countDone();
    }

    /** The census of all leads that were dealt to. */
    public FollowUpCensus census() {
        return tally.census(placement);
    }
}
