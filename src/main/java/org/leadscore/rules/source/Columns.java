package org.leadscore.rules.source;

import java.util.List;
import org.leadscore.rules.condition.Field;

/** Columns whose values, stripped, joined by a blank, make one value. At least one. */
public record Columns(List<Field> fields) {

    /** One column alone. */
    public static Columns of(Field column) {
        return new Columns(List.of(column));
    }

    public Columns {
        fields = List.copyOf(fields);
        if (fields.isEmpty()) {
            throw new IllegalArgumentException("no columns");
        }
    }
}
