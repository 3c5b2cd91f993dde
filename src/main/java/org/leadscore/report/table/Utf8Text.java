package org.leadscore.report.table;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.leadscore.lead.Eight;
import org.leadscore.lead.Points;
import org.leadscore.lead.Utf8Slice;

/** Collects text as UTF-8 from the moment it is appended. Not thread-safe. */
public final class Utf8Text implements Appendable {

    /**
     * The length in characters beyond which a text is encoded as a whole, which the library does many characters at a
     * time.
     */
    private static final int SHORT = 8;

    private static final long BLANKS = Eight.times((byte) ' ');

    private byte[] bytes = new byte[1 << 12];
    private int length;

    /** The length in bytes. */
    int length() {
        return length;
    }

    void clear() {
        length = 0;
    }

    void writeTo(OutputStream out) throws IOException {
        out.write(bytes, 0, length);
    }

    byte at(int index) {
        return bytes[index];
    }

    /** Cuts off all bytes from an index on. */
    void cut(int from) {
        length = from;
    }

    /** The text from an index on, decoded. */
    public String from(int start) {
        return new String(bytes, start, length - start, StandardCharsets.UTF_8);
    }

    /** Replaces one ASCII character by another, from an index on. */
    void replaceFrom(int start, char old, char other) {
        for (int i = start; i < length; i++) {
            if (bytes[i] == old) {
                bytes[i] = (byte) other;
            }
        }
    }

    /**
     * Tells whether there is a control character or a byte, from {@code start} on.
     *
     * @param one the byte, eight times
     */
    boolean hasControlOr(long one, int start) {
        for (int at = start; at < length; at += Long.BYTES) {
            long word = word(at);
            if (Eight.zeros(word ^ one) != 0 || Eight.anyBelow(word, BLANKS)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Tells whether there is one of some bytes, from {@code start} on.
     *
     * @param some each of them eight times
     */
    boolean hasOneOf(long[] some, int start) {
        for (int at = start; at < length; at += Long.BYTES) {
            long word = word(at);
            long found = 0;
            for (long one : some) {
                found |= Eight.zeros(word ^ one);
            }
            if (found != 0) {
                return true;
            }
        }
        return false;
    }

    /** The eight bytes from an index on; bytes of no meaning, which are beyond ASCII, stand for those behind the end. */
    private long word(int at) {
        int left = length - at;
        return left >= Long.BYTES ? Eight.at(bytes, at) : Eight.few(bytes, at, left) | -1L << 8 * left;
    }

    /** Puts a quote before the text from an index on, and one behind it. */
    void quoteFrom(int start) {
        makeRoom(2);
        System.arraycopy(bytes, start, bytes, start + 1, length - start);
        bytes[start] = '"';
        bytes[length + 1] = '"';
        length += 2;
    }

    @Override
    public Utf8Text append(CharSequence text) {
        return append(text, 0, text.length());
    }

    @Override
    public Utf8Text append(CharSequence text, int start, int end) {
        if (text instanceof String all && start == 0 && end == all.length() && end > SHORT) {
            return append(all.getBytes(StandardCharsets.UTF_8));
        }
        makeRoom(end - start);
        int to = length;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                length = to;
                return append(text.subSequence(i, end).toString().getBytes(StandardCharsets.UTF_8));
            }
            bytes[to++] = (byte) c;
        }
        length = to;
        return this;
    }

    @Override
    public Utf8Text append(char c) {
        if (c >= 0x80) {
            return append(String.valueOf(c).getBytes(StandardCharsets.UTF_8));
        }
        makeRoom(1);
        bytes[length++] = (byte) c;
        return this;
    }

    Utf8Text append(byte[] utf8) {
        makeRoom(utf8.length);
        System.arraycopy(utf8, 0, bytes, length, utf8.length);
        length += utf8.length;
        return this;
    }

    void append(Utf8Slice slice) {
        makeRoom(slice.length());
        slice.copyTo(bytes, length);
        length += slice.length();
    }

    /** Appends millionths of a point as {@link Points#format} writes them. */
    public void appendPoints(long millionths, int decimals) {
        int end = makeRoom(Points.room(decimals));
        moveHere(Points.put(millionths, decimals, bytes, end), end);
    }

    /** Appends units of the last decimal as {@link Points#putPlain} writes them. */
    void appendPlain(long units, int decimals) {
        int end = makeRoom(Points.room(decimals));
        moveHere(Points.putPlain(units, decimals, bytes, end), end);
    }

    private void moveHere(int start, int end) {
        System.arraycopy(bytes, start, bytes, length, end - start);
        length += end - start;
    }

    /** Makes room for so many bytes, and answers the index at which it ends. */
    private int makeRoom(int more) {
        int end = length + more;
        if (end > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, end));
        }
        return end;
    }
}
