package org.leadscore;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tests the files that a run leaves behind when it dies after it has spilled; each run is a process of its own. The run waits
 * for standard input, of which it has taken more than a pipe holds by the time it is told to end.
 */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "there are no signals")
@DisplayNameGeneration(ReplaceUnderscores.class)
class DyingSpilledRunTest {

    private static final int MORE_LEADS_THAN_FIT = 200_000;

    @TempDir
    private Path temp;

    private Path spilled;
    private Path reports;

    @BeforeEach
    void write() throws IOException {
        spilled = Files.createDirectory(temp.resolve("spilled"));
        reports = Files.createDirectory(temp.resolve("reports"));
        Files.writeString(temp.resolve("rules.yaml"), """
                version: 1
                sources:
                  events: [{name: web, path: web.csv, lead: lead, time: time, event: event}]
                implicit: [{name: Views, did: view, points: 1}]
                """);
    }

    @Test
    void a_run_that_ends_well_leaves_its_reports_alone() throws IOException, InterruptedException {
        Process run = start();

        feed(run).close();

        assertThat(run.waitFor()).isZero();
        assertThat(Files.readString(reports.resolve("summary.json"))).contains("\"parts\" : 256", "\"total\" : 200000");
        assertThat(spilled).isEmptyDirectory();
    }

    @Test
    void a_run_that_fails_leaves_nothing() throws IOException, InterruptedException {
        Process run = start();

        try (OutputStream in = feed(run)) {
            in.write("day,lead,time,event,cost\n1,ana,2026-11-01,view,2\n".getBytes(US_ASCII)); // a second table
        }

        assertThat(run.waitFor()).isEqualTo(4);
        assertThat(spilled).isEmptyDirectory();
        assertThat(reports).isEmptyDirectory();
    }

    @Test
    void a_run_that_is_told_to_end_leaves_nothing() throws IOException, InterruptedException {
        Process run = start();
        feed(run);

        run.destroy();

        assertThat(run.waitFor()).isEqualTo(143);
        assertThat(spilled).isEmptyDirectory();
        assertThat(reports).isEmptyDirectory();
    }

    /** The locks of its reports stay, but do not hold. */
    @Test
    void a_run_that_is_killed_leaves_nothing_that_was_spilled() throws IOException, InterruptedException {
        Process run = start();
        feed(run);

        run.destroyForcibly();

        assertThat(run.waitFor()).isEqualTo(137);
        assertThat(spilled).isEmptyDirectory();
    }

    private Process start() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx96m",
                        "-XX:+UseSerialGC",
                        "-Djava.io.tmpdir=" + spilled,
                        "-cp",
                        System.getProperty("java.class.path"),
                        "org.leadscore.Main",
                        "score",
                        "--memory",
                        "256m",
                        "--quiet",
                        "--rules",
                        temp.resolve("rules.yaml").toString(),
                        "--events",
                        "-",
                        "--output-dir",
                        reports.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static OutputStream feed(Process run) throws IOException {
        OutputStream in = run.getOutputStream();
        in.write("lead,time,event\n".getBytes(US_ASCII));
        StringBuilder rows = new StringBuilder();
        for (int lead = 0; lead < MORE_LEADS_THAN_FIT; lead++) {
            rows.append("lead").append(lead).append("@x.example,2026-11-01,view\n");
        }
        in.write(rows.toString().getBytes(US_ASCII));
        in.flush();
        return in;
    }
}
