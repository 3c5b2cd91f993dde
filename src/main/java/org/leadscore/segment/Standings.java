package org.leadscore.segment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.leadscore.lead.Packing;
import org.leadscore.lead.Unpacking;
import org.leadscore.rules.next.FollowUp;
import org.leadscore.rules.next.HandOff;

/**
 * The standings of all leads, packed: a few words a lead, side by side, so that all that is asked of a lead lies in one
 * place in memory. Leads are numbers from 0. Made and filled in by {@link StandingPlan}. Threads may fill in different
 * leads at once.
 */
public final class Standings {

    /**
     * The word of a lead's record with its interest, its stage, and for a scored lead its bucket and its grade, each one
     * more than its index in 16 bits; behind it are flags, and the word before it holds the points of the interest, in
     * millionths.
     */
    private static final int STANDING = 1;

    /** The first bit of a record that is a flag, counted from the record's beginning. */
    private static final int FIRST_FLAG = 2 * Long.SIZE;

    private final FollowUp followUp;

    /** The records of all leads, one behind the other. */
    private final long[] records;

    /** Number of words of a record; 0 when the rules have no follow-up. */
    private final int words;

    /** The source by lead; null where it is not known; empty when the rules do not ask for it. */
    private final @Nullable String[] sources;

    /** One object for each text of a source. */
    private final Map<String, String> oneOfEach = new ConcurrentHashMap<>();

    /** The flag of the hand-off's condition; flags of segments stand before it. */
    private final int forSales;

    /** The first flag of the receivers. */
    private final int firstAssignee;

    /** The first flag of the actions. */
    private final int firstAction;

    /** Standings of so many leads, none of which is filled in yet. */
    Standings(FollowUp followUp, int leads) {
        this.followUp = followUp;
        HandOff handOff = followUp.handOff();
        forSales = followUp.segments().size();
        firstAssignee = forSales + 1;
        firstAction = firstAssignee + (handOff == null ? 0 : handOff.assign().size());
        int flags = firstAction + followUp.actions().size();
        words = followUp.isNone() ? 0 : (FIRST_FLAG + flags + Long.SIZE - 1) / Long.SIZE;
        records = new long[leads * words];
        sources = new String[followUp.acquisition() == null ? 0 : leads];
    }

    /** Standings of one lead, number 0, which is still to be {@linkplain #unpack unpacked}. */
    public static Standings ofOne(FollowUp followUp) {
        return new Standings(followUp, 1);
    }

    /** The standing of a lead. */
    public Standing of(int lead) {
        int interest = interest(lead);
        int stage = stage(lead);
        List<String> segments = List.of(); // as most leads have none
        for (int i = 0; i < followUp.segments().size(); i++) {
            if (isIn(lead, i)) {
                segments = segments.isEmpty() ? new ArrayList<>() : segments;
                segments.add(followUp.segments().get(i).name());
            }
        }
        return new Standing(
                interest < 0 ? null : followUp.interests().get(interest).name(),
                interest < 0 ? 0 : records[lead * words],
                source(lead),
                stage < 0 ? null : followUp.stages().get(stage).name(),
                segments);
    }

    /** Writes the standing of a lead and the flags of all conditions. */
    public void pack(int lead, Packing out) {
        if (sources.length > 0) {
            String source = sources[lead];
            out.number(source == null ? 0 : 1);
            out.text(source == null ? "" : source);
        }
        for (int word = 0; word < words; word++) {
            out.number(records[lead * words + word]);
        }
    }

    /** Reads the standing of a lead as {@link #pack} wrote it, by the same rules. */
    public void unpack(int lead, Unpacking in) {
        if (sources.length > 0) {
            boolean isKnown = in.number() == 1;
            String source = in.text();
            sources[lead] = isKnown ? source : null;
        }
        for (int word = 0; word < words; word++) {
            records[lead * words + word] = in.number();
        }
    }

    /**
     * Reads a little of a lead's standing, so that it is near in memory when it is asked for.
     *
     * @return a figure without meaning
     */
    public long touch(int lead) {
        return words == 0 ? 0 : records[lead * words] + (source(lead) == null ? 0 : 1);
    }

    /** The index of the interest with most points; −1 when the lead has none. */
    int interest(int lead) {
        return index(lead, 0);
    }

    /** The index of the stage, −1 when the lead is in none. */
    int stage(int lead) {
        return index(lead, Short.SIZE);
    }

    /** The index of the bucket of a scored lead, the number of buckets for one below the lowest; −1 for other leads. */
    int bucket(int lead) {
        return index(lead, 2 * Short.SIZE);
    }

    /** The {@linkplain org.leadscore.rules.next.Grades#index index} of the grade; −1 without grades, and for other leads. */
    int grade(int lead) {
        return index(lead, 3 * Short.SIZE);
    }

    private int index(int lead, int bit) {
        return (int) (standing(lead) >>> bit & 0xFFFF) - 1;
    }

    private long standing(int lead) {
        return words == 0 ? 0 : records[lead * words + STANDING];
    }

    /** The source by which the lead came, as written; null when that is not known. */
    public @Nullable String source(int lead) {
        return sources.length == 0 ? null : sources[lead];
    }

    /** True when the lead is in the segment of this index. */
    public boolean isIn(int lead, int segment) {
        return get(lead, segment);
    }

    /** True when the condition of the hand-off holds for the lead. */
    boolean isForSales(int lead) {
        return get(lead, forSales);
    }

    /** True when the condition of the receiver of this index holds for the lead. */
    boolean suits(int lead, int assignee) {
        return get(lead, firstAssignee + assignee);
    }

    /** True when the condition of the action of this index holds for the lead. */
    boolean calledFor(int lead, int action) {
        return get(lead, firstAction + action);
    }

    void stand(int lead, int interest, long points, @Nullable String source, int stage) {
        records[lead * words] = points;
        records[lead * words + STANDING] = interest + 1 | (stage + 1L) << Short.SIZE;
        if (source != null && sources.length > 0) {
            String known = oneOfEach.get(source); // which does not lock
            sources[lead] = known == null ? oneOfEach.computeIfAbsent(source, one -> one) : known;
        }
    }

    /**
     * Sets the bucket and the grade of a scored lead, whose interest and stage are set.
     *
     * @param grade −1 without grades
     */
    void stand(int lead, int bucket, int grade) {
        records[lead * words + STANDING] |= bucket + 1L << 2 * Short.SIZE | grade + 1L << 3 * Short.SIZE;
    }

    void segments(int lead, List<Check> checks, Known known) {
        set(lead, 0, checks, known);
    }

    void forSales(int lead, List<Check> assignees, Known known) {
        set(lead, forSales);
        set(lead, firstAssignee, assignees, known);
    }

    void actions(int lead, List<Check> checks, Known known) {
        set(lead, firstAction, checks, known);
    }

    private void set(int lead, int first, List<Check> checks, Known known) {
        for (int i = 0; i < checks.size(); i++) {
            if (checks.get(i).holds(known)) {
                set(lead, first + i);
            }
        }
    }

    private void set(int lead, int flag) {
        int bit = FIRST_FLAG + flag;
        records[lead * words + bit / Long.SIZE] |= 1L << bit;
    }

    private boolean get(int lead, int flag) {
        int bit = FIRST_FLAG + flag;
        return (records[lead * words + bit / Long.SIZE] >>> bit & 1) != 0;
    }
}
