package org.leadscore.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.leadscore.lead.Text;

/** The id of the lead of the row at hand, as written and as compared. Used again for every row. Not thread-safe. */
final class LeadName {

    private static final VarHandle EIGHT_BYTES =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ODD = 0x9E37_79B9_7F4A_7C15L;

    private final boolean exact;
    private byte[] written = new byte[64];
    private byte[] folded = new byte[64];
    private int writtenLength;
    private int foldedLength;
    private long fingerprint;

    /** @param exact whether case counts */
    LeadName(boolean exact) {
        this.exact = exact;
    }

    /** Takes the id from a slice of text; white space around it does not count. */
    void set(char[] chars, int start, int length) {
        int from = start;
        int to = start + length;
        while (from < to && Text.isSpace(chars[from])) {
            from++;
        }
        while (to > from && Text.isSpace(chars[to - 1])) {
            to--;
        }
        if (to - from > written.length) {
            written = new byte[2 * (to - from)];
            folded = new byte[2 * (to - from)];
        }
        for (int i = from; i < to; i++) {
            char c = chars[i];
            if (c >= 128) {
                set(new String(chars, from, to - from));
                return;
            }
            written[i - from] = (byte) c;
            folded[i - from] = (byte) (!exact && c >= 'A' && c <= 'Z' ? c + 32 : c);
        }
        writtenLength = to - from;
        foldedLength = to - from;
        fingerprint = fingerprint(folded, foldedLength);
    }

    /** Takes a text that is stripped already. */
    void set(String stripped) {
        byte[] bytes = stripped.getBytes(UTF_8);
        byte[] compared = exact ? bytes : Text.fold(stripped).getBytes(UTF_8);
        written = Arrays.copyOf(bytes, Math.max(64, bytes.length));
        folded = Arrays.copyOf(compared, Math.max(64, compared.length));
        int room = Math.max(written.length, folded.length);
        written = Arrays.copyOf(written, room);
        folded = Arrays.copyOf(folded, room);
        writtenLength = bytes.length;
        foldedLength = compared.length;
        fingerprint = fingerprint(folded, foldedLength);
    }

    boolean isBlank() {
        return writtenLength == 0;
    }

    byte[] written() {
        return written;
    }

    int writtenLength() {
        return writtenLength;
    }

    byte[] folded() {
        return folded;
    }

    int foldedLength() {
        return foldedLength;
    }

    /** Equal for equal ids; different for most others. */
    long fingerprint() {
        return fingerprint;
    }

    boolean isWrittenAsCompared() {
        return Arrays.equals(written, 0, writtenLength, folded, 0, foldedLength);
    }

    String text() {
        return new String(written, 0, writtenLength, UTF_8);
    }

    private static long fingerprint(byte[] bytes, int length) {
        long hash = length * ODD;
        int at = 0;
        for (; at + 8 <= length; at += 8) {
            hash = mixed(hash ^ (long) EIGHT_BYTES.get(bytes, at));
        }
        long rest = 0;
        for (; at < length; at++) {
            rest = rest << 8 | (bytes[at] & 0xFF);
        }
        return mixed(hash ^ rest);
    }

    private static long mixed(long hash) {
        long product = hash * ODD;
        return product ^ (product >>> 29);
    }
}
