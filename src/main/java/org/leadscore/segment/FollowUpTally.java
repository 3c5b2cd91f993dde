package org.leadscore.segment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.leadscore.lead.Text;
import org.leadscore.rules.next.FollowUp;
import org.leadscore.rules.next.HandOff;
import org.leadscore.rules.next.Interest;
import org.leadscore.rules.next.Segment;
import org.leadscore.rules.next.Stage;

/** Counts leads by their standing and by what is done with them. Not thread-safe. */
final class FollowUpTally {

    private final FollowUp followUp;

    /** Number of leads by the index of their interest. */
    private final int[] interests;

    /** Number of leads by the index of their stage. */
    private final int[] stages;

    /** Number of leads by the index of a segment. */
    private final int[] segments;

    /** Number of leads by the index of an action. */
    private final int[] actions;

    /** Number of leads that were handed over, by receiver of the rule file. */
    private final Map<String, Integer> to = new LinkedHashMap<>();

    /** Number of leads that were handed over, by receiver that only the ledger names. */
    private final Map<String, Integer> toOthers = new TreeMap<>(Text::compareByCodePoint);

    private int noRoom;
    private int allFull;
    private int nobody;
    private int heldBack;

    FollowUpTally(FollowUp followUp) {
        this.followUp = followUp;
        interests = new int[followUp.interests().size()];
        stages = new int[followUp.stages().size()];
        segments = new int[followUp.segments().size()];
        actions = new int[followUp.actions().size()];
        HandOff handOff = followUp.handOff();
        if (handOff != null) {
            handOff.assign().forEach(assignee -> to.put(assignee.to(), 0));
        }
    }

    /**
     * Counts the lead that was dealt to last.
     *
     * @param lead its number among the standings
     */
    void add(int lead, Standings standings, Placement placement) {
        count(interests, standings.interest(lead));
        count(stages, standings.stage(lead));
        for (int i = 0; i < segments.length; i++) {
            segments[i] += standings.isIn(lead, i) ? 1 : 0;
        }
        for (int i = 0; i < actions.length; i++) {
            actions[i] += placement.gets(i) ? 1 : 0;
        }
        if (followUp.handOff() != null) {
            count(placement.handOver());
        }
    }

    private void count(HandOver handOver) {
        switch (handOver.kind()) {
            case NO -> {} // not a lead for sales
            case YES -> (to.containsKey(handOver.to()) ? to : toOthers).merge(handOver.to(), 1, Integer::sum);
            case NO_ROOM -> noRoom++;
            case ALL_FULL -> allFull++;
            case NOBODY -> nobody++;
            case NOT_AGAIN -> heldBack++;
        }
    }

    /**
     * The census of the leads that were counted.
     *
     * @param placement that knows how many leads were held back
     */
    FollowUpCensus census(Placement placement) {
        List<FollowUpCensus.Actions> done = new ArrayList<>();
        for (int i = 0; i < actions.length; i++) {
            done.add(new FollowUpCensus.Actions(followUp.actions().get(i).name(), actions[i], placement.heldBack(i)));
        }
        return new FollowUpCensus(
                named(followUp.interests().stream().map(Interest::name).toList(), interests),
                named(followUp.stages().stream().map(Stage::name).toList(), stages),
                named(followUp.segments().stream().map(Segment::name).toList(), segments),
                followUp.handOff() == null ? null : handOffs(),
                done);
    }

    private FollowUpCensus.HandOffs handOffs() {
        Map<String, Integer> all = new LinkedHashMap<>(to);
        all.putAll(toOthers);
        return new FollowUpCensus.HandOffs(all, noRoom, allFull, nobody, heldBack);
    }

    private static void count(int[] counts, int index) {
        if (index >= 0) {
            counts[index]++;
        }
    }

    private static Map<String, Integer> named(List<String> names, int[] counts) {
        Map<String, Integer> named = new LinkedHashMap<>();
        for (int i = 0; i < counts.length; i++) {
            named.put(names.get(i), counts[i]);
        }
        return named;
    }
}
