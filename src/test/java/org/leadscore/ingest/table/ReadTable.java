package org.leadscore.ingest.table;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import org.leadscore.ingest.input.Input;
import org.leadscore.ingest.input.OffsetFile;
import org.leadscore.ingest.row.Oddities;
import org.leadscore.ingest.row.Reject;
import org.leadscore.ingest.row.Row;
import org.leadscore.ingest.row.RowHandler;
import org.leadscore.ingest.scan.Chunk;
import org.leadscore.ingest.scan.RecordLimits;
import org.leadscore.problem.InputException;
import org.leadscore.rules.source.Dialect;

/**
 * A table read to its end, for tests to look at.
 *
 * @param rows each as its line and its cells with their columns: {@code 2 a@1 b@3}
 * @param oddities each as its kind, its column if it has one, and its count: {@code GUARD phone 3}
 */
public record ReadTable(
        List<String> header, List<String> rows, long count, List<Reject> rejects, List<String> oddities) {

    static final String NAME = "t.csv";

    /** The text in the second field by which the handler rejects a row. */
    static final String REFUSED = "no";

    public static ReadTable of(String text) {
        return of(text, Dialects.PLAIN);
    }

    public static ReadTable of(String text, Dialect dialect) {
        return of(text.getBytes(StandardCharsets.UTF_8), dialect);
    }

    public static ReadTable of(byte[] bytes, Dialect dialect) {
        return of(bytes, dialect, Table.CHUNK, RecordLimits.USUAL, 1);
    }

    public static ReadTable of(byte[] bytes, Dialect dialect, int chunk, RecordLimits limits, int threads) {
        return of(bytes, dialect, chunk, limits, threads, true);
    }

    /** Reads a table with every row read by FastCSV. */
    public static ReadTable parsed(byte[] bytes, Dialect dialect, int chunk) {
        return of(bytes, dialect, chunk, RecordLimits.USUAL, 1, false);
    }

    private static ReadTable of(
            byte[] bytes, Dialect dialect, int chunk, RecordLimits limits, int threads, boolean cutting) {
        Input input = Input.of(NAME, bytes);
        try (Table table = Table.open(input, dialect, chunk, limits)) {
            return of(table, threads, cutting);
        }
    }

    /** Reads a table in parts, one by one. */
    public static ReadTable inParts(byte[] bytes, Dialect dialect, int part, int chunk, RecordLimits limits)
            throws IOException {
        Input input = Input.of(NAME, bytes);
        OffsetFile file = offsetFile(bytes);
        List<FileRange> parts;
        List<String> header;
        try (Table table = Table.open(input, dialect, chunk, limits)) {
            header = table.header();
            List<Stretch> stretches = new ArrayList<>();
            for (FileRange.Range range : FileRange.ranges(table.rowsBegin(), bytes.length, part)) {
                stretches.add(Stretch.between(file, table.form(), range.from(), range.to()));
            }
            parts = FileRange.of(table, file, bytes.length, stretches);
        }
        ReadTable all = new ReadTable(header, new ArrayList<>(), 0, new ArrayList<>(), List.of());
        Oddities oddities = new Oddities();
        for (FileRange one : parts) {
            try (Table table = Table.openRange(input, one.in(file), dialect, chunk, one.linesBefore(), limits)) {
                ReadTable read = of(table, 1, true);
                oddities.add(table.oddities());
                all.rows.addAll(read.rows);
                all.rejects.addAll(read.rejects);
                all = new ReadTable(header, all.rows, all.count + read.count, all.rejects, texts(oddities));
            }
        }
        return all;
    }

    private static OffsetFile offsetFile(byte[] bytes) {
        return new OffsetFile() {
            @Override
            public String name() {
                return NAME;
            }

            @Override
            public InputStream open(long from) {
                return new ByteArrayInputStream(bytes, (int) from, bytes.length - (int) from);
            }
        };
    }

    private static ReadTable of(Table table, int threads, boolean cutting) {
        if (table.header().size() > 1) {
            table.expect(0);
        }
        Map<Long, String> byPosition = new ConcurrentSkipListMap<>();
        onThreads(threads, () -> readAll(new ChunkReader(table, cutting), table, new Kept(byPosition, !cutting)));
        Read read = table.finish();
        List<String> rows = new ArrayList<>();
        byPosition.forEach((position, row) -> rows.add(table.lineOf(position) + row));
        return new ReadTable(table.header(), rows, read.rows(), read.rejects(), texts(table.oddities()));
    }

    /** The oddities but for lines like rows, a guess that the reference does not make; UnknownDialectLawsTest has it. */
    static List<String> texts(Oddities oddities) {
        List<String> texts = new ArrayList<>();
        oddities.forEach((kind, column, count, first) -> {
            if (kind != Oddities.Kind.LINES_LIKE_ROWS) {
                texts.add((kind + " " + column).strip() + " " + count + " from " + first.replace(NAME + ":", ""));
            }
        });
        return texts;
    }

    /** The result of reading: the table, or the message with which it is refused. */
    public static String outcome(Reading reading) {
        try {
            return reading.read().toString();
        } catch (InputException e) {
            return e.getMessage();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A way to read a table. */
    @FunctionalInterface
    public interface Reading {

        ReadTable read() throws IOException;
    }

    /** The message with which the table is refused. */
    public static String refusal(byte[] bytes, Dialect dialect) {
        try {
            return "not refused: " + of(bytes, dialect);
        } catch (InputException e) {
            return e.getMessage();
        }
    }

    public static String refusal(String text) {
        return refusal(text.getBytes(StandardCharsets.UTF_8), Dialects.PLAIN);
    }

    private static void readAll(ChunkReader reader, Table table, RowHandler handler) {
        for (Chunk chunk = table.next(); chunk != null; chunk = table.next()) {
            reader.read(chunk, handler);
        }
    }

    /** A handler that keeps the rows as texts, by position. */
    private record Kept(Map<Long, String> rows, boolean needsOrder) implements RowHandler {

        @Override
        public void row(Row row) {
            if (row.size() > 1 && row.text(1).equals(REFUSED)) {
                row.reject(1, "refused");
                return;
            }
            StringBuilder cells = new StringBuilder();
            for (int i = 0; i < row.size(); i++) {
                cells.append(' ').append(row.text(i)).append('@').append(row.columnOf(i));
            }
            rows.put(row.position(), cells.toString());
        }
    }

    private static void onThreads(int count, Runnable work) {
        List<Throwable> failures = new ArrayList<>();
        List<Thread> threads = new ArrayList<>();
        for (int i = 1; i < count; i++) {
            Thread thread = new Thread(work);
            thread.setUncaughtExceptionHandler((dead, failure) -> failures.add(failure));
            thread.start();
            threads.add(thread);
        }
        work.run();
        for (Thread thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        if (!failures.isEmpty()) {
            throw new IllegalStateException(failures.get(0));
        }
    }
}
