package org.leadscore.report;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Text that is UTF-8 from the moment it is appended. Not thread-safe. */
final class Utf8Text implements Appendable {

    /** Longer texts are encoded as a whole, which the library does many characters at a time. */
    private static final int SHORT = 8;

    private byte[] bytes = new byte[1 << 12];
    private int length;

    /** In bytes. */
    int length() {
        return length;
    }

    void clear() {
        length = 0;
    }

    void writeTo(OutputStream out) throws IOException {
        out.write(bytes, 0, length);
    }

    @Override
    public Utf8Text append(CharSequence text) {
        return append(text, 0, text.length());
    }

    @Override
    public Utf8Text append(CharSequence text, int start, int end) {
        if (text instanceof String all && start == 0 && end == all.length() && end > SHORT) {
            return appendEncoded(all);
        }
        makeRoom(end - start);
        int to = length;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                length = to;
                return appendEncoded(text.subSequence(i, end).toString());
            }
            bytes[to++] = (byte) c;
        }
        length = to;
        return this;
    }

    @Override
    public Utf8Text append(char c) {
        if (c >= 0x80) {
            return appendEncoded(String.valueOf(c));
        }
        makeRoom(1);
        bytes[length++] = (byte) c;
        return this;
    }

    private Utf8Text appendEncoded(String text) {
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        makeRoom(encoded.length);
        System.arraycopy(encoded, 0, bytes, length, encoded.length);
        length += encoded.length;
        return this;
    }

    private void makeRoom(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
        }
    }
}
