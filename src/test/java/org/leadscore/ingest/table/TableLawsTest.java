package org.leadscore.ingest.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.leadscore.problem.InputException;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TableLawsTest {

    private static final int[] CHUNKS = {1, 2, 3, 7, 64, 1 << 20};
    static final int[] QUOTE_LIMITS = {0, 3, 12, 1 << 20};
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
        "\n\""
    };
    private static final String[] UNDECODABLE = {
        "\u00ff", "\u00c3", "\u00e2\u0082", "\u00f0\u009f\u0098", "\u0080", "\u00ed\u00a0\u0080", "\u00c0\u00af"
    };

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void rows_and_rejects_are_those_of_the_specification_however_the_file_is_cut_and_shared(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        char delimiter = random.nextInt(4) == 0 ? '\u00a7' : ',';
        int quoteLimit = QUOTE_LIMITS[random.nextInt(QUOTE_LIMITS.length)];
        byte[] bytes = table(random, delimiter);
        String expected = outcome(() -> new ReferenceReader(bytes, delimiter, quoteLimit).read());
        List<String> actual = new ArrayList<>();
        for (int chunk : CHUNKS) {
            for (int threads = 1; threads <= 3; threads++) {
                int count = threads;
                actual.add(outcome(() -> ReadTable.of(bytes, Dialects.delimited(delimiter), chunk, quoteLimit, count)));
            }
        }

        assertThat(actual).containsOnly(expected);
    }

    private static long[] seeds() {
        return new SplittableRandom(20_260_101).longs(600).toArray();
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

    static String outcome(Supplier<ReadTable> reading) {
        try {
            return reading.get().toString();
        } catch (InputException e) {
            return e.getMessage();
        }
    }
}
