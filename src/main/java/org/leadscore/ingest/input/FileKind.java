package org.leadscore.ingest.input;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Tells from its first bytes that a file is something other than a table, and says what to do about it. */
final class FileKind {

    /** The first bytes of a kind of file, as ISO-8859-1, and the advice for it. */
    private record Magic(String start, String advice) {}

    private static final List<Magic> MAGICS = List.of(
            new Magic(
                    "\u00D0\u00CF\u0011\u00E0",
                    "this is an old Excel workbook, or one with a password; save it as .xlsx without one, or export it as CSV"),
            new Magic("%PDF", "this is a PDF file; export the table as CSV"),
            new Magic("PAR1", "this is a Parquet file; export it as CSV"),
            new Magic("SQLite format 3", "this is a database; export the table as CSV"),
            new Magic("BZh9", "this is a bzip2 archive; unpack it, or pack it with gzip"),
            new Magic("\u00FD7zXZ", "this is an xz archive; unpack it, or pack it with gzip"),
            new Magic("(\u00B5/\u00FD", "this is a zstd archive; unpack it, or pack it with gzip"),
            new Magic("7z\u00BC\u00AF", "this is a 7z archive; unpack it"),
            new Magic("Rar!", "this is a RAR archive; unpack it"));

    private static final int TAR_MARK = 257; // the byte at which a tar archive says what it is

    private FileKind() {}

    /** Tells what a file with these first bytes is and what to do about it; empty when it may be a table. */
    static Optional<String> notATable(byte[] head) {
        String start = new String(head, StandardCharsets.ISO_8859_1);
        if (start.startsWith("PK\u0003\u0004")) {
            return Optional.of(zip(start));
        }
        if (start.length() > TAR_MARK && start.startsWith("ustar", TAR_MARK)) {
            return Optional.of("this is a tar archive; unpack it, and pack each table with gzip if you like");
        }
        return MAGICS.stream()
                .filter(magic -> start.startsWith(magic.start()))
                .map(Magic::advice)
                .findFirst()
                .or(() -> notATableText(start));
    }

    private static String zip(String start) {
        if (start.contains("oasis.opendocument")) {
            return "this is an OpenDocument file; export the table as CSV";
        }
        boolean office = List.of("[Content_Types].xml", "_rels/.rels", "docProps/", "xl/").stream()
                .anyMatch(start::contains);
        return office
                ? "this is an Excel workbook, which is read from a file only, not from a pipe or an archive; export it as CSV"
                : "this is a zip archive, which is read from a file only, not from a pipe or another archive; unpack it first";
    }

    private static Optional<String> notATableText(String start) {
        String text = start.replace("\u00EF\u00BB\u00BF", "").strip().toLowerCase(Locale.ROOT);
        if (text.startsWith("<!doctype html") || text.startsWith("<html") || text.startsWith("<head")) {
            return Optional.of("this is a web page, perhaps of a login that ran out; export the table as CSV");
        }
        if (text.startsWith("<?xml") || text.startsWith("<workbook") || text.startsWith("<!doctype")) {
            return Optional.of("this is an XML file; export the table as CSV");
        }
        if (text.startsWith("<table")) {
            return Optional.of("this is an HTML table; export it as CSV");
        }
        return isJson(text) ? Optional.of("this is a JSON file; export the table as CSV") : Optional.empty();
    }

    private static boolean isJson(String text) {
        String inner = text.isEmpty() ? "" : text.substring(1).strip();
        return text.startsWith("{") && (inner.startsWith("\"") || inner.startsWith("}"))
                || text.startsWith("[") && (inner.startsWith("{") || inner.equals("]"));
    }
}
