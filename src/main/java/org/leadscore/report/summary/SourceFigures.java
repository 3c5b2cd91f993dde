package org.leadscore.report.summary;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;
import org.leadscore.rules.RuleSet;
import org.leadscore.segment.SourceTable;

/** Computes shares and means of one source of leads, as reports write them. */
final class SourceFigures {

    private static final int DECIMALS_OF_SHARES = 4;

    private SourceFigures() {}

    /** The share of a number in all leads of the source, with four decimals, rounded half up. */
    static BigDecimal share(int part, SourceTable.Row row) {
        return BigDecimal.valueOf(part)
                .divide(BigDecimal.valueOf(row.leads()), DECIMALS_OF_SHARES, RoundingMode.HALF_UP);
    }

    /** Writes that share as percent with one decimal, rounded half up and only once, such as {@code 12.5%}. */
    static String percent(int part, SourceTable.Row row) {
        BigDecimal percentage = BigDecimal.valueOf(part)
                .movePointRight(2)
                .divide(BigDecimal.valueOf(row.leads()), 1, RoundingMode.HALF_UP);
        return percentage.toPlainString() + "%";
    }

    /**
     * The mean of the scores of its scored leads, with one decimal more than scores have, rounded half up; null when
     * there are none.
     */
    static @Nullable BigDecimal meanScore(SourceTable.Row row, RuleSet rules) {
        int decimals = rules.scale().decimals();
        return row.scored() == 0
                ? null
                : BigDecimal.valueOf(row.score(), decimals)
                        .divide(BigDecimal.valueOf(row.scored()), decimals + 1, RoundingMode.HALF_UP);
    }
}
