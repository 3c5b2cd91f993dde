package org.leadscore.lead;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/** A text as a part of some bytes, which must be UTF-8 and never change. What is only copied need not be decoded. */
public final class Utf8Slice implements Comparable<Utf8Slice> {

    public static final Utf8Slice EMPTY = of("");

    private final byte[] bytes;
    private final int start;
    private final int length;

    public Utf8Slice(byte[] bytes, int start, int length) {
        this.bytes = bytes;
        this.start = start;
        this.length = length;
    }

    public static Utf8Slice of(String text) {
        byte[] bytes = text.getBytes(UTF_8);
        return new Utf8Slice(bytes, 0, bytes.length);
    }

    /** In bytes. */
    public int length() {
        return length;
    }

    public void copyTo(byte[] target, int at) {
        System.arraycopy(bytes, start, target, at, length);
    }

    /** Four bytes as one number, from 0 to 2^32 − 1, the first one highest; there are zeros behind the end. */
    long fourAt(int index) {
        long four = 0;
        for (int i = index; i < index + Integer.BYTES; i++) {
            four = four << Byte.SIZE | (i < length ? bytes[start + i] & 0xFF : 0);
        }
        return four;
    }

    /**
     * Whether it is plain to see that folding would leave it as it is and that it is not blank: it is of ASCII letters that are
     * small, digits and signs, and of no spaces. Other texts may be folded, too.
     */
    public boolean isFolded() {
        for (int i = start; i < start + length; i++) {
            byte b = bytes[i];
            if (b <= ' ' || b > '~' || b >= 'A' && b <= 'Z') {
                return false;
            }
        }
        return length > 0;
    }

    /** By code point, as {@link Text#compareByCodePoint}. */
    @Override
    public int compareTo(Utf8Slice other) {
        return Arrays.compareUnsigned(
                bytes, start, start + length, other.bytes, other.start, other.start + other.length);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Utf8Slice that
                && length == that.length
                && Eight.equal(bytes, start, that.bytes, that.start, length);
    }

    @Override
    public int hashCode() {
        return (int) Eight.hash(bytes, start, length);
    }

    /** The text. */
    @Override
    public String toString() {
        return new String(bytes, start, length, UTF_8);
    }
}
