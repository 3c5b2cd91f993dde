package org.leadscore.ingest.scan;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Looks ahead in a text for the end of a record that is too long to be held, so that such a record can be told from a stray
 * quote. {@code TextPlaces} opens the text once more for it. Made for one record.
 */
final class LongRecords {

    /** Stands for the length of a record that is not sound. */
    static final long NOT_SOUND = -1;

    private static final int PIECE = 1 << 16;

    private final InputStream text;
    private final RecordForm form;
    private byte[] bytes = new byte[PIECE];
    private int length; // of what is in them
    private boolean ended; // true when the text has no more

    /** @param text from the start of the record on */
    LongRecords(InputStream text, RecordForm form) {
        this.text = text;
        this.form = form;
    }

    /**
     * The number of bytes of the record, its line end included, if it has as many fields as the header and its quotes can be
     * right; otherwise {@link #NOT_SOUND}.
     */
    long length() throws IOException {
        RecordWalk walk = RecordWalk.ahead(form);
        long before = 0;
        while (before <= form.limits().record()) {
            int lines = wholeLines();
            if (lines == 0) {
                return NOT_SOUND;
            }
            boolean isLast = ended && lines == length;
            switch (walk.go(bytes, lines, isLast)) {
                case WHOLE -> {
                    long end = before + walk.position();
                    return end > form.limits().record()
                            ? NOT_SOUND
                            : before + Lines.next(bytes, walk.position(), lines);
                }
                case BROKEN, LONG -> {
                    return NOT_SOUND;
                }
                case OPEN -> {
                    before += lines;
                    walk = walk.withoutFirst(lines);
                    length -= lines;
                    System.arraycopy(bytes, lines, bytes, 0, length);
                }
            }
        }
        return NOT_SOUND;
    }

    /** Reads on, and returns the number of bytes of the whole lines that are there; 0 for none, or for one that is too long. */
    private int wholeLines() throws IOException {
        int searched = 1;
        while (true) {
            fill();
            for (int at = length - 1; at >= searched; at--) {
                if (Lines.startsAt(bytes, at)) {
                    return at;
                }
            }
            if (ended) {
                return length;
            }
            if (length >= TextPlaces.LONGEST) {
                return 0;
            }
            searched = length;
            bytes = Arrays.copyOf(bytes, 2 * bytes.length);
        }
    }

    private void fill() throws IOException {
        int room = bytes.length - 1 - length; // one is left for a line end that the text may lack
        int read = ended ? 0 : text.readNBytes(bytes, length, room);
        length += read;
        if (!ended && read < room) {
            ended = true;
            if (length > 0 && !Lines.isEnd(bytes[length - 1])) {
                bytes[length] = Lines.LF;
                length++;
            }
        }
    }
}
