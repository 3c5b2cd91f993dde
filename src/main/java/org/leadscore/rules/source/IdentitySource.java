package org.leadscore.rules.source;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.leadscore.rules.condition.Field;

/**
 * A table whose rows link one id of a person to another, closer to the lead. Made by the reader of the rule file, taken by
 * the reader of links.
 */
public sealed interface IdentitySource {

    /** Answers by the function that is for this form. */
    <R> R choose(Function<InLog, R> log, Function<InFile, R> file, Function<InContacts, R> contacts);

    /**
     * The columns that hold a link.
     *
     * @param from the columns of the id that leads on; the first that is filled counts
     * @param split the text between several ids in a cell of {@code from}; empty where a cell is one id
     * @param to the columns of the id that it leads to; the first that is filled counts; none in a contact list, where it
     *     is the lead of the row
     */
    record Ends(List<Field> from, String split, List<Field> to) {

        public Ends {
            from = List.copyOf(from);
            to = List.copyOf(to);
        }

        /** All columns, those of {@code from} first. */
        public List<Field> fields() {
            return Stream.concat(from.stream(), to.stream()).toList();
        }
    }

    /**
     * The rows of a log that hold both ids, at the time of the row.
     *
     * @param log its name
     */
    record InLog(String log, Ends ends) implements IdentitySource {
        @Override
        public <R> R choose(Function<InLog, R> log, Function<InFile, R> file, Function<InContacts, R> contacts) {
            return log.apply(this);
        }
    }

    /**
     * A table of its own.
     *
     * @param time null where links hold always
     */
    record InFile(
            SourceFiles files,
            Dialect dialect,
            Ends ends,
            @Nullable TimeColumns time) implements IdentitySource {
        @Override
        public <R> R choose(Function<InLog, R> log, Function<InFile, R> file, Function<InContacts, R> contacts) {
            return file.apply(this);
        }
    }

    /** The contact list, whose rows hold further ids of their lead; these links hold always. */
    record InContacts(Ends ends) implements IdentitySource {
        @Override
        public <R> R choose(Function<InLog, R> log, Function<InFile, R> file, Function<InContacts, R> contacts) {
            return contacts.apply(this);
        }
    }
}
