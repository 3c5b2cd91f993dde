package org.leadscore.lead;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/**
 * Writes numbers and texts one behind the other, in few bytes; {@link Unpacking} reads them in the same order. Not
 * thread-safe.
 */
public final class Packing {

    private static final int LONGEST_NUMBER = 10;

    private byte[] bytes = new byte[1 << 8];
    private int length;

    /** Writes a number in 1 to 10 bytes, the fewer the nearer it is to 0 (zigzag and variable length). */
    public void number(long number) {
        long rest = number << 1 ^ number >> 63;
        makeRoom(LONGEST_NUMBER);
        while ((rest & ~0x7FL) != 0) {
            bytes[length++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[length++] = (byte) rest;
    }

    /** Writes a number in eight bytes; for numbers that are large as a rule. */
    public void word(long word) {
        makeRoom(Long.BYTES);
        Eight.put(bytes, length, word);
        length += Long.BYTES;
    }

    /** Writes a text as UTF-8, its length in bytes before it. */
    public void text(String text) {
        byte[] utf8 = text.getBytes(UTF_8);
        bytes(utf8, 0, utf8.length);
    }

    /** Writes so many bytes with their number before them; they are read back as one array. */
    public void bytes(byte[] from, int start, int count) {
        number(count);
        append(from, start, count);
    }

    /** Writes a whole array with its length before it; it is read back as one array. */
    public void bytes(byte[] all) {
        bytes(all, 0, all.length);
    }

    /** Writes all that another packing holds with its length before it; it is read back as one array. */
    public void bytes(Packing other) {
        bytes(other.bytes, 0, other.length);
    }

    /** Appends all that another packing holds; it is read back piece by piece as it was written there. */
    public void append(Packing other) {
        makeRoom(other.length);
        System.arraycopy(other.bytes, 0, bytes, length, other.length);
        length += other.length;
    }

    /** Appends so many bytes without their number, which the reader has to know. */
    public void append(byte[] from, int start, int count) {
        makeRoom(count);
        System.arraycopy(from, start, bytes, length, count);
        length += count;
    }

    /** Number of bytes written since the last {@link #clear}. */
    public int length() {
        return length;
    }

    /** A copy of the bytes written. */
    public byte[] toBytes() {
        return Arrays.copyOf(bytes, length);
    }

    /** Forgets all that was written and keeps the memory for what comes next. */
    public void clear() {
        length = 0;
    }

    private void makeRoom(int count) {
        if (length + count > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + count));
        }
    }
}
