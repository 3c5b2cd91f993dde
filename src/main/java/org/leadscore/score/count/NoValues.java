package org.leadscore.score.count;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Stands in for the values of an event that is known by its time alone. */
enum NoValues implements EventValues {
    NONE;

    @Override
    public int valueId(int column) {
        return -1;
    }

    @Override
    public long millionths(int column) {
        return NOT_A_SHORT_NUMBER;
    }

    @Override
    public @Nullable BigDecimal number(int column) {
        return null;
    }
}
