package org.leadscore.rules;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.leadscore.kind.TextKind;
import org.leadscore.lead.Text;

/**
 * How the people of one company are rolled up.
 *
 * @param columns contact columns to carry over, each from the best lead that has something in it
 */
public record Accounts(By by, Combine combine, List<Field> columns) {

    public Accounts {
        columns = List.copyOf(columns);
    }

    /** What makes two leads people of one account. */
    public sealed interface By {

        /** The contact column that is looked at; null for the lead's id. */
        @Nullable
        Field field();

        /** The name of the account, as written; empty for a lead that has none. */
        Optional<String> of(String value);

        /** The same value of a column, as text is compared. */
        record Column(Field field) implements By {
            @Override
            public Optional<String> of(String value) {
                return Optional.of(Text.strip(value)).filter(text -> !text.isEmpty());
            }
        }

        /**
         * The same domain behind the @ of an address. Domains that anyone can have a mailbox at are no account.
         *
         * @param field null for the lead's id
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

    /** How the scores of its leads make the score of an account. */
    public sealed interface Combine {

        /** The sum of the best so many; all of them for {@link Integer#MAX_VALUE}. */
        record Top(int count) implements Combine {}

        record Mean() implements Combine {}
    }
}
