package org.leadscore.ingest.row;

import java.nio.charset.StandardCharsets;
import org.leadscore.ingest.scan.RecordForm;

/**
 * The rules by which a table's records become rows or rejects. Made by {@code Table}, taken by {@link RowParser} and
 * {@link PlainRows}.
 *
 * @param headerLike knows the rows that are headers
 * @param encoding the name of the file's encoding
 * @param assumesUtf8 true when the encoding is UTF-8 because nothing says which it is
 * @param takesGuardsOff true when apostrophes that guard against formulas are taken off
 * @param leavesOut true when rows are left out, also such as have too few fields
 */
public record RowRules(
        RecordForm form,
        HeaderLike headerLike,
        String encoding,
        boolean assumesUtf8,
        boolean takesGuardsOff,
        boolean leavesOut) {

    /** The encoding to try for files that are not UTF-8, the usual one of Windows. */
    public static final String OTHER_ENCODING = "windows-1252";

    /** The reason for rejecting a row whose bytes cannot be decoded. */
    String undecodable() {
        return "bytes that are not " + encoding
                + (assumesUtf8 ? "; they can be read with encoding: " + OTHER_ENCODING : "");
    }

    /** True when bytes from 80 to 9F are characters that no text has. */
    boolean isLatin1() {
        return encoding.equals(StandardCharsets.ISO_8859_1.name());
    }

    /** True for a column without which no row can be read, such as that of the id. */
    boolean isKey(int column) {
        return column < headerLike.names().size()
                && headerLike.expected().contains(headerLike.names().get(column));
    }
}
