package org.leadscore.rules.source;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.leadscore.lead.NumberFormat;
import org.leadscore.lead.Text;
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
 * @param lookups the tables that give further columns, whose values are written as these tables say
 * @param layout the header, and the signs of tables that are no ordinary CSV
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
        List<LookupSource> lookups,
        Layout layout,
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
                List.of(),
                Layout.USUAL,
                null);
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
        lookups = List.copyOf(lookups);
    }

    /** The same dialect, of a source with lookups. */
    public Dialect withLookups(List<LookupSource> others) {
        return with(cells, others, layout, leaveOut);
    }

    /** The same dialect, with more columns made. */
    public Dialect alsoMaking(List<MadeColumn> more) {
        return with(cells.alsoMaking(more), lookups, layout, leaveOut);
    }

    /** The same dialect with another layout. */
    public Dialect with(Layout other) {
        return with(cells, lookups, other, leaveOut);
    }

    /** The same dialect, in which these rows do not count; null where all do. */
    public Dialect leavingOut(@Nullable LeaveOut rows) {
        return with(cells, lookups, layout, rows);
    }

    private Dialect with(
            CellRules otherCells, List<LookupSource> otherLookups, Layout otherLayout, @Nullable LeaveOut otherRows) {
        return new Dialect(
                encoding,
                delimiter,
                skip,
                padsShortRows,
                escapesByBackslash,
                takesGuardsOff,
                isGrowing,
                otherCells,
                dates,
                otherDates,
                otherLookups,
                otherLayout,
                otherRows);
    }

    /** The lookup that has a column of that name; null when none has. */
    private @Nullable LookupSource lookup(String column) {
        for (LookupSource one : lookups) {
            if (one.has(column)) {
                return one;
            }
        }
        return null;
    }

    /**
     * The dialect in which the sheets of workbooks are read, whatever the rule file says of CSV: what it says of cells, of times
     * and of lines to skip holds for them too. A row of a sheet has no cells behind its last one.
     */
    public Dialect ofSheets() {
        return new Dialect(
                StandardCharsets.UTF_8,
                ',',
                skip,
                true,
                false,
                takesGuardsOff,
                false,
                cells,
                dates,
                otherDates,
                lookups,
                layout.ofSheets(),
                leaveOut);
    }

    /**
     * The way in which a column's values are read as numbers and times.
     *
     * @param asOf the moment of scoring, in milliseconds since 1970 UTC
     */
    public Reading reading(String column, long asOf) {
        return new Reading(numbers(column), times(column), asOf, split(column));
    }

    /**
     * The same dialect of tables whose header is known by these columns, wherever it stands.
     *
     * @param columns also some that are made, for which those count that they are made of
     */
    public Dialect knownBy(List<Field> columns) {
        List<String> known = columns.stream()
                .filter(column -> lookup(column.name()) == null)
                .map(column -> cells.origin(column.name()))
                .filter(name -> !Text.isBlank(name))
                .distinct()
                .toList();
        return with(layout.knownBy(known));
    }

    /** The decimal point of the columns that say nothing of it. */
    public char decimal() {
        return cells.otherNumbers().decimal();
    }

    /** The form of a column's numbers. */
    public NumberFormat numbers(String column) {
        LookupSource lookup = lookup(column);
        return lookup == null ? cells.numbers(column) : lookup.dialect().numbers(lookup.inFile(column));
    }

    /** The text between several values in a cell of the column; null where a cell has one value. */
    public @Nullable String split(String column) {
        LookupSource lookup = lookup(column);
        return lookup == null ? cells.split(column) : lookup.dialect().split(lookup.inFile(column));
    }

    /** The format of a column's dates and times. */
    public TimeFormat times(String column) {
        LookupSource lookup = lookup(column);
        if (lookup != null) {
            return lookup.dialect().times(lookup.inFile(column));
        }
        return dates.getOrDefault(column, otherDates);
    }
}
