package org.leadscore.cli.run;

import java.io.PrintWriter;
import java.io.Writer;
import java.util.Locale;
import java.util.function.LongSupplier;
import org.leadscore.engine.files.Progress;
import org.leadscore.lead.ShownText;
import org.leadscore.report.screen.ScreenText;

/**
 * Draws one line of progress on the terminal, at most ten times a second, and wipes it at the end. Safe for several
 * threads.
 */
public final class ProgressLine implements Progress {

    /** Nanoseconds between two drawings. */
    private static final long BETWEEN = 100_000_000;

    private static final double MEGABYTES_PER_NANO = 1e3;
    private static final String WIPE = "\r\u001B[K";

    private final PrintWriter screen;
    /** The width of the screen in columns. */
    private final int columns;
    /** The clock, in nanoseconds. */
    private final LongSupplier nanos;
    /** The source that is being read. */
    private String name = "";
    /** The size of the source in bytes; 0 or less when it is not known. */
    private long bytes;
    /** The moment at which the source began, in nanoseconds of the clock. */
    private long begun;
    /** The moment of the last drawing, in nanoseconds of the clock. */
    private long drawn;
    /** True while the line is on the terminal. */
    private boolean isShown;
    /** True when nothing is drawn any more. */
    private boolean hasEnded;

    /**
     * Draws on a terminal.
     *
     * @param columns its width
     * @param nanos tells the time in nanoseconds
     */
    public ProgressLine(Writer screen, int columns, LongSupplier nanos) {
        this.screen = new PrintWriter(screen);
        this.columns = columns;
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

    /** Wipes the line, if it is shown, so that something else can be printed. */
    public synchronized void clear() {
        if (isShown) {
            screen.print(WIPE);
            screen.flush();
            isShown = false;
        }
    }

    /** Wipes the line and draws it no more. */
    public synchronized void end() {
        clear();
        hasEnded = true;
    }

    private void drawIfDue(String text) {
        long now = nanos.getAsLong();
        if (!hasEnded && now - drawn >= BETWEEN) {
            drawn = now;
            isShown = true;
            // What reached the last column would go on in the next line, which is not wiped.
            screen.print(WIPE + ScreenText.cut(ShownText.onOneLine(text), columns - 1));
            screen.flush();
        }
    }
}
