package org.leadscore.rules.condition;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The unit in which a rule counts the events that match. */
public sealed interface Count {

    /** The kinds of counts, in the order in which messages name them. */
    enum Kind {
        EVENTS("events", null),
        DAYS("days", null),
        VISITS("visits", null),
        DISTINCT("distinct", "column");

        private final String word;
        private final @Nullable String behind;

        /** @param behind what has to be said besides; null where the word is all */
        Kind(String word, @Nullable String behind) {
            this.word = word;
            this.behind = behind;
        }

        /** The name that rule files have for it. */
        public String word() {
            return word;
        }

        /** The way to write it: {@code days}, {@code {distinct: column}}. */
        public String form() {
            return behind == null ? word : "{" + word + ": " + behind + "}";
        }
    }

    /** Its kind, by which all that differs between counts is told. */
    Kind kind();

    /** Every column of events that it looks at. */
    List<Field> columns();

    /** Counts every event. */
    record Events() implements Count {
        @Override
        public Kind kind() {
            return Kind.EVENTS;
        }

        @Override
        public List<Field> columns() {
            return List.of();
        }
    }

    /** Calendar days with a match. */
    record Days() implements Count {
        @Override
        public Kind kind() {
            return Kind.DAYS;
        }

        @Override
        public List<Field> columns() {
            return List.of();
        }
    }

    /** Matches that lie no more than the visit gap apart are one visit. */
    record Visits() implements Count {
        @Override
        public Kind kind() {
            return Kind.VISITS;
        }

        @Override
        public List<Field> columns() {
            return List.of();
        }
    }

    /** Different values of a column, compared as text is; blank ones count for nothing. */
    record Distinct(Field column) implements Count {
        @Override
        public Kind kind() {
            return Kind.DISTINCT;
        }

        @Override
        public List<Field> columns() {
            return List.of(column);
        }
    }
}
