package org.leadscore.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.leadscore.engine.Engine;
import org.leadscore.engine.Explained;
import org.leadscore.engine.files.Exports;
import org.leadscore.engine.files.Progress;
import org.leadscore.engine.leads.Objections;
import org.leadscore.engine.leads.Result;
import org.leadscore.lead.Utf8Slice;
import org.leadscore.rules.RuleSet;
import org.leadscore.rules.file.RuleFile;
import org.leadscore.score.event.Evidence;
import org.leadscore.score.point.Explanation;

/** The events that explain a rule add up to what the counters gave it, for random rules and leads. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class EvidenceLawsTest {

    private static final int LEADS = 12;

    @TempDir
    Path directory;

    static LongStream seeds() {
        return LongStream.rangeClosed(301, 312);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void occurrences_add_up_to_the_points_of_their_rule(long seed) throws IOException {
        Shape shape = Shape.draw(new Random(seed));
        RuleSet rules = RuleFile.parse("rules.yaml", RandomRules.draw(new Random(seed + 1_000), shape))
                .rules();
        Path place = Files.createDirectory(directory.resolve("exports"));
        for (RandomExports.Table table : RandomExports.draw(new Random(seed + 2_000), shape)) {
            table.write(place);
        }
        Engine engine = new Engine(2, Progress.NONE, Objections.NONE);
        Result result = engine.run(rules, exports(rules, place), shape.asOf());

        long withPoints = 0;
        assertThat(result.ids()).hasSizeGreaterThan(LEADS);
        for (Utf8Slice lead : result.ids().subList(0, LEADS)) {
            Explained explained = engine.explain(rules, exports(rules, place), shape.asOf(), lead.toString())
                    .orElseThrow();
            Map<String, Long> given = new HashMap<>();
            Explanation explanation = explained.explanation();
            Stream.concat(explanation.fit().stream(), explanation.engagement().stream())
                    .flatMap(part -> part.rules().stream())
                    .forEach(rule -> given.put(rule.rule(), rule.points()));
            for (Evidence evidence : explained.evidence()) {
                assertThat(evidence.rule().bounds().hold(evidence.points()))
                        .as("%s of %s", evidence.rule().name(), lead)
                        .isEqualTo(given.getOrDefault(evidence.rule().name(), 0L));
                withPoints += evidence.points() == 0 ? 0 : 1;
            }
        }
        assertThat(withPoints).isPositive();
    }

    private static Exports exports(RuleSet rules, Path place) {
        return new Exports(rules.sources(), place, InputStream.nullInputStream(), 1 << 16);
    }
}
