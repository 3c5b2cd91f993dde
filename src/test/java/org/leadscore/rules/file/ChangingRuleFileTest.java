package org.leadscore.rules.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leadscore.problem.InputException;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ChangingRuleFileTest {

    @TempDir
    private Path directory;

    private Path file;

    @BeforeEach
    void write() throws IOException {
        file = Files.writeString(directory.resolve("rules.yaml"), "version: 1\n");
    }

    @Test
    void a_rule_file_that_stays_the_same_is_read() throws IOException {
        assertThat(Inspection.steady(file, Files::readAllBytes)).asString(UTF_8).isEqualTo("version: 1\n");
    }

    @Test
    void a_rule_file_that_grows_while_it_is_read_is_refused() {
        refused(path -> {
            byte[] read = Files.readAllBytes(path);
            Files.writeString(path, "implicit: []\n", StandardOpenOption.APPEND);
            return read;
        });
    }

    @Test
    void a_rule_file_that_is_cut_before_it_is_read_is_refused() {
        refused(path -> {
            Files.writeString(path, "version:");
            return Files.readAllBytes(path);
        });
    }

    @Test
    void a_rule_file_that_is_replaced_while_it_is_read_is_refused() {
        refused(path -> {
            byte[] read = Files.readAllBytes(path);
            Files.writeString(directory.resolve("new"), "version: 1\n");
            Files.move(directory.resolve("new"), path, StandardCopyOption.REPLACE_EXISTING);
            return read;
        });
    }

    private void refused(Inspection.Bytes meanwhile) {
        assertThatThrownBy(() -> Inspection.steady(file, meanwhile))
                .isInstanceOf(InputException.class)
                .hasMessage(file + ": changed while it was read (it was written or replaced meanwhile);"
                        + " run again when nothing writes to it any more");
    }
}
