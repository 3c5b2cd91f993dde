package org.leadscore.lead;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/** Reads what {@link Packing} wrote. Not thread-safe. */
public final class Unpacking {

    private final byte[] bytes;
    private int at;

    public Unpacking(byte[] bytes) {
        this(bytes, 0);
    }

    /** @param from where what was packed begins */
    public Unpacking(byte[] bytes, int from) {
        this.bytes = bytes;
        this.at = from;
    }

    /** Where the next of it begins in the bytes. */
    public int at() {
        return at;
    }

    public void skip(int count) {
        at += count;
    }

    public boolean hasMore() {
        return at < bytes.length;
    }

    public long number() {
        long rest = 0;
        int shift = 0;
        byte next = bytes[at++];
        while (next < 0) {
            rest |= (next & 0x7FL) << shift;
            shift += 7;
            next = bytes[at++];
        }
        rest |= (long) next << shift;
        return rest >>> 1 ^ -(rest & 1);
    }

    public long word() {
        long word = Eight.at(bytes, at);
        at += Long.BYTES;
        return word;
    }

    public String text() {
        int count = (int) number();
        String text = new String(bytes, at, count, UTF_8);
        at += count;
        return text;
    }

    /** A text, not decoded. */
    public Utf8Slice slice() {
        byte[] copy = bytes();
        return new Utf8Slice(copy, 0, copy.length);
    }

    public byte[] bytes() {
        int count = (int) number();
        at += count;
        return Arrays.copyOfRange(bytes, at - count, at);
    }
}
