package org.leadscore.lead;



import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.TimeUnit;
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

/** Measures reading a time of a log: as most logs write it, or in another form of ISO-8601. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class TimesBenchmark {

    private static final int TIMES = 1_000;

    private static final int LONGEST = 32;

    @Param({"Z", "+01:00", ""})
    private String offset = "";

    private final TimeFormat format = TimeFormat.iso(new ZoneDays(ZoneId.of("Europe/Madrid")));
    private byte[] times = {};
    private int length;

    /** Writes a thousand times with the offset. */
    @Setup
    public void writeTimes() {
        times = new byte[(TIMES + 1) * LONGEST];
        for (int i = 0; i < TIMES; i++) {
            String utc = Instant.ofEpochSecond(1_767_225_600L + 26_371L * i).toString();
            byte[] time = (utc.substring(0, utc.length() - 1) + offset).getBytes(StandardCharsets.US_ASCII);
            System.arraycopy(time, 0, times, i * LONGEST, time.length);
            length = time.length;
        }
    }

    /** Reads the times; a time is an operation. */
    @Benchmark
    @OperationsPerInvocation(TIMES)
    public long read() {
        long sum = 0;
        for (int i = 0; i < TIMES; i++) {
            sum += format.millis(times, i * LONGEST, length);
        }
        return sum;
    }
}
