package org.leadscore.ingest.table;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.leadscore.ingest.row.Oddities;
import org.leadscore.ingest.row.Reject;
import org.leadscore.ingest.scan.RecordLimits;
import org.leadscore.lead.Text;
import org.leadscore.problem.InputException;
import org.leadscore.rules.source.Dialect;

/**
 * Reads a table one byte after the other, by the rules for bad rows as the specification puts them: no chunks, no threads, no
 * FastCSV. The first line must be a header without quotes.
 */
public final class ReferenceReader {

    private static final String MARK = "\u00EF\u00BB\u00BF";
    private static final Pattern GUARDED = Pattern.compile("'([=+@-].*|[ ./-]*[0-9][0-9 ./-]*)", Pattern.DOTALL);
    private static final Pattern FORMULA = Pattern.compile("=\"(([^\"]|\"\")*)\"", Pattern.DOTALL);
    private static final Pattern ROUNDED = Pattern.compile("[0-9]+([.,][0-9]+)?[Ee][+][0-9]{1,3}");
    private static final String NEVER_CLOSED = "a quote that is never closed";
    private static final String MISSING = "; is a quote missing, or one too many?";

    /** A field: the place of its first character, or of its quote, and its text, without its guard. */
    private record Cell(int start, String text, boolean isGuarded) {

        boolean isBeyondAscii() {
            return text.chars().anyMatch(c -> c > 0x7F && c != '\uFEFF');
        }
    }

    /** The bytes, each as one char. */
    private final String bytes;

    private final Dialect dialect;
    private final String delimiter;
    private final RecordLimits limits;
    private final List<String> header;
    private final List<String> rows = new ArrayList<>();
    private final List<Reject> rejects = new ArrayList<>();
    private final Oddities oddities = new Oddities();
    private long count;
    private int position;

    private List<Cell> cells = List.of();
    private int recordEnd;
    private int firstLineEnd;
    private int acrossLines;
    private int longField;
    private List<Integer> loneQuotes = List.of();
    private int firstBlank;
    private boolean hasMark;
    private int markedKey;
    private int troubleAt;
    private String trouble;
    private boolean isWhole;
    private boolean isBehindGap; // true when the line before is blank or a footer
    private boolean isFooter; // true when the record is one

    public ReferenceReader(byte[] bytes, Dialect dialect, RecordLimits limits) {
        this.bytes = new String(bytes, StandardCharsets.ISO_8859_1);
        this.dialect = dialect;
        this.delimiter = new String(
                String.valueOf(dialect.delimiter()).getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        this.limits = limits;
        header = List.of(this.bytes.substring(0, lineEnd(0)).split(Pattern.quote(this.delimiter), -1));
    }

    public ReadTable read() {
        position = lineAfter(0);
        while (position < bytes.length()) {
            if (lineEnd(position) == position) {
                isBehindGap = true;
                position = lineAfter(position);
            } else {
                isFooter = false;
                readRecord();
                isBehindGap = isFooter;
            }
        }
        return new ReadTable(header, rows, count, rejects, ReadTable.texts(oddities));
    }

    private void readRecord() {
        int start = position;
        parseRecord(start, limits.held());
        if (NEVER_CLOSED.equals(trouble)) {
            lookAhead(start);
        }
        if (trouble != null) {
            int end = isWhole ? recordEnd : firstLineEnd;
            boolean isPlaced = troubleAt < firstLineEnd || acrossLines < 0;
            count++;
            reject(
                    start,
                    firstLineEnd,
                    isPlaced ? troubleAt : acrossLines,
                    trouble + (isWhole ? "" : escape(start, firstLineEnd)));
            position = lineAfter(end);
            return;
        }
        position = lineAfter(recordEnd);
        int undecodable = undecodable(start, recordEnd);
        List<String> texts = cells.stream().map(Cell::text).toList();
        refuseSecondTable(start, texts);
        count++;
        if (undecodable < recordEnd) {
            note(Oddities.Kind.UNDECODABLE, "", start, undecodable);
            reject(
                    start,
                    recordEnd,
                    undecodable,
                    "bytes that are not UTF-8; they can be read with encoding: windows-1252");
            return;
        }
        if (cells.stream().anyMatch(Cell::isBeyondAscii)) {
            note(Oddities.Kind.BEYOND_ASCII, "", start, start);
        }
        int surplus = cells.size() - header.size();
        boolean isLonger = surplus > 0 && !isBlank(cells.subList(header.size(), cells.size()));
        boolean isShorter = surplus < 0 && !dialect.padsShortRows() && !isBlank(cells);
        String fields = cells.size() + (cells.size() == 1 ? " field" : " fields") + ", the header has " + header.size();
        if (loneQuotes.size() > 1) {
            reject(
                    start,
                    recordEnd,
                    loneQuotes.get(0),
                    loneQuotes.size() + " fields have a lone quote and are not quoted; put a field with quotes in"
                            + " quotes, and double those in it" + escape(start, recordEnd));
        } else if ((isLonger || isShorter) && isBehindGap) {
            isFooter = true;
            count--;
            note(Oddities.Kind.FOOTER, "", start, start);
        } else if (isLonger) {
            reject(start, recordEnd, cells.get(header.size()).start(), fields + escape(start, recordEnd));
        } else if (isShorter) {
            reject(
                    start,
                    recordEnd,
                    recordEnd,
                    fields + "; short rows are read with ragged: pad" + escape(start, recordEnd));
        } else if (isHeader(texts)) {
            reject(start, recordEnd, start, "the header again");
        } else if (markedKey >= 0) {
            reject(
                    start,
                    recordEnd,
                    markedKey,
                    "a byte order mark within a field; was a file put behind another one without a line end?");
        } else {
            take(start, surplus);
        }
    }

    private void take(int start, int surplus) {
        if (surplus > 0) {
            note(Oddities.Kind.EMPTY_AT_END, "", start, cells.get(header.size()).start());
        }
        if (surplus < 0 && !isBlank(cells)) {
            note(Oddities.Kind.SHORT, "", start, recordEnd);
        }
        if (firstBlank >= 0) {
            note(Oddities.Kind.BLANKS_AROUND_QUOTES, "", start, firstBlank);
        }
        if (hasMark) {
            note(Oddities.Kind.BYTE_ORDER_MARK, "", start, start);
        }
        while (cells.size() > header.size()) {
            cells.remove(header.size());
        }
        for (int i = 0; i < cells.size(); i++) {
            if (cells.get(i).isGuarded()) {
                note(Oddities.Kind.GUARD, header.get(i), start, cells.get(i).start());
            }
        }
        while (cells.size() < header.size()) {
            cells.add(new Cell(recordEnd, "", false));
        }
        if (header.size() > 1 && ROUNDED.matcher(cells.get(0).text()).matches()) {
            note(Oddities.Kind.ROUNDED_ID, header.get(0), start, cells.get(0).start());
        }
        if (cells.size() > 1 && cells.get(1).text().equals(ReadTable.REFUSED)) {
            reject(start, recordEnd, cells.get(1).start(), "refused");
        } else {
            keep(start);
        }
    }

    private void note(Oddities.Kind kind, String column, int start, int place) {
        oddities.add(kind, column, 1, ReadTable.NAME + ":" + line(start) + ":" + column(place));
    }

    private void keep(int start) {
        StringBuilder row = new StringBuilder().append(line(start));
        for (Cell cell : cells) {
            row.append(' ').append(cell.text()).append('@').append(column(cell.start()));
        }
        rows.add(row.toString());
    }

    private void refuseSecondTable(int start, List<String> texts) {
        Set<String> shared = new HashSet<>(stripped(texts));
        shared.retainAll(header);
        if (!isHeader(texts) && hasKey(texts) && shared.size() >= 2) {
            throw new InputException(
                    ReadTable.NAME + ":" + line(start) + ":1: a second table begins here, with a header"
                            + " of its own; keep one table in the file, or use skip to pass over lines above the header");
        }
    }

    /** True for the header's names, the first of them written as in the header and the others with any blanks around. */
    private boolean isHeader(List<String> texts) {
        return hasKey(texts) && stripped(texts).equals(header);
    }

    private boolean hasKey(List<String> texts) {
        return texts.stream().anyMatch(text -> withoutMark(text).equals(header.get(0)));
    }

    private static List<String> stripped(List<String> texts) {
        return texts.stream().map(text -> Text.strip(withoutMark(text))).toList();
    }

    private static String withoutMark(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    /** Takes a record that is too long to be read for a reject as a whole, if it is sound. */
    private void lookAhead(int start) {
        int opening = troubleAt;
        parseRecord(start, bytes.length());
        if ((trouble == null || isWhole) && recordEnd - start <= limits.record()) {
            fail(
                    acrossLines,
                    "a record of more than " + size(limits.held()) + "; no longer one of several lines is read");
            isWhole = true;
        } else {
            parseRecord(start, limits.held());
            fail(opening, NEVER_CLOSED);
        }
    }

    private void parseRecord(int start, int held) {
        cells = new ArrayList<>();
        loneQuotes = new ArrayList<>();
        trouble = null;
        isWhole = false;
        firstLineEnd = lineEnd(start);
        acrossLines = -1;
        longField = -1;
        markedKey = -1;
        firstBlank = -1;
        hasMark = false;
        boolean isOver = false;
        int at = start;
        while (true) {
            int field = at;
            int marks = at == start && bytes.startsWith(MARK, at) ? MARK.length() : 0;
            int opening = behindBlanks(at + marks);
            boolean isQuoted = opening < bytes.length() && bytes.charAt(opening) == '"';
            int closing = isQuoted ? closing(opening, start + held) : -1;
            boolean hasBlanksBefore = isQuoted && opening > at && isBlank(bytes.charAt(opening - 1));
            if (hasBlanksBefore && closing >= 0 && closing < lineEnd(opening)) {
                int behind = behindBlanks(closing + 1);
                isQuoted = isLineEnd(behind) || bytes.startsWith(delimiter, behind);
            }
            if (isQuoted) {
                if (closing < 0) {
                    acrossLines = acrossLines < 0 ? opening : acrossLines;
                    fail(opening, NEVER_CLOSED);
                    return;
                }
                if (lineEnd(opening) < closing && acrossLines < 0) {
                    acrossLines = opening;
                }
                longField = longField < 0 && closing - opening - 1 > limits.field() ? opening : longField;
                at = behindBlanks(closing + 1);
                boolean blankBefore = opening > field + marks;
                if (firstBlank < 0 && (blankBefore || at > closing + 1)) {
                    firstBlank = blankBefore ? field + marks : closing + 1;
                }
                hasMark |= marks > 0;
                if (!isLineEnd(at) && !bytes.startsWith(delimiter, at)) {
                    fail(closing + 1, "text after a closing quote");
                    return;
                }
                cells.add(cell(opening, opening + 1, unescaped(opening + 1, closing), closing));
            } else {
                while (!isLineEnd(at) && !bytes.startsWith(delimiter, at)) {
                    at++;
                }
                String raw = bytes.substring(field, at);
                if (raw.chars().filter(c -> c == '"').count() % 2 == 1) {
                    loneQuotes.add(field + raw.indexOf('"'));
                }
                cells.add(cell(field, field, utf8(field, at), at));
            }
            isOver |= cells.size() > header.size() && !isBlankAt(field, at);
            if (isOver && acrossLines >= 0) {
                fail(
                        acrossLines,
                        "more than the header's " + counted(header.size(), "field") + ", in "
                                + counted(lines(start, at), "line") + MISSING);
                return;
            }
            if (isLineEnd(at)) {
                recordEnd = at;
                judge(start);
                return;
            }
            at += delimiter.length();
        }
    }

    private static boolean isBlank(List<Cell> cells) {
        return cells.stream().allMatch(cell -> cell.text().isBlank());
    }

    /** True when a field is blank and on one line, in quotes or not. */
    private boolean isBlankAt(int from, int to) {
        return bytes.substring(from, to).matches("[ \t]*(\"[ \t]*\"[ \t]*)?");
    }

    private void judge(int start) {
        if (acrossLines >= 0 && cells.size() < header.size() && !dialect.padsShortRows()) {
            fail(
                    acrossLines,
                    counted(cells.size(), "field") + " in " + counted(lines(start, recordEnd), "line")
                            + ", the header has " + header.size() + MISSING
                            + " Short rows are read with ragged: pad");
        } else if (acrossLines >= 0 && !loneQuotes.isEmpty()) {
            fail(acrossLines, "a quoted field of several lines, and a lone quote in another field" + MISSING);
        } else if (longField >= 0) {
            isWhole = true;
            fail(longField, "a quoted field of more than " + size(limits.field()) + "; no longer one is read");
        }
    }

    private String escape(int from, int to) {
        return !dialect.escapesByBackslash() && bytes.substring(from, to).contains("\\\"")
                ? "; if a backslash makes a quote text here, write escape: backslash"
                : "";
    }

    private static String size(int limit) {
        return limit >= 1 << 20 ? (limit >> 20) + " MiB" : counted(limit, "byte");
    }

    private int lines(int from, int to) {
        int lines = 1;
        for (int end = lineEnd(from); end < to; end = lineEnd(lineAfter(end))) {
            lines++;
        }
        return lines;
    }

    private static String counted(int count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }

    /** Makes a cell: takes off a mark at a row's start, finds one elsewhere in the key, and takes off a guard. */
    private Cell cell(int place, int from, String raw, int to) {
        String text = raw;
        boolean isFirst = cells.isEmpty();
        if (isFirst && text.startsWith("\uFEFF")) {
            hasMark = true;
            text = text.substring(1);
        }
        int mark = bytes.indexOf(MARK, isFirst && bytes.startsWith(MARK, from) ? from + 1 : from);
        if (isFirst && header.size() > 1 && mark >= 0 && mark < to && markedKey < 0) {
            markedKey = place;
        }
        if (dialect.takesGuardsOff() && GUARDED.matcher(text).matches()) {
            return new Cell(place, text.substring(1), true);
        }
        if (dialect.takesGuardsOff() && FORMULA.matcher(text).matches()) {
            return new Cell(place, text.substring(2, text.length() - 1).replace("\"\"", "\""), true);
        }
        return new Cell(place, text, false);
    }

    private void fail(int at, String reason) {
        troubleAt = at;
        trouble = reason;
    }

    private int behindBlanks(int from) {
        int at = from;
        while (at < bytes.length() && isBlank(bytes.charAt(at))) {
            at++;
        }
        return at;
    }

    private boolean isBlank(char c) {
        return (c == ' ' || c == '\t') && c != dialect.delimiter();
    }

    /** The place of the closing quote; -1 when there is none on the line nor before the limit of the record. */
    private int closing(int opening, int bound) {
        int end = lineEnd(opening);
        for (int at = opening + 1; at < bytes.length() && (at < end || at < bound); at++) {
            boolean isEscape = dialect.escapesByBackslash()
                    && bytes.charAt(at) == '\\'
                    && (bytes.startsWith("\"", at + 1) || bytes.startsWith("\\", at + 1));
            if (isEscape) {
                at++;
            } else if (bytes.charAt(at) == '"') {
                if (!bytes.startsWith("\"", at + 1)) {
                    return at;
                }
                at++;
            }
        }
        return -1;
    }

    private String unescaped(int from, int to) {
        StringBuilder text = new StringBuilder();
        for (int at = from; at < to; at++) {
            char c = bytes.charAt(at);
            boolean isEscape = dialect.escapesByBackslash()
                    && c == '\\'
                    && at + 1 < to
                    && "\"\\".indexOf(bytes.charAt(at + 1)) >= 0;
            at += isEscape || c == '"' ? 1 : 0;
            text.append(bytes.charAt(at));
        }
        return new String(text.toString().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    private void reject(int start, int end, int at, String reason) {
        rejects.add(new Reject(ReadTable.NAME, line(start), column(at), reason, utf8(start, end)));
    }

    /** True at a line end, and at the end of the file. */
    private boolean isLineEnd(int at) {
        return at == bytes.length() || bytes.charAt(at) == '\n' || bytes.charAt(at) == '\r';
    }

    private int lineEnd(int from) {
        int at = from;
        while (!isLineEnd(at)) {
            at++;
        }
        return at;
    }

    private int lineAfter(int from) {
        int end = lineEnd(from);
        return bytes.startsWith("\r\n", end) ? end + 2 : Math.min(end + 1, bytes.length());
    }

    private int line(int at) {
        int line = 1;
        for (int start = lineAfter(0); start <= at && start > 0 && line <= bytes.length(); start = lineAfter(start)) {
            line++;
            if (start == bytes.length()) {
                break;
            }
        }
        return line;
    }

    private int column(int at) {
        int start = at;
        while (start > 0 && !isLineEnd(start - 1)) {
            start--;
        }
        String before = utf8(start, at);
        return before.codePointCount(0, before.length()) + 1;
    }

    private String utf8(int from, int to) {
        return new String(raw(from, to), StandardCharsets.UTF_8);
    }

    private int undecodable(int from, int to) {
        ByteBuffer record = ByteBuffer.wrap(raw(from, to));
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        decoder.decode(record, CharBuffer.allocate(to - from), true);
        return from + record.position();
    }

    private byte[] raw(int from, int to) {
        return bytes.substring(from, to).getBytes(StandardCharsets.ISO_8859_1);
    }
}
