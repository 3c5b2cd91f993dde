package org.leadscore;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leadscore.cli.LeadScore;
import org.leadscore.cli.run.Terminal;

/**
 * Does what {@code docs/tutorial.md} says, from its first command to its last: leadscore in this process, all else in a shell. What
 * the page shows must be printed, where a line with an ellipsis stands for any lines.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class TutorialTest {

    private static final Path PAGE = Path.of("docs", "tutorial.md");

    /** Commands, and what the page says that they print. */
    private static final Pattern STEP = Pattern.compile("(?ms)^```sh\n(.*?)^```$(?:\\s+^```text\n(.*?)^```$)?");

    private static final Pattern CRON =
            Pattern.compile("(?m)^[0-9*]+ [0-9*]+ \\S+ \\S+ \\S+  cd ~/ovens && leadscore (.+)$");

    /** A line, with the lines of its here-document if it has one. */
    private static final Pattern COMMAND = Pattern.compile("(?m)^.*<<'END'\n(?s:.*?)\nEND$|^.+$");

    private static final Pattern BLOCK = Pattern.compile("(?m)^```[a-z]+$");

    /** The Saturday on which the page ends. */
    private static final Clock LAST_DAY = Clock.fixed(Instant.parse("2026-11-21T08:00:00Z"), ZoneOffset.UTC);

    @TempDir
    private Path home;

    @Test
    void the_commands_print_what_the_page_says_they_do() throws IOException, InterruptedException {
        Files.createSymbolicLink(home.resolve("leadscore"), Path.of("").toAbsolutePath());
        Files.createDirectory(home.resolve("ovens"));
        List<MatchResult> steps = STEP.matcher(Files.readString(PAGE)).results().toList();

        assertThat(steps).hasSizeGreaterThan(10);
        for (MatchResult step : steps) {
            String printed = run(step.group(1));
            if (step.group(2) != null) {
                assertThat(printed).as(step.group(1)).matches(shown(step.group(2)));
            }
        }
        assertThat(run("leadscore " + cron())).doesNotContain("note:");
        assertThat(Files.readString(home.resolve("ovens/reports/report.html"))).contains("<h1");
        assertThat(Files.readString(home.resolve("ovens/ledger.csv"))).contains("bo@crust.example");
    }

    @Test
    void every_block_of_the_page_is_run() throws IOException {
        String page = Files.readString(PAGE);

        Set<String> languages =
                BLOCK.matcher(page).results().map(MatchResult::group).collect(Collectors.toSet());
        assertThat(languages).containsExactlyInAnyOrder("```sh", "```text", "```cron");
        assertThat(BLOCK.matcher(STEP.matcher(page).replaceAll("")).results()).hasSize(1);
    }

    private static String cron() throws IOException {
        List<String> lines = CRON.matcher(Files.readString(PAGE))
                .results()
                .map(line -> line.group(1))
                .toList();
        assertThat(lines).hasSize(1);
        return lines.get(0);
    }

    private static Pattern shown(String text) {
        return Pattern.compile(text.lines()
                .map(line -> line.equals("…") ? "(?s:.*\n)?" : Pattern.quote(line + "\n"))
                .collect(Collectors.joining()));
    }

    private String run(String commands) throws IOException, InterruptedException {
        StringBuilder printed = new StringBuilder();
        for (MatchResult command : COMMAND.matcher(commands).results().toList()) {
            String line = command.group();
            printed.append(line.startsWith("leadscore ") ? leadscore(line.split(" ", -1)) : shell(line));
        }
        return printed.toString();
    }

    /** Runs a command; returns its messages and, below, its output, with files as who has gone to the directory would name them. */
    private String leadscore(String[] words) {
        String[] args = List.of(words).subList(1, words.length).toArray(String[]::new);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        StringWriter said = new StringWriter();
        int exit = LeadScore.run(
                args,
                InputStream.nullInputStream(),
                out,
                said,
                LAST_DAY,
                home.resolve("ovens"),
                Terminal.NONE,
                1 << 30);
        assertThat(exit)
                .as(String.join(" ", words) + "\n" + said)
                .isIn(args[0].equals("check") ? Set.of(0, 1) : Set.of(0));
        return (said + out.toString(UTF_8))
                .replace(home.resolve("ovens") + "/", "")
                .replace(" --rules rules.yaml", "");
    }

    private String shell(String command) throws IOException, InterruptedException {
        ProcessBuilder shell = new ProcessBuilder("sh", "-ec", command)
                .directory(home.resolve("ovens").toFile())
                .redirectErrorStream(true);
        shell.environment().put("HOME", home.toString());
        shell.environment().put("LC_ALL", "C");
        Process process = shell.start();
        String printed = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(command + "\n" + printed).isZero();
        return printed;
    }
}
