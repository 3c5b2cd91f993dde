package org.leadscore.rules.source;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.leadscore.lead.NumberFormat;
import org.leadscore.lead.TimeFormat;
import org.leadscore.lead.ZoneDays;
import org.leadscore.rules.condition.Field;
import org.leadscore.rules.condition.Reading;
import org.leadscore.rules.made.CellRules;
import org.leadscore.rules.made.MadeColumn;

/**
 * The form in which a source's tables are written.
 *
 * @param encoding the charset; null when it is told from a byte order mark, and UTF-8 without one
 * @param delimiter the character between fields; null when it is told from the header
 * @param padsShortRows true when a row may have fewer fields than the header; the others are empty
 * @param escapesByBackslash true when a quote behind a backslash is text within a quoted field
 * @param takesGuardsOff true when the apostrophe is taken off by which a text was guarded against being a formula
 * @param isGrowing true when others may add to the files while they are read
 * @param cells the columns that are made, and what the values of cells mean
 * @param leaveOut the rows that do not count; null where all do
 */
public record Dialect(
        @Nullable Charset encoding,
        @Nullable Character delimiter,
        int skip,
        boolean padsShortRows,
        boolean escapesByBackslash,
        boolean takesGuardsOff,
        boolean isGrowing,
        CellRules cells,
        Map<String, TimeFormat> dates,
        TimeFormat otherDates,
        @Nullable LeaveOut leaveOut) {

    /** A dialect of whole files whose rows are as long as the header, with doubled quotes, and without guards against formulas. */
    public Dialect(
            @Nullable Charset encoding,
            @Nullable Character delimiter,
            int skip,
            char decimal,
            Map<String, TimeFormat> dates,
            TimeFormat otherDates) {
        this(
                encoding,
                delimiter,
                skip,
                false,
                false,
                true,
                false,
                CellRules.ofNumbers(new NumberFormat(decimal, NumberFormat.NONE)),
                dates,
                otherDates,
                null);
    }

    /** The same, in which these rows do not count; null where all do. */
    public Dialect leavingOut(@Nullable LeaveOut rows) {
        return new Dialect(
                encoding,
                delimiter,
                skip,
                padsShortRows,
                escapesByBackslash,
                takesGuardsOff,
                isGrowing,
                cells,
                dates,
                otherDates,
                rows);
    }

    /** The same, with one more column made. */
    public Dialect making(MadeColumn column) {
        List<MadeColumn> made = new ArrayList<>(cells.made());
        made.add(column);
        return new Dialect(
                encoding,
                delimiter,
                skip,
                padsShortRows,
                escapesByBackslash,
                takesGuardsOff,
                isGrowing,
                cells.making(made),
                dates,
                otherDates,
                leaveOut);
    }

    /** The columns by which rows are left out. */
    public List<Field> leaveOutColumns() {
        return leaveOut == null ? List.of() : leaveOut.columns();
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
        return new Reading(cells.numbers(column), times(column), asOf, cells.split(column));
    }

    /** The decimal point of the columns that say nothing of it. */
    public char decimal() {
        return cells.otherNumbers().decimal();
    }

    /** The form of a column's numbers. */
    public NumberFormat numbers(String column) {
        return cells.numbers(column);
    }

    /** The format of a column's dates and times. */
    public TimeFormat times(String column) {
        return dates.getOrDefault(column, otherDates);
    }
}
