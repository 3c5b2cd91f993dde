package org.leadscore.lead;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/** Reads what {@link Packing} wrote. Not thread-safe. */
public final class Unpacking {

    private final byte[] bytes;

    /** The index of the byte that is read next. */
    private int at;

    /** A reader from the first byte on. */
    public Unpacking(byte[] bytes) {
        this(bytes, 0);
    }

    /**
     * A reader from one of the bytes on.
     *
     * @param from the index at which the packed bytes begin
     */
    public Unpacking(byte[] bytes, int from) {
        this.bytes = bytes;
        this.at = from;
    }

    /** The index of the byte that is read next. */
    public int at() {
        return at;
    }

    /** Passes over so many bytes. */
    public void skip(int count) {
        at += count;
    }

    /** True when the end of the bytes is not reached yet. */
    public boolean hasMore() {
        return at < bytes.length;
    }

    /** Reads what {@link Packing#number} wrote. */
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

    /** Reads what {@link Packing#word} wrote. */
    public long word() {
        long word = Eight.at(bytes, at);
        at += Long.BYTES;
        return word;
    }

    /** Reads what {@link Packing#text} wrote. */
    public String text() {
        int count = (int) number();
        String text = new String(bytes, at, count, UTF_8);
        at += count;
        return text;
    }

    /** Reads what {@link Packing#text} wrote as a copy of its UTF-8, not decoded. */
    public Utf8Slice slice() {
        byte[] copy = bytes();
        return new Utf8Slice(copy, 0, copy.length);
    }

    /** Reads what {@link Packing#bytes(byte[])} wrote, as a copy. */
    public byte[] bytes() {
        int count = (int) number();
        at += count;
        return Arrays.copyOfRange(bytes, at - count, at);
    }
}
