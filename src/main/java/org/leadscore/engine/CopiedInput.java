package org.leadscore.engine;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.leadscore.ingest.Input;
import org.leadscore.problem.OutputException;
import org.leadscore.spill.SpillFile;
import org.leadscore.spill.SpillPlace;

/**
 * What can be read only once, copied while it is read, so that it can be read again from its beginning: a little of it in memory,
 * more of it on disk. One reader at a time. Where there is no room for the copy, only the second reading fails.
 */
final class CopiedInput implements Input, AutoCloseable {

    private static final int MOST_IN_MEMORY = 1 << 20;

    private final Input original;
    private final SpillPlace place;
    private byte[] head = {};
    private @Nullable SpillFile rest;
    private long copied;
    private @Nullable InputStream live;
    private @Nullable OutputException noRoom;
    private boolean isLastReading;

    /** @param place where the copy goes */
    CopiedInput(Input original, SpillPlace place) {
        this.original = original;
        this.place = place;
    }

    /** From now on nothing more is copied: what is opened next is not opened again. */
    void readForTheLastTime() {
        isLastReading = true;
    }

    @Override
    public String name() {
        return original.name();
    }

    /** @throws OutputException when there was no room for a copy of what has been read */
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

    /** Reads the copy, and then on. */
    private final class Reading extends InputStream {

        private final InputStream further;
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
