package org.leadscore;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Every promise of docs/reliability.md names a test that is there. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ReliabilityTest {

    private static final Path CASES = Path.of("src/test/cases");
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final String HEAD = "| fault or input | promise | test | to try it |";

    @Test
    void every_test_that_the_table_names_is_there() throws IOException {
        Map<String, String> sources = sources();

        assertThat(rows()).hasSizeGreaterThan(30).allSatisfy(row -> {
            assertThat(row).hasSize(4);
            assertThat(code(row.get(2))).as(row.get(0)).isNotEmpty().allSatisfy(name -> assertThere(name, sources));
        });
    }

    @Test
    void every_row_says_how_to_try_it() throws IOException {
        assertThat(rows())
                .allSatisfy(row -> assertThat(code(row.get(3))).as(row.get(0)).hasSize(1));
    }

    /** A test is a golden case, {@code Class} or {@code Class.method}, or a script. */
    private static void assertThere(String name, Map<String, String> sources) throws IOException {
        if (name.startsWith(".") || name.startsWith("scripts/")) {
            assertThat(Path.of(name)).exists();
        } else if (name.contains("/")) {
            assertThat(CASES.resolve(name).resolve("cmd")).exists();
        } else {
            String[] parts = name.split("\\.", 2);
            assertThat(sources).containsKey(parts[0]);
            assertThat(sources.get(parts[0])).contains(parts.length == 1 ? "@" : "void " + parts[1] + "(");
        }
    }

    private static Map<String, String> sources() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .collect(Collectors.toMap(
                            file -> file.getFileName().toString().replace(".java", ""),
                            ReliabilityTest::text,
                            (one, other) -> one + other));
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The cells of the rows of all tables with that head. */
    private static List<List<String>> rows() throws IOException {
        List<List<String>> rows = new ArrayList<>();
        boolean isIn = false;
        for (String line : Files.readAllLines(Path.of("docs/reliability.md"))) {
            if (isIn && line.startsWith("| ")) {
                rows.add(Stream.of(line.substring(2, line.length() - 2).split(" \\| ", -1))
                        .toList());
            }
            isIn = line.equals(HEAD) || isIn && line.startsWith("|");
        }
        return rows;
    }

    private static List<String> code(String cell) {
        return CODE.matcher(cell).results().map(found -> found.group(1)).toList();
    }
}
