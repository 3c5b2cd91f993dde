package org.leadscore.report.table;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Writes the rows of long tables by several threads: each makes a slice of the rows in memory, waits until the slices before
 * are written, and writes its own. The bytes are the same for any number of threads.
 */
public final class Slices {

    /** Number of rows of one slice. */
    private static final int ROWS = 1024;

    /** Number of rows that are asked for together. */
    private static final int AT_HAND = 128;

    private final CsvForm form;
    private final ZoneId zone;
    private final int threads;

    /** Puts rows into tables. Called by several threads at once. */
    public interface Rows {

        /**
         * Puts some rows into a table.
         *
         * @param times for the calling thread only
         * @param from the first row, counted from 0
         * @param to the row behind the last
         */
        void put(CsvTable table, ZonedTimes times, int from, int to) throws IOException;
    }

    /**
     * A writer of rows in one form.
     *
     * @param threads at least one
     */
    public Slices(CsvForm form, ZoneId zone, int threads) {
        this.form = form;
        this.zone = zone;
        this.threads = threads;
    }

    /**
     * Writes so many rows, in their order, to the stream, which stays open. The last slice is made first: most tables
     * are sorted, and code that has only met the top of one when it is compiled has to be compiled again for the rest.
     */
    public void write(int count, Rows rows, OutputStream out) throws IOException {
        int last = Math.max(0, count - 1) / ROWS * ROWS;
        ByteArrayOutputStream end = new ByteArrayOutputStream();
        put(rows, CsvTable.continued(end, form), new ZonedTimes(zone), last, count);
        writeWhole(last / ROWS, rows, out);
        end.writeTo(out);
    }

    private static void put(Rows rows, CsvTable table, ZonedTimes times, int first, int end) throws IOException {
        for (int from = first; from < end; from += AT_HAND) {
            rows.put(table, times, from, Math.min(end, from + AT_HAND));
        }
        table.flush();
    }

    private void writeWhole(int slices, Rows rows, OutputStream out) throws IOException {
        Turns turns = new Turns(out);
        AtomicInteger next = new AtomicInteger();
        List<Thread> others = new ArrayList<>();
        for (int i = 1; i < Math.min(threads, slices); i++) {
            Thread other = new Thread(() -> work(next, slices, rows, turns), "leadscore-writer-" + i);
            other.start();
            others.add(other);
        }
        work(next, slices, rows, turns);
        for (Thread other : others) {
            join(other);
        }
        turns.rethrow();
    }

    private void work(AtomicInteger next, int slices, Rows rows, Turns turns) {
        try {
            ByteArrayOutputStream made = new ByteArrayOutputStream();
            CsvTable table = CsvTable.continued(made, form);
            ZonedTimes times = new ZonedTimes(zone);
            for (int slice = next.getAndIncrement(); slice < slices; slice = next.getAndIncrement()) {
                put(rows, table, times, slice * ROWS, (slice + 1) * ROWS);
                if (!turns.take(slice, made)) {
                    return;
                }
                made.reset();
            }
        } catch (IOException | RuntimeException | Error failure) {
            turns.fail(failure);
        }
    }

    private static void join(Thread other) {
        boolean interrupted = false;
        while (other.isAlive()) {
            try {
                other.join();
            } catch (InterruptedException e) {
                interrupted = true; // it ends soon, and writes to a stream that the caller is about to close
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Writes slices one after the other, until one fails. */
    private static final class Turns {

        private final OutputStream out;

        /** The slice that is written next, from 0. */
        private int turn;

        /** The first failure of any thread; null while there is none. */
        private @Nullable Throwable failure;

        Turns(OutputStream out) {
            this.out = out;
        }

        /** Waits for a slice's turn and writes it; false when there is none, as another slice has failed. */
        synchronized boolean take(int slice, ByteArrayOutputStream made) throws IOException {
            boolean interrupted = false;
            while (turn != slice && failure == null) {
                try {
                    wait();
                } catch (InterruptedException e) {
                    interrupted = true; // who is waited for is busy, not stuck
                }
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
            if (failure != null) {
                return false;
            }
            made.writeTo(out);
            turn++;
            notifyAll();
            return true;
        }

        synchronized void fail(Throwable cause) {
            if (failure == null) {
                failure = cause;
            }
            notifyAll();
        }

        synchronized void rethrow() throws IOException {
            if (failure instanceof IOException notWritten) {
                throw notWritten;
            }
            if (failure instanceof RuntimeException unchecked) {
                throw unchecked;
            }
            if (failure instanceof Error error) {
                throw error;
            }
        }
    }
}
