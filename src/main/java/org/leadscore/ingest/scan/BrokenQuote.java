package org.leadscore.ingest.scan;

/**
 * A record that a quoted field spoils, as offsets in the bytes that were looked through. Found by {@link QuoteScan}, made a
 * reject by {@code ChunkReader}. It gives up its first line, and reading goes on behind it; only a record that is sound but
 * for its length is rejected whole, in several pieces if it goes on in bytes further down.
 *
 * @param start of the record
 * @param end of its first line, without its line end
 * @param next the start of the next line, where reading resumes
 * @param at the place of the trouble, between start and end
 * @param seen behind the last byte that had to be looked at to tell
 * @param reason blank for a further piece of a record that was rejected before
 */
public record BrokenQuote(int start, int end, int next, int at, int seen, String reason) {

    public static final String NEVER_CLOSED = "a quote that is never closed";
    public static final String TEXT_AFTER = "text after a closing quote";
    /** The advice for lines with a quote behind a backslash, where that means nothing. */
    public static final String ESCAPE = "; if a backslash makes a quote text here, write escape: backslash";

    public static final String LONE_QUOTE =
            "a quoted field of several lines, and a lone quote in another field; is a quote missing, or one too many?";

    /** A piece of a long record that is rejected as a whole, further down than its start. */
    static BrokenQuote rest(int start, int end) {
        return new BrokenQuote(start, end, end, start, end, "");
    }

    /** True for a further piece of a record that was rejected before. */
    public boolean isRest() {
        return reason.isEmpty();
    }

    static String tooLongRecord(int limit) {
        return "a record of more than " + size(limit) + "; no longer one of several lines is read";
    }

    static String tooLong(int limit) {
        return "a quoted field of more than " + size(limit) + "; no longer one is read";
    }

    /** The reason for a record of several lines with more fields than the header. */
    public static String tooMany(int columns, int lines) {
        return "more than the header's " + counted(columns, "field") + ", in " + counted(lines, "line")
                + "; is a quote missing, or one too many?";
    }

    /** The reason for a record of several lines with fewer fields than the header. */
    public static String tooFew(int fields, int columns, int lines) {
        return counted(fields, "field") + " in " + counted(lines, "line") + ", the header has " + columns
                + "; is a quote missing, or one too many? Short rows are read with ragged: pad";
    }

    private static String size(int bytes) {
        return bytes >= 1 << 20 ? (bytes >> 20) + " MiB" : counted(bytes, "byte");
    }

    private static String counted(int count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }
}
