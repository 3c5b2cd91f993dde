package org.leadscore.ingest.scan;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Physical lines in UTF-8 bytes. A line ends with LF, CR LF, or a CR that no LF follows. */
public final class Lines {

    public static final byte LF = '\n';
    public static final byte CR = '\r';

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGH_BITS = 0x8080808080808080L;

    private Lines() {}

    /** True for LF and CR. */
    public static boolean isEnd(byte b) {
        return b == LF || b == CR;
    }

    /** The place of the first line end from {@code from} on; {@code to} when no line end comes before it. */
    public static int end(byte[] bytes, int from, int to) {
        int i = from;
        while (i < to && !isEnd(bytes[i])) {
            i++;
        }
        return i;
    }

    /** The place behind the line end that stands at {@code end}. */
    public static int next(byte[] bytes, int end, int to) {
        return end + 1 < to && bytes[end] == CR && bytes[end + 1] == LF ? end + 2 : Math.min(end + 1, to);
    }

    /** True when a line begins at {@code at}, which must have a byte on either side. */
    public static boolean startsAt(byte[] bytes, int at) {
        return bytes[at - 1] == LF || bytes[at - 1] == CR && bytes[at] != LF;
    }

    /** The start of the line that holds {@code at}, not looking before {@code from}. */
    static int start(byte[] bytes, int from, int at) {
        int i = at;
        while (i > from && !isEnd(bytes[i - 1])) {
            i--;
        }
        return i;
    }

    /** Number of line ends; a CR LF counts as one. */
    public static int count(byte[] bytes, int from, int to) {
        int lines = 0;
        for (int i = Lines.end(bytes, from, to); i < to; i = Lines.end(bytes, next(bytes, i, to), to)) {
            lines++;
        }
        return lines;
    }

    /** The column of {@code at} in its line, in characters from 1. */
    public static int column(byte[] bytes, int from, int at) {
        int start = start(bytes, from, at);
        String before = text(bytes, start, at);
        return before.codePointCount(0, before.length()) + 1;
    }

    /**
     * The column of {@code at} in its line, in characters from 1, found from another place before it.
     *
     * @param column that of {@code from}
     */
    public static int column(byte[] bytes, int from, int column, int at) {
        if (end(bytes, from, at) < at) {
            return column(bytes, from, at);
        }
        String between = text(bytes, from, at);
        return column + between.codePointCount(0, between.length());
    }

    /** Decodes bytes as UTF-8, with undecodable ones as U+FFFD. */
    public static String text(byte[] bytes, int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }

    /** The place of the first line end or byte {@code wanted}; {@code to} when there is none. Looks at eight bytes at a time. */
    static int indexOfEndOr(byte wanted, byte[] bytes, int from, int to) {
        long pattern = ONES * (wanted & 0xFF);
        int i = from;
        for (; i + Long.BYTES <= to; i += Long.BYTES) {
            long word = (long) LONGS.get(bytes, i);
            long hits = zeros(word ^ pattern) | zeros(word ^ ONES * LF) | zeros(word ^ ONES * CR);
            if (hits != 0) {
                return i + (Long.numberOfTrailingZeros(hits) >>> 3);
            }
        }
        while (i < to && bytes[i] != wanted && !isEnd(bytes[i])) {
            i++;
        }
        return i;
    }

    /** The high bits of zero bytes; those above the lowest one may be wrong. */
    private static long zeros(long word) {
        return word - ONES & ~word & HIGH_BITS;
    }

    /** The place of the first byte {@code wanted}; {@code to} when there is none. Looks at eight bytes at a time. */
    public static int indexOf(byte wanted, byte[] bytes, int from, int to) {
        long pattern = ONES * (wanted & 0xFF);
        int i = from;
        for (; i + Long.BYTES <= to; i += Long.BYTES) {
            long differences = (long) LONGS.get(bytes, i) ^ pattern;
            long hits = (differences - ONES) & ~differences & HIGH_BITS;
            if (hits != 0) {
                return i + (Long.numberOfTrailingZeros(hits) >>> 3);
            }
        }
        while (i < to && bytes[i] != wanted) {
            i++;
        }
        return i;
    }
}
