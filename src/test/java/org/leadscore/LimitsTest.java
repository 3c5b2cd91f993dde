package org.leadscore;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leadscore.cli.LeadScore;
import org.leadscore.cli.run.Terminal;

/** Runs the program on files beyond the limits of docs/command-line.md that are too large to lie among the golden cases. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LimitsTest {

    private static final Clock MORNING = Clock.fixed(Instant.parse("2026-11-22T08:00:00Z"), ZoneOffset.UTC);
    private static final int BLOCK = 1 << 24;

    @TempDir
    private Path place;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void write_rules() throws IOException {
        Files.writeString(place.resolve("rules.yaml"), """
                version: 1
                sources:
                  events: [{name: web, path: 'web.csv*', lead: user, time: at, event: what}]
                implicit: [{name: Visit, did: visit, points: 1}]
                buckets: [{name: hot, from: 5}, {name: cold, from: 0}]
                """);
    }

    @Test
    void a_line_that_is_longer_than_is_held_ends_the_run() throws IOException {
        try (OutputStream file = new GZIPOutputStream(Files.newOutputStream(place.resolve("web.csv.gz")))) {
            file.write("user,at,what,page\nana,2026-11-02,visit,/a\nbo,2026-11-02,visit,".getBytes(UTF_8));
            byte[] letters = "a".repeat(BLOCK).getBytes(UTF_8);
            for (int block = 0; block < 5; block++) { // of 16 MiB
                file.write(letters);
            }
        }

        assertThat(score()).isEqualTo(4);
        assertThat(err.toString().strip())
                .matches(
                        ".*web\\.csv\\.gz:3:1: a line of more than \\d\\d MiB(; no longer one is read; is a line end missing\\?"
                                + "|, the most that this run's memory allows; is a line end missing\\?"
                                + " If not, more --memory reads up to 64 MiB)");
        assertThat(out.size()).isZero();
    }

    @Test
    void an_archive_that_unpacks_to_more_than_a_GiB_of_sound_rows_ends_the_run() throws IOException {
        byte[] row = ("ana,2026-11-02,visit,/" + "a".repeat(100_000) + "\n").getBytes(UTF_8);
        ByteArrayOutputStream rows = new ByteArrayOutputStream();
        while (rows.size() < BLOCK) {
            rows.write(row);
        }
        byte[] member = packed(rows.toByteArray());
        try (OutputStream file = Files.newOutputStream(place.resolve("web.csv.gz"))) {
            file.write(packed("user,at,what,page\n".getBytes(UTF_8)));
            for (int written = 0; written < 65; written++) { // times 16 MiB
                file.write(member);
            }
        }

        assertThat(score()).isEqualTo(4);
        assertThat(err.toString().strip())
                .matches(
                        ".*web\\.csv\\.gz: the archive unpacks to more than 500 times its size: its first [\\d,]+ bytes are"
                                + " 1,07\\d,\\d{3},\\d{3} unpacked, which is no table but a trap; if it is one, unpack it first");
        assertThat(out.size()).isZero();
    }

    @Test
    void a_list_of_the_rule_file_with_one_entry_too_many_ends_the_run() throws IOException {
        Files.writeString(place.resolve("rules.yaml"), "version: 1\nexplicit:\n" + "- {name: a}\n".repeat(10_001));

        assertThat(score()).isEqualTo(3);
        assertThat(err.toString()).contains("rules.yaml:10003:3: ").contains("10,000");
    }

    @Test
    void the_distinct_values_of_a_lead_are_counted_however_many_they_are() throws IOException {
        StringBuilder log = new StringBuilder("user,at,what,page\n");
        for (int page = 0; page < 200_000; page++) {
            log.append("ana,2026-11-02,visit,/").append(page % 150_000).append('\n');
        }
        Files.writeString(place.resolve("web.csv"), log);
        Files.writeString(place.resolve("rules.yaml"), """
                version: 1
                sources:
                  events: [{name: web, path: web.csv, lead: user, time: at, event: what}]
                implicit: [{name: Visit, did: visit, count: {distinct: page}, times: {at-least: 150000}, points: 7},
                           {name: More, did: visit, count: {distinct: page}, times: {at-least: 150001}, points: 1}]
                buckets: [{name: hot, from: 5}, {name: cold, from: 0}]
                """);

        assertThat(score()).isZero();
        assertThat(out.toString(UTF_8))
                .contains("1,ana,7,hot,")
                .contains("Visit +7")
                .doesNotContain("More");
    }

    private int score() {
        String rules = place.resolve("rules.yaml").toString();
        return LeadScore.run(
                new String[] {"score", "--rules", rules},
                new ByteArrayInputStream(new byte[0]),
                out,
                err,
                MORNING,
                Path.of(""),
                Terminal.NONE,
                Runtime.getRuntime().maxMemory());
    }

    private static byte[] packed(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream zip = new GZIPOutputStream(packed)) {
            zip.write(bytes);
        }
        return packed.toByteArray();
    }
}
