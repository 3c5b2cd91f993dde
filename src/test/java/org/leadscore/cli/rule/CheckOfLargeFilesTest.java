package org.leadscore.cli.rule;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leadscore.cli.LeadScore;
import org.leadscore.cli.run.Terminal;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CheckOfLargeFilesTest {

    private static final int CONTACTS = 50_000;
    private static final Clock MORNING = Clock.fixed(Instant.parse("2026-11-22T08:00:00Z"), ZoneOffset.UTC);

    @TempDir
    Path directory;

    @BeforeEach
    void write() throws Exception {
        StringBuilder contacts = new StringBuilder("email,country,note\n");
        for (int i = 0; i < CONTACTS; i++) {
            contacts.append("lead").append(i).append("@example.org,");
            contacts.append(i == CONTACTS - 1 ? "PT" : "ES").append(",\"");
            contacts.append("a note\nof two lines, ".repeat(4)).append("\"\n");
        }
        Files.writeString(directory.resolve("contacts.csv"), contacts);
        Files.writeString(directory.resolve("rules.yaml"), """
                version: 1
                timezone: UTC
                sources:
                  contacts: {path: contacts.csv, lead: email}
                explicit:
                  - {name: Spain, when: {country: ES}, points: 5}
                  - {name: Portugal, when: {country: PT}, points: 5}
                """);
    }

    @Test
    void only_the_beginning_is_looked_at() throws Exception {
        String said = check();

        assertThat(said).contains("only the first 4 MiB were looked at of contacts.csv; --data looks at all\n");
        assertThat(said)
                .contains("  Portugal       0\n")
                .doesNotContain("50,000")
                .doesNotContain("warning");
    }

    @Test
    void with_data_all_of_it_is_looked_at() throws Exception {
        String said = check("--data");

        assertThat(said).contains("50,000 leads as of 2026-11-22T08:00:00Z\n").doesNotContain("4 MiB");
        assertThat(said).contains("  Portugal       1\n").contains("  country  50,000  50,000                 0\n");
    }

    private String check(String... options) throws Exception {
        String[] args = {"check", "--rules", directory.resolve("rules.yaml").toString()};
        String[] all =
                Stream.concat(Arrays.stream(args), Arrays.stream(options)).toArray(String[]::new);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        StringWriter err = new StringWriter();
        int exit = LeadScore.run(
                all, InputStream.nullInputStream(), out, err, MORNING, Path.of(""), Terminal.NONE, 256L << 20);
        assertThat(err.toString()).isEmpty();
        assertThat(exit).isZero();
        return out.toString(UTF_8);
    }
}
