package org.leadscore.report.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RightsTest {

    @TempDir
    private Path directory;

    /** The rights of each file and directory while the first report was written, and in the end. */
    private final List<String> seen = new ArrayList<>();

    @BeforeEach
    void the_file_system_has_rights() {
        assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
    }

    @Test
    void only_the_owner_reads_new_reports_and_their_directories_at_any_moment() throws IOException {
        write(Rights.OF_OWNER);

        assertThat(seen)
                .containsExactly(
                        "writing actions rwx------",
                        "writing .leads.csv.part rw-------",
                        "reports rwx------",
                        "reports/.leadscore-reports rw-------",
                        "reports/actions rwx------",
                        "reports/actions/call.csv rw-------",
                        "reports/leads.csv rw-------");
    }

    @Test
    void a_mode_shares_them_and_lets_who_reads_enter() throws IOException {
        write(Rights.of("0640").orElseThrow());

        assertThat(seen)
                .containsExactly(
                        "writing actions rwxr-x---",
                        "writing .leads.csv.part rw-r-----",
                        "reports rwxr-x---",
                        "reports/.leadscore-reports rw-r-----",
                        "reports/actions rwxr-x---",
                        "reports/actions/call.csv rw-r-----",
                        "reports/leads.csv rw-r-----");
    }

    @Test
    void others_may_not_write_the_list_that_later_runs_believe() throws IOException {
        write(Rights.of("664").orElseThrow());

        assertThat(seen).contains("reports/.leadscore-reports rw-r--r--", "reports/leads.csv rw-rw-r--");
    }

    @Test
    void what_is_replaced_keeps_its_rights_whatever_the_mode() throws IOException {
        Files.createDirectories(directory.resolve("reports"));
        Path leads = Files.createFile(directory.resolve("reports/leads.csv"));
        Files.setPosixFilePermissions(leads, PosixFilePermissions.fromString("rw-r---w-"));

        write(Rights.OF_OWNER);

        assertThat(seen).contains("writing .leads.csv.part rw-r---w-", "reports/leads.csv rw-r---w-");
    }

    @Test
    void the_umask_decides_about_what_holds_no_people() throws IOException {
        Path usual = Files.createFile(directory.resolve("usual"));
        Path rules = directory.resolve("rules.yaml");

        try (Outputs outputs = new Outputs(said -> {}, "", Rights.BY_UMASK)) {
            outputs.claim(rules).write(out -> out.write(1));
            outputs.commit();
        }

        assertThat(Files.getPosixFilePermissions(rules)).isEqualTo(Files.getPosixFilePermissions(usual));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "0", "0400", "0200", "0750", "0700", "4640", "06400", "640 ", "rw-r-----", "0645", "0681"})
    void a_mode_that_is_none_of_a_report_is_refused(String mode) {
        assertThat(Rights.of(mode)).isEmpty();
    }

    private void write(Rights rights) throws IOException {
        Path reports = directory.resolve("reports");
        try (Outputs outputs = new Outputs(said -> {}, "", rights)) {
            ReportDirectory written = new ReportDirectory(outputs, reports);
            Outputs.Output leads = written.claim("leads.csv");
            Outputs.Output call = written.claim("actions/call.csv");
            outputs.ready();
            leads.write(out -> {
                out.write("rank\n".getBytes(StandardCharsets.UTF_8));
                seen.add("writing actions " + rightsOf(reports.resolve("actions")));
                seen.add("writing .leads.csv.part " + rightsOf(reports.resolve(".leads.csv.part")));
            });
            call.write(out -> out.write(1));
            written.finish(0, List.of(), List.of(), null);
            outputs.commit();
        }
        try (var all = Files.walk(reports)) {
            for (Path each : all.sorted().toList()) {
                seen.add(directory.relativize(each) + " " + rightsOf(each));
            }
        }
    }

    private static String rightsOf(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
