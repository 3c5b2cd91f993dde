package org.leadscore.score.count;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The values of the event at hand, for counters that look at more than its time. */
public interface EventValues {

    /** The id of the column's value in the states that are being filled, or −1 for a blank one. */
    int valueId(int column);

    /** The column's value in millionths, or {@link #NOT_A_SHORT_NUMBER}. */
    long millionths(int column);

    /** The column's value, exactly; null when it is no number. */
    @Nullable
    BigDecimal number(int column);

    /** In place of millionths: the value is no number, has more than six decimals, or is beyond ±10¹². */
    long NOT_A_SHORT_NUMBER = Long.MIN_VALUE;
}
