package org.leadscore.segment;

import java.util.ArrayList;
import java.util.HashMap;
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

    /** Number of leads that were not handed over though the condition holds, by the kind of {@link HandOver}. */
    private final Map<Class<?>, Integer> others = new HashMap<>();

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
     * Counts a lead.
     *
     * @param lead its number among the standings
     * @param index its number in the placement
     */
    void add(int lead, Standings standings, int index, Placement placement) {
        count(interests, standings.interest(lead));
        count(stages, standings.stage(lead));
        for (int i = 0; i < segments.length; i++) {
            segments[i] += standings.isIn(lead, i) ? 1 : 0;
        }
        for (int i = 0; i < actions.length; i++) {
            actions[i] += placement.gets(index, i) ? 1 : 0;
        }
        if (followUp.handOff() != null) {
            HandOver handOver = placement.handOver(index);
            if (handOver instanceof HandOver.Yes yes) {
                (to.containsKey(yes.to()) ? to : toOthers).merge(yes.to(), 1, Integer::sum);
            } else if (!(handOver instanceof HandOver.No)) {
                others.merge(handOver.getClass(), 1, Integer::sum);
            }
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
        return new FollowUpCensus.HandOffs(
                all,
                others.getOrDefault(HandOver.NoRoom.class, 0),
                others.getOrDefault(HandOver.AllFull.class, 0),
                others.getOrDefault(HandOver.Nobody.class, 0),
                others.getOrDefault(HandOver.NotAgain.class, 0));
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
