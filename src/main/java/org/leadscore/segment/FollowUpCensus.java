package org.leadscore.segment;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How many leads stand where, and get what. Names stand in the order of the rule file, those that nobody has too.
 *
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
     * Leads for sales. Those that were handed over, wait, and are held back are all for whom the condition holds, and besides
     * them those who were handed over earlier that day while it held.
     *
     * @param to how many went to whom, those whom the ledger names and the rule file does not by code point behind the others;
     *     the empty name is nobody by name
     * @param noRoom how many wait for a place
     * @param allFull how many wait for somebody with room
     * @param nobody how many wait as nobody takes them
     * @param heldBack how many were handed over not long ago
     */
    public record HandOffs(Map<String, Integer> to, int noRoom, int allFull, int nobody, int heldBack) {

        public HandOffs {
            to = Collections.unmodifiableMap(new LinkedHashMap<>(to));
        }

        public int handedOver() {
            return to.values().stream().mapToInt(Integer::intValue).sum();
        }

        public int waiting() {
            return noRoom + allFull + nobody;
        }
    }

    /**
     * Leads of an action.
     *
     * @param leads how many get it
     * @param heldBack how many got it not long ago, and so do not get it
     */
    public record Actions(String name, int leads, int heldBack) {}
}
