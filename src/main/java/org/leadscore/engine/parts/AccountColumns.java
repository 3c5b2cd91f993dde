package org.leadscore.engine.parts;

import java.util.List;
import org.leadscore.rules.condition.Field;
import org.leadscore.rules.next.Accounts;

/**
 * The places of the columns that accounts need, among the columns that are kept of contacts.
 *
 * @param by the index of the column that accounts are told by; {@link #ID} where that is the lead's id
 * @param carried the indexes of the columns that accounts carry over
 */
record AccountColumns(int by, List<Integer> carried) {

    /** The index that stands for the lead's id. */
    static final int ID = -1;

    static AccountColumns of(Accounts accounts, List<Field> kept) {
        Field by = accounts.by().field();
        return new AccountColumns(
                by == null ? ID : indexOf(by, kept),
                accounts.columns().stream().map(column -> indexOf(column, kept)).toList());
    }

    private static int indexOf(Field column, List<Field> columns) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).sameAs(column)) {
                return i;
            }
        }
        throw new IllegalStateException("'" + column.name() + "' is not kept");
    }
}
