package org.leadscore.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PathEncodingTest {

    @TempDir
    private Path directory;

    @Test
    void a_plain_path_is_taken_as_it_is() {
        assertThat(PathEncoding.resolve(Path.of(""), "data/rules.yaml")).isEqualTo(Path.of("data/rules.yaml"));
    }

    @Test
    void a_path_that_has_lost_bytes_is_refused() {
        assertThatThrownBy(() -> PathEncoding.resolve(directory, "\uFFFDbersicht.yaml"))
                .isInstanceOf(UsageException.class)
                .hasMessageStartingWith("'\uFFFDbersicht.yaml': this path has bytes that are no text in ")
                .hasMessageEndingWith("rename it, or set LC_ALL to a locale of its encoding, such as C.UTF-8");
    }

    @Test
    void characters_that_the_locale_does_not_have_are_told_from_a_nul() {
        assertThat(PathEncoding.reason(new InvalidPathException("a\0b", "Nul character not allowed")))
                .isEqualTo("no path has a character NUL");
        assertThat(PathEncoding.reason(new InvalidPathException("\u00DC", "Malformed input")))
                .startsWith("this path has characters that ")
                .endsWith("; set LC_ALL=C.UTF-8 before Java is started");
    }

    @Test
    void a_missing_file_of_a_name_in_ascii_is_nowhere_else() {
        assertThat(PathEncoding.elsewhere(directory.resolve("rules.yaml"))).isEmpty();
    }
}
