package org.leadscore.report.table;


import org.leadscore.SampleLog;

import java.io.IOException;
import java.io.OutputStream;
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

/** Measures writing a row of a table: plain cells, texts that a spreadsheet might run, and one that needs quotes. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class CellsBenchmark {

    private static final int ROWS = 1_000;

    private final String[] leads = new String[ROWS];

    /** Writes the ids of the rows. */
    public CellsBenchmark() {
        for (int row = 0; row < ROWS; row++) {
            leads[row] = SampleLog.lead(row);
        }
    }

    /** Writes a table of a thousand rows; a row is an operation. */
    @Benchmark
    @OperationsPerInvocation(ROWS)
    public void write() throws IOException {
        CsvTable table = new CsvTable(OutputStream.nullOutputStream(), CsvForm.PLAIN);
        for (int row = 0; row < ROWS; row++) {
            table.number(row);
            table.text(leads[row]);
            table.number(84);
            table.plain("hot");
            table.plain("scored");
            table.text("Page viewed +25.79; Demo requested +25; Decision maker +20");
            table.text("Head of Production");
            table.text("Machines, Tools & \"More\"");
            table.endRow();
        }
        table.flush();
    }
}
