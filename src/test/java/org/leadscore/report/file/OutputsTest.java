package org.leadscore.report.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leadscore.problem.OutputException;
import org.leadscore.problem.OutputHeldException;

@DisplayNameGeneration(ReplaceUnderscores.class)
class OutputsTest {

    private static final Content NEW = out -> out.write("new".getBytes(StandardCharsets.UTF_8));
    private static final Content BROKEN = out -> {
        NEW.writeTo(out);
        throw new IOException("No space left on device");
    };

    private final List<String> said = new ArrayList<>();

    @TempDir
    private Path temp;

    @Test
    void a_file_appears_only_when_all_are_written() throws IOException {
        Path file = temp.resolve("leads.csv");

        try (Outputs outputs = new Outputs(said::add, "leadscore score")) {
            outputs.claim(file).write(NEW);
            assertThat(file).doesNotExist();
            outputs.commit();
        }

        assertThat(file).hasContent("new");
        assertThat(names()).containsExactly("leads.csv");
    }

    @Test
    void what_stood_there_stands_there_still_when_the_disk_is_full() throws IOException {
        Path file = Files.writeString(temp.resolve("leads.csv"), "old");

        try (Outputs outputs = new Outputs(said::add, "leadscore score")) {
            Outputs.Output output = outputs.claim(file);
            assertThatThrownBy(() -> output.write(BROKEN))
                    .isInstanceOf(OutputException.class)
                    .hasMessage(file + ": cannot be written, No space left on device");
        }

        assertThat(file).hasContent("old");
        assertThat(names()).containsExactly("leads.csv");
    }

    @Test
    void what_is_not_committed_leaves_no_trace() throws IOException {
        try (Outputs outputs = new Outputs(said::add, "leadscore score")) {
            outputs.claim(temp.resolve("leads.csv")).write(NEW);
        }

        assertThat(names()).isEmpty();
    }

    @Test
    void a_symbolic_link_stays_and_its_target_is_replaced() throws IOException {
        Files.createDirectory(temp.resolve("real"));
        Path target = Files.writeString(temp.resolve("real/leads.csv"), "old");
        Path link = Files.createSymbolicLink(temp.resolve("link.csv"), Path.of("real/leads.csv"));

        write(link);

        assertThat(link).isSymbolicLink();
        assertThat(target).hasContent("new");
    }

    @Test
    void a_file_keeps_its_permissions() throws IOException {
        Path file = Files.writeString(temp.resolve("leads.csv"), "old");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));

        write(file);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void what_is_no_file_is_written_as_it_is() {
        write(Path.of("/dev/null"));

        assertThat(Files.isRegularFile(Path.of("/dev/null"))).isFalse();
    }

    @Test
    void a_directory_that_is_not_there_is_said() {
        Path file = temp.resolve("none/leads.csv");

        try (Outputs outputs = new Outputs(said::add, "leadscore score")) {
            assertThatThrownBy(() -> outputs.claim(file))
                    .isInstanceOf(OutputException.class)
                    .hasMessage(file + ": cannot be written, there is no directory " + temp.resolve("none"));
        }
    }

    @Test
    void a_directory_is_no_place_for_a_file() {
        try (Outputs outputs = new Outputs(said::add, "leadscore score")) {
            assertThatThrownBy(() -> outputs.claim(temp))
                    .isInstanceOf(OutputException.class)
                    .hasMessage(temp + ": cannot be written, it is a directory");
        }
    }

    @Test
    void a_directory_cannot_be_made_where_a_file_is() throws IOException {
        Path file = Files.writeString(temp.resolve("file"), "");

        try (Outputs outputs = new Outputs(said::add, "leadscore score")) {
            assertThatThrownBy(() -> outputs.createDirectory(file))
                    .isInstanceOf(OutputException.class)
                    .hasMessage(file + ": cannot be made, it is no directory");
        }
    }

    @Test
    void directories_that_were_made_for_nothing_are_gone_again() throws IOException {
        Path standing = Files.createDirectory(temp.resolve("standing"));

        try (Outputs outputs = new Outputs(said::add, "leadscore score")) {
            outputs.createDirectory(standing);
            outputs.createDirectory(temp.resolve("reports/actions"));
            Outputs.Output output = outputs.claim(temp.resolve("reports/actions/mail.csv"));
            assertThatThrownBy(() -> output.write(BROKEN)).isInstanceOf(OutputException.class);
        }

        assertThat(names()).containsExactly("standing");
    }

    @Test
    void directories_with_a_report_stay() throws IOException {
        try (Outputs outputs = new Outputs(said::add, "leadscore score")) {
            outputs.createDirectory(temp.resolve("reports/actions"));
            outputs.claim(temp.resolve("reports/actions/mail.csv")).write(NEW);
            outputs.commit();
        }

        assertThat(temp.resolve("reports/actions/mail.csv")).hasContent("new");
    }

    @Test
    void a_second_run_is_kept_away_until_the_first_is_done() throws IOException {
        Path file = temp.resolve("leads.csv");

        try (Outputs first = new Outputs(said::add, "leadscore score");
                Outputs second = new Outputs(said::add, "leadscore score")) {
            first.claim(file);
            assertThatThrownBy(() -> second.claim(file))
                    .isInstanceOf(OutputHeldException.class)
                    .hasMessage(file + ": another run is writing it (process "
                            + ProcessHandle.current().pid() + " of " + System.getProperty("user.name") + ", since "
                            + ProcessHandle.current()
                                    .info()
                                    .startInstant()
                                    .orElseThrow()
                                    .truncatedTo(ChronoUnit.SECONDS)
                            + "); wait for that to end, or write elsewhere");
        }
        write(file);

        assertThat(names()).containsExactly("leads.csv");
    }

    @Test
    void a_lock_file_that_a_dead_run_left_behind_does_not_matter() throws IOException {
        Files.writeString(
                temp.resolve(".leads.csv.lock"), "leadscore lock 1 process 4711 user eva since 2026-01-02T06:00:01Z\n");

        write(temp.resolve("leads.csv"));

        assertThat(names()).containsExactly("leads.csv");
    }

    @Test
    void a_reader_that_goes_away_is_no_failure() {
        assertThat(StandardOutput.write(NEW, failing("Broken pipe"))).isFalse();
    }

    @Test
    void a_full_disk_behind_standard_output_is_one() {
        assertThatThrownBy(() -> StandardOutput.write(NEW, failing("No space left on device")))
                .isInstanceOf(OutputException.class)
                .hasMessage("standard output: cannot be written, No space left on device");
    }

    private static OutputStream failing(String message) {
        return new OutputStream() {
            @Override
            public void write(int single) throws IOException {
                throw new IOException(message);
            }
        };
    }

    private void write(Path file) {
        try (Outputs outputs = new Outputs(said::add, "leadscore score")) {
            outputs.claim(file).write(NEW);
            outputs.commit();
        }
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(temp)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
