package org.leadscore.ingest.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.leadscore.ingest.input.Input;
import org.leadscore.ingest.row.HeaderLike;
import org.leadscore.ingest.row.PlaceUnit;
import org.leadscore.ingest.row.PlainRows;
import org.leadscore.ingest.row.RowBlock;
import org.leadscore.ingest.row.RowRules;
import org.leadscore.ingest.scan.Chunk;
import org.leadscore.ingest.scan.Lines;
import org.leadscore.ingest.scan.QuoteScan;
import org.leadscore.ingest.scan.RecordForm;
import org.leadscore.ingest.scan.RecordLimits;
import org.leadscore.problem.InputException;
import org.leadscore.rules.source.Dialect;

/** Rows that are cut are those that FastCSV reads: the same cells, lines, columns and rejects, in tables of every kind. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PlainRowsTest {

    private static final int TABLES_A_SEED = 100;
    private static final int[] CHUNKS = {1, 5, 16, 100, 1 << 20};
    private static final char[] DELIMITERS = {',', ';', '\t', '|'};
    private static final String[] LINE_ENDS = {"\n", "\r\n", "\r"};
    private static final String[] CELLS = {
        "",
        "a",
        "no",
        " ",
        "12.5",
        "page_view",
        "2026-01-31T14:30:00Z",
        "lead26876.zh@company37872.example",
        "7 bytes",
        "8 bytes ",
        "nine byte",
        "Chlo\u00e9",
        "\u0141ucja",
        "\u20ac",
        "\ud83d\ude00",
        "\u0000",
        "\u007f",
        "\u0001",
        "\u000b",
        "h1",
        "h2",
        " h1",
        "H1",
        "x1",
        "h\u00e9",
        "\u00e91",
        "\ufeffh1",
        "\ufeff",
        "\"a\"",
        "\"\"",
        "\"a\"\"b\"",
        "5\" pipe",
        "\"a\nb\"",
        "\"\r\n\"",
        "\",;\t|\"",
        "\"h1\"",
        "'0012",
        "'+1",
        "'24 Summer",
        "'",
        "\"'@x\"",
        "=\"0012\"",
        "\"=\"\"1\"\"\"",
        " \"a\"",
        "\"a\" ",
        "x\ufeff",
        "\"a\"b",
        "a\"",
        "\""
    };
    private static final String[] UNDECODABLE = {
        "\u00ff",
        "\u00c3",
        "\u00e2\u0082",
        "\u00f0\u009f\u0098",
        "\u0080",
        "\u00ed\u00a0\u0080",
        "\u00c0\u00af",
        "\u00f4\u0090\u0080\u0080",
        "\u00e0\u0080\u0080",
        "\u00f5\u0080\u0080\u0080",
        "\u00f0\u0080\u0080\u0080"
    };

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void random_tables_are_read_alike(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < TABLES_A_SEED; i++) {
            char delimiter = DELIMITERS[random.nextInt(DELIMITERS.length)];
            byte[] table = table(random, delimiter);
            int chunk = CHUNKS[random.nextInt(CHUNKS.length)];

            assertReadAlike(new String(table, StandardCharsets.UTF_8), table, Dialects.of(null, delimiter, 0), chunk);
        }
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"src/test/cases", "sample-data"})
    void the_tables_of_the_golden_cases_and_of_the_samples_are_read_alike(String directory) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(directory))) {
            List<Path> tables = files.filter(file -> file.toString().endsWith(".csv") && Files.isRegularFile(file))
                    .toList();

            assertThat(tables).isNotEmpty();
            for (Path table : tables) {
                assertReadAlike(table.toString(), Files.readAllBytes(table), Dialects.PLAIN, 1 << 12);
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("plain")
    void what_only_needs_to_be_cut_is_cut(String line) {
        assertThat(isCut(line + "\n")).isTrue();
        assertThat(isCut(line + "\r\n")).isTrue();
        assertThat(isCut(line + "\r")).isTrue();
    }

    private static Stream<String> plain() {
        return Stream.of(
                "a,b,c",
                ",,",
                "long enough for several words,of,eight bytes",
                "Chlo\u00e9,\u20ac,\ud83d\ude00",
                "h,1,h11",
                "O'Brien,it's,c'");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("odd")
    void what_is_odd_is_left_to_fastcsv(String line) {
        assertThat(isCut(line + "\n")).isFalse();
    }

    private static Stream<String> odd() {
        return Stream.of(
                "a,b",
                "a,b,c,d",
                "\"a\",b,c",
                "5\" pipe,b,c",
                "a,\ufeff,c",
                "\u00e9,x\ufeff,c",
                "a,'1,c",
                "'=a,b,c",
                "h1,b,c",
                "a,x,h1",
                "\u00e9,h1,c");
    }

    @Test
    void rows_that_fill_many_blocks_are_read_alike() {
        StringBuilder table = new StringBuilder("h1,h2,h3\n");
        for (int row = 0; row < 5000; row++) {
            table.append(row % 7 == 0 || row / 1000 == 2 ? "\"a\nb\"," : "a,")
                    .append(row)
                    .append(",c\n");
            table.append(row % 611 == 0 ? "one field\n" : "")
                    .append(row % 613 == 0 ? "x," + ReadTable.REFUSED + ",y\n" : "");
        }
        assertReadAlike("5000 rows", table.toString().getBytes(StandardCharsets.UTF_8), Dialects.PLAIN, 1 << 20);
    }

    @Test
    void rows_come_in_the_order_of_the_file_where_that_is_asked_for() {
        StringBuilder text = new StringBuilder("h1,h2\n");
        for (int row = 0; row < 3000; row++) {
            text.append(row % 5 == 0 ? "\"" + row + "\"" : "" + row).append(",x\n");
        }
        List<Integer> seen = new ArrayList<>();
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        try (Table table =
                Table.open(Input.of("t.csv", new ByteArrayInputStream(bytes)), Dialects.PLAIN, Table.CHUNK)) {
            ChunkReader reader = new ChunkReader(table);
            for (Chunk chunk = table.next(); chunk != null; chunk = table.next()) {
                reader.read(chunk, row -> seen.add(Integer.parseInt(row.text(0))));
            }
        }
        assertThat(seen).isEqualTo(IntStream.range(0, 3000).boxed().toList());
    }

    private static boolean isCut(String line) {
        byte[] bytes = (line + "\0".repeat(PlainRows.ROOM)).getBytes(StandardCharsets.UTF_8);
        int to = bytes.length - PlainRows.ROOM;
        HeaderLike headerLike = new HeaderLike(List.of("h1", "h2", "h3"), List.of("h1", "h2", "h3"), List.of("h1"));
        RecordForm form = new RecordForm(',', 3, false, false, RecordLimits.USUAL);
        int quote = Lines.indexOf(QuoteScan.QUOTE, bytes, 0, to);
        return new PlainRows(new RowRules(form, headerLike, "UTF-8", true, true, false))
                .cut(bytes, 0, to, quote, RowBlock.ofPlain(3, new int[0], PlaceUnit.CHARACTERS));
    }

    private static void assertReadAlike(String name, byte[] table, Dialect dialect, int chunk) {
        assertThat(outcome(() -> ReadTable.of(table, dialect, chunk, RecordLimits.USUAL, 1)))
                .as(name)
                .isEqualTo(outcome(() -> ReadTable.parsed(table, dialect, chunk)));
    }

    private static long[] seeds() {
        return new SplittableRandom(20_261_124).longs(60).toArray();
    }

    /** Draws a table of mostly whole rows, so that plain ones and odd ones follow each other in every way. */
    private static byte[] table(SplittableRandom random, char delimiter) {
        ByteArrayOutputStream table = new ByteArrayOutputStream();
        String usualEnd = LINE_ENDS[random.nextInt(LINE_ENDS.length)];
        int plainOf = 1 + random.nextInt(CELLS.length);
        boolean isFaulty = random.nextInt(3) == 0;
        put(table, (random.nextInt(4) == 0 ? "\ufeff" : "") + String.join("" + delimiter, "h1", "h2", "h3") + usualEnd);
        for (int row = random.nextInt(30); row > 0; row--) {
            int cells = random.nextInt(12) == 0 ? random.nextInt(5) : 3;
            for (int i = 0; i < cells; i++) {
                put(table, CELLS[random.nextInt(random.nextInt(8) == 0 ? CELLS.length : plainOf)]);
                if (isFaulty && random.nextInt(20) == 0) {
                    table.writeBytes(
                            UNDECODABLE[random.nextInt(UNDECODABLE.length)].getBytes(StandardCharsets.ISO_8859_1));
                }
                put(table, i + 1 < cells || random.nextInt(40) == 0 ? "" + delimiter : "");
            }
            put(table, random.nextInt(10) == 0 ? LINE_ENDS[random.nextInt(LINE_ENDS.length)] : usualEnd);
            put(table, random.nextInt(20) == 0 ? usualEnd : "");
        }
        return table.toByteArray();
    }

    private static void put(ByteArrayOutputStream table, String text) {
        table.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String outcome(Supplier<ReadTable> reading) {
        try {
            return reading.get().toString();
        } catch (InputException e) {
            return e.getMessage();
        }
    }
}
