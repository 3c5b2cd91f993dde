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
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leadscore.cli.LeadScore;
import org.leadscore.cli.run.Terminal;
import org.leadscore.lead.Text;

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

    /** Events after the conversion, and a field that is filled in with it, must not move a number. */
    @Test
    void leakage_that_is_planted_moves_nothing_and_is_named() throws IOException {
        Files.writeString(directory.resolve("contacts.csv"), contactsWith("contract", lead -> ""));
        Files.writeString(directory.resolve("after.csv"), "timestamp,email,event\n");
        Files.writeString(directory.resolve("clean.yaml"), withContract());
        String clean = run("calibrate", "--rules", file("clean.yaml"), "--quiet");

        Set<String> customers = Set.copyOf(customers().keySet());
        Files.writeString(
                directory.resolve("contacts.csv"),
                contactsWith("contract", lead -> customers.contains(lead) ? "C-1" : ""));
        StringBuilder after = new StringBuilder("timestamp,email,event\n");
        customers().forEach((lead, day) -> {
            after.append(day).append("T23:59:59Z,").append(lead).append(",demo_request\n");
            after.append(day).append("T23:59:59Z,").append(lead).append(",trial_request\n");
        });
        Files.writeString(directory.resolve("after.csv"), after);
        StringWriter said = new StringWriter();
        String planted = run(said, "calibrate", "--rules", file("clean.yaml"), "--quiet");

        assertThat(planted).isEqualTo(clean);
        assertThat(said.toString())
                .contains("left out: 'contract' is filled for 100.0 % of the customers and 0.0 % of the others");
    }

    private String withContract() {
        String log =
                "    - {name: after, path: " + file("after.csv") + ", lead: email, time: timestamp, event: event}\n";
        String rule = "  - {name: Has a contract, when: {contract: {present: true}}, points: 0}\n";
        return rules.replace(Path.of("sample-data").toAbsolutePath() + "/contacts.csv", file("contacts.csv"))
                .replace("    - name: social\n", log + "    - name: social\n")
                .replace("\nexplicit:\n", "\nexplicit:\n" + rule);
    }

    private static String contactsWith(String column, UnaryOperator<String> value) throws IOException {
        StringBuilder text = new StringBuilder();
        List<String> lines = Files.readAllLines(Path.of("sample-data/contacts.csv"));
        text.append(lines.get(0)).append(',').append(column).append('\n');
        String row = "";
        for (String line : lines.subList(1, lines.size())) {
            row += line; // a company's name may go on in the next line
            boolean isWhole = row.chars().filter(character -> character == '"').count() % 2 == 0;
            String lead = Text.fold(row.substring(0, row.indexOf(',')));
            text.append(line).append(isWhole ? "," + value.apply(lead) : "").append('\n');
            row = isWhole ? "" : row;
        }
        return text.toString();
    }

    /** The first day of each lead that was won. */
    private static Map<String, String> customers() throws IOException {
        Map<String, String> days = new TreeMap<>();
        for (String line : Files.readAllLines(Path.of("sample-data/customers.csv"))) {
            String[] cells = line.split(",", -1);
            if (cells[2].equals("won")) {
                days.merge(Text.fold(cells[0]), cells[1], (one, other) -> one.compareTo(other) < 0 ? one : other);
            }
        }
        return days;
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
        return run(new StringWriter(), args);
    }

    private static String run(StringWriter said, String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        LeadScore.run(args, InputStream.nullInputStream(), out, said, MORNING, Path.of(""), Terminal.NONE, 1 << 30);
        return out.toString(StandardCharsets.UTF_8);
    }
}
