package org.leadscore.cli.score;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongSupplier;
import org.leadscore.engine.files.Progress;

/** Measures how long each phase of the work takes, and passes all progress on. Safe for several threads. */
final class PhaseTimes implements Progress {

    private static final double SECOND = 1e9;

    /** Takes all progress that this one is told. */
    private final Progress next;
    /** The clock, in nanoseconds. */
    private final LongSupplier nanos;
    /** Nanoseconds by phase, in the order in which the phases began. */
    private final Map<String, Long> times = new LinkedHashMap<>();
    /** The phase that is on. */
    private String current;
    /** The moment at which it began, in nanoseconds of the clock. */
    private long since;

    PhaseTimes(Progress next, LongSupplier nanos, String first) {
        this.next = next;
        this.nanos = nanos;
        this.current = first;
        this.since = nanos.getAsLong();
    }

    @Override
    public void source(String name, long bytes) {
        begin("reading " + name);
        next.source(name, bytes);
    }

    @Override
    public void read(long bytes) {
        next.read(bytes);
    }

    @Override
    public void phase(String name) {
        begin(name);
        next.phase(name);
    }

    /** Ends the current phase and answers a line for each, in the order in which they began, in seconds. */
    synchronized String end() {
        begin("");
        StringBuilder text = new StringBuilder();
        for (Map.Entry<String, Long> time : times.entrySet()) {
            text.append(String.format(Locale.ROOT, "%8.3f s  %s", time.getValue() / SECOND, time.getKey()))
                    .append('\n');
        }
        return text.toString();
    }

    private synchronized void begin(String name) {
        long now = nanos.getAsLong();
        times.merge(current, now - since, Long::sum);
        current = name;
        since = now;
    }
}
