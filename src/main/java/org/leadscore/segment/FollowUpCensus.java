package org.leadscore.segment;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of leads by standing and by what is done with them. Names stand in the order of the rule file, with those
 * that no lead has.
 *
 * @param interests number of leads by name, likewise {@code stages} and {@code segments}
 * @param stagesByBucket number of scored leads by stage and then by bucket, the empty name for those below the lowest; leads
 *     that are in no stage, and those that are not scored, are left out
 * @param grades of the scored leads; null when the rule file has none
 * @param handOff null when the rule file has none
 */
public record FollowUpCensus(
        Map<String, Integer> interests,
        Map<String, Integer> stages,
        Map<String, Map<String, Integer>> stagesByBucket,
        Map<String, Integer> segments,
        @Nullable Grades grades,
        @Nullable HandOffs handOff,
        List<Actions> actions) {

    public FollowUpCensus {
        interests = Collections.unmodifiableMap(new LinkedHashMap<>(interests));
        stages = Collections.unmodifiableMap(new LinkedHashMap<>(stages));
        stagesByBucket = Collections.unmodifiableMap(new LinkedHashMap<>(stagesByBucket));
        segments = Collections.unmodifiableMap(new LinkedHashMap<>(segments));
        actions = List.copyOf(actions);
    }

    /**
     * The numbers of scored leads by grade.
     *
     * @param fit names of the grades of fit, the highest first; {@code engagement} likewise
     * @param leads number of scored leads by grade: by fit, and within one grade of fit by engagement
     * @param best number of those of them that are in the highest bucket, likewise
     */
    public record Grades(List<String> fit, List<String> engagement, List<Integer> leads, List<Integer> best) {

        public Grades {
            fit = List.copyOf(fit);
            engagement = List.copyOf(engagement);
            leads = List.copyOf(leads);
            best = List.copyOf(best);
            if (leads.size() != fit.size() * engagement.size() || best.size() != leads.size()) {
                throw new IllegalArgumentException("not a number for each grade");
            }
        }

        /** Number of leads of a grade, by the indexes of its two names. */
        public int leads(int fitIndex, int engagementIndex) {
            return leads.get(fitIndex * engagement.size() + engagementIndex);
        }

        /** Number of leads of a grade that are in the highest bucket. */
        public int best(int fitIndex, int engagementIndex) {
            return best.get(fitIndex * engagement.size() + engagementIndex);
        }
    }

    /**
     * The numbers of leads for sales. Leads that were handed over, wait, or are held back are all for whom the
     * condition holds, and besides them those who were handed over earlier that day while it held.
     *
     * @param to number of leads by receiver: those of the rule file first, then those that only the ledger names, by
     *     code point; the empty name stands for no receiver
     * @param noRoom number of leads that wait for a place
     * @param allFull number of leads that wait for a receiver with room
     * @param nobody number of leads that wait as nobody takes them
     * @param heldBack number of leads that were handed over not long ago
     */
    public record HandOffs(Map<String, Integer> to, int noRoom, int allFull, int nobody, int heldBack) {

        public HandOffs {
            to = Collections.unmodifiableMap(new LinkedHashMap<>(to));
        }

        /** Number of leads that were handed over, to all receivers. */
        public int handedOver() {
            return to.values().stream().mapToInt(Integer::intValue).sum();
        }

        /** Number of leads that wait, for whatever reason. */
        public int waiting() {
            return noRoom + allFull + nobody;
        }
    }

    /**
     * The numbers of leads of one action.
     *
     * @param leads number of leads that get it
     * @param heldBack number of leads that got it not long ago, and so do not get it
     */
    public record Actions(String name, int leads, int heldBack) {}
}
