package org.leadscore.ingest.input;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/** A stream that counts its bytes, takes their checksum, and tells both when it comes to its end. */
final class WatchedStream extends FilterInputStream {

    /** Takes what is known at the end of a stream. */
    @FunctionalInterface
    interface End {
        /**
         * Takes note of the end.
         *
         * @param bytes how many there were
         * @param checksum the CRC-32C of them; null when some were skipped
         */
        void reached(long bytes, @Nullable Long checksum) throws IOException;
    }

    private final End end;
    private final CRC32C checksum = new CRC32C(); // of the bytes so far
    private long count; // bytes so far
    private boolean isWhole = true; // false when some were skipped
    private boolean ended;

    WatchedStream(InputStream in, End end) {
        super(in);
        this.end = end;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = in.read(bytes, offset, length);
        if (read > 0) {
            checksum.update(bytes, offset, read);
            count += read;
        } else if (read < 0 && !ended) {
            ended = true;
            end.reached(count, isWhole ? checksum.getValue() : null);
        }
        return read;
    }

    @Override
    public long skip(long wanted) throws IOException {
        long skipped = in.skip(wanted);
        count += skipped;
        isWhole &= skipped == 0;
        return skipped;
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
