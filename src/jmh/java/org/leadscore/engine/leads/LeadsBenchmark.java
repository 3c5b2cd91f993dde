package org.leadscore.engine.leads;


import org.leadscore.SampleLog;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Measures finding leads by id: one after the other, or a block of them whose memory is touched first. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class LeadsBenchmark {

    private static final int BLOCK = 256;
    private static final int BLOCKS = 64;

    @Param({"1000", "500000"})
    private int leads;

    private final LeadDirectory directory = new LeadDirectory();
    private final byte[][] sources = new byte[BLOCKS][];
    private final LeadNames[] blocks = new LeadNames[BLOCKS];
    private final LeadName[] each = new LeadName[BLOCK * BLOCKS];
    private final int[] rows = IntStream.range(0, BLOCK).toArray();
    private final int[] found = new int[BLOCK];

    /** Adds the leads, and draws the ids to find. */
    @Setup
    public void addLeads() {
        LeadName name = new LeadName(false);
        for (int lead = 0; lead < leads; lead++) {
            name.set(SampleLog.lead(lead));
            directory.add(name);
        }
        SplittableRandom random = new SplittableRandom(1);
        for (int block = 0; block < BLOCKS; block++) {
            StringBuilder text = new StringBuilder();
            int[] starts = new int[BLOCK + 1];
            for (int row = 0; row < BLOCK; row++) {
                text.append(SampleLog.lead(random.nextInt(leads)));
                starts[row + 1] = text.length();
            }
            sources[block] = text.append(" ".repeat(Long.BYTES)).toString().getBytes(UTF_8);
            blocks[block] = new LeadNames(false, BLOCK);
            blocks[block].turnTo(sources[block]);
            for (int row = 0; row < BLOCK; row++) {
                int length = starts[row + 1] - starts[row];
                blocks[block].set(row, starts[row], length);
                each[block * BLOCK + row] = new LeadName(false);
                each[block * BLOCK + row].set(sources[block], starts[row], length);
            }
        }
    }

    /** Finds leads one after the other; a lead is an operation. */
    @Benchmark
    @OperationsPerInvocation(BLOCK * BLOCKS)
    public long findEach() {
        long sum = 0;
        for (LeadName name : each) {
            sum += directory.find(name);
        }
        return sum;
    }

    /** Finds leads in blocks of 256; a lead is an operation. */
    @Benchmark
    @OperationsPerInvocation(BLOCK * BLOCKS)
    public long findBlocks() {
        long sum = 0;
        for (LeadNames names : blocks) {
            sum += directory.find(names, rows, BLOCK, found);
        }
        return sum;
    }
}
