package org.leadscore.lead;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/** Numbers and texts one behind the other, in few bytes; {@link Unpacking} reads them in the same order. Not thread-safe. */
public final class Packing {

    private static final int LONGEST_NUMBER = 10;

    private byte[] bytes = new byte[1 << 8];
    private int length;

    /** Small ones, of either sign, take the fewest bytes. */
    public void number(long number) {
        long rest = number << 1 ^ number >> 63;
        makeRoom(LONGEST_NUMBER);
        while ((rest & ~0x7FL) != 0) {
            bytes[length++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[length++] = (byte) rest;
    }

    /** Eight bytes, for numbers that are large as a rule. */
    public void word(long word) {
        makeRoom(Long.BYTES);
        Eight.put(bytes, length, word);
        length += Long.BYTES;
    }

    public void text(String text) {
        byte[] utf8 = text.getBytes(UTF_8);
        bytes(utf8, 0, utf8.length);
    }

    /** So many bytes, which are read back as one array. */
    public void bytes(byte[] from, int start, int count) {
        number(count);
        append(from, start, count);
    }

    public void bytes(byte[] all) {
        bytes(all, 0, all.length);
    }

    /** All that another one holds, read back as one array. */
    public void bytes(Packing other) {
        bytes(other.bytes, 0, other.length);
    }

    /** All that another one holds, read back piece by piece as it was written there. */
    public void append(Packing other) {
        makeRoom(other.length);
        System.arraycopy(other.bytes, 0, bytes, length, other.length);
        length += other.length;
    }

    /** So many bytes, whose number is known to who reads them. */
    public void append(byte[] from, int start, int count) {
        makeRoom(count);
        System.arraycopy(from, start, bytes, length, count);
        length += count;
    }

    public int length() {
        return length;
    }

    public byte[] toBytes() {
        return Arrays.copyOf(bytes, length);
    }

    /** Begins anew. */
    public void clear() {
        length = 0;
    }

    private void makeRoom(int count) {
        if (length + count > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + count));
        }
    }
}
