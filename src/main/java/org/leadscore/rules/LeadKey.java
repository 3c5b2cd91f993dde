package org.leadscore.rules;

/** What identifies the lead of a row. */
public sealed interface LeadKey {

    /**
     * The id stands in columns.
     *
     * @param exact whether the case of the id counts; white space around it never does
     */
    record Named(Columns columns, boolean exact) implements LeadKey {}

    /** The number of the row, from 1; only for contact lists and their outcomes. */
    record RowNumber() implements LeadKey {}
}
