package org.leadscore.engine.files;

import java.util.List;
import org.leadscore.ingest.row.Row;
import org.leadscore.ingest.table.Table;
import org.leadscore.lead.Text;
import org.leadscore.rules.condition.Field;
import org.leadscore.rules.source.Columns;
import org.leadscore.rules.source.LeadKey;

/** Finds the columns of a source in one of its tables. */
public final class ColumnBinding {

    private ColumnBinding() {}

    /** The table's column of each field, from 0; −1 where the table has none. */
    public static int[] of(List<Field> fields, Table table) {
        return fields.stream().mapToInt(field -> table.indexOf(field.name())).toArray();
    }

    /** The table's column of each of these columns, from 0; −1 where the table has none. */
    public static int[] of(Columns columns, Table table) {
        return of(columns.fields(), table);
    }

    /** The id that a key has in a row, stripped: of its columns the first that is filled, or all joined. */
    public static String id(Row row, LeadKey.Named key, int[] columns) {
        if (!key.takesFirst()) {
            return joined(row, columns);
        }
        for (int column : columns) {
            String id = Text.strip(row.text(column));
            if (!id.isEmpty()) {
                return id;
            }
        }
        return "";
    }

    /** Joins the values of the columns, stripped, by a blank; blank values are left out. */
    public static String joined(Row row, int[] columns) {
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
