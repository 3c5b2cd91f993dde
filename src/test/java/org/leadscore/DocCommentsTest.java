package org.leadscore;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Checks that doc comments begin with a verb or a noun, so that they are understood at the first reading. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class DocCommentsTest {

    private static final List<Path> SOURCES =
            List.of(Path.of("src", "main"), Path.of("src", "spark", "java"), Path.of("src", "test"));
    private static final Pattern RIDDLE =
            Pattern.compile("/\\*\\*[\\s*]*\\b(What|How|Of|Where|Whether|Those|Likewise|Which|Whose)\\b");

    @Test
    void no_doc_comment_begins_with_a_word_that_needs_the_rest_to_be_understood() throws IOException {
        List<String> riddles = new ArrayList<>();
        for (Path source : SOURCES) {
            try (Stream<Path> files = Files.walk(source)) {
                files.filter(file -> file.toString().endsWith(".java"))
                        .sorted()
                        .flatMap(file -> riddles(file.toString(), read(file)))
                        .forEach(riddles::add);
            }
        }

        assertThat(riddles).isEmpty();
    }

    @Test
    void a_riddle_is_told_with_its_line_and_its_word() {
        String text =
                "class Lead {\n    /*" + "* How many. */\n    int count;\n    /*" + "*\n     * Of it.\n     */\n}\n";

        assertThat(riddles("Lead.java", text)).containsExactly("Lead.java:2: How", "Lead.java:5: Of");
    }

    @Test
    void the_word_may_stand_further_on() {
        assertThat(riddles("Lead.java", "/*" + "* Tells how many. Of those that are known. */\n"))
                .isEmpty();
    }

    private static Stream<String> riddles(String file, String text) {
        return RIDDLE.matcher(text)
                .results()
                .map(found -> "%s:%d: %s".formatted(file, line(text, found.start(1)), found.group(1)));
    }

    private static long line(String text, int place) {
        return text.substring(0, place)
                        .chars()
                        .filter(character -> character == '\n')
                        .count()
                + 1;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
