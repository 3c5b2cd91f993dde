package org.leadscore.rules.source;

import java.util.List;
import java.util.function.Function;
import org.leadscore.problem.Location;
import org.leadscore.rules.condition.Field;

/** The value that identifies the lead of a row. */
public sealed interface LeadKey {

    /** The columns that the id stands in; none when it stands in no column. */
    List<Field> fields();

    /** True when the case of the id counts; white space around it never does. */
    boolean exact();

    /** Answers by the function that is for this form. */
    <R> R choose(Function<Named, R> named, Function<RowNumber, R> rowNumber);

    /**
     * The id stands in columns.
     *
     * @param isCaseSaid whether the rule file itself says that case counts, or that it does not
     * @param takesFirst true when the id is the value of the first column that is filled; otherwise those of all are joined
     */
    record Named(Columns columns, boolean exact, boolean isCaseSaid, boolean takesFirst) implements LeadKey {

        /** The id is the values of all columns, joined. */
        public Named(Columns columns, boolean exact, boolean isCaseSaid) {
            this(columns, exact, isCaseSaid, false);
        }

        /** The column {@code email}, for a source of which the rule file names none. */
        public static Named usual(Location at, boolean exact) {
            return new Named(Columns.of(Field.column("email", at)), exact, false);
        }

        @Override
        public List<Field> fields() {
            return columns.fields();
        }

        @Override
        public <R> R choose(Function<Named, R> named, Function<RowNumber, R> rowNumber) {
            return named.apply(this);
        }
    }

    /** The number of the row, from 1; only for contact lists and their outcomes. */
    record RowNumber() implements LeadKey {
        @Override
        public List<Field> fields() {
            return List.of();
        }

        @Override
        public boolean exact() {
            return false;
        }

        @Override
        public <R> R choose(Function<Named, R> named, Function<RowNumber, R> rowNumber) {
            return rowNumber.apply(this);
        }
    }
}
