package org.leadscore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
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
 * Runs every folder under {@code src/test/cases}: each line of its {@code cmd} file is a command line, {@code ${case}} in
 * it the folder, {@code stdin} what it reads, {@code terminal} what a person watches; all of what comes out against the
 * {@code expected} file, on a terminal with ␛ for each escape. Commands that write files work in a copy of the folder, and what they have written is part of what comes out.
 * {@code mvn test -Dupdate -Dtest=GoldenCasesTest} rewrites the expected files; read the diff before you commit it.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class GoldenCasesTest {

    /** The heap in bytes that {@code --memory 256m} leaves. */
    private static final long HEAP = 96 << 20;

    /** The memory budget in bytes: enough for the ledgers and rankings of earlier runs that the cases have. */
    private static final long NO_ROOM_FOR_LEADS = 400_000;

    private static final Path CASES = Path.of("src/test/cases");
    private static final boolean UPDATE = System.getProperty("update") != null;
    private static final Clock MORNING = Clock.fixed(Instant.parse("2026-11-22T08:00:00Z"), ZoneOffset.UTC);

    @TempDir
    private Path temp;

    @TestFactory
    List<DynamicTest> cases() throws IOException {
        try (Stream<Path> files = Files.walk(CASES)) {
            return files.filter(file -> file.endsWith("cmd"))
                    .sorted()
                    .map(this::test)
                    .toList();
        }
    }

    /**
     * Runs the cases without room for leads, so that all of them go through temporary files: the output must be the same.
     * While expected files are written there is nothing to compare with, and this does not run.
     */
    @TestFactory
    List<DynamicTest> cases_of_score_in_parts() throws IOException {
        try (Stream<Path> files = Files.walk(CASES.resolve("score"))) {
            return files.filter(file -> file.endsWith("cmd"))
                    .filter(cmd -> !UPDATE && !read(cmd).contains("--memory"))
                    .sorted()
                    .map(cmd -> DynamicTest.dynamicTest(
                            nameOf(cmd),
                            cmd.toUri(),
                            () -> assertThat(withoutMemory(outcome(cmd.getParent(), nameOf(cmd), NO_ROOM_FOR_LEADS)))
                                    .isEqualTo(withoutMemory(read(cmd.resolveSibling("expected"))))))
                    .toList();
        }
    }

    private DynamicTest test(Path cmd) {
        String name = nameOf(cmd);
        return DynamicTest.dynamicTest(name, cmd.toUri(), () -> check(cmd.getParent(), name));
    }

    private static String nameOf(Path cmd) {
        return CASES.relativize(cmd).getParent().toString();
    }

    private static String withoutMemory(String text) {
        return text.replaceAll("(?m)^memory: .*\n(?: {2,}.*\n)*", "").replaceAll("\"memory\" : \\{[^}]*}", "");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void check(Path folder, String name) throws IOException {
        Path expected = folder.resolve("expected");
        String masked = outcome(folder, name, HEAP);
        if (UPDATE) {
            Files.writeString(expected, masked);
        }
        if (!Files.exists(expected)) {
            fail("no file " + expected + "; -Dupdate makes it");
        }
        assertThat(masked).isEqualTo(Files.readString(expected));
    }

    private String outcome(Path folder, String name, long heap) throws IOException {
        List<String> commands = Files.readAllLines(folder.resolve("cmd"));
        boolean writes = commands.stream().anyMatch(GoldenCasesTest::writesFiles);
        Path place =
                writes ? copy(folder, Files.createTempDirectory(temp, "case").resolve(name)) : folder;
        StringBuilder actual = new StringBuilder();
        for (String command : commands) {
            actual.append(run(command, place, heap));
        }
        if (writes) {
            actual.append(written(folder, place));
        }
        return mask(actual.toString(), place);
    }

    private static String run(String command, Path place, long heap) throws IOException {
        String[] args = Stream.of(command.split(" ", -1))
                .filter(word -> !word.isEmpty())
                .map(word -> word.replace("${case}", place.toString()))
                .toArray(String[]::new);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        StringWriter err = new StringWriter();
        Path input = place.resolve("stdin");
        int exit;
        try (InputStream in =
                Files.exists(input) ? Files.newInputStream(input) : new ByteArrayInputStream(new byte[0])) {
            exit = LeadScore.run(args, in, out, err, MORNING, Path.of(""), terminal(place), heap);
        }
        String errors = err.toString().replace(System.lineSeparator(), "\n");
        String text = out.toString(StandardCharsets.UTF_8) + "--- stderr ---\n" + errors + "exit " + exit + "\n";
        return Files.exists(place.resolve("terminal")) ? text.replace('\u001B', '␛') : text;
    }

    /** The terminal that the file {@code terminal} describes: its width, and {@code colours} behind it if it has them; none without it. */
    private static Terminal terminal(Path place) throws IOException {
        Path file = place.resolve("terminal");
        if (!Files.exists(file)) {
            return Terminal.NONE;
        }
        String[] words = Files.readString(file).strip().split(" ", -1);
        int columns = Integer.parseInt(words[0]);
        return new Terminal(columns, columns, false, words.length > 1 && words[1].equals("colours"));
    }

    /** Masks what differs from run to run; in some outputs, and so in their sums, the place stands. */
    private static String mask(String text, Path place) {
        return text.replace(place.toString(), "${case}")
                .replaceAll("(\\.html: other bytes come out: )[^\n]*", "$1_") // the place stands in the page
                .replaceAll("took [0-9.]+ s", "took _ s")
                .replaceAll("(?m)^ *[0-9]+\\.[0-9]{3} s  ", "   _ s  ")
                .replaceAll("\"seconds\" : [0-9.]+", "\"seconds\" : _")
                .replaceAll("\"modified\" : \"[0-9TZ:.-]+\"", "\"modified\" : _")
                .replaceAll("\"size\" : [0-9]+,(\\s+)\"sha256\" : \"[0-9a-f]{64}\"", "\"size\" : _,$1\"sha256\" : _");
    }

    private static boolean writesFiles(String command) {
        return command.matches(
                ".*--(table|gains|in-place|output|output-dir|rejects|summary|page|ledger|junit)\\b.*|verify .*");
    }

    /** Everything in the copy that is not in the folder, or differs from it, under its name, and the names of what is gone. */
    private static String written(Path folder, Path place) throws IOException {
        StringBuilder text = new StringBuilder();
        for (Path file : files(place)) {
            Path before = folder.resolve(place.relativize(file).toString());
            if (!Files.exists(before) || Files.mismatch(before, file) >= 0) {
                text.append("--- ").append(place.relativize(file)).append(" ---\n");
                text.append(
                        file.toString().endsWith(".html") ? headOf(Files.readString(file)) : Files.readString(file));
            }
        }
        for (Path file : files(folder)) {
            if (!Files.exists(place.resolve(folder.relativize(file).toString()))) {
                text.append("--- ").append(folder.relativize(file)).append(" is gone ---\n");
            }
        }
        return text.toString();
    }

    /** The news of a page, and nothing of its looks: all else of it is tested in a browser. */
    private static String headOf(String page) {
        return Pattern.compile("<(h1|p class=\"(?:lede|meta)\")>(.*?)</")
                .matcher(page)
                .results()
                .map(found -> found.group(2) + "\n")
                .collect(Collectors.joining());
    }

    private static Path copy(Path folder, Path place) throws IOException {
        for (Path file : files(folder)) {
            Path to = place.resolve(folder.relativize(file).toString());
            Files.createDirectories(to.getParent());
            Files.copy(file, to);
            keepFromOthers(to);
        }
        return place;
    }

    /** Makes a journal, list or key such as a run believes, whatever the umask was when the cases were checked out. */
    private static void keepFromOthers(Path file) throws IOException {
        String name = file.getFileName().toString();
        if ((name.startsWith(".") || name.endsWith(".key"))
                && Files.getFileStore(file).supportsFileAttributeView("posix")) {
            String permissions = name.endsWith(".key") ? "rw-------" : "rw-r--r--";
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
        }
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
