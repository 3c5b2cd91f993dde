package org.leadscore.engine.events;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.leadscore.engine.files.Exports;
import org.leadscore.engine.files.Progress;
import org.leadscore.ingest.scan.Chunk;
import org.leadscore.ingest.table.Table;

/**
 * Hands out the logs piece by piece, in order, to as many threads as ask. After a failure nothing more is handed out;
 * of several failures the one counts that a single thread would have met first.
 */
public final class ChunkQueue implements AutoCloseable {

    /** An open table and its place among the logs and their files, both from 0. */
    public record OpenTable(int log, int file, Table table) {}

    /** A chunk and the table that it is a part of. */
    public record Piece(OpenTable from, Chunk chunk) {}

    /** A failure and its place in the logs, chunks counted from 0. */
    private record Failure(int log, int file, int chunk, Throwable cause) {

        private static final Comparator<Failure> FIRST = Comparator.comparingInt(Failure::log)
                .thenComparingInt(Failure::file)
                .thenComparingInt(Failure::chunk);
    }

    private static final int BEFORE_ALL = -1;
    private static final int BEHIND_ALL = Integer.MAX_VALUE;

    private final List<Exports.Log> logs;
    private final Progress progress;
    private final Function<Exports.Export, Table> opener;

    /** All tables that were opened, in order. */
    private final List<OpenTable> opened = new ArrayList<>();

    /** The index of the log that is being read; the number of logs behind the last. */
    private int log;

    /** The index of the file that is being read, in its log; −1 before the first. */
    private int file = -1;

    /** The table that is being read; null before the first and behind the last. */
    private @Nullable OpenTable current;

    /** The first failure in the order of the logs; null while there is none. */
    private @Nullable Failure failure;

    /** Queues the chunks of these logs, in their order. */
    public ChunkQueue(List<Exports.Log> logs, Progress progress) {
        this(logs, progress, Exports.Export::open);
    }

    /** Queues the chunks of these logs, in their order, whose files are opened in a way of one's own. */
    ChunkQueue(List<Exports.Log> logs, Progress progress, Function<Exports.Export, Table> opener) {
        this.logs = logs;
        this.progress = progress;
        this.opener = opener;
    }

    /** The next piece; null when there is no more, or something has failed. */
    public @Nullable Piece next() {
        OpenTable here = after(null);
        while (here != null) {
            Chunk chunk = next(here);
            if (chunk != null) {
                progress.read(here.table().bytesRead());
                return new Piece(here, chunk);
            }
            here = after(here);
        }
        return null;
    }

    /** Takes note of a failure to read a piece or to take in its rows. */
    public void fail(Piece piece, Throwable cause) {
        fail(new Failure(piece.from().log(), piece.from().file(), piece.chunk().number(), cause));
    }

    /**
     * Throws the first failure in the order of the logs, if there is one. Must be called when all threads have ended.
     */
    public synchronized void rethrow() {
        Failure first = failure;
        if (first == null) {
            return;
        }
        for (OpenTable open : opened) {
            boolean isBefore = open.log() != first.log() || open.file() != first.file();
            if (open.table().hasSecondTable(isBefore ? BEHIND_ALL : first.chunk())) {
                open.table().finish();
            }
            if (!isBefore) {
                break;
            }
        }
        if (first.cause() instanceof Error error) {
            throw error;
        }
        throw (RuntimeException) first.cause();
    }

    /** All tables that were opened, in order; when the last piece has been read, they can be finished. */
    public synchronized List<OpenTable> opened() {
        return List.copyOf(opened);
    }

    @Override
    public synchronized void close() {
        opened.forEach(open -> open.table().close());
    }

    /** The table to read on, given one that has come to its end; null behind the last. */
    private synchronized @Nullable OpenTable after(@Nullable OpenTable ended) {
        if (failure == null && (current == null ? log < logs.size() : current.equals(ended))) {
            try {
                open();
            } catch (RuntimeException | Error cause) {
                fail(new Failure(log, file, BEFORE_ALL, cause));
            }
        }
        return failure == null ? current : null;
    }

    private @Nullable Chunk next(OpenTable here) {
        try {
            return here.table().next();
        } catch (RuntimeException | Error cause) {
            fail(new Failure(here.log(), here.file(), BEHIND_ALL, cause));
            return null;
        }
    }

    private synchronized void fail(Failure other) {
        failure = failure == null || Failure.FIRST.compare(other, failure) < 0 ? other : failure;
    }

    private void open() {
        file++;
        while (log < logs.size() && file == logs.get(log).files().size()) {
            log++;
            file = 0;
        }
        if (log == logs.size()) {
            current = null;
            return;
        }
        Exports.Export export = logs.get(log).files().get(file);
        progress.source(export.input().name(), export.input().size());
        Table table = opener.apply(export);
        table.expect(LogIntake.expected(logs.get(log).source(), table));
        current = new OpenTable(log, file, table);
        opened.add(current);
    }
}
