package org.leadscore.ingest.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.leadscore.ingest.scan.RecordLimits;
import org.leadscore.rules.source.Dialect;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TableLawsTest {

    private static final int[] CHUNKS = {1, 2, 3, 7, 64, 1 << 20};
    static final RecordLimits[] LIMITS = {
        new RecordLimits(0, 1, 1),
        new RecordLimits(0, 2, 25),
        new RecordLimits(3, 9, 30),
        new RecordLimits(12, 20, 1000),
        RecordLimits.USUAL
    };
    /** Limits under which an open record at the end may be left. */
    static final RecordLimits[] UNFINISHED = {
        new RecordLimits(12, 20, 1000, 8), new RecordLimits(1000, 1000, 1000, 12), RecordLimits.GROWING
    };

    private static final String DELIMITERS = ",,,;\t \u00a7\u00a7";
    private static final String[] PIECES = {
        "\"",
        "\"",
        "\"",
        "\"\"",
        ",",
        ",",
        ",",
        "\n",
        "\n",
        "\r\n",
        "\r",
        "a",
        "bc",
        " ",
        "\u00e9",
        "\u20ac",
        "\ud83d\ude00",
        "\ud83f\udfff",
        "\ufffd",
        "\ufeff",
        "\u0000",
        ",no,",
        "\n1,2,3\n",
        "\n\"q\",no,\"r\"\n",
        "\n\"x\ny\",2,\"3\"\n",
        "\nh1,h2,h3\n",
        "\n\"x\ny\",\"b\"z,c\n",
        "\n,,\n",
        "\n1,2\n",
        "\n1,2,3,4\n",
        "\"a,b\n",
        ",\"",
        "\",",
        "\"\n",
        "\n\"",
        " \"",
        "\" ",
        "\t",
        "\\",
        "\\\"",
        "'",
        "\n4.9E+11,b,c\n",
        "\n\"12e+2\",b,c\n",
        ",'1",
        "'-",
        ",=\"1\"",
        "\"=\"\"0\"\"\"",
        ",,",
        "1,2,3,,\n",
        "1,2,3,\"\",\n",
        "1,2,3, \n",
        "\n\"x\ny\",2,3,\t,\" \"\n",
        "\n\"x\ny\",2,3,\" \n\"\n",
        "\n \n",
        "\n , \n",
        "x\"y,z\",",
        "\n\ufeff\"a\",b,c\n",
        "\n\ufeffa,b,c\n",
        "\n\"x\ny\",\"2\\\"\",3\n",
        "\n1, \"a,b\" ,3\n",
        "\n1, \"a\" b,3\n",
        "\n1, \"a\nb\" c,3\n",
        "\n1, \"a,b\" c,3\n",
        ", \"a\"\"b\" c\" \"d",
        "\n1,\"a\nb\",3\n4,5\"6,\"7\n8\",9\n"
    };
    private static final String[] UNDECODABLE = {
        "\u00ff", "\u00c3", "\u00e2\u0082", "\u00f0\u009f\u0098", "\u0080", "\u00ed\u00a0\u0080", "\u00c0\u00af"
    };

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void rows_and_rejects_are_those_of_the_specification_however_the_file_is_cut_and_shared(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        char delimiter = delimiter(random);
        RecordLimits limits = LIMITS[random.nextInt(LIMITS.length)];
        byte[] bytes = table(random, delimiter);
        Dialect dialect = dialect(random, delimiter);
        String expected = ReadTable.outcome(() -> new ReferenceReader(bytes, dialect, limits).read());
        List<String> actual = new ArrayList<>();
        for (int chunk : CHUNKS) {
            for (int threads = 1; threads <= 3; threads++) {
                int count = threads;
                actual.add(ReadTable.outcome(() -> ReadTable.of(bytes, dialect, chunk, limits, count)));
            }
        }

        assertThat(actual).containsOnly(expected);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void what_is_left_unfinished_is_the_same_however_the_file_is_cut_and_shared(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        char delimiter = delimiter(random);
        RecordLimits limits = UNFINISHED[random.nextInt(UNFINISHED.length)];
        byte[] bytes = table(random, delimiter);
        Dialect dialect = dialect(random, delimiter);
        String expected = ReadTable.outcome(() -> ReadTable.of(bytes, dialect, 1 << 20, limits, 1));
        List<String> actual = new ArrayList<>();
        for (int chunk : CHUNKS) {
            for (int threads = 1; threads <= 2; threads++) {
                int count = threads;
                actual.add(ReadTable.outcome(() -> ReadTable.of(bytes, dialect, chunk, limits, count)));
            }
        }

        assertThat(actual).containsOnly(expected);
    }

    private static long[] seeds() {
        return new SplittableRandom(20_260_101).longs(600).toArray();
    }

    static char delimiter(SplittableRandom random) {
        return DELIMITERS.charAt(random.nextInt(DELIMITERS.length()));
    }

    static Dialect dialect(SplittableRandom random, char delimiter) {
        return Dialects.of(delimiter, random.nextInt(4) == 0, random.nextInt(4) == 0, random.nextInt(4) > 0);
    }

    static byte[] table(SplittableRandom random, char delimiter) {
        ByteArrayOutputStream table = new ByteArrayOutputStream();
        table.writeBytes(utf8("h1,h2,h3\n", delimiter));
        boolean faulty = random.nextBoolean();
        for (int i = random.nextInt(40); i > 0; i--) {
            if (faulty && random.nextInt(20) == 0) {
                String bytes = UNDECODABLE[random.nextInt(UNDECODABLE.length)];
                table.writeBytes(bytes.getBytes(StandardCharsets.ISO_8859_1));
            } else if (random.nextInt(400) == 0) {
                table.writeBytes(utf8("\nh2,x,h1,y\n", delimiter));
            } else {
                table.writeBytes(utf8(PIECES[random.nextInt(PIECES.length)], delimiter));
            }
        }
        return table.toByteArray();
    }

    private static byte[] utf8(String text, char delimiter) {
        return text.replace(',', delimiter).getBytes(StandardCharsets.UTF_8);
    }
}
