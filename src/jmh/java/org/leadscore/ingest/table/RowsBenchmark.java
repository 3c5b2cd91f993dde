package org.leadscore.ingest.table;


import org.leadscore.SampleLog;
import org.leadscore.ingest.input.Input;
import org.leadscore.ingest.scan.Chunk;
import org.leadscore.rules.file.RuleFile;
import org.leadscore.rules.source.Dialect;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Measures reading a row of a log: cut out of the bytes, or parsed by FastCSV. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class RowsBenchmark {

    private static final String RULES = """
            version: 1
            sources: {events: [{name: log, path: log.csv, lead: email, time: timestamp, event: event}]}
            implicit: [{name: Any, did: page_view, points: 1}]
            buckets: [{name: all, from: 0}]
            """;

    private final byte[] csv = SampleLog.csv(50_000);
    private final Dialect dialect =
            RuleFile.parse("rules.yaml", RULES).rules().sources().events().get(0).dialect();

    /** Reads the log with plain rows cut; a row is an operation. */
    @Benchmark
    @OperationsPerInvocation(SampleLog.ROWS)
    public long cut() {
        return rows(true);
    }

    /** Reads the log with all rows parsed by FastCSV; a row is an operation. */
    @Benchmark
    @OperationsPerInvocation(SampleLog.ROWS)
    public long parse() {
        return rows(false);
    }

    private long rows(boolean cutting) {
        long[] seen = new long[1];
        try (Table table = Table.open(Input.of("log.csv", csv), dialect, Table.CHUNK)) {
            ChunkReader reader = new ChunkReader(table, cutting);
            for (Chunk chunk = table.next(); chunk != null; chunk = table.next()) {
                reader.read(chunk, row -> seen[0] += row.length(3));
            }
            table.finish();
        }
        return seen[0];
    }
}
