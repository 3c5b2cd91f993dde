package org.leadscore.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.LongSupplier;
import org.leadscore.engine.Progress;

/** One line on the terminal, drawn again at most ten times a second, and wiped at the end. Safe for several threads. */
final class ProgressLine implements Progress {

    private static final long BETWEEN = 100_000_000;
    private static final double MEGABYTES_PER_NANO = 1e3;
    private static final String WIPE = "\r\u001B[K";

    private final PrintWriter err;
    private final LongSupplier nanos;
    private String name = "";
    private long bytes;
    private long begun;
    private long drawn;
    private boolean isShown;
    private boolean hasEnded;

    ProgressLine(PrintWriter err, LongSupplier nanos) {
        this.err = err;
        this.nanos = nanos;
        this.drawn = nanos.getAsLong();
    }

    @Override
    public synchronized void source(String source, long size) {
        name = source;
        bytes = size;
        begun = nanos.getAsLong();
        drawIfDue("reading " + name);
    }

    @Override
    public synchronized void read(long soFar) {
        long took = Math.max(1, nanos.getAsLong() - begun);
        String percent = bytes > 0 ? String.format(Locale.ROOT, " %d %%,", Math.min(100, 100 * soFar / bytes)) : "";
        drawIfDue(String.format(
                Locale.ROOT, "reading %s:%s %.0f MB/s", name, percent, MEGABYTES_PER_NANO * soFar / took));
    }

    @Override
    public synchronized void phase(String phase) {
        drawIfDue(phase);
    }

    synchronized void clear() {
        if (isShown) {
            err.print(WIPE);
            err.flush();
            isShown = false;
        }
    }

    /** Wipes it for good. */
    synchronized void end() {
        clear();
        hasEnded = true;
    }

    private void drawIfDue(String text) {
        long now = nanos.getAsLong();
        if (!hasEnded && now - drawn >= BETWEEN) {
            drawn = now;
            isShown = true;
            err.print(WIPE + text);
            err.flush();
        }
    }
}
