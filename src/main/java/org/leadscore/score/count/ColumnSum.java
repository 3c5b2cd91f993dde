package org.leadscore.score.count;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.leadscore.lead.Packing;
import org.leadscore.lead.Unpacking;

/**
 * Counts how often {@code per} goes fully into the sum of a column; 0 when the sum is negative. Values that are no
 * numbers add nothing. The state is a word of millionths, and a wide part for what does not fit.
 *
 * @param wholePer {@code per} in millionths, or 0 when it has smaller parts or is very large
 */
public record ColumnSum(int word, int column, BigDecimal per, long wholePer) implements Counter.Tally {

    private static final BigDecimal MOST = BigDecimal.valueOf(Long.MAX_VALUE);
    private static final BigDecimal MOST_WHOLE = BigDecimal.valueOf(1_000_000_000_000L);

    /** Sums a column into a word of the record. */
    public ColumnSum(int word, int column, BigDecimal per) {
        this(word, column, per, inMillionths(per));
    }

    /** The number in millionths; 0 when it has smaller parts or is very large. */
    private static long inMillionths(BigDecimal per) {
        BigDecimal millionths = per.movePointRight(6).stripTrailingZeros();
        return millionths.scale() > 0 || per.compareTo(MOST_WHOLE) > 0 ? 0 : millionths.longValueExact();
    }

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
    public boolean sums() {
        return true;
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
    public void pack(LeadStates states, int lead, Packing out) {
        BigDecimal wide = states.wide(lead, word);
        out.number(states.word(lead, word));
        out.text(wide == null ? "" : wide.toString());
    }

    @Override
    public void absorb(LeadStates states, int lead, Unpacking in) {
        states.addExactly(lead, word, in.number());
        String wide = in.text();
        if (!wide.isEmpty()) {
            states.addWide(lead, word, new BigDecimal(wide));
        }
    }

    @Override
    public long count(LeadStates states, int lead) {
        BigDecimal wide = states.wide(lead, word);
        if (wide == null && wholePer > 0) {
            return Math.max(0, states.word(lead, word) / wholePer);
        }
        BigDecimal sum = BigDecimal.valueOf(states.word(lead, word), 6);
        BigDecimal all = wide == null ? sum : sum.add(wide);
        return all.signum() <= 0
                ? 0
                : all.divide(per, 0, RoundingMode.FLOOR).min(MOST).longValueExact();
    }
}
