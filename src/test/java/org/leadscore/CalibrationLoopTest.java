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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leadscore.cli.LeadScore;

/** The loop of the README, on the rules and the data that it shows. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class CalibrationLoopTest {

    private static final Clock MORNING = Clock.fixed(Instant.parse("2026-11-22T08:00:00Z"), ZoneOffset.UTC);
    private static final String NUMBER = "[+-]?[0-9]+(\\.[0-9]+)?";

    @TempDir
    private Path directory;

    private String rules = "";

    @BeforeEach
    void takeTheRulesElsewhere() throws IOException {
        String data = Path.of("sample-data").toAbsolutePath() + "/";
        rules = Files.readString(Path.of("rules.yaml")).replace("path: sample-data/", "path: " + data);
        Files.writeString(directory.resolve("rules.yaml"), rules);
    }

    @Test
    void a_calibrated_file_differs_in_numbers_only_and_comes_out_of_a_second_run_as_it_went_in() throws IOException {
        String once = run("calibrate", "--rules", file("rules.yaml"), "--quiet", "--threads", "2");
        Files.writeString(directory.resolve("once.yaml"), once);

        String twice = run("calibrate", "--rules", file("once.yaml"), "--quiet", "--threads", "1");

        assertThat(twice).isEqualTo(once);
        assertThat(once).isNotEqualTo(rules);
        assertThat(withoutNumbers(once)).isEqualTo(withoutNumbers(rules));
    }

    @Test
    void discovered_rules_can_be_pasted() throws IOException {
        String found = run("discover", "--rules", file("rules.yaml"), "--quiet");
        String explicit = between(found, "explicit:\n", "implicit:\n");
        String implicit = found.substring(found.indexOf("implicit:\n") + "implicit:\n".length());
        String pasted = rules.replace("\nexplicit:\n", "\nexplicit:\n" + explicit)
                .replace("\nimplicit:\n", "\nimplicit:\n" + implicit);
        Files.writeString(directory.resolve("pasted.yaml"), pasted);

        String checked = run("check", "--rules", file("pasted.yaml"));

        assertThat(explicit.lines().count()).isPositive();
        assertThat(implicit.lines().count()).isPositive();
        assertThat(checked).startsWith(file("pasted.yaml") + ": no problems, ");
    }

    private String file(String name) {
        return directory.resolve(name).toString();
    }

    private static List<String> withoutNumbers(String text) {
        return text.lines().map(line -> line.replaceAll(NUMBER, "#")).toList();
    }

    private static String between(String text, String from, String to) {
        return text.substring(text.indexOf(from) + from.length(), text.indexOf(to));
    }

    private static String run(String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        LeadScore.run(args, InputStream.nullInputStream(), out, new StringWriter(), MORNING, Path.of(""), false, false);
        return out.toString(StandardCharsets.UTF_8);
    }
}
