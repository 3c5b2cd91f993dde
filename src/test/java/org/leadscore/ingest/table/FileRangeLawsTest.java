package org.leadscore.ingest.table;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.leadscore.ingest.scan.RecordLimits;
import org.leadscore.rules.source.Dialect;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FileRangeLawsTest {

    private static final int[] PARTS = {1, 2, 3, 7, 20, 64};
    private static final int WHOLE = 1 << 20;

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void parts_have_the_rows_and_rejects_of_the_whole_wherever_it_is_cut(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        char delimiter = TableLawsTest.delimiter(random);
        RecordLimits limits = TableLawsTest.LIMITS[random.nextInt(TableLawsTest.LIMITS.length)];
        byte[] bytes = TableLawsTest.table(random, delimiter);
        Dialect dialect = TableLawsTest.dialect(random, delimiter);
        String expected = ReadTable.outcome(() -> ReadTable.of(bytes, dialect, WHOLE, limits, 1));
        List<String> actual = new ArrayList<>();
        for (int part : PARTS) {
            actual.add(ReadTable.outcome(() -> inParts(bytes, dialect, part, limits)));
        }

        assertThat(actual).containsOnly(expected);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void what_is_left_unfinished_is_the_same_in_parts(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        char delimiter = TableLawsTest.delimiter(random);
        RecordLimits limits = TableLawsTest.UNFINISHED[random.nextInt(TableLawsTest.UNFINISHED.length)];
        byte[] bytes = TableLawsTest.table(random, delimiter);
        Dialect dialect = TableLawsTest.dialect(random, delimiter);
        String expected = ReadTable.outcome(() -> ReadTable.of(bytes, dialect, WHOLE, limits, 1));
        List<String> actual = new ArrayList<>();
        for (int part : PARTS) {
            actual.add(ReadTable.outcome(() -> inParts(bytes, dialect, part, limits)));
        }

        assertThat(actual).containsOnly(expected);
    }

    @Test
    void a_row_of_many_lines_stays_whole_in_the_part_that_it_begins_in() throws IOException {
        byte[] bytes = "\uFEFFa,b\n1,2\n3,\"x\n5,6\n7,8\n\"\n9,0".getBytes(UTF_8);

        ReadTable read = ReadTable.inParts(bytes, Dialects.PLAIN, 6, WHOLE, RecordLimits.USUAL);

        assertThat(read.rows()).containsExactly("2 1@1 2@3", "3 3@1 x\n5,6\n7,8\n@3", "7 9@1 0@3");
    }

    private static long[] seeds() {
        return new SplittableRandom(20_260_102).longs(400).toArray();
    }

    private static ReadTable inParts(byte[] bytes, Dialect dialect, int part, RecordLimits limits) {
        try {
            return ReadTable.inParts(bytes, dialect, part, 13, limits);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
