package org.leadscore.rules.source;

import java.util.List;
import org.leadscore.rules.condition.Field;
import org.leadscore.rules.condition.NamedList;
import org.leadscore.rules.made.Several;

/**
 * A list of values in a column of a file.
 *
 * @param list its name and values, which whoever opens the sources reads
 */
public record ListSource(SourceFiles files, Dialect dialect, Field column, NamedList list) {

    /** The name that conditions have for it. */
    public String name() {
        return list.name();
    }

    /** The values of a cell of the column. */
    public List<String> values(String cell) {
        return Several.values(cell, dialect.split(column.name()));
    }
}
