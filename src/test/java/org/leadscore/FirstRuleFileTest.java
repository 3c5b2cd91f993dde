package org.leadscore;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.leadscore.cli.LeadScore;
import org.leadscore.cli.run.Terminal;

/**
 * The law of {@code init}, held over all its golden cases: the file that it writes passes {@code check}, and ranks leads that
 * are not all the same; or {@code init} says what is missing.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class FirstRuleFileTest {

    private static final Path CASES = Path.of("src/test/cases/init");
    private static final Clock MORNING = Clock.fixed(Instant.parse("2026-11-22T08:00:00Z"), ZoneOffset.UTC);
    private static final long HEAP = 96 << 20;
    private static final Pattern AS_OF = Pattern.compile("--as-of (\\S+)");

    private static final Pattern OUTPUT = Pattern.compile("--output (\\S+)");

    @TempDir
    private Path temp;

    /** Standard output, standard error and exit code of a run. */
    private record Ran(String out, String err, int exit) {}

    @TestFactory
    List<DynamicTest> a_first_rule_file_can_be_used_or_its_lack_is_said() throws IOException {
        try (Stream<Path> files = Files.walk(CASES)) {
            return files.filter(file -> file.endsWith("cmd"))
                    .sorted()
                    .map(cmd -> DynamicTest.dynamicTest(
                            String.valueOf(cmd.getParent().getFileName()), cmd.toUri(), () -> hold(cmd)))
                    .toList();
        }
    }

    private void hold(Path cmd) throws IOException {
        Path place = Files.createTempDirectory(temp, "case");
        copy(cmd.getParent(), place);
        List<String> commands = Files.readAllLines(cmd).stream()
                .filter(line -> line.startsWith("init ") && line.contains("--output"))
                .toList();
        for (String command : commands) {
            Ran init = run(command.replace("${case}", place.toString()).split(" +", -1));
            assertThat(init.err()).isNotBlank();
            if (init.exit() == 0) {
                Matcher output = OUTPUT.matcher(command);
                assertThat(output.find()).isTrue();
                holdsFor(Path.of(output.group(1).replace("${case}", place.toString())), init);
            }
        }
    }

    private static void holdsFor(Path rules, Ran init) {
        Ran check = run("check", "--rules", rules.toString());
        assertThat(check.exit()).as(check.out() + check.err()).isIn(0, 1);
        assertThat(check.out()).doesNotContain("error");
        Matcher asOf = AS_OF.matcher(init.out());
        Ran score = asOf.find()
                ? run(
                        "score",
                        "--rules",
                        rules.toString(),
                        "--quiet",
                        "--max-rejects",
                        "100%",
                        "--as-of",
                        asOf.group(1))
                : run("score", "--rules", rules.toString(), "--quiet", "--max-rejects", "100%");
        assertThat(score.exit()).as(score.err()).isZero();
        List<String> rows = score.out().lines().skip(1).toList();
        Set<String> standings = rows.stream()
                .map(row -> row.split(",", -1))
                .map(cells -> cells[2] + " " + cells[4])
                .collect(Collectors.toSet());
        assertThat(rows).isNotEmpty();
        if (init.out().contains("leadscore calibrate --in-place")) {
            Ran calibrate = run("calibrate", "--rules", rules.toString(), "--in-place", "--quiet");
            assertThat(calibrate.exit()).as(calibrate.err()).isZero();
        } else if (rows.size() > 1 && standings.size() == 1) {
            assertThat(init.err()).contains("have the same score", "; give ");
        }
    }

    private static Ran run(String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        StringWriter err = new StringWriter();
        int exit = LeadScore.run(
                args, new ByteArrayInputStream(new byte[0]), out, err, MORNING, Path.of(""), Terminal.NONE, HEAP);
        return new Ran(out.toString(StandardCharsets.UTF_8), err.toString(), exit);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(String.valueOf(file.getFileName())));
            }
        }
    }
}
