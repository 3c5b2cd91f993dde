package org.leadscore.report.file;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The SHA-256 and the number of the bytes that pass by. For one thread. */
public final class Sha256 {

    private static final int AT_ONCE = 1 << 16;

    private final MessageDigest digest;
    private long bytes;

    /** The checksum of no bytes yet. */
    public Sha256() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException none) {
            throw new IllegalStateException("every Java has SHA-256", none);
        }
    }

    /** The checksum of these bytes. */
    public static String of(byte[] bytes) {
        Sha256 sum = new Sha256();
        sum.digest.update(bytes);
        return sum.text();
    }

    /** A stream that hands on what it is given to another, and adds it to this sum. */
    OutputStream over(OutputStream to) {
        return new FilterOutputStream(to) {
            @Override
            public void write(int one) throws IOException {
                out.write(one);
                digest.update((byte) one);
                bytes++;
            }

            @Override
            public void write(byte[] some, int from, int length) throws IOException {
                out.write(some, from, length);
                digest.update(some, from, length);
                bytes += length;
            }
        };
    }

    /** Adds at most {@code most} bytes of a stream. */
    public void add(InputStream in, long most) throws IOException {
        byte[] some = new byte[AT_ONCE];
        long left = most;
        while (left > 0) {
            int read = in.read(some, 0, (int) Math.min(some.length, left));
            if (read < 0) {
                return;
            }
            digest.update(some, 0, read);
            bytes += read;
            left -= read;
        }
    }

    /** The number of bytes so far. */
    public long bytes() {
        return bytes;
    }

    /** The sum of all bytes, in 64 hexadecimal digits; the sum begins anew then. */
    public String text() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
