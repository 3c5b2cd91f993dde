package org.leadscore.engine.leads;

import org.leadscore.lead.Eight;

/**
 * Folds an id in ASCII, eight bytes at a time, to the form in which it is compared. Used again for every id. Not
 * thread-safe.
 */
final class IdFolding {

    private final boolean exact;

    /** The hash of the id that was folded last. */
    private long fingerprint;

    /**
     * A folding of ids.
     *
     * @param exact whether case counts
     */
    IdFolding(boolean exact) {
        this.exact = exact;
    }

    /**
     * Writes the folded id into an array, where up to seven bytes behind it may be written over.
     *
     * @return false when the id has a byte beyond ASCII; then nothing is known of it
     */
    boolean fold(byte[] utf8, int from, int size, byte[] into, int to) {
        long hash = Eight.start(size);
        int at = 0;
        for (; at + Long.BYTES <= size; at += Long.BYTES) {
            long word = Eight.at(utf8, from + at);
            if (Eight.beyondAscii(word)) {
                return false;
            }
            hash = take(word, hash, into, to + at);
        }
        long rest = Eight.few(utf8, from + at, size - at);
        if (Eight.beyondAscii(rest)) {
            return false;
        }
        fingerprint = take(rest, hash, into, to + at);
        return true;
    }

    /** The hash, as {@link Eight#hash}, of the id that was folded last, in its folded form. */
    long fingerprint() {
        return fingerprint;
    }

    private long take(long word, long hash, byte[] into, int to) {
        long compared = exact ? word : Eight.lowered(word);
        Eight.put(into, to, compared);
        return Eight.mixed(hash, compared);
    }
}
