package org.leadscore.report.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leadscore.problem.InputException;

@DisplayNameGeneration(ReplaceUnderscores.class)
class KeyFileTest {

    private static final String KEY = "b6b1c7a1f2d84f0c9a5e3d7b60418fce";

    @TempDir
    private Path folder;

    @Test
    void white_space_at_the_ends_is_no_part_of_the_key() throws IOException {
        Path file = file("\n " + KEY + " \r\n", "rw-------");

        assertThat(KeyFile.read(file)).isEqualTo(KEY.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void a_key_that_only_its_owner_may_read_and_not_write_is_good() throws IOException {
        assertThat(KeyFile.read(file(KEY, "r--------"))).hasSize(32);
    }

    @Test
    void a_link_to_a_key_of_our_own_is_followed() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link"), file(KEY, "rw-------"));

        assertThat(KeyFile.read(link)).hasSize(32);
    }

    @Test
    void a_link_to_a_key_of_somebody_else_is_refused() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link"), file(KEY, "rw-------"));
        OwnFiles somebodyElses = new OwnFiles(file -> "somebody else");

        assertThatThrownBy(() -> KeyFile.read(link, somebodyElses))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith(link + ": cannot be the key of pseudonyms: it belongs to another user; ");
    }

    @Test
    void a_key_that_the_group_may_read_is_refused() throws IOException {
        Path file = file(KEY, "rw-r-----");

        assertThatThrownBy(() -> KeyFile.read(file))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("others than its owner may read or write it; chmod 600 keeps it from them");
    }

    @Test
    void a_hard_link_is_refused_as_its_other_name_may_be_anywhere() throws IOException {
        Path file = file(KEY, "rw-------");
        Files.createLink(folder.resolve("other"), file);

        assertThatThrownBy(() -> KeyFile.read(file)).hasMessageContaining("it is a hard link");
    }

    private Path file(String text, String permissions) throws IOException {
        Path file = Files.writeString(folder.resolve("key"), text);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    }
}
