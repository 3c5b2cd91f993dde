package org.leadscore.lead;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/** A text as a slice of UTF-8 bytes that never change; a text that is only copied need not be decoded. */
public final class Utf8Slice implements Comparable<Utf8Slice> {

    /** The empty text. */
    public static final Utf8Slice EMPTY = of("");

    private final byte[] bytes;
    private final int start;
    private final int length;

    /** A view of these bytes, which are not copied; they must be UTF-8. */
    public Utf8Slice(byte[] bytes, int start, int length) {
        this.bytes = bytes;
        this.start = start;
        this.length = length;
    }

    /** A text encoded as UTF-8. */
    public static Utf8Slice of(String text) {
        byte[] bytes = text.getBytes(UTF_8);
        return new Utf8Slice(bytes, 0, bytes.length);
    }

    /** The length in bytes. */
    public int length() {
        return length;
    }

    /** Copies all bytes into an array, from the index {@code at} on. */
    public void copyTo(byte[] target, int at) {
        System.arraycopy(bytes, start, target, at, length);
    }

    /**
     * The four bytes from an index on as one number, from 0 to 2^32 − 1, the first byte highest; zeros stand behind the
     * end.
     */
    long fourAt(int index) {
        long four = 0;
        for (int i = index; i < index + Integer.BYTES; i++) {
            four = four << Byte.SIZE | (i < length ? bytes[start + i] & 0xFF : 0);
        }
        return four;
    }

    /**
     * Tells whether the text is seen to be folded without folding it, and not blank: small ASCII letters, digits and
     * signs, and no spaces. False for some folded texts, too.
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

    /** Compares by code point, as {@link Text#compareByCodePoint} does. */
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

    /** The text, decoded. */
    @Override
    public String toString() {
        return new String(bytes, start, length, UTF_8);
    }
}
