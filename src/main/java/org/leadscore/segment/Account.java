package org.leadscore.segment;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A company as one row: the score of its leads together. Made by {@link AccountRoll}, written to {@code accounts.csv}.
 *
 * @param name as its best lead has it
 * @param score null when none of its leads is scored
 * @param scores the scores that are added up to that, the best {@link #MOST_SCORES} of them, the highest first; empty where
 *     the score is no sum
 * @param leads number of its leads, whatever their status
 * @param bestRank the rank of its best lead, from 1
 * @param columns values of the columns that the rules carry over, each from the best lead that has one
 */
public record Account(
        String name,
        @Nullable BigDecimal score,
        List<BigDecimal> scores,
        int leads,
        int bestRank,
        List<String> columns) {

    /** The most scores that are kept of an account. */
    public static final int MOST_SCORES = 5;

    /**
     * Orders accounts by score, the highest first, those without a score last; of equal scores by the rank of the best
     * lead.
     */
    public static final Comparator<Account> ORDER = Comparator.comparing(
                    Account::score, Comparator.nullsLast(Comparator.<BigDecimal>reverseOrder()))
            .thenComparing(Account::bestRank);

    public Account {
        scores = scores instanceof Amounts ? scores : List.copyOf(scores);
        columns = List.copyOf(columns);
    }
}
