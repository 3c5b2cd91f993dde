package org.leadscore.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.leadscore.cli.run.Terminal;

/** A pipe in the place of a file gives what it holds once, and whoever opens it again waits for ever. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "there is no mkfifo")
@DisplayNameGeneration(ReplaceUnderscores.class)
class PipesTest {

    private static final String CASE = "src/test/cases/calibrate/a-log-from-standard-input/";
    private static final Clock MORNING = Clock.fixed(Instant.parse("2026-11-22T08:00:00Z"), ZoneOffset.UTC);

    @TempDir
    private Path temp;

    private Path pipe;

    @BeforeEach
    void make() throws IOException, InterruptedException {
        pipe = temp.resolve("events.csv");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
    }

    @Test
    void what_reads_its_logs_several_times_reads_a_pipe_once() throws IOException {
        String expected = Files.readString(Path.of(CASE, "expected"));
        CompletableFuture<Void> feeding = feed(Files.readAllBytes(Path.of(CASE, "stdin")));

        String out = run(
                "calibrate",
                "--rules",
                CASE + "rules.yaml",
                "--horizon",
                "30d",
                "--output",
                "/dev/null",
                "--events",
                pipe.toString());
        feeding.join();

        assertThat(expected).startsWith(out.substring(0, 1_000)).contains("exit 0");
    }

    @Test
    void two_rule_files_do_not_share_a_pipe() {
        String rules = CASE + "rules.yaml";

        String out = run("diff", rules, rules, "--events", pipe.toString());

        assertThat(out)
                .isEqualTo(pipe
                        + ": is a pipe or the like, which can be read once only, and diff reads everything twice: once by each"
                        + " rule file; put what comes out of it in a file\nexit 4\n");
    }

    @Test
    void a_first_rule_file_is_not_made_of_a_pipe() {
        String out = run(
                "init", pipe.toString(), "--output", temp.resolve("rules.yaml").toString());

        assertThat(out)
                .isEqualTo(pipe + ": is a pipe or the like, which can be read once only, and init looks at it several"
                        + " times; put what comes out of it in a file\nexit 4\n");
    }

    private CompletableFuture<Void> feed(byte[] bytes) {
        return CompletableFuture.runAsync(() -> {
            try {
                Files.write(pipe, bytes);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        });
    }

    private static String run(String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        StringWriter err = new StringWriter();
        int exit = LeadScore.run(
                args,
                InputStream.nullInputStream(),
                out,
                new PrintWriter(err, true),
                MORNING,
                Path.of(""),
                Terminal.NONE,
                Runtime.getRuntime().maxMemory());
        return out.toString(UTF_8) + err + (exit == 0 ? "" : "exit " + exit + "\n");
    }
}
