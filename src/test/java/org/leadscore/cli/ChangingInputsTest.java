package org.leadscore.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leadscore.cli.run.Terminal;

/**
 * Files that change in the middle of a run. The contacts come from standard input, whose end is read when all headers have been
 * read and no log has: then the change is made.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ChangingInputsTest {

    private static final Clock MORNING = Clock.fixed(Instant.parse("2026-11-22T08:00:00Z"), ZoneOffset.UTC);
    private static final String RULES = """
            version: 1
            sources:
              contacts: {path: none.csv}
              events: [{name: web, path: web.csv}]
            implicit: [{name: Page, did: page_view, points: 1}]
            buckets: [{name: all, from: 0}]
            """;
    private static final String ROW = "lead1@example.com,2026-11-21T08:00:00Z,page_view\n";
    private static final String REFUSED = ": changed while it was read (";
    private static final String AGAIN = "); run again when nothing writes to it any more";

    @TempDir
    private Path directory;

    private Path log;

    @BeforeEach
    void write() throws IOException {
        Files.writeString(directory.resolve("rules.yaml"), RULES);
        log = directory.resolve("web.csv");
        Files.writeString(log, "email,timestamp,event\n" + ROW.repeat(3));
        Files.writeString(directory.resolve("leads.csv"), "that of yesterday\n");
    }

    @Test
    void a_log_that_is_cut_ends_the_run_and_the_ranking_of_yesterday_stays() throws IOException {
        String out = score(() -> Files.writeString(log, "email,timestamp,event\n" + ROW));

        assertThat(out)
                .isEqualTo("web.csv" + REFUSED + "it had 169 bytes when it was opened, and 71 bytes later" + AGAIN
                        + "\nexit 4\n");
        assertThat(directory.resolve("leads.csv")).hasContent("that of yesterday\n");
    }

    @Test
    void a_log_that_grows_ends_the_run() throws IOException {
        String out = score(() -> Files.writeString(log, ROW, StandardOpenOption.APPEND));

        assertThat(out)
                .isEqualTo("web.csv" + REFUSED + "it had 169 bytes when it was opened, and 218 bytes later" + AGAIN
                        + "; a log that is written all day is read with growing: true at its source\nexit 4\n");
        assertThat(directory.resolve("leads.csv")).hasContent("that of yesterday\n");
    }

    @Test
    void a_log_that_may_grow_is_read_as_it_was_when_it_was_opened() throws IOException {
        Files.writeString(
                directory.resolve("rules.yaml"), RULES.replace("path: web.csv", "path: web.csv, growing: true"));

        String out = score(() -> Files.writeString(log, ROW, StandardOpenOption.APPEND));

        assertThat(out).contains("web          3        3 ").endsWith("exit 0\n");
        assertThat(Files.readString(directory.resolve("leads.csv"))).contains("1,lead1@example.com,3,all,");
    }

    @Test
    void a_log_that_may_grow_ends_the_run_when_it_is_replaced() throws IOException {
        Files.writeString(
                directory.resolve("rules.yaml"), RULES.replace("path: web.csv", "path: web.csv, growing: true"));

        String out = score(() -> {
            Files.writeString(directory.resolve("new"), "email,timestamp,event\n" + ROW.repeat(5));
            Files.move(directory.resolve("new"), log, StandardCopyOption.REPLACE_EXISTING);
        });

        assertThat(out).isEqualTo("web.csv" + REFUSED + "another file has taken its place" + AGAIN + "\nexit 4\n");
        assertThat(directory.resolve("leads.csv")).hasContent("that of yesterday\n");
    }

    @Test
    void a_log_that_is_removed_ends_the_run() throws IOException {
        String out = score(() -> Files.delete(log));

        assertThat(out).isEqualTo("web.csv" + REFUSED + "it is no longer there" + AGAIN + "\nexit 4\n");
        assertThat(directory.resolve("leads.csv")).hasContent("that of yesterday\n");
    }

    @Test
    void a_rule_file_that_is_edited_while_it_is_calibrated_is_not_replaced() throws IOException {
        Path learned = Path.of("src/test/cases/calibrate/a-log-from-standard-input");
        for (String name : List.of("rules.yaml", "contacts.csv", "customers.csv")) {
            Files.copy(learned.resolve(name), directory.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        }
        Path rules = directory.resolve("rules.yaml");

        String out = run(
                Files.readAllBytes(learned.resolve("stdin")),
                () -> Files.writeString(rules, "# edited\n", StandardOpenOption.APPEND),
                "calibrate",
                "--rules",
                rules.toString(),
                "--horizon",
                "30d",
                "--in-place",
                "--events",
                "-");

        assertThat(out)
                .endsWith(rules + REFUSED + "its text is another one now" + AGAIN
                        + "\n--show-values shows the values of cells that are left out here\nexit 4\n");
        assertThat(Files.readString(rules)).isEqualTo(Files.readString(learned.resolve("rules.yaml")) + "# edited\n");
    }

    /** Something that happens to files. */
    @FunctionalInterface
    private interface Change {
        void happen() throws IOException;
    }

    private String score(Change change) throws IOException {
        StringBuilder contacts = new StringBuilder("email,name\n");
        for (int i = 0; i < 200; i++) {
            contacts.append("lead").append(i).append("@example.com,\n");
        }
        return run(
                contacts.toString().getBytes(UTF_8),
                change,
                "score",
                "--rules",
                directory.resolve("rules.yaml").toString(),
                "--contacts",
                "-",
                "--output",
                directory.resolve("leads.csv").toString());
    }

    /** Runs a command with a standard input, at whose end the change happens. */
    private static String run(byte[] input, Change change, String... args) throws IOException {
        InputStream in = new FilterInputStream(new ByteArrayInputStream(input)) {
            private boolean happened;

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                int read = super.read(bytes, offset, length);
                if (read < 0 && !happened) {
                    happened = true;
                    change.happen();
                }
                return read;
            }
        };
        StringWriter err = new StringWriter();
        int exit = LeadScore.run(
                args, in, new ByteArrayOutputStream(), err, MORNING, Path.of(""), Terminal.NONE, 96 << 20);
        return err + "exit " + exit + "\n";
    }
}
