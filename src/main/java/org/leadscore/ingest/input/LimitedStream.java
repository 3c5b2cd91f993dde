package org.leadscore.ingest.input;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream of so many first bytes of another one. */
public final class LimitedStream extends FilterInputStream {

    private long left; // bytes still to be read

    /** Ends after {@code length} bytes of the stream. */
    public LimitedStream(InputStream in, long length) {
        super(in);
        left = length;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (left == 0 || length == 0) {
            return length == 0 ? 0 : -1;
        }
        int read = super.read(bytes, offset, (int) Math.min(left, length));
        left -= Math.max(0, read);
        return read;
    }

    @Override
    public long skip(long count) throws IOException {
        long skipped = super.skip(Math.min(left, count));
        left -= skipped;
        return skipped;
    }
}
