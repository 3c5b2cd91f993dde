package org.leadscore.ingest.table;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import org.leadscore.ingest.input.LimitedStream;
import org.leadscore.ingest.input.OffsetFile;
import org.leadscore.ingest.scan.BrokenQuote;
import org.leadscore.ingest.scan.Lines;
import org.leadscore.ingest.scan.QuoteScan;
import org.leadscore.ingest.scan.RecordForm;
import org.leadscore.ingest.scan.TextPlaces;

/**
 * Whole lines of a plain file, and the end of the last record that is complete if they begin with a record. A long file is
 * looked at in stretches, each without knowledge of the others; {@link FileRange} cuts ranges by them.
 *
 * @param start of the first line, in bytes of the file
 * @param end of the last line, behind its line end
 * @param closed the end of a record that can be told to be complete without what stands behind it, the last such one:
 *     {@code end}, unless a quoted field is still open there
 * @param lines number of lines from {@code start} to {@code closed}
 */
public record Stretch(long start, long end, long closed, long lines) implements Serializable {

    private static final int PIECE = 1 << 18;

    /** Looks at the lines that begin from {@code from} on and before {@code to}; there is a byte before both. */
    public static Stretch between(OffsetFile file, RecordForm form, long from, long to) throws IOException {
        return of(file, form, lineStart(file, from), lineStart(file, to));
    }

    /** Looks at the lines from the beginning of one, {@code start}, to that of another, {@code end}. */
    static Stretch of(OffsetFile file, RecordForm form, long start, long end) throws IOException {
        if (start == end) {
            return new Stretch(start, end, end, 0);
        }
        try (InputStream in = new LimitedStream(file.open(start), end - start)) {
            TextPlaces places = new TextPlaces(file.name(), () -> file.open(0), 0);
            return new Look(new ByteWindow(in, places, PIECE), form, places).through(start, end);
        }
    }

    private static long lineStart(OffsetFile file, long from) throws IOException {
        try (InputStream in = file.open(from - 1)) {
            byte[] bytes = new byte[1 << 12];
            byte[] two = new byte[2];
            long at = from - 1;
            boolean begun = false;
            for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
                for (int i = 0; i < read; i++, at++) {
                    two[0] = two[1];
                    two[1] = bytes[i];
                    if (begun && Lines.startsAt(two, 1)) {
                        return at;
                    }
                    begun = true;
                }
            }
            return at;
        }
    }

    /** A broken record: its start, and the byte up to which it had to be looked at; both in bytes of the file. */
    private record GivenUp(long start, long seen) {}

    /** Scans the lines of a window, and keeps the bytes of a record that is open. */
    private static final class Look {

        private final ByteWindow window;
        private final RecordForm form;
        private final TextPlaces places;
        private byte[] held = {}; // bytes from closed on
        private int heldLength; // how many
        private long closed; // end of the last complete record, in bytes of the file
        private long lines; // down to closed

        /** The broken records, the last one first. The bytes that show a record to be broken must stay in its range. */
        private final Deque<GivenUp> givenUp = new ArrayDeque<>();

        Look(ByteWindow window, RecordForm form, TextPlaces places) {
            this.window = window;
            this.form = form;
            this.places = places;
        }

        Stretch through(long start, long end) throws IOException {
            QuoteScan scan = new QuoteScan(form, places, start);
            closed = start;
            for (int length = window.cut(); length > 0; length = window.cut()) {
                int from = heldLength;
                hold(length);
                scan.scan(held, from, heldLength, false);
                for (BrokenQuote broken : scan.broken()) {
                    givenUp.push(new GivenUp(closed + broken.start(), closed + broken.seen()));
                }
                int safe = safeEnd(scan.isOpen() ? scan.openRecord() : heldLength);
                close(safe);
                scan = scan.isOpen() || scan.isPassing()
                        ? scan.withoutFirst(safe)
                        : new QuoteScan(form, places, closed);
            }
            return new Stretch(start, end, Math.min(end, closed), lines); // the window closes a file's last line
        }

        private int safeEnd(int recordEnd) {
            long safe = closed + recordEnd;
            for (GivenUp record : givenUp) { // from the last to the first
                if (record.seen() > safe) {
                    safe = record.start();
                }
            }
            return (int) (safe - closed);
        }

        private void close(int count) {
            lines += Lines.count(held, 0, count);
            System.arraycopy(held, count, held, 0, heldLength - count);
            heldLength -= count;
            closed += count;
            givenUp.removeIf(record -> record.start() < closed);
        }

        private void hold(int length) {
            if (heldLength + length > held.length) {
                held = Arrays.copyOf(held, Math.max(2 * heldLength, heldLength + length));
            }
            System.arraycopy(window.bytes(), 0, held, heldLength, length);
            heldLength += length;
            window.drop(length);
        }
    }
}
