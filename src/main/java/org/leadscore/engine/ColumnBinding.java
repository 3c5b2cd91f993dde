package org.leadscore.engine;

import java.util.List;
import org.leadscore.ingest.Row;
import org.leadscore.ingest.Table;
import org.leadscore.lead.Text;
import org.leadscore.rules.Columns;
import org.leadscore.rules.Field;

/** Columns of a source, found in one of its tables. */
final class ColumnBinding {

    private ColumnBinding() {}

    /** By field, the table's column, or −1. */
    static int[] of(List<Field> fields, Table table) {
        return fields.stream().mapToInt(field -> table.indexOf(field.name())).toArray();
    }

    static int[] of(Columns columns, Table table) {
        return of(columns.fields(), table);
    }

    /** The values, stripped, joined by a blank where they are several; blank ones leave no trace. */
    static String joined(Row row, int[] columns) {
        if (columns.length == 1) {
            return columns[0] < 0 ? "" : Text.strip(row.text(columns[0]));
        }
        StringBuilder joined = new StringBuilder();
        for (int column : columns) {
            String part = column < 0 ? "" : Text.strip(row.text(column));
            if (!part.isEmpty()) {
                joined.append(joined.isEmpty() ? "" : " ").append(part);
            }
        }
        return joined.toString();
    }
}
