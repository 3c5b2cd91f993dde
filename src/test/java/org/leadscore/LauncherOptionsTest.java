package org.leadscore;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.leadscore.cli.option.HeapOptions;

/** The files of options that the launcher has Java read. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LauncherOptionsTest {

    private static final Path OPTIONS = Path.of("scripts/options");
    private static final Path LAUNCHER = Path.of("scripts/leadscore");
    private static final Pattern FILE = Pattern.compile("\\$options/([a-z-]+\\.args)");
    private static final Pattern OURS = Pattern.compile("(org\\.leadscore\\.[\\w.$*]+)(?:::([\\w*<>]+))?");

    @TempDir
    private Path temp;

    @Test
    void the_launcher_names_every_file_and_none_that_is_not_there() throws IOException {
        Set<String> named = FILE.matcher(Files.readString(LAUNCHER))
                .results()
                .map(file -> file.group(1))
                .collect(Collectors.toSet());

        assertThat(files().map(file -> file.getFileName().toString())).containsExactlyInAnyOrderElementsOf(named);
    }

    @ParameterizedTest
    @MethodSource("files")
    void a_reason_stands_above_the_options(Path file) throws IOException {
        assertThat(Files.readString(file).strip().split("\n\n+"))
                .hasSizeGreaterThan(1)
                .allMatch(paragraph -> paragraph.startsWith("# "));
    }

    @ParameterizedTest
    @MethodSource("files")
    void an_option_is_a_line_that_java_takes_as_it_is(Path file) throws IOException {
        assertThat(options(file)).isNotEmpty().allMatch(option -> option.matches("-[^\\s'\"\\\\#]+"));
    }

    /** Guards against renames: the compiler takes no notice of a name that is gone. */
    @Test
    void every_class_and_method_of_ours_in_an_option_is_there() {
        List<MatchResult> named = files().flatMap(file -> options(file).stream())
                .flatMap(option -> OURS.matcher(option).results())
                .toList();

        assertThat(named).isNotEmpty().allMatch(LauncherOptionsTest::isThere);
    }

    @Test
    void every_class_of_ours_that_the_launcher_starts_is_there() throws IOException {
        List<MatchResult> named =
                OURS.matcher(Files.readString(LAUNCHER)).results().toList();

        assertThat(named).isNotEmpty().allMatch(LauncherOptionsTest::isThere);
    }

    @ParameterizedTest
    @MethodSource("files")
    void this_java_knows_every_option(Path file) throws IOException, InterruptedException {
        assertThat(said(List.of("@" + file))).isEmpty();
    }

    @Test
    void this_java_knows_the_options_that_a_limit_asks_for() throws IOException, InterruptedException {
        List<String> given = new ArrayList<>(List.of("@" + OPTIONS.resolve("score.args")));
        given.addAll(HeapOptions.of("--memory", "256m"));

        assertThat(said(given)).isEmpty();
    }

    @Test
    void an_option_that_it_does_not_know_would_be_told() throws IOException, InterruptedException {
        Path file = Files.writeString(temp.resolve("wrong.args"), "-XX:+NoSuchOption\n");

        assertThat(said(List.of("@" + file))).contains("ended with 1", "NoSuchOption");
    }

    @Test
    void the_tests_open_to_spark_what_the_launcher_opens() throws IOException {
        Matcher opened =
                Pattern.compile("<spark.opens>(.*)</spark.opens>").matcher(Files.readString(Path.of("pom.xml")));

        assertThat(opened.find()).isTrue();
        assertThat(options(OPTIONS.resolve("spark.args")))
                .containsExactly(opened.group(1).split(" ", -1));
    }

    /** The complaints of a Java with these options; empty when it takes them all. */
    private String said(List<String> options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.add("-version");
        Path errors = temp.resolve("errors");
        Process java =
                new ProcessBuilder(command).redirectError(errors.toFile()).start();
        String printed = new String(java.getInputStream().readAllBytes(), UTF_8);
        int exit = java.waitFor();
        return exit == 0 ? printed : printed + Files.readString(errors) + "ended with " + exit;
    }

    private static boolean isThere(MatchResult name) {
        try {
            Class<?> type = Class.forName(name.group(1), false, LauncherOptionsTest.class.getClassLoader());
            String method = name.group(2);
            return method == null
                    || method.equals("*")
                    || Arrays.stream(type.getDeclaredMethods())
                            .map(Method::getName)
                            .anyMatch(method::equals);
        } catch (ClassNotFoundException gone) {
            return false;
        }
    }

    private static List<String> options(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Stream<Path> files() {
        try (Stream<Path> files = Files.list(OPTIONS)) {
            return files.sorted().toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
