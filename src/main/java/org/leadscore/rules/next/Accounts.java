package org.leadscore.rules.next;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.leadscore.kind.TextKind;
import org.leadscore.lead.Text;
import org.leadscore.rules.condition.Domains;
import org.leadscore.rules.condition.Field;

/**
 * The key {@code accounts} of a rule file: the way in which the people of one company make one account.
 *
 * @param by the value that people of one account share
 * @param combine the way in which their scores make that of the account
 * @param columns contact columns to carry over, each from the best lead that has something in it
 */
public record Accounts(By by, Combine combine, List<Field> columns) {

    public Accounts {
        columns = List.copyOf(columns);
    }

    /** The value that two leads share when they are people of one account. */
    public sealed interface By {

        /** The contact column that holds the value; null for the lead's id. */
        @Nullable
        Field field();

        /** The name of the account, as written; empty for a lead that has none. */
        Optional<String> of(String value);

        /** Puts leads with the same value of a column into one account, compared as text is. */
        record Column(Field field) implements By {
            @Override
            public Optional<String> of(String value) {
                return Optional.of(Text.strip(value)).filter(text -> !text.isEmpty());
            }
        }

        /**
         * Puts leads with the same domain behind the @ of an address into one account. Domains at which anyone can have
         * a mailbox are no account.
         *
         * @param field the contact column that holds the address; null for the lead's id
         * @param nobodys the kinds of addresses at such domains
         */
        record Domain(@Nullable Field field, List<TextKind> nobodys) implements By {

            public Domain {
                nobodys = List.copyOf(nobodys);
            }

            @Override
            public Optional<String> of(String value) {
                String address = Text.fold(value);
                return address.indexOf('@') < 0 || nobodys.stream().anyMatch(kind -> kind.holds(address))
                        ? Optional.empty()
                        : Optional.of(Domains.host(address)).filter(host -> !host.isEmpty());
            }
        }
    }

    /** The way in which the scores of its leads make the score of an account. */
    public sealed interface Combine {

        /** The number of best leads that count; {@link Integer#MAX_VALUE} for all. */
        int most();

        /** True when the score of an account is the sum of those that count. */
        boolean isSum();

        /**
         * The score of an account.
         *
         * @param sum of the scores that count
         * @param count how many they are, at least one
         */
        BigDecimal score(BigDecimal sum, int count);

        /** The sum of the best so many; all of them for {@link Integer#MAX_VALUE}. */
        record Top(int count) implements Combine {
            @Override
            public int most() {
                return count;
            }

            @Override
            public boolean isSum() {
                return true;
            }

            @Override
            public BigDecimal score(BigDecimal sum, int count) {
                return sum;
            }
        }

        /** The sum ÷ the number of leads, rounded half up to the decimals of the scores, at least two. */
        record Mean() implements Combine {

            private static final int DECIMALS = 2;

            @Override
            public int most() {
                return Integer.MAX_VALUE;
            }

            @Override
            public boolean isSum() {
                return false;
            }

            @Override
            public BigDecimal score(BigDecimal sum, int count) {
                return sum.divide(BigDecimal.valueOf(count), Math.max(sum.scale(), DECIMALS), RoundingMode.HALF_UP);
            }
        }
    }
}
