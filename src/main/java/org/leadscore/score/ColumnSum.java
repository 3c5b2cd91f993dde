package org.leadscore.score;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** How often {@code per} goes fully into the sum of a column. Values that are no numbers add nothing. */
record ColumnSum(int word, int column, BigDecimal per) implements Counter.Tally {

    private static final BigDecimal MOST = BigDecimal.valueOf(Long.MAX_VALUE);

    @Override
    public void see(LeadStates states, int lead, long time, EventValues values) {
        long millionths = values.millionths(column);
        if (millionths != EventValues.NOT_A_SHORT_NUMBER) {
            states.addExactly(lead, word, millionths);
            return;
        }
        BigDecimal number = values.number(column);
        if (number != null) {
            states.addWide(lead, word, number);
        }
    }

    @Override
    public void merge(LeadStates into, LeadStates from, int lead, int[] ids) {
        into.addExactly(lead, word, from.word(lead, word));
        BigDecimal wide = from.wide(lead, word);
        if (wide != null) {
            into.addWide(lead, word, wide);
        }
    }

    @Override
    public long count(LeadStates states, int lead) {
        BigDecimal sum = BigDecimal.valueOf(states.word(lead, word), 6);
        BigDecimal wide = states.wide(lead, word);
        BigDecimal all = wide == null ? sum : sum.add(wide);
        return all.signum() <= 0
                ? 0
                : all.divide(per, 0, RoundingMode.FLOOR).min(MOST).longValueExact();
    }
}
