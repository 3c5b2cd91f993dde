package org.leadscore.engine.leads;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import org.leadscore.lead.Eight;
import org.leadscore.lead.Text;

/**
 * The id of the lead of the row at hand, as written and as compared. Used again for every row; taken by
 * {@link LeadDirectory}. Not thread-safe.
 */
public final class LeadName {

    private final boolean exact;
    private final IdFolding folding;

    /** The id as written, stripped, in UTF-8, with room behind it. */
    private byte[] written = new byte[64];

    /** The id as compared, in UTF-8, with room behind it. */
    private byte[] folded = new byte[64];

    /** Length of the id as written, in bytes. */
    private int writtenLength;

    /** Length of the id as compared, in bytes. */
    private int foldedLength;

    /** The hash of the id as compared. */
    private long fingerprint;

    /** The number of the id that led to this one; below 0 for none. */
    private int origin = LeadDirectory.UNKNOWN;

    /** Tells whether the id stands in a column of ids that lead on to others. */
    private boolean isVisitor;

    /**
     * A name that is blank yet.
     *
     * @param exact whether case counts
     */
    public LeadName(boolean exact) {
        this.exact = exact;
        this.folding = new IdFolding(exact);
    }

    /** Takes the id from a slice of UTF-8; white space around it does not count. */
    public void set(byte[] utf8, int start, int length) {
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
    public void set(String stripped) {
        byte[] bytes = stripped.getBytes(UTF_8);
        byte[] compared = exact ? bytes : Text.fold(stripped).getBytes(UTF_8);
        makeRoom(Math.max(bytes.length, compared.length));
        System.arraycopy(bytes, 0, written, 0, bytes.length);
        System.arraycopy(compared, 0, folded, 0, compared.length);
        writtenLength = bytes.length;
        foldedLength = compared.length;
        fingerprint = Eight.hash(folded, 0, foldedLength);
    }

    /** Takes the id as it is compared for that which is written. */
    public void spellAsCompared() {
        System.arraycopy(folded, 0, written, 0, foldedLength);
        writtenLength = foldedLength;
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

    /**
     * Says whether the id stands in a column of ids that lead on to others, such as cookies; who has such an id and is in no
     * contact list is a visitor without a name.
     */
    public void setVisitor(boolean is) {
        isVisitor = is;
    }

    /** Says which id, by its number among {@link Identities}, led to this one; below 0 for none. */
    public void setOrigin(int id) {
        origin = id;
    }

    /** The number of the id that led to this one, as {@link #setOrigin} has said last; below 0 for none. */
    public int origin() {
        return origin;
    }

    /** True for the id of a visitor, as {@link #setVisitor} has said last. */
    public boolean isVisitor() {
        return isVisitor;
    }

    /** The id as the row writes it, in UTF-8; only the first {@link #writtenLength} bytes count. */
    public byte[] written() {
        return written;
    }

    /** The length of the id in bytes. */
    public int writtenLength() {
        return writtenLength;
    }

    byte[] folded() {
        return folded;
    }

    int foldedLength() {
        return foldedLength;
    }

    /** A hash of the id as compared: equal for equal ids, different for most others. It is another one in each run. */
    public long fingerprint() {
        return fingerprint;
    }

    /** A hash of the id as compared, of a seed that is given: the same on every machine. */
    public long fingerprint(long seed) {
        return Eight.hash(folded, 0, foldedLength, seed);
    }

    boolean isWrittenAsCompared() {
        return Arrays.equals(written, 0, writtenLength, folded, 0, foldedLength);
    }

    /** The id as the row writes it. */
    public String text() {
        return new String(written, 0, writtenLength, UTF_8);
    }
}
