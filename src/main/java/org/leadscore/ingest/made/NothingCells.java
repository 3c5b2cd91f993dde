package org.leadscore.ingest.made;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.leadscore.ingest.row.RowBlock;
import org.leadscore.rules.made.Nothing;

/** Blanks the cells of a column whose text stands for nothing. Most others are told by their length. */
final class NothingCells {

    private static final int LONGEST = Long.SIZE - 1;

    private final Nothing nothing;
    private final boolean isEmpty;
    private final long lengths; // a bit for each length of a text, in bytes, the last one for all longer ones

    NothingCells(Nothing nothing) {
        this.nothing = nothing;
        isEmpty = nothing.folded().isEmpty();
        long bits = 0;
        for (String text : nothing.folded()) {
            boolean isAscii = text.chars().allMatch(c -> c < 0x80);
            bits |= isAscii ? 1L << Math.min(LONGEST, text.length()) : -1L; // a capital may be longer, or shorter
        }
        lengths = bits;
    }

    /** True when no text stands for nothing. */
    boolean isEmpty() {
        return isEmpty;
    }

    void blank(RowBlock block, int column) {
        byte[] bytes = block.bytes();
        int[] starts = block.starts();
        int[] all = block.lengths();
        int first = block.first(column);
        for (int i = first; i < first + block.size(); i++) {
            int length = all[i];
            if (length > 0
                    && mayBe(bytes, starts[i], length)
                    && nothing.is(new String(bytes, starts[i], length, UTF_8))) {
                all[i] = 0;
            }
        }
    }

    private boolean mayBe(byte[] bytes, int start, int length) {
        return (lengths >>> Math.min(LONGEST, length) & 1) != 0
                || bytes[start] <= ' '
                || bytes[start + length - 1] <= ' '; // blanks around it do not count; beyond ASCII bytes are below 0
    }
}
