package org.leadscore.ingest.foreign;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.leadscore.ingest.scan.Lines;
import org.leadscore.ingest.scan.TextPlaces;

/** The part of a text that is looked at, read from a stream as far as it is asked for. Not thread-safe. */
final class TextBuffer {

    /** In place of a byte: the text has ended. */
    static final int END = -1;

    private static final int PIECE = 1 << 16;

    private final InputStream in;
    private final String file; // its name
    private long line = 1; // the line at the beginning
    private byte[] bytes = new byte[PIECE];
    private int length; // bytes that are there
    private int openFrom; // from here to openTo no quote closes a field
    private int openTo;
    private boolean ended; // true when the stream has no more

    TextBuffer(InputStream in, String file) {
        this.in = in;
        this.file = file;
    }

    /** The number of the line at the beginning, from 1. */
    long line() {
        return line;
    }

    /** The number of bytes up to the end of the text; {@link #END} where that is not known. */
    int rest() {
        return ended ? length : END;
    }

    /** The byte at a place, or {@link #END}. */
    int at(int place) throws IOException {
        while (place >= length) {
            if (ended) {
                return END;
            }
            fill();
        }
        return bytes[place] & 0xFF;
    }

    private void fill() throws IOException {
        if (length == bytes.length) {
            if (length >= TextPlaces.LONGEST) {
                throw TextPlaces.tooLong(file + ":" + line + ":1", "a row");
            }
            bytes = Arrays.copyOf(bytes, Math.min(TextPlaces.LONGEST, 2 * length));
        }
        int read = in.read(bytes, length, bytes.length - length);
        if (read < 0) {
            ended = true;
        } else {
            length += read;
        }
    }

    /** True when these bytes stand at a place; false for no bytes. */
    boolean has(byte[] sign, int place) throws IOException {
        if (sign.length == 0 || at(place) != (sign[0] & 0xFF)) {
            return false;
        }
        for (int i = 1; i < sign.length; i++) {
            if (at(place + i) != (sign[i] & 0xFF)) {
                return false;
            }
        }
        return true;
    }

    /** True at a line end, and at the end of the text. */
    boolean isEnd(int place) throws IOException {
        int found = at(place);
        return found == END || found == Lines.LF || found == Lines.CR;
    }

    /** The end of the line that a place stands in, before its line end. */
    int lineEnd(int place) throws IOException {
        int end = place;
        while (!isEnd(end)) {
            end++;
        }
        return end;
    }

    /** The place behind the line end at {@code end}; the same place at the end of the text. */
    int behind(int end) throws IOException {
        int found = at(end);
        if (found == END) {
            return end;
        }
        return found == Lines.CR && at(end + 1) == Lines.LF ? end + 2 : end + 1;
    }

    /** Number of line ends from one place to another; a CR LF counts as one. */
    int lines(int from, int to) {
        return Lines.count(bytes, from, to);
    }

    byte[] bytes() {
        return bytes;
    }

    String text(int from, int to) {
        return Lines.text(bytes, from, to);
    }

    /** Forgets the first bytes; all places become lower by so many. */
    void drop(int count) {
        line += lines(0, count);
        System.arraycopy(bytes, count, bytes, 0, length - count);
        length -= count;
        openFrom = Math.max(0, openFrom - count);
        openTo = Math.max(0, openTo - count);
    }

    /** The place from which a quote has to be looked for that closes a field whose text begins at a place. */
    int closingFrom(int place) {
        return place >= openFrom ? Math.max(place, openTo) : place;
    }

    /** Notes that no quote from one place to another closes a field, so that nobody has to look again. */
    void noteOpen(int from, int to) {
        openFrom = from;
        openTo = to;
    }
}
