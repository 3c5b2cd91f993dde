package org.leadscore.engine.leads;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.leadscore.lead.Text;

/**
 * The ids of the leads of a block of rows, as compared, one behind the other. Used again for every block; taken by
 * {@link LeadDirectory}. Not thread-safe.
 */
public final class LeadNames {

    private final IdFolding folding;

    /** Folds ids beyond ASCII, and is the view that {@link #name} answers. */
    private final LeadName name;

    /** Index in {@link #folded} at which each row's id begins. */
    private final int[] froms;

    /** Length in bytes of each row's id as compared. */
    private final int[] lengths;

    /** Hash of each row's id as compared. */
    private final long[] fingerprints;

    /** Entries of the directory by row, for use by the directory while it looks the names up. */
    private final long[] entries;

    /** Index in {@link #source} at which each row's id begins, with white space around it. */
    private final int[] starts;

    /** Length in bytes of each row's id in {@link #source}. */
    private final int[] sizes;

    /** Tells of each row whether its id is a visitor's, as {@link LeadName#setVisitor} has it. */
    private final boolean[] visitors;

    /** The ids as written of rows whose id was replaced, by row; null where it stands in the block. */
    private final byte[] @Nullable [] replaced;

    /** By row with another id in its place, the number of the id that stood there. */
    private final int[] origins;

    /** Tells whether a row of the block has an id in {@link #replaced}. */
    private boolean hasReplaced;

    /** The bytes of the block, in which ids stand as written. */
    private byte[] source = {};

    /** The ids as compared, one behind the other. */
    private byte[] folded = new byte[1 << 10];

    /** Number of bytes of {@link #folded} that are used. */
    private int used;

    /**
     * Names, none yet.
     *
     * @param exact whether case counts
     * @param rows the most rows of a block
     */
    public LeadNames(boolean exact, int rows) {
        this.folding = new IdFolding(exact);
        this.name = new LeadName(exact);
        this.froms = new int[rows];
        this.lengths = new int[rows];
        this.fingerprints = new long[rows];
        this.entries = new long[rows];
        this.starts = new int[rows];
        this.sizes = new int[rows];
        this.visitors = new boolean[rows];
        this.replaced = new byte[rows][];
        this.origins = new int[rows];
    }

    /** Forgets all names and begins with a new block, of whose UTF-8 ids are slices. */
    public void turnTo(byte[] utf8) {
        source = utf8;
        used = 0;
        if (hasReplaced) {
            Arrays.fill(replaced, null);
            hasReplaced = false;
        }
    }

    /**
     * Takes a row's id from a slice; white space around it does not count.
     *
     * @param start index in the bytes of the block
     */
    public void set(int row, int start, int length) {
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

    /** Says whether the id of a row is a visitor's, as {@link LeadName#setVisitor} has it. */
    public void setVisitor(int row, boolean is) {
        visitors[row] = is;
    }

    /** True for the id of a visitor, as {@link #setVisitor} has said last of the row. */
    public boolean isVisitor(int row) {
        return visitors[row];
    }

    /**
     * Puts another id in the place of a row's; it is no visitor's.
     *
     * @param origin the number of the row's id among {@link Identities}
     */
    public void replace(int row, byte[] id, int origin) {
        origins[row] = origin;
        byte[] block = source;
        source = id;
        set(row, 0, id.length);
        source = block;
        replaced[row] = id;
        hasReplaced = true;
        visitors[row] = false;
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

    /** The id of a row, as written too; a view that the next call changes. */
    public LeadName name(int row) {
        byte[] own = replaced[row];
        name.set(own == null ? source : own, starts[row], sizes[row]);
        name.setVisitor(visitors[row]);
        name.setOrigin(own == null ? LeadDirectory.UNKNOWN : origins[row]);
        return name;
    }

    /** True when the id of a row of the block is blank. */
    public boolean isBlank(int row) {
        return lengths[row] == 0;
    }

    /**
     * Hashes by row, each {@link LeadName#fingerprint} of the row's id. Not to be changed, as the arrays of the other
     * methods.
     */
    long[] fingerprints() {
        return fingerprints;
    }

    /** The ids as compared, of all rows. */
    byte[] folded() {
        return folded;
    }

    /** Index in {@link #folded} at which each row's id begins. */
    int[] froms() {
        return froms;
    }

    /** Length in bytes of each row's id as compared. */
    int[] lengths() {
        return lengths;
    }

    /** Entries of the directory by row, for use by the directory while it looks the names up. */
    long[] entries() {
        return entries;
    }
}
