package org.leadscore.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Gives the targets that {@code scripts/fuzz} runs all inputs of their corpora, which have every one that ever failed, and
 * random changes of them.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class FuzzCorpusTest {

    private static final Path CORPORA = Path.of("src/test/resources/fuzz");
    private static final Path SOURCES = Path.of("src/test/java/org/leadscore/fuzz");

    @FunctionalInterface
    private interface Target {

        void run(byte[] input) throws IOException;
    }

    private static final Map<String, Target> TARGETS = new TreeMap<>(Map.of(
            "csv-reader", CsvReaderFuzz::fuzzerTestOneInput,
            "fast-csv", FastCsvFuzz::fuzzerTestOneInput,
            "formula-guard", FormulaGuardFuzz::fuzzerTestOneInput,
            "journal", JournalFuzz::fuzzerTestOneInput,
            "numbers", NumbersFuzz::fuzzerTestOneInput,
            "rewriting", RewritingFuzz::fuzzerTestOneInput,
            "rule-reader", RuleReaderFuzz::fuzzerTestOneInput,
            "times", TimesFuzz::fuzzerTestOneInput));

    /** The number of changed inputs that each target is given; fewer where one takes longer. */
    private static final Map<String, Integer> CHANGED = Map.of(
            "csv-reader", 400,
            "fast-csv", 400,
            "formula-guard", 3_000,
            "journal", 150,
            "numbers", 3_000,
            "rewriting", 300,
            "rule-reader", 300,
            "times", 3_000);

    @ParameterizedTest
    @MethodSource("targets")
    void every_input_of_the_corpus_passes(String target) throws IOException {
        List<byte[]> corpus = corpus(target);

        assertThat(corpus).isNotEmpty();
        for (byte[] input : corpus) {
            run(target, input);
        }
    }

    @ParameterizedTest
    @MethodSource("targets")
    void inputs_that_were_changed_pass_too(String target) throws IOException {
        SplittableRandom random = new SplittableRandom(20_261_130);
        ChangedInput changed = new ChangedInput(random, corpus(target), dictionary(target));

        for (int i = CHANGED.get(target); i > 0; i--) {
            run(target, changed.next());
        }
    }

    @Test
    void every_target_is_here_and_has_a_corpus() throws IOException {
        try (Stream<Path> sources = Files.list(SOURCES)) {
            assertThat(sources.map(file -> file.getFileName().toString())
                            .filter(name -> name.endsWith("Fuzz.java"))
                            .map(name -> name.replace("Fuzz.java", "")
                                    .replaceAll("(?<=.)([A-Z])", "-$1")
                                    .toLowerCase(Locale.ROOT)))
                    .containsExactlyInAnyOrderElementsOf(TARGETS.keySet());
        }
        try (Stream<Path> corpora = Files.list(CORPORA)) {
            assertThat(corpora.filter(Files::isDirectory)
                            .map(directory -> directory.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(TARGETS.keySet());
        }
    }

    /** Runs a target; an input that fails is told in a form that can be put into the corpus. */
    private static void run(String target, byte[] input) {
        try {
            TARGETS.get(target).run(input);
        } catch (Exception | AssertionError | StackOverflowError failure) {
            throw new AssertionError(
                    target + " fails; put the input into its corpus: echo "
                            + Base64.getEncoder().encodeToString(input) + " | base64 -d >" + CORPORA + "/" + target
                            + "/NAME",
                    failure);
        }
    }

    private static Stream<String> targets() {
        return TARGETS.keySet().stream();
    }

    private static List<byte[]> corpus(String target) throws IOException {
        try (Stream<Path> files = Files.list(CORPORA.resolve(target))) {
            List<byte[]> inputs = new ArrayList<>();
            for (Path file : files.sorted().toList()) {
                inputs.add(Files.readAllBytes(file));
            }
            return inputs;
        }
    }

    /** The words of the target's dictionary, which is one of libFuzzer, without escapes; the line end where it has none. */
    private static List<byte[]> dictionary(String target) throws IOException {
        Path file = CORPORA.resolve(target + ".dict");
        List<String> words = Files.exists(file) ? Files.readAllLines(file) : List.of("\"\n\"");
        return words.stream()
                .filter(word -> word.startsWith("\"") && word.endsWith("\"") && word.indexOf('\\') < 0)
                .map(word -> word.substring(1, word.length() - 1).getBytes(StandardCharsets.UTF_8))
                .toList();
    }
}
