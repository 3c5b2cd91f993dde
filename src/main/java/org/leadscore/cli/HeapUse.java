package org.leadscore.cli;

import org.jspecify.annotations.Nullable;
import org.leadscore.problem.UsageException;
import org.leadscore.report.MemoryUse;

/** What Java has for objects, whoever chose that, and how much of it is taken by what is held whatever the leads are. */
final class HeapUse {

    private static final long MEBIBYTE = 1 << 20;

    /** What is held may take one part in so many. */
    private static final int SHARE = 2;

    private final @Nullable MemoryLimit asked;
    private final long bytes;
    private long held;

    /** @param asked null where nobody asked for a limit */
    HeapUse(@Nullable MemoryLimit asked, long bytes) {
        this.asked = asked;
        this.bytes = bytes;
    }

    /**
     * Something is held in memory as a whole.
     *
     * @param what it is, as the user knows it
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

    /** What is left for the leads. */
    long left() {
        return bytes - held;
    }

    /**
     * The failure of a run that cannot be done with so little; says what would do.
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
