package org.leadscore.ingest.table;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import org.leadscore.ingest.row.PlainRows;
import org.leadscore.ingest.scan.Lines;
import org.leadscore.ingest.scan.TextPlaces;
import org.leadscore.problem.InputException;

/**
 * The part of a stream that has been read and not yet handed on. The stream's last line gets the line end that it may
 * lack. Not thread-safe.
 */
final class ByteWindow {

    private static final int MOST_SPARES = 8;

    /** Room for a line end behind the last line, and for readers that look at more than one byte at once. */
    private static final int MARGIN = 1 + PlainRows.ROOM;

    private final InputStream in;
    private final TextPlaces places; // in the stream
    private final int piece; // bytes of a piece, about
    private final Deque<byte[]> spares = new ArrayDeque<>(); // arrays that were given back
    private byte[] bytes; // the window, with a margin behind it
    private int length; // bytes in the window
    private boolean ended; // true when the stream has no more
    private long passed; // bytes that were forgotten or handed over

    ByteWindow(InputStream in, TextPlaces places, int piece) {
        this.in = in;
        this.places = places;
        this.piece = piece;
        bytes = new byte[piece + MARGIN];
    }

    byte[] bytes() {
        return bytes;
    }

    int length() {
        return length;
    }

    /** True when the window holds all that is left. */
    boolean hasEnded() {
        return ended;
    }

    /** Reads until the window holds so many bytes, or the stream ends. */
    void fill(int wanted) throws IOException {
        if (wanted + MARGIN > bytes.length) {
            bytes = Arrays.copyOf(bytes, wanted + MARGIN);
        }
        while (!ended && length < wanted) {
            int read = in.read(bytes, length, wanted - length);
            if (read < 0) {
                ended = true;
                closeLastLine();
            } else {
                length += read;
            }
        }
    }

    /**
     * Reads about as much again, for a line that the window does not hold whole.
     *
     * @throws InputException for a line of {@link TextPlaces#LONGEST} bytes or more
     */
    void grow() throws IOException {
        if (length >= TextPlaces.LONGEST) {
            int line = length;
            while (line > 0 && !Lines.isEnd(bytes[line - 1])) {
                line--;
            }
            throw places.tooLong("a line", passed + line);
        }
        fill(Math.min(TextPlaces.LONGEST, Math.max(2, 2 * length)));
    }

    /** Number of bytes that were forgotten or handed over. */
    long passed() {
        return passed;
    }

    /** Forgets the first bytes. */
    void drop(int count) {
        passed += count;
        System.arraycopy(bytes, count, bytes, 0, length - count);
        length -= count;
    }

    /** The length of a piece of whole lines from the window's start, near the size asked for; 0 at the stream's end. */
    int cut() throws IOException {
        fill(Math.max(piece, length));
        int cut = lineStart();
        while (cut == 0 && !ended) {
            grow();
            cut = lineStart();
        }
        return cut == 0 ? length : cut;
    }

    /** Hands the array over, with the first {@code count} bytes in it, and goes on with another. */
    byte[] take(int count) {
        byte[] taken = bytes;
        passed += count;
        byte[] spare = spares.poll();
        int rest = length - count;
        bytes = spare != null && spare.length > rest ? spare : new byte[Math.max(piece, rest) + MARGIN];
        System.arraycopy(taken, count, bytes, 0, rest);
        length = rest;
        return taken;
    }

    /** Takes back an array that nobody looks at any more. */
    void giveBack(byte[] spare) {
        if (spares.size() < MOST_SPARES && spare.length == piece + MARGIN) {
            spares.add(spare);
        }
    }

    /** A line start behind the first byte and before the last: the last one within a piece, or else the first one behind. */
    private int lineStart() {
        for (int at = Math.min(piece, length - 1); at > 0; at--) {
            if (Lines.startsAt(bytes, at)) {
                return at;
            }
        }
        for (int at = piece + 1; at < length; at++) {
            if (Lines.startsAt(bytes, at)) {
                return at;
            }
        }
        return 0;
    }

    private void closeLastLine() {
        if (length > 0 && !Lines.isEnd(bytes[length - 1])) {
            bytes[length] = Lines.LF;
            length++;
        }
    }
}
