package org.leadscore.cli;



import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leadscore.cli.run.Terminal;

/** Runs the command line on a cluster within this process, with files under a scheme that only Hadoop knows. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ScoreOnSparkTest {

    private static final String RULES = "rules.yaml";
    private static final Path SAMPLE = Path.of("sample-data");

    @TempDir
    Path directory;

    private final StringWriter errors = new StringWriter();

    @BeforeEach
    void put_up_the_shelf() {
        System.setProperty("spark.ui.enabled", "false");
        System.setProperty("spark.hadoop.fs.shelf.impl", "org.leadscore.engine.spark.ShelfFileSystem");
        System.setProperty("spark.leadscore.partBytes", "100000");
    }

    @AfterEach
    void take_it_down() {
        System.clearProperty("spark.ui.enabled");
        System.clearProperty("spark.hadoop.fs.shelf.impl");
        System.clearProperty("spark.leadscore.partBytes");
    }

    @Test
    void all_files_of_a_directory_are_the_same_as_without_a_cluster() throws IOException {
        assertThat(run("--output-dir", directory.resolve("embedded").toString())).isZero();

        assertThat(run("--output-dir", directory.resolve("spark").toString(), "--engine", "spark", "--master", "local[2]"))
                .as(errors.toString())
                .isZero();

        assertThat(files("spark")).isEqualTo(files("embedded")).containsKeys("leads.csv", "hand-off.csv", "accounts.csv");
    }

    @Test
    void inputs_and_outputs_may_be_on_another_file_system() throws IOException {
        Path contacts = Files.copy(SAMPLE.resolve("contacts.csv"), directory.resolve("contacts.csv"));
        assertThat(run("--output-dir", directory.resolve("embedded").toString(), "--contacts", contacts.toString()))
                .isZero();
        Files.createDirectories(directory.resolve("spark/segments"));
        Files.writeString(directory.resolve("spark/leads.csv"), "yesterday's\n");

        int exit = run(
                "--engine",
                "spark",
                "--master",
                "local[2]",
                "--contacts",
                "shelf://here" + contacts,
                "--output-dir",
                "shelf://here" + directory.resolve("spark"));

        assertThat(exit).as(errors.toString()).isZero();
        assertThat(files("spark")).isEqualTo(files("embedded"));
    }

    @Test
    void logs_may_be_found_by_a_pattern_on_another_file_system() throws IOException {
        Files.writeString(directory.resolve("rules.yaml"), """
                version: 1
                sources:
                  events: {path: 'shelf://here%s/day-*.csv', lead: lead, time: time, event: event}
                implicit:
                  - {name: Any, did: {event: {present: true}}, points: 10}
                buckets: [{name: all, from: 0}]
                """.formatted(directory));
        Files.writeString(directory.resolve("day-1.csv"), "lead,time,event\nana,2026-11-01,x\n");
        Files.writeString(directory.resolve("day-2.csv"), "lead,time,event\nana,2026-11-02,x\nion,2026-11-02,y\n");
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        int exit = run(
                out,
                "score",
                "--rules",
                directory.resolve("rules.yaml").toString(),
                "--engine",
                "spark",
                "--master",
                "local[1]");

        assertThat(exit).as(errors.toString()).isZero();
        assertThat(out.toString(UTF_8).lines()).hasSize(3).anyMatch(line -> line.startsWith("1,ana,20"));
    }

    @Test
    void a_file_that_is_not_there_is_named() {
        int exit = run("--engine", "spark", "--master", "local[1]", "--contacts", "shelf://here/no/such.csv");

        assertThat(exit).isEqualTo(4);
        assertThat(errors.toString()).contains("no file is, or matches, 'shelf://here/no/such.csv'");
    }

    @Test
    void standard_input_is_for_one_machine() {
        int exit = run("--engine", "spark", "--master", "local[1]", "--events", "web=-");

        assertThat(exit).isEqualTo(4);
        assertThat(errors.toString())
                .contains("standard input: can only be read here; a cluster needs a file that all its machines reach");
    }

    @Test
    void a_cluster_has_to_be_named() {
        assertThat(run("--engine", "spark")).isEqualTo(2);
        assertThat(errors.toString()).contains("--engine spark needs --master URL, such as spark://host:7077 or local[*]");
    }

    private int run(String... options) {
        String[] args = Stream.concat(Stream.of("score", "--rules", RULES, "--quiet"), Stream.of(options))
                .toArray(String[]::new);
        return run(new ByteArrayOutputStream(), args);
    }

    private int run(ByteArrayOutputStream out, String... args) {
        InputStream in = new ByteArrayInputStream("event_id,timestamp,email,event,url,duration_s,campaign\n".getBytes(UTF_8));
        Clock morning = Clock.fixed(Instant.parse("2026-11-22T08:00:00Z"), ZoneOffset.UTC);
        return LeadScore.run(args, in, out, errors, morning, Path.of(""), Terminal.NONE, 1 << 30);
    }

    private Map<String, String> files(String name) throws IOException {
        Path place = directory.resolve(name);
        Map<String, String> texts = new TreeMap<>();
        try (Stream<Path> all = Files.walk(place)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                if (!file.getFileName().toString().startsWith(".")) {
                    texts.put(
                            place.relativize(file).toString(),
                            Files.readString(file).replaceAll("\"seconds\" : [0-9.]+", ""));
                }
            }
        }
        return texts;
    }
}
