package org.leadscore.engine.leads;



import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Measures ranking leads by a score that many share, by points, and by the time of the newest event. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class RankBenchmark {

    private static final int LEADS = 500_000;

    private final long[][] keys = new long[3][LEADS];

    /** Draws the keys of half a million leads. */
    @Setup
    public void draw() {
        SplittableRandom random = new SplittableRandom(1);
        for (int lead = 0; lead < LEADS; lead++) {
            long points = random.nextInt(100) * (long) random.nextInt(1_000_000);
            keys[0][lead] = -points / 1_000_000;
            keys[1][lead] = -points;
            keys[2][lead] = -random.nextLong(31_536_000_000L);
        }
    }

    /** Ranks the leads; a lead is an operation. */
    @Benchmark
    @OperationsPerInvocation(LEADS)
    public int[] rank() {
        return RankOrder.of(LEADS, keys, Integer::compare, false);
    }
}
