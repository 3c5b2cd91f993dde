package org.leadscore.report.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leadscore.problem.OutputHeldException;

@DisplayNameGeneration(ReplaceUnderscores.class)
class UnfinishedRunsTest {

    @TempDir
    private Path temp;

    private Path leads;

    @BeforeEach
    void place() throws IOException {
        leads = temp.toRealPath().resolve("leads.csv");
    }

    @Test
    void a_file_that_a_run_is_writing_is_not_looked_at() {
        try (Outputs run = new Outputs(words -> {}, "")) {
            run.claim(leads);

            assertThatThrownBy(() -> UnfinishedRuns.requireNone(leads))
                    .isInstanceOf(OutputHeldException.class)
                    .hasMessageStartingWith(leads + ": another run is writing it (process ")
                    .hasMessageEndingWith("); wait for that to end");
        }
        assertThatCode(() -> UnfinishedRuns.requireNone(leads)).doesNotThrowAnyException();
    }

    @Test
    void a_journal_of_other_files_is_of_no_interest() throws IOException {
        Path journal = temp.toRealPath().resolve(".other.csv.journal");
        Files.writeString(journal, "leadscore journal 1\nmove other.csv\nmove another.csv\nend\n");
        Files.setPosixFilePermissions(journal, PosixFilePermissions.fromString("rw-------"));

        assertThat(UnfinishedRuns.in(Set.of(temp.toRealPath()), Set.of(leads))).isEmpty();
        assertThat(UnfinishedRuns.in(Set.of(temp.toRealPath()), Set.of(leads.resolveSibling("another.csv"))))
                .isEqualTo(Map.of(
                        journal,
                        "a run was ended before all of its files were in their places; run again the command that"
                                + " writes all of them, which completes it"));
    }
}
