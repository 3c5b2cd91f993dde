package org.leadscore;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leadscore.cli.LeadScore;
import org.leadscore.cli.run.Terminal;

/** Runs the commands of docs/calibration.md on 20,000 leads whose true weights are the old points of the rule file. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class KnownWeightsTest {

    private static final Clock MORNING = Clock.fixed(Instant.parse("2026-11-22T08:00:00Z"), ZoneOffset.UTC);

    @TempDir
    private static Path directory;

    private static String said = "";
    private static List<Weight> weights = List.of();

    /** A line of calibration.csv. */
    private record Weight(String rule, String attribute, double truth, double learned, double plusMinus) {

        boolean isForEach() {
            return attribute.equals(rule) && rule.equals("Pricing viewed");
        }

        boolean hasEffect() {
            return truth != 0;
        }
    }

    @BeforeAll
    static void learn() throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        int exit = new ProcessBuilder(
                        java,
                        "-Dfile.encoding=UTF-8",
                        "scripts/MakeSampleData.java",
                        directory.toString(),
                        "--leads",
                        "20000",
                        "--with-truth")
                .inheritIO()
                .start()
                .waitFor();
        assertThat(exit).isZero();

        ByteArrayOutputStream out = new ByteArrayOutputStream();
        String[] command = {
            "calibrate",
            "--quiet",
            "--rules",
            file("truth.yaml"),
            "--output",
            file("learned.yaml"),
            "--table",
            file("table.csv")
        };
        LeadScore.run(
                command,
                InputStream.nullInputStream(),
                out,
                new StringWriter(),
                MORNING,
                Path.of(""),
                Terminal.NONE,
                1 << 30);

        said = out.toString(StandardCharsets.UTF_8);
        weights = Files.readAllLines(directory.resolve("table.csv")).stream()
                .skip(1)
                .map(KnownWeightsTest::weight)
                .toList();
    }

    @Test
    void the_signs_of_all_true_effects_are_found() {
        List<Weight> wrong = weights.stream()
                .filter(weight -> weight.hasEffect() && weight.truth() * weight.learned() <= 0)
                .toList();

        assertThat(weights.stream().filter(Weight::hasEffect)).hasSize(13);
        assertThat(wrong).isEmpty();
    }

    @Test
    void no_two_true_effects_come_out_in_the_other_order() {
        List<Weight> effects = weights.stream()
                .filter(weight -> weight.hasEffect() && !weight.isForEach())
                .toList();

        List<Weight> wrong = effects.stream()
                .filter(weight -> effects.stream()
                        .anyMatch(other -> weight.truth() > other.truth() && weight.learned() < other.learned()))
                .toList();

        assertThat(wrong).isEmpty();
    }

    /** Half a point more is rounding. */
    @Test
    void what_has_no_effect_gets_nothing_within_its_interval() {
        List<Weight> wrong = weights.stream()
                .filter(weight -> !weight.hasEffect() && Math.abs(weight.learned()) > weight.plusMinus() + 0.5)
                .toList();

        assertThat(weights.stream().filter(weight -> !weight.hasEffect())).hasSize(18);
        assertThat(wrong).isEmpty();
    }

    @Test
    void the_newest_snapshot_is_ranked_nearly_as_well_as_by_the_truth() {
        double truth = area("old points");

        assertThat(truth).isGreaterThan(0.8);
        assertThat(area("new points")).isGreaterThan(0.98 * truth);
        assertThat(area("literal ratio")).isLessThan(0.98 * truth);
    }

    private static double area(String points) {
        String line = said.lines()
                .filter(each -> each.strip().startsWith(points + " "))
                .findFirst()
                .orElseThrow();
        return Double.parseDouble(
                line.strip().substring(points.length()).strip().split(" ", 2)[0]);
    }

    private static Weight weight(String line) {
        String[] cells = line.split(",", -1);
        return new Weight(
                cells[0],
                cells[1],
                Double.parseDouble(cells[11]),
                Double.parseDouble(cells[12]),
                Double.parseDouble(cells[13]));
    }

    private static String file(String name) {
        return directory.resolve(name).toString();
    }
}
