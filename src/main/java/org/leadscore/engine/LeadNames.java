package org.leadscore.engine;

import java.util.Arrays;
import org.leadscore.lead.Text;

/** The ids of the leads of several rows, as compared, one behind the other. Used again for every block of rows. Not thread-safe. */
final class LeadNames {

    private final IdFolding folding;
    private final LeadName name;
    private final int[] froms;
    private final int[] lengths;
    private final long[] fingerprints;
    private final long[] entries;
    private final int[] starts;
    private final int[] sizes;
    private byte[] source = {};
    private byte[] folded = new byte[1 << 10];
    private int used;

    /**
     * No names yet.
     *
     * @param exact whether case counts
     * @param rows how many there are at most
     */
    LeadNames(boolean exact, int rows) {
        this.folding = new IdFolding(exact);
        this.name = new LeadName(exact);
        this.froms = new int[rows];
        this.lengths = new int[rows];
        this.fingerprints = new long[rows];
        this.entries = new long[rows];
        this.starts = new int[rows];
        this.sizes = new int[rows];
    }

    /** From now on ids are slices of this UTF-8. */
    void turnTo(byte[] utf8) {
        source = utf8;
        used = 0;
    }

    /** Takes a row's id from a slice; white space around it does not count. */
    void set(int row, int start, int length) {
        byte[] utf8 = source;
        starts[row] = start;
        sizes[row] = length;
        int from = Text.start(utf8, start, start + length);
        int size = Text.end(utf8, from, start + length) - from;
        if (used + size + Long.BYTES > folded.length) {
            folded = Arrays.copyOf(folded, 2 * (used + size + Long.BYTES));
        }
        if (folding.fold(utf8, from, size, folded, used)) {
            add(row, size, folding.fingerprint());
        } else {
            setSlowly(row);
        }
    }

    private void setSlowly(int row) {
        name.set(source, starts[row], sizes[row]);
        int size = name.foldedLength();
        if (used + size + Long.BYTES > folded.length) {
            folded = Arrays.copyOf(folded, 2 * (used + size + Long.BYTES));
        }
        System.arraycopy(name.folded(), 0, folded, used, size);
        add(row, size, name.fingerprint());
    }

    private void add(int row, int size, long fingerprint) {
        froms[row] = used;
        lengths[row] = size;
        fingerprints[row] = fingerprint;
        used += size;
    }

    /** One of the names, as written too; a view that the next call changes. */
    LeadName name(int row) {
        name.set(source, starts[row], sizes[row]);
        return name;
    }

    boolean isBlank(int row) {
        return lengths[row] == 0;
    }

    /** By row, as {@link LeadName#fingerprint}; for reading only, as the arrays of the other methods. */
    long[] fingerprints() {
        return fingerprints;
    }

    /** The ids as compared, of all rows. */
    byte[] folded() {
        return folded;
    }

    /** By row, where in {@link #folded} its id begins. */
    int[] froms() {
        return froms;
    }

    /** By row, how many bytes its id as compared has. */
    int[] lengths() {
        return lengths;
    }

    /** By row, for use by who looks the names up. */
    long[] entries() {
        return entries;
    }
}
