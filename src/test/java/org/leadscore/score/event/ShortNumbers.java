package org.leadscore.score.event;

import org.jspecify.annotations.Nullable;
import org.leadscore.score.count.EventValues;

/** The short way to read the numbers that are summed, for tests in other packages. */
public final class ShortNumbers {

    private ShortNumbers() {}

    /** The number in millionths; null where the long way must be gone. */
    public static @Nullable Long millionths(byte[] bytes, int start, int length, char decimal) {
        long millionths = EventMatcher.millionths(bytes, start, length, decimal);
        return millionths == EventValues.NOT_A_SHORT_NUMBER ? null : millionths;
    }
}
