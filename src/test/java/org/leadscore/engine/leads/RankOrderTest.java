package org.leadscore.engine.leads;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RankOrderTest {

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void is_that_of_comparing_key_after_key(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int leads = random.nextInt(random.nextInt(10) == 0 ? 20_000 : 300);
        long[][] keys = {keys(random, leads), keys(random, leads), keys(random, leads)};
        int[] ids = random.ints(leads).toArray();
        Comparator<Integer> byKeys = Comparator.<Integer>comparingLong(lead -> keys[0][lead])
                .thenComparingLong(lead -> keys[1][lead])
                .thenComparingLong(lead -> keys[2][lead])
                .thenComparingInt(lead -> ids[lead]);
        int[] expected = IntStream.range(0, leads)
                .boxed()
                .sorted(byKeys)
                .mapToInt(Integer::intValue)
                .toArray();

        int[] order = RankOrder.of(
                leads, keys, (left, right) -> Integer.compare(ids[left], ids[right]), random.nextBoolean());

        assertThat(order).isEqualTo(expected);
    }

    private static LongStream seeds() {
        return LongStream.rangeClosed(1, 60);
    }

    /** Draws keys: few distinct ones, many, or ones so far apart that their distance overflows a long. */
    private static long[] keys(SplittableRandom random, int leads) {
        int kind = random.nextInt(3);
        return LongStream.generate(() -> switch (kind) {
                    case 0 -> random.nextLong(-3, 4);
                    case 1 -> random.nextLong(-(1L << 52), 1L << 54);
                    default -> random.nextInt(4) == 0 ? random.nextLong() : random.nextLong(5);
                })
                .limit(leads)
                .toArray();
    }
}
