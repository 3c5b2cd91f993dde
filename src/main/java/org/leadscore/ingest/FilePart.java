package org.leadscore.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * A part of a plain file that begins with a row and ends behind one.
 *
 * @param start in bytes of the file
 * @param end likewise
 * @param linesBefore how many lines of the file stand before it
 */
public record FilePart(long start, long end, long linesBefore) implements Serializable {

    /** Where a file is looked at, from a byte on and before another. */
    public record Range(long from, long to) implements Serializable {}

    /**
     * The ranges of about so many bytes in which a file's rows are looked at, so that {@link #of} can cut them; what stands
     * behind the last of them makes the last part, and need not be looked at.
     *
     * @param begin of the first row
     * @param size of the file
     */
    public static List<Range> ranges(long begin, long size, long bytes) {
        List<Range> ranges = new ArrayList<>();
        for (long from = begin; from + bytes < size; from += bytes) {
            ranges.add(new Range(from, from + bytes));
        }
        return ranges;
    }

    /**
     * Cuts a file. The first part begins with a row, as each of those that follow then does: a stretch that the one before
     * runs into is looked at once more, from where that record begins.
     *
     * @param table whose header has been read
     * @param size of the file
     * @param stretches those of the {@link #ranges}
     */
    public static List<FilePart> of(Table table, OffsetFile file, long size, List<Stretch> stretches)
            throws IOException {
        return of(table, file, size, stretches, QuoteScan.LIMIT);
    }

    static List<FilePart> of(Table table, OffsetFile file, long size, List<Stretch> stretches, int quoteLimit)
            throws IOException {
        List<FilePart> parts = new ArrayList<>();
        long start = table.rowsBegin();
        long lines = table.linesBefore();
        for (Stretch looked : stretches) {
            Stretch stands = looked.start() == start
                    ? looked
                    : Stretch.of(file, table.delimiterChar(), start, looked.end(), quoteLimit);
            if (stands.closed() > start) {
                parts.add(new FilePart(start, stands.closed(), lines));
                lines += stands.lines();
                start = stands.closed();
            }
        }
        if (start < size || parts.isEmpty()) {
            parts.add(new FilePart(start, size, lines));
        }
        return parts;
    }

    /** The bytes of the part. */
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
