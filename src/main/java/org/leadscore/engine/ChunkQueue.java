package org.leadscore.engine;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leadscore.ingest.Chunk;
import org.leadscore.ingest.Table;

/** Hands out the logs piece by piece, in order, to as many threads as ask. */
final class ChunkQueue implements AutoCloseable {

    /** A table and where it stands among the logs and their files. */
    record OpenTable(int log, int file, Table table) {}

    record Piece(OpenTable from, Chunk chunk) {}

    private final List<Exports.Log> logs;
    private final Progress progress;
    private final List<OpenTable> opened = new ArrayList<>();
    private int log;
    private int file = -1;
    private @Nullable OpenTable current;

    ChunkQueue(List<Exports.Log> logs, Progress progress) {
        this.logs = logs;
        this.progress = progress;
    }

    /** The next piece; null when there is no more. */
    @Nullable
    Piece next() {
        OpenTable here = after(null);
        while (here != null) {
            Chunk chunk = here.table().next();
            if (chunk != null) {
                progress.read(here.table().bytesRead());
                return new Piece(here, chunk);
            }
            here = after(here);
        }
        return null;
    }

    /** All tables, in order; when the last piece has been read, they can be finished. */
    synchronized List<OpenTable> opened() {
        return List.copyOf(opened);
    }

    @Override
    public synchronized void close() {
        opened.forEach(open -> open.table().close());
    }

    /** The table to read on, given one that has come to its end; null behind the last. */
    private synchronized @Nullable OpenTable after(@Nullable OpenTable ended) {
        if (current == null ? log < logs.size() : current.equals(ended)) {
            open();
        }
        return current;
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
        Table table = export.open();
        table.expect(LogShare.expected(logs.get(log).source(), table));
        current = new OpenTable(log, file, table);
        opened.add(current);
    }
}
