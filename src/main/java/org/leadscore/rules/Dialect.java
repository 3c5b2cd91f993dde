package org.leadscore.rules;

import java.nio.charset.Charset;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.leadscore.lead.TimeFormat;
import org.leadscore.lead.ZoneDays;

/**
 * How a source's tables are written.
 *
 * @param encoding null: told from a byte order mark, and UTF-8 without one
 * @param delimiter null: told from the header
 * @param skip physical lines above the header
 * @param decimal the decimal point, {@code '.'} or {@code ','}
 * @param dates by column name, the formats of columns that hold dates or times
 * @param otherDates the format of all other columns
 */
public record Dialect(
        @Nullable Charset encoding,
        @Nullable Character delimiter,
        int skip,
        char decimal,
        Map<String, TimeFormat> dates,
        TimeFormat otherDates) {

    /** What it is where the rule file does not say. */
    static Dialect usual(ZoneDays zone) {
        return new Dialect(null, null, 0, '.', Map.of(), TimeFormat.iso(zone));
    }

    public Dialect {
        dates = Map.copyOf(dates);
    }

    public Reading reading(String column, long asOf) {
        return new Reading(decimal, times(column), asOf);
    }

    /** How a column's dates and times are written. */
    TimeFormat times(String column) {
        return dates.getOrDefault(column, otherDates);
    }
}
