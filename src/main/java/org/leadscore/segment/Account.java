package org.leadscore.segment;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The people of one company.
 *
 * @param name as its best lead has it
 * @param score null when none of its leads is scored
 * @param leads how many it has, whatever their status
 * @param bestRank the place of its best lead in the ranking, from 1
 * @param columns those that are carried over
 */
public record Account(String name, @Nullable BigDecimal score, int leads, int bestRank, List<String> columns) {

    /** The highest score first; where two have the same, the one with the better best lead. */
    public static final Comparator<Account> ORDER = Comparator.comparing(
                    Account::score, Comparator.nullsLast(Comparator.<BigDecimal>reverseOrder()))
            .thenComparing(Account::bestRank);

    public Account {
        columns = List.copyOf(columns);
    }
}
