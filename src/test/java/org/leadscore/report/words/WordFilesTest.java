package org.leadscore.report.words;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.leadscore.rules.report.Report;

/** Holds the files of the languages against each other, and against the code and the templates that use them. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class WordFilesTest {

    private static final Path FILES = Path.of("src/main/resources/org/leadscore/report/words");
    private static final Path TEMPLATES = Path.of("src/main/jte");
    private static final Pattern PLACE = Pattern.compile("\\{[0-9]}");

    @Test
    void there_is_a_file_for_each_language_of_rule_files() throws IOException {
        try (Stream<Path> files = Files.list(FILES)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(Report.LANGUAGES.stream()
                            .map(language -> language + ".properties")
                            .toList());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"es", "de", "ro"})
    void a_language_has_the_keys_of_English(String language) {
        assertThat(withoutFew(texts(language).keySet()))
                .isEqualTo(withoutFew(texts("en").keySet()));
    }

    @Test
    void Romanian_has_a_form_for_few_of_each_count() {
        Set<String> keys = texts("ro").keySet();

        assertThat(ending(keys, ".few"))
                .isEqualTo(ending(keys, ".one"))
                .isEqualTo(ending(keys, ".other"))
                .isNotEmpty();
    }

    /** Dates are the exception: each language chooses from the parts of a day. */
    @ParameterizedTest
    @ValueSource(strings = {"es", "de", "ro"})
    void a_text_has_the_places_of_the_English_one(String language) {
        Map<String, String> english = places(texts("en"));

        assertThat(places(texts(language)))
                .allSatisfy((key, places) -> assertThat(places)
                        .as(key)
                        .isEqualTo(english.getOrDefault(key.replaceFirst("[.]few$", ".other"), "")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "es", "de", "ro"})
    void braces_stand_around_places_only_and_nothing_blank_around_a_text(String language) {
        assertThat(texts(language)).allSatisfy((key, text) -> {
            assertThat(PLACE.matcher(text).replaceAll("")).as(key).doesNotContain("{", "}", "\n", "\t");
            assertThat(text).as(key).isNotEmpty().isEqualTo(text.strip());
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "es", "de", "ro"})
    void no_key_stands_twice(String language) throws IOException {
        assertThat(Files.readAllLines(FILES.resolve(language + ".properties")).stream()
                        .filter(line -> line.contains("="))
                        .map(line -> line.substring(0, line.indexOf('='))))
                .doesNotHaveDuplicates();
    }

    /** A key is used where it stands in quotes, or its beginning up to a dot does. */
    @Test
    void no_key_is_without_use() {
        assumeTrue(Files.isDirectory(TEMPLATES), "the templates use most of the keys");
        String sources = sources();

        assertThat(withoutForms(texts("en").keySet()).stream()
                        .filter(key -> beginnings(key).noneMatch(use -> sources.contains("\"" + use + "\""))))
                .isEmpty();
    }

    private static Stream<String> beginnings(String key) {
        return Stream.concat(
                Stream.of(key),
                Stream.iterate(key.lastIndexOf('.'), dot -> dot > 0, dot -> key.lastIndexOf('.', dot - 1))
                        .map(dot -> key.substring(0, dot + 1)));
    }

    private static String sources() {
        return Stream.of(Path.of("src/main/java"), TEMPLATES)
                .flatMap(WordFilesTest::filesIn)
                .map(WordFilesTest::read)
                .collect(joining("\n"));
    }

    private static Stream<Path> filesIn(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile).toList().stream();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Map<String, String> texts(String language) {
        try (Reader file = Files.newBufferedReader(FILES.resolve(language + ".properties"))) {
            Properties texts = new Properties();
            texts.load(file);
            Map<String, String> byKey = new TreeMap<>();
            texts.stringPropertyNames().forEach(key -> byKey.put(key, texts.getProperty(key)));
            return byKey;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Map<String, String> places(Map<String, String> texts) {
        Map<String, String> places = new HashMap<>();
        texts.forEach((key, text) -> {
            if (!key.startsWith("date.")) {
                places.put(
                        key,
                        PLACE.matcher(text)
                                .results()
                                .map(place -> place.group())
                                .distinct()
                                .sorted()
                                .collect(joining()));
            }
        });
        return places;
    }

    private static Set<String> withoutFew(Set<String> keys) {
        return keys.stream().filter(key -> !key.endsWith(".few")).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> withoutForms(Set<String> keys) {
        return keys.stream()
                .map(key -> key.replaceFirst("[.](one|few|other)$", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> ending(Set<String> keys, String end) {
        return keys.stream()
                .filter(key -> key.endsWith(end))
                .map(key -> key.substring(0, key.length() - end.length()))
                .collect(Collectors.toSet());
    }
}
