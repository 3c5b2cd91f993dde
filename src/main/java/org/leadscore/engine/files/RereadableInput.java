package org.leadscore.engine.files;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.leadscore.ingest.input.Input;
import org.leadscore.ingest.input.InputFacts;
import org.leadscore.problem.OutputException;
import org.leadscore.spill.SpillFile;
import org.leadscore.spill.SpillPlace;

/**
 * An input that can be read only once, copied while it is read, so that it can be read again from its beginning: at
 * most 1 MiB of it in memory, the rest on disk. One reader at a time. Where there is no room for the copy, only the
 * second reading fails.
 */
final class RereadableInput implements Input, AutoCloseable {

    private static final int MOST_IN_MEMORY = 1 << 20;

    private final Input original;
    private final SpillPlace place;

    /** The copied bytes that are held in memory, with room behind them until the first goes to disk. */
    private byte[] head = {};

    /** The copied bytes on disk, behind those in memory; null while there are none. */
    private @Nullable SpillFile rest;

    /** Number of bytes copied. */
    private long copied;

    /** The original, as far as it is read; null before the first reading. */
    private @Nullable InputStream live;

    /** The failure to copy; null while there is none. */
    private @Nullable OutputException noRoom;

    /** Tells whether nothing more is copied. */
    private boolean isLastReading;

    /**
     * A copy of an input, of which nothing is read yet.
     *
     * @param place for the file of the copy
     */
    RereadableInput(Input original, SpillPlace place) {
        this.original = original;
        this.place = place;
    }

    /** Ends the copying: the input is opened once more at most. */
    void readForTheLastTime() {
        isLastReading = true;
    }

    @Override
    public String name() {
        return original.name();
    }

    /**
     * Opens the input from its beginning.
     *
     * @throws OutputException when there was no room for a copy of the bytes that have been read
     */
    @Override
    public InputStream open() throws IOException {
        if (noRoom != null) {
            throw noRoom;
        }
        if (live == null) {
            live = original.open();
        }
        return new Reading(live);
    }

    @Override
    public long size() {
        return original.size();
    }

    @Override
    public boolean isRepeatable() {
        return true;
    }

    @Override
    public Optional<InputFacts> facts() {
        return original.facts();
    }

    @Override
    public void close() throws IOException {
        if (rest != null) {
            rest.close();
        }
        if (live != null) {
            live.close();
        }
    }

    private void copy(byte[] bytes, int from, int count) {
        if (isLastReading || noRoom != null) {
            return;
        }
        try {
            int end = (int) Math.min(Integer.MAX_VALUE, copied);
            if (rest == null && count <= MOST_IN_MEMORY - end) {
                if (end + count > head.length) {
                    head = Arrays.copyOf(head, Math.min(MOST_IN_MEMORY, 2 * (end + count)));
                }
                System.arraycopy(bytes, from, head, end, count);
            } else {
                if (rest == null) {
                    head = Arrays.copyOf(head, end);
                    rest = place.newFile();
                }
                rest.append(Arrays.copyOfRange(bytes, from, from + count));
            }
            copied += count;
        } catch (OutputException full) {
            noRoom = full;
        }
    }

    /** Reads the copy, and then on from the original. */
    private final class Reading extends InputStream {

        private final InputStream further;

        /** Index of the byte that is read next. */
        private long at;

        Reading(InputStream further) {
            this.further = further;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            SpillFile file = rest;
            int count;
            if (at < copied && (file == null || at < head.length)) {
                count = (int) Math.min(length, (file == null ? copied : head.length) - at);
                System.arraycopy(head, (int) at, into, offset, count);
            } else if (at < copied && file != null) {
                count = (int) Math.min(length, copied - at);
                System.arraycopy(file.read(at - head.length, count), 0, into, offset, count);
            } else {
                count = further.read(into, offset, length);
                if (count > 0) {
                    copy(into, offset, count);
                }
            }
            at += Math.max(0, count);
            return count;
        }

        @Override
        public int available() throws IOException {
            return at < copied ? (int) Math.min(Integer.MAX_VALUE, copied - at) : further.available();
        }
    }
}
