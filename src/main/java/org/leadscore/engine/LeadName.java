package org.leadscore.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import org.leadscore.lead.Eight;
import org.leadscore.lead.Text;

/** The id of the lead of the row at hand, as written and as compared. Used again for every row. Not thread-safe. */
final class LeadName {

    private final boolean exact;
    private final IdFolding folding;
    private byte[] written = new byte[64];
    private byte[] folded = new byte[64];
    private int writtenLength;
    private int foldedLength;
    private long fingerprint;

    /** @param exact whether case counts */
    LeadName(boolean exact) {
        this.exact = exact;
        this.folding = new IdFolding(exact);
    }

    /** Takes the id from a slice of UTF-8; white space around it does not count. */
    void set(byte[] utf8, int start, int length) {
        int from = Text.start(utf8, start, start + length);
        int to = Text.end(utf8, from, start + length);
        int size = to - from;
        makeRoom(size);
        if (!folding.fold(utf8, from, size, folded, 0)) {
            set(Text.strip(new String(utf8, from, size, UTF_8)));
            return;
        }
        System.arraycopy(utf8, from, written, 0, size);
        fingerprint = folding.fingerprint();
        writtenLength = size;
        foldedLength = size;
    }

    /** Takes a text that is stripped already. */
    void set(String stripped) {
        byte[] bytes = stripped.getBytes(UTF_8);
        byte[] compared = exact ? bytes : Text.fold(stripped).getBytes(UTF_8);
        makeRoom(Math.max(bytes.length, compared.length));
        System.arraycopy(bytes, 0, written, 0, bytes.length);
        System.arraycopy(compared, 0, folded, 0, compared.length);
        writtenLength = bytes.length;
        foldedLength = compared.length;
        fingerprint = Eight.hash(folded, 0, foldedLength);
    }

    private void makeRoom(int length) {
        if (length + Long.BYTES > written.length) {
            written = new byte[2 * length + Long.BYTES];
            folded = new byte[2 * length + Long.BYTES];
        }
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
}
