package org.leadscore.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.leadscore.engine.Engine;
import org.leadscore.engine.files.Exports;
import org.leadscore.engine.files.Progress;
import org.leadscore.engine.leads.Objections;
import org.leadscore.lead.TimeFormat;
import org.leadscore.oracle.DuckDbScores.Line;
import org.leadscore.rules.RuleSet;
import org.leadscore.rules.file.RuleFile;
import org.leadscore.score.point.RankedLead;

/** Rules and exports drawn at random give the same ranking as the same job written in SQL. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class OracleTest {

    private static final int CHUNK_BYTES = 1 << 14;

    @TempDir
    Path directory;

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 40);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void sql_gives_the_same_ranking(long seed) throws Exception {
        Shape shape = Shape.draw(new Random(seed));
        String text = rules(seed);
        RuleSet rules = RuleFile.parse("rules.yaml", text).rules();
        for (RandomExports.Table table : RandomExports.draw(new Random(seed + 2_000), shape)) {
            table.write(directory);
        }

        List<Line> ranking = ranking(rules, shape.asOf());

        assertThat(ranking).as(text).isEqualTo(inSql(rules, shape));
    }

    /** The rule file of a seed. */
    static String rules(long seed) {
        return RandomRules.draw(new Random(seed + 1_000), Shape.draw(new Random(seed)));
    }

    private List<Line> ranking(RuleSet rules, long asOf) {
        try (Exports exports = Exports.withOutcomes(
                rules.sources(), rules.sources().outcomes(), directory, InputStream.nullInputStream(), CHUNK_BYTES)) {
            return new Engine(2, Progress.NONE, Objections.NONE)
                    .run(rules, exports, asOf).leads().stream()
                            .map(OracleTest::line)
                            .toList();
        }
    }

    private List<Line> inSql(RuleSet rules, Shape shape) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute("SET threads = 1");
            return new DuckDbScores(connection, rules, shape.asOf())
                    .lines(new TextTables(connection, rules, directory, shape.times(), shape.asOf()));
        }
    }

    static Line line(RankedLead lead) {
        long last = lead.score().lastActivity();
        return new Line(
                lead.rank(),
                lead.lead(),
                lead.score().value(),
                lead.score().bucket(),
                lead.score().status().word(),
                lead.score().fit(),
                lead.score().engagement(),
                last == TimeFormat.NONE ? null : last);
    }
}
