package org.leadscore.engine.held;

import java.util.List;

/**
 * A row of a source that is about a lead, whether or not it counts for the score. Made by {@link HeldReader}.
 *
 * @param lead the id in the row, as written
 * @param source the name of the source, such as {@code contacts} or that of the log
 * @param file as messages name it
 * @param line of the file in which the row begins, from 1
 * @param columns the names of the columns
 * @param values of the columns, as written
 * @param time of the event or outcome, in milliseconds since 1970 UTC; {@link org.leadscore.lead.TimeFormat#NONE} where there is
 *     none, or it cannot be read
 */
public record HeldRow(
        String lead, String source, String file, long line, List<String> columns, List<String> values, long time) {

    public HeldRow {
        columns = List.copyOf(columns);
        values = List.copyOf(values);
    }
}
