package org.leadscore.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.leadscore.engine.Engine;
import org.leadscore.engine.Exports;
import org.leadscore.engine.Objections;
import org.leadscore.engine.Progress;
import org.leadscore.engine.Result;
import org.leadscore.oracle.RandomExports.Table;
import org.leadscore.report.CsvForm;
import org.leadscore.report.LeadsCsv;
import org.leadscore.rules.RuleFile;
import org.leadscore.rules.RuleSet;

/** The same rows give the same bytes, however many threads work, however the files are cut, and in whatever order rows stand. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class InvarianceTest {

    private static final int WHOLE = 1 << 22;

    @TempDir
    Path directory;

    static LongStream seeds() {
        return LongStream.rangeClosed(101, 115);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void threads_chunks_and_order_change_nothing(long seed) throws IOException {
        Shape shape = Shape.draw(new Random(seed));
        RuleSet rules = RuleFile.parse("rules.yaml", RandomRules.drawWithFollowUp(new Random(seed + 1_000), shape))
                .rules();
        List<Table> tables = RandomExports.draw(new Random(seed + 2_000), shape);
        Path plain = write(tables, "plain");
        Path shuffled = write(shuffled(tables, new Random(seed)), "shuffled");

        String expected = leads(rules, plain, shape.asOf(), 1, WHOLE);

        assertThat(expected.lines().count()).isGreaterThan(40);
        assertThat(leads(rules, plain, shape.asOf(), 3, 1 << 10)).isEqualTo(expected);
        assertThat(leads(rules, plain, shape.asOf(), 2, 7)).isEqualTo(expected);
        assertThat(leads(rules, shuffled, shape.asOf(), 1, WHOLE)).isEqualTo(expected);
        assertThat(leads(rules, shuffled, shape.asOf(), 3, 7)).isEqualTo(expected);
    }

    /** In the contact list, which of two rows with one id comes first matters, so it stays as it is. */
    private static List<Table> shuffled(List<Table> tables, Random random) {
        return tables.stream()
                .map(table -> switch (table.name()) {
                    case "contacts.csv" -> table;
                    case "web-1.csv" -> table.shuffled(random).named("web-3.csv");
                    case "web-3.csv" -> table.shuffled(random).named("web-1.csv");
                    default -> table.shuffled(random);
                })
                .toList();
    }

    private Path write(List<Table> tables, String name) throws IOException {
        Path place = Files.createDirectory(directory.resolve(name));
        for (Table table : tables) {
            table.write(place);
        }
        return place;
    }

    private static String leads(RuleSet rules, Path place, long asOf, int threads, int chunkBytes) throws IOException {
        try (Exports exports = new Exports(rules.sources(), place, InputStream.nullInputStream(), chunkBytes)) {
            Result result = new Engine(threads, Progress.NONE, Objections.NONE).run(rules, exports, asOf);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            new LeadsCsv(rules, CsvForm.PLAIN, result.placements()::of, null).write(result.leads(), bytes, threads);
            return bytes.toString(StandardCharsets.UTF_8);
        }
    }
}
