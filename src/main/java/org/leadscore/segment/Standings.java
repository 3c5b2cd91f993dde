package org.leadscore.segment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.leadscore.lead.Packing;
import org.leadscore.lead.Unpacking;
import org.leadscore.rules.FollowUp;
import org.leadscore.rules.HandOff;

/**
 * Where all leads stand, packed: a few words a lead, side by side, so that what is asked of a lead lies in one place in memory.
 * Leads are numbers from 0. Threads may fill in different leads at once.
 */
public final class Standings {

    /** In a lead's record: the points of its interest; then the interest, the stage, each more by one, and all flags behind. */
    private static final int STANDING = 1;

    private static final int FIRST_FLAG = 3 * Long.SIZE / 2;

    private final FollowUp followUp;
    private final long[] records;
    private final int words;
    private final @Nullable String[] sources;
    private final Map<String, String> oneOfEach = new ConcurrentHashMap<>();
    private final int forSales;
    private final int firstAssignee;
    private final int firstAction;

    /** Nobody stands anywhere yet. */
    Standings(FollowUp followUp, int leads) {
        this.followUp = followUp;
        HandOff handOff = followUp.handOff();
        forSales = followUp.segments().size();
        firstAssignee = forSales + 1;
        firstAction = firstAssignee + (handOff == null ? 0 : handOff.assign().size());
        int flags = firstAction + followUp.actions().size();
        words = followUp.equals(FollowUp.NONE) ? 0 : (FIRST_FLAG + flags + Long.SIZE - 1) / Long.SIZE;
        records = new long[leads * words];
        sources = new String[followUp.acquisition() == null ? 0 : leads];
    }

    /** Of one lead, number 0, who is still to be {@linkplain #unpack unpacked}. */
    public static Standings ofOne(FollowUp followUp) {
        return new Standings(followUp, 1);
    }

    /** Where the lead stands. */
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

    /** Writes where the lead stands. */
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

    /** From now on the lead stands where {@link #pack} said, of the same rules. */
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

    /** Reads a little of where the lead stands, so that it is near when it is asked for. */
    public long touch(int lead) {
        return words == 0 ? 0 : records[lead * words] + (source(lead) == null ? 0 : 1);
    }

    /** The index of the interest that the lead leans to most, −1 when it leans to none. */
    int interest(int lead) {
        return (int) (standing(lead) & 0xFFFF) - 1;
    }

    /** The index of the stage, −1 when the lead is in none. */
    int stage(int lead) {
        return (int) (standing(lead) >>> Short.SIZE & 0xFFFF) - 1;
    }

    private long standing(int lead) {
        return words == 0 ? 0 : records[lead * words + STANDING];
    }

    /** How the lead came, as written; null when that is not known. */
    public @Nullable String source(int lead) {
        return sources.length == 0 ? null : sources[lead];
    }

    /** Whether the lead is in the segment of this index. */
    public boolean isIn(int lead, int segment) {
        return get(lead, segment);
    }

    /** Whether it is a lead for sales, as far as the condition goes. */
    boolean isForSales(int lead) {
        return get(lead, forSales);
    }

    /** Whether the assignee of this index would take it. */
    boolean suits(int lead, int assignee) {
        return get(lead, firstAssignee + assignee);
    }

    /** Whether the condition of the action of this index holds. */
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
