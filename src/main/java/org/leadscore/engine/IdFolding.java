package org.leadscore.engine;

import org.leadscore.lead.Eight;

/** Makes of an id in ASCII, eight bytes at a time, what it is compared by. Not thread-safe. */
final class IdFolding {

    private final boolean exact;
    private long fingerprint;

    /** @param exact whether case counts */
    IdFolding(boolean exact) {
        this.exact = exact;
    }

    /**
     * Puts the id as compared into an array, where up to seven bytes behind it may be written over.
     *
     * @return false when there is a byte beyond ASCII; then nothing is known of the id
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

    /** Of the id last folded: what {@link Eight#hash} makes of it as compared. */
    long fingerprint() {
        return fingerprint;
    }

    private long take(long word, long hash, byte[] into, int to) {
        long compared = exact ? word : Eight.lowered(word);
        Eight.put(into, to, compared);
        return Eight.mixed(hash, compared);
    }
}
