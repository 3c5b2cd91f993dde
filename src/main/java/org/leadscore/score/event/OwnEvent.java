package org.leadscore.score.event;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One event of the lead that is explained. Made by an {@link EventJudge}, taken by {@link Evidence}.
 *
 * @param time milliseconds since 1970 UTC
 * @param origin the number of the id by which it is the lead's; below 0 where it has the lead's own
 * @param holding the conditions of the plan that hold for it, as indexes
 * @param texts by column of the plan, the value as it was written, without white space around it; blank where there is none
 * @param told by column of the plan, the value in the form in which values are told apart
 * @param numbers by column of the plan, the value as a number; null where it is none
 */
public record OwnEvent(
        long time,
        int origin,
        BitSet holding,
        List<String> texts,
        List<String> told,
        List<@Nullable BigDecimal> numbers) {

    public OwnEvent {
        holding = (BitSet) holding.clone();
        texts = List.copyOf(texts);
        told = List.copyOf(told);
        numbers = new ArrayList<>(numbers);
    }

    /** The same event, which is the lead's by another id. */
    public OwnEvent by(int id) {
        return new OwnEvent(time, id, holding, texts, told, numbers);
    }
}
