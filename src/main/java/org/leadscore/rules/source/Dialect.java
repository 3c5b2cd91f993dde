package org.leadscore.rules.source;

import java.nio.charset.Charset;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.leadscore.lead.TimeFormat;
import org.leadscore.lead.ZoneDays;
import org.leadscore.rules.condition.Reading;

/**
 * The form in which a source's tables are written.
 *
 * @param encoding the charset; null when it is told from a byte order mark, and UTF-8 without one
 * @param delimiter the character between fields; null when it is told from the header
 * @param padsShortRows true when a row may have fewer fields than the header; the others are empty
 * @param escapesByBackslash true when a quote behind a backslash is text within a quoted field
 * @param takesGuardsOff true when the apostrophe is taken off by which a text was guarded against being a formula
 * @param isGrowing true when others may add to the files while they are read
 */
public record Dialect(
        @Nullable Charset encoding,
        @Nullable Character delimiter,
        int skip,
        boolean padsShortRows,
        boolean escapesByBackslash,
        boolean takesGuardsOff,
        boolean isGrowing,
        char decimal,
        Map<String, TimeFormat> dates,
        TimeFormat otherDates) {

    /** A dialect of whole files whose rows are as long as the header, with doubled quotes, and without guards against formulas. */
    public Dialect(
            @Nullable Charset encoding,
            @Nullable Character delimiter,
            int skip,
            char decimal,
            Map<String, TimeFormat> dates,
            TimeFormat otherDates) {
        this(encoding, delimiter, skip, false, false, true, false, decimal, dates, otherDates);
    }

    /** The dialect of a source of which the rule file gives none. */
    static Dialect usual(ZoneDays zone) {
        return new Dialect(null, null, 0, '.', Map.of(), TimeFormat.iso(zone));
    }

    public Dialect {
        dates = Map.copyOf(dates);
    }

    /**
     * The way in which a column's values are read as numbers and times.
     *
     * @param asOf the moment of scoring, in milliseconds since 1970 UTC
     */
    public Reading reading(String column, long asOf) {
        return new Reading(decimal, times(column), asOf);
    }

    /** The format of a column's dates and times. */
    public TimeFormat times(String column) {
        return dates.getOrDefault(column, otherDates);
    }
}
