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
 * @param handOff null when the rule file has none
 */
public record FollowUpCensus(
        Map<String, Integer> interests,
        Map<String, Integer> stages,
        Map<String, Integer> segments,
        @Nullable HandOffs handOff,
        List<Actions> actions) {

    public FollowUpCensus {
        interests = Collections.unmodifiableMap(new LinkedHashMap<>(interests));
        stages = Collections.unmodifiableMap(new LinkedHashMap<>(stages));
        segments = Collections.unmodifiableMap(new LinkedHashMap<>(segments));
        actions = List.copyOf(actions);
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
