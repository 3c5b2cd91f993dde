package org.leadscore.ingest.input;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.leadscore.problem.InputException;

/**
 * Unpacks gzip, all members of it. The JDK's own stream takes a later member that is cut in its header, or not yet there
 * in a pipe, for the end of the file; this one never loses bytes without a word.
 */
final class GunzipStream extends InputStream {

    private static final int BUFFER = 1 << 16;
    /** The most bytes that may be unpacked whatever the size of the archive; no packed table is as large and as dense. */
    private static final long MOST_DENSE = 1L << 30;

    /** The most unpacked bytes for each packed one, beyond {@link #MOST_DENSE}; gzip could do a thousand. */
    private static final int MOST_RATIO = 500;

    private static final int HAS_CHECKSUM = 2;
    private static final int HAS_EXTRA = 4;
    private static final int HAS_NAME = 8;
    private static final int HAS_COMMENT = 16;

    private final InputStream packed;
    private final String name; // of the file
    private final long mostDense;
    private final Inflater inflater = new Inflater(true);
    private final CRC32 checksum = new CRC32(); // of the member's unpacked bytes so far
    private final byte[] buffer = new byte[BUFFER]; // packed bytes
    private int position; // of the next byte in the buffer, outside the data of members
    private int limit; // bytes in the buffer
    private long taken; // packed bytes so far
    private long unpacked; // bytes of all members so far
    private long unpackedInMember; // bytes of this member so far
    private boolean inMember; // true between a member's header and its trailer
    private boolean any; // true when a member has begun
    private boolean ended; // true when there are no more members

    GunzipStream(InputStream packed, String name) {
        this(packed, name, MOST_DENSE);
    }

    /** Unpacks with a limit of its own in the place of {@link #MOST_DENSE}. */
    GunzipStream(InputStream packed, String name, long mostDense) {
        this.packed = packed;
        this.name = name;
        this.mostDense = mostDense;
    }

    /** True when a file with these first bytes is packed with gzip. */
    static boolean isGzip(byte[] head) {
        return head.length >= 2 && (head[0] & 0xFF) == 0x1F && (head[1] & 0xFF) == 0x8B;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        while (!ended && length > 0) {
            if (!inMember && !beginMember()) {
                ended = true;
                break;
            }
            int read = inflate(bytes, offset, length);
            if (read > 0) {
                checksum.update(bytes, offset, read);
                unpacked += read;
                unpackedInMember += read;
                requireSound();
                return read;
            }
            if (inflater.finished()) {
                endMember();
            } else if (inflater.needsDictionary()) {
                throw damaged();
            } else if (inflater.needsInput()) {
                if (!fill()) {
                    throw cutShort();
                }
                inflater.setInput(buffer, 0, limit);
            }
        }
        return length == 0 ? 0 : -1;
    }

    @Override
    public void close() throws IOException {
        inflater.end();
        packed.close();
    }

    private int inflate(byte[] bytes, int offset, int length) {
        try {
            return inflater.inflate(bytes, offset, length);
        } catch (DataFormatException e) {
            InputException damaged = damaged();
            damaged.initCause(e);
            throw damaged;
        }
    }

    private boolean beginMember() throws IOException {
        int first = next();
        while (any && first == 0) {
            first = next(); // archives on tapes and the like are padded
        }
        if (first < 0) {
            return false;
        }
        if (first != 0x1F || need() != 0x8B || need() != 8) {
            throw any
                    ? new InputException(name + ": after " + unpacked
                            + " unpacked bytes comes something that is no archive; make the archive again")
                    : damaged();
        }
        int flags = need();
        skip(6);
        if ((flags & HAS_EXTRA) != 0) {
            skip(need() | need() << 8);
        }
        if ((flags & HAS_NAME) != 0) {
            skipText();
        }
        if ((flags & HAS_COMMENT) != 0) {
            skipText();
        }
        if ((flags & HAS_CHECKSUM) != 0) {
            skip(2);
        }
        inflater.reset();
        inflater.setInput(buffer, position, limit - position);
        checksum.reset();
        unpackedInMember = 0;
        inMember = true;
        any = true;
        return true;
    }

    private void endMember() throws IOException {
        position = limit - inflater.getRemaining();
        long sum = needInt();
        long size = needInt();
        if (sum != checksum.getValue() || size != (unpackedInMember & 0xFFFF_FFFFL)) {
            throw damaged();
        }
        inMember = false;
    }

    private long needInt() throws IOException {
        return need() | need() << 8 | need() << 16 | (long) need() << 24;
    }

    private void skip(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            need();
        }
    }

    private void skipText() throws IOException {
        int next = need();
        while (next != 0) {
            next = need();
        }
    }

    private int need() throws IOException {
        int next = next();
        if (next < 0) {
            throw cutShort();
        }
        return next;
    }

    private int next() throws IOException {
        return position < limit || fill() ? buffer[position++] & 0xFF : -1;
    }

    private boolean fill() throws IOException {
        position = 0;
        limit = Math.max(0, packed.read(buffer, 0, buffer.length));
        taken += limit;
        return limit > 0;
    }

    private void requireSound() {
        if (unpacked > mostDense && unpacked / MOST_RATIO > taken) {
            throw new InputException(
                    name + ": the archive unpacks to more than " + MOST_RATIO + " times its size: its first "
                            + String.format(Locale.ROOT, "%,d bytes are %,d unpacked", taken, unpacked)
                            + ", which is no table but a trap; if it is one, unpack it first");
        }
    }

    private InputException cutShort() {
        return new InputException(name + ": the archive is cut short: it ends after " + unpacked
                + " unpacked bytes, in the middle; copy it again");
    }

    private InputException damaged() {
        return new InputException(
                name + ": the archive is damaged after " + unpacked + " unpacked bytes; copy it again");
    }
}
