package org.leadscore.segment;

import java.math.BigDecimal;
import java.util.AbstractList;
import java.util.RandomAccess;

/** A list of decimal numbers that keeps no objects, for the scores of many accounts. Immutable. */
final class Amounts extends AbstractList<BigDecimal> implements RandomAccess {

    private final long[] units;
    private final int decimals;

    /**
     * A list of some numbers.
     *
     * @param units in units of the last decimal; not copied
     */
    Amounts(long[] units, int decimals) {
        this.units = units;
        this.decimals = decimals;
    }

    @Override
    public BigDecimal get(int index) {
        return BigDecimal.valueOf(units[index], decimals);
    }

    @Override
    public int size() {
        return units.length;
    }
}
