package org.leadscore.rules.source;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The layout of a source's tables, as far as it may be another one than that of ordinary CSV with one header at the top. Made
 * by the reader of the rule file as a part of the {@link Dialect}, taken by {@code Table}.
 *
 * @param header the names of the columns of files without a header; empty where the files have one
 * @param delimiter the text between fields where it is no single character; empty where a line is one field; null where the
 *     dialect's character counts
 * @param quote the sign around fields; empty where there is none
 * @param escape the sign that makes the sign behind it text; empty where a quote is text unless a field ends behind it; null
 *     where a quote in a field is doubled
 * @param section the title of the one table that is read of several in a file; null where a file is one table
 * @param known the columns by which the header is known below other lines; empty where it is the first line
 */
public record Layout(
        List<String> header,
        @Nullable String delimiter,
        String quote,
        @Nullable String escape,
        @Nullable String section,
        List<String> known) {

    /** The sign around the fields of ordinary CSV. */
    public static final String QUOTE = "\"";

    /** The escape that ordinary tables may have. */
    public static final String BACKSLASH = "\\";

    /** The layout of ordinary CSV. */
    public static final Layout USUAL = new Layout(List.of(), null, QUOTE, null, null, List.of());

    public Layout {
        header = List.copyOf(header);
        known = List.copyOf(known);
    }

    /** True when the records are not those of ordinary CSV, or not all of them are read. */
    public boolean isForeign() {
        boolean isUsualEscape = escape == null || escape.equals(BACKSLASH);
        return delimiter != null || section != null || !quote.equals(QUOTE) || !isUsualEscape;
    }

    /** The same layout of the sheets of workbooks, whose cells need no signs around or between them. */
    Layout ofSheets() {
        return new Layout(header, null, QUOTE, null, section, known);
    }

    /** The same layout with a header that is known by these columns. */
    Layout knownBy(List<String> columns) {
        return new Layout(header, delimiter, quote, escape, section, columns);
    }
}
