package org.leadscore.cli.score;

import org.jspecify.annotations.Nullable;
import org.leadscore.cli.option.MemoryLimit;
import org.leadscore.problem.UsageException;
import org.leadscore.report.summary.MemoryUse;

/**
 * Books the memory for objects that a run takes whatever the number of leads, so that the rest can go to the leads.
 * Counts in bytes. {@link ScoreJob} makes one for a run.
 */
final class HeapUse {

    private static final long MEBIBYTE = 1 << 20;

    /** Divisor of the memory: one part in so many may be held. */
    private static final int SHARE = 2;

    /** The limit that the user asked for; null for none. */
    private final @Nullable MemoryLimit asked;
    /** Bytes that Java may take for objects. */
    private final long bytes;
    /** Bytes booked so far. */
    private long held;

    /** @param asked null where nobody asked for a limit */
    HeapUse(@Nullable MemoryLimit asked, long bytes) {
        this.asked = asked;
        this.bytes = bytes;
    }

    /**
     * Books something that is held in memory as a whole.
     *
     * @param what the thing, as the user knows it
     * @param more about how many bytes it takes there
     * @throws UsageException when it does not leave enough for the rest; says what would do
     */
    void hold(String what, long more) {
        held += more;
        if (held > bytes / SHARE) {
            throw new UsageException(limit() + ": " + what + " is held in memory, and takes about "
                    + MemoryUse.size(more) + " of it; " + enough(SHARE * held));
        }
    }

    /** The bytes left for the leads. */
    long left() {
        return bytes - held;
    }

    /**
     * Makes the failure of a run that cannot be done with so little; the message says how much would do.
     *
     * @param what does not fit, as the user knows it
     * @param needed about how many bytes it needs
     */
    UsageException tooLittleFor(String what, long needed) {
        return new UsageException(limit() + ": too little for " + what + "; " + enough(held + needed));
    }

    private String limit() {
        return asked == null ? MemoryUse.size(bytes) + " for Java on this machine" : "--memory " + asked.text();
    }

    private static String enough(long heap) {
        return "--memory " + MemoryLimit.withHeap(heap).bytes() / MEBIBYTE + "m would do";
    }
}
