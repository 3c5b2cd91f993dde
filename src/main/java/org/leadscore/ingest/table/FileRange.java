package org.leadscore.ingest.table;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.leadscore.ingest.input.Input;
import org.leadscore.ingest.input.LimitedStream;
import org.leadscore.ingest.input.OffsetFile;
import org.leadscore.ingest.scan.Lines;

/**
 * A range of a plain file that begins with a row and ends behind one, so that ranges can be read apart from each other.
 *
 * @param start offset in bytes from the beginning of the file
 * @param end offset behind the last byte
 * @param linesBefore how many lines of the file stand before it
 */
public record FileRange(long start, long end, long linesBefore) implements Serializable {

    /** Number of bytes within which a blank line counts as near. */
    private static final int NEAR = 1 << 16;

    /** A range of a file's bytes in which rows are looked for, {@code from} included, {@code to} not. */
    public record Range(long from, long to) implements Serializable {}

    /**
     * Divides a file's rows into stretches of so many bytes. A {@link Stretch} is made of each, and {@link #of} cuts ranges by
     * them; the bytes behind the last stretch belong to the last range and need not be looked at.
     *
     * @param begin the byte of the file at which the first row begins
     * @param size of the file, in bytes
     * @param bytes of a range
     */
    public static List<Range> ranges(long begin, long size, long bytes) {
        List<Range> ranges = new ArrayList<>();
        for (long from = begin; from + bytes < size; from += bytes) {
            ranges.add(new Range(from, from + bytes));
        }
        return ranges;
    }

    /**
     * Cuts a file into ranges, each of which begins with a row. A stretch that begins within a record of the one before is
     * looked at once more, from where that record begins.
     *
     * @param table whose header has been read
     * @param size of the file, in bytes
     * @param stretches those of the {@link #ranges}, in order
     */
    public static List<FileRange> of(Table table, OffsetFile file, long size, List<Stretch> stretches)
            throws IOException {
        List<FileRange> ranges = new ArrayList<>();
        long begin = table.rowsBegin(); // of the range
        long linesBefore = table.linesBefore();
        long start = begin; // of the next stretch, behind complete records
        long lines = linesBefore;
        for (Stretch looked : stretches) {
            Stretch stands = looked.start() == start ? looked : Stretch.of(file, table.form(), start, looked.end());
            if (stands.closed() > start) {
                lines += stands.lines();
                start = stands.closed();
                if (!standsBehindGap(file, begin, start)) {
                    ranges.add(new FileRange(begin, start, linesBefore));
                    begin = start;
                    linesBefore = lines;
                }
            }
        }
        if (begin < size || ranges.isEmpty()) {
            ranges.add(new FileRange(begin, size, linesBefore));
        }
        return ranges;
    }

    /**
     * True when a blank line stands near before a place, so that what follows may belong to a footer. Where many rows stand
     * between, it does not.
     */
    private static boolean standsBehindGap(OffsetFile file, long start, long place) throws IOException {
        long from = Math.max(start, place - NEAR);
        byte[] before;
        try (InputStream in = file.open(from)) {
            before = in.readNBytes((int) (place - from));
        }
        for (int at = 0;
                at < before.length;
                at = Lines.next(before, Lines.end(before, at, before.length), before.length)) {
            if (Lines.isEnd(before[at])) {
                return true;
            }
        }
        return false;
    }

    /** Makes an input of the range's bytes, which can be opened again and again. */
    public Input in(OffsetFile file) {
        return new Input() {
            @Override
            public String name() {
                return file.name();
            }

            @Override
            public InputStream open() throws IOException {
                return new LimitedStream(file.open(start), end - start);
            }

            @Override
            public long size() {
                return end - start;
            }

            @Override
            public boolean isRepeatable() {
                return true;
            }
        };
    }
}
