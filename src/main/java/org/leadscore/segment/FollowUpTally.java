package org.leadscore.segment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.leadscore.lead.Text;
import org.leadscore.rules.next.FollowUp;
import org.leadscore.rules.next.Grades;
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

    /** Number of scored leads by the index of their stage, and then by that of their bucket. */
    private final int[][] stagesByBucket;

    /** Number of scored leads by the index of their grade; empty without grades. */
    private final int[] grades;

    /** Number of leads in the highest bucket by the index of their grade. */
    private final int[] bestOfGrade;

    /** The names of the buckets, the highest first. */
    private final List<String> buckets;

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

    /**
     * Has counted nothing.
     *
     * @param buckets names of the buckets, the highest first
     */
    FollowUpTally(FollowUp followUp, List<String> buckets) {
        this.followUp = followUp;
        this.buckets = buckets;
        Grades ofRules = followUp.grades();
        grades = new int
                [ofRules == null
                        ? 0
                        : ofRules.fit().size() * ofRules.engagement().size()];
        bestOfGrade = new int[grades.length];
        stagesByBucket = new int[followUp.stages().size()][buckets.size() + 1];
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
        int stage = standings.stage(lead);
        count(stages, stage);
        int bucket = standings.bucket(lead);
        if (bucket >= 0) {
            countScored(bucket, stage, standings.grade(lead));
        }
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

    private void countScored(int bucket, int stage, int grade) {
        if (stage >= 0) {
            stagesByBucket[stage][bucket]++;
        }
        count(grades, grade);
        if (bucket == 0 && !buckets.isEmpty()) {
            count(bestOfGrade, grade);
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
                stagesByBucket(),
                named(followUp.segments().stream().map(Segment::name).toList(), segments),
                grades(),
                followUp.handOff() == null ? null : handOffs(),
                done);
    }

    private Map<String, Map<String, Integer>> stagesByBucket() {
        List<String> names = new ArrayList<>(buckets);
        names.add("");
        Map<String, Map<String, Integer>> byStage = new LinkedHashMap<>();
        for (int i = 0; i < stages.length; i++) {
            byStage.put(followUp.stages().get(i).name(), Collections.unmodifiableMap(named(names, stagesByBucket[i])));
        }
        return byStage;
    }

    private FollowUpCensus.@Nullable Grades grades() {
        Grades ofRules = followUp.grades();
        return ofRules == null
                ? null
                : new FollowUpCensus.Grades(
                        ofRules.fit().stream().map(Grades.Grade::name).toList(),
                        ofRules.engagement().stream().map(Grades.Grade::name).toList(),
                        Arrays.stream(grades).boxed().toList(),
                        Arrays.stream(bestOfGrade).boxed().toList());
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
