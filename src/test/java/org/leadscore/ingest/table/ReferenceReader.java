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
import org.leadscore.ingest.row.Reject;
import org.leadscore.problem.InputException;

/**
 * Reads a table one byte after the other, by the rules for bad rows as the specification puts them: no chunks, no threads, no
 * FastCSV. The first line must be a header without quotes.
 */
final class ReferenceReader {

    private record Cell(int start, String text) {}

    /** The bytes, each as one char. */
    private final String bytes;

    private final String delimiter;
    private final int quoteLimit;
    private final List<String> header;
    private final List<String> rows = new ArrayList<>();
    private final List<Reject> rejects = new ArrayList<>();
    private long count;
    private int position;

    private List<Cell> cells = List.of();
    private int recordEnd;
    private int openedAt;
    private int troubleAt;
    private String trouble;

    ReferenceReader(byte[] bytes, char delimiter, int quoteLimit) {
        this.bytes = new String(bytes, StandardCharsets.ISO_8859_1);
        this.delimiter =
                new String(String.valueOf(delimiter).getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        this.quoteLimit = quoteLimit;
        header = List.of(this.bytes.substring(0, lineEnd(0)).split(Pattern.quote(this.delimiter), -1));
    }

    ReadTable read() {
        position = lineAfter(0);
        while (position < bytes.length()) {
            if (lineEnd(position) == position) {
                position = lineAfter(position);
            } else {
                readRecord();
            }
        }
        return new ReadTable(header, rows, count, rejects);
    }

    private void readRecord() {
        int start = position;
        parseRecord(start);
        if (trouble != null) {
            int end = lineEnd(openedAt);
            int sameLine = troubleAt < end ? troubleAt : openedAt;
            count++;
            reject(start, end, sameLine, trouble);
            position = lineAfter(openedAt);
            return;
        }
        position = lineAfter(recordEnd);
        int undecodable = undecodable(start, recordEnd);
        List<String> texts = cells.stream().map(Cell::text).toList();
        refuseSecondTable(start, texts);
        count++;
        if (undecodable < recordEnd) {
            reject(start, recordEnd, undecodable, "bytes that are not UTF-8");
        } else if (cells.size() != header.size()) {
            int at = cells.size() > header.size() ? cells.get(header.size()).start() : recordEnd;
            String fields = cells.size() == 1 ? " field" : " fields";
            reject(start, recordEnd, at, cells.size() + fields + ", the header has " + header.size());
        } else if (texts.equals(header)) {
            reject(start, recordEnd, start, "the header again");
        } else if (texts.size() > 1 && texts.get(1).equals(ReadTable.REFUSED)) {
            reject(start, recordEnd, cells.get(1).start(), "refused");
        } else {
            keep(start);
        }
    }

    private void keep(int start) {
        StringBuilder row = new StringBuilder().append(line(start));
        for (Cell cell : cells) {
            row.append(' ').append(cell.text()).append('@').append(column(cell.start()));
        }
        rows.add(row.toString());
    }

    private void refuseSecondTable(int start, List<String> texts) {
        Set<String> shared = new HashSet<>(texts);
        shared.retainAll(header);
        if (!texts.equals(header) && shared.contains(header.get(0)) && shared.size() >= 2) {
            throw new InputException(
                    ReadTable.NAME + ":" + line(start) + ":1: a second table begins here, with a header"
                            + " of its own; keep one table in the file, or use skip to pass over lines above the header");
        }
    }

    private void parseRecord(int start) {
        cells = new ArrayList<>();
        trouble = null;
        int at = start;
        while (true) {
            int cell = at;
            if (at < bytes.length() && bytes.charAt(at) == '"') {
                int closing = closing(at);
                if (closing < 0) {
                    fail(cell, cell, "a quote that is never closed");
                    return;
                }
                cells.add(new Cell(cell, utf8(cell + 1, closing).replace("\"\"", "\"")));
                at = closing + 1;
                if (!isLineEnd(at) && !bytes.startsWith(delimiter, at)) {
                    fail(cell, at, "text after a closing quote");
                    return;
                }
            } else {
                while (!isLineEnd(at) && !bytes.startsWith(delimiter, at)) {
                    at++;
                }
                cells.add(new Cell(cell, utf8(cell, at)));
            }
            if (isLineEnd(at)) {
                recordEnd = at;
                return;
            }
            at += delimiter.length();
        }
    }

    private void fail(int opened, int at, String reason) {
        openedAt = opened;
        troubleAt = at;
        trouble = reason;
    }

    private int closing(int opening) {
        int at = opening + 1;
        while (at < bytes.length() && at - opening - 1 <= quoteLimit) {
            if (bytes.charAt(at) == '"') {
                if (!bytes.startsWith("\"\"", at)) {
                    return at;
                }
                at++;
            }
            at++;
        }
        return -1;
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
