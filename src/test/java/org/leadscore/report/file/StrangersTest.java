package org.leadscore.report.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.leadscore.problem.OutputException;
import org.leadscore.problem.OutputHeldException;

/** Tests what a stranger, or an accident, can put under the hidden names of this program's files. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class StrangersTest {

    private static final Content NEW = out -> out.write("new".getBytes(StandardCharsets.UTF_8));

    private final List<String> said = new ArrayList<>();

    @TempDir
    private Path temp;

    private Path shared;
    private Path victim;

    @BeforeEach
    void victim() throws IOException {
        temp = temp.toRealPath();
        shared = Files.createDirectory(temp.resolve("shared"));
        victim = Files.writeString(Files.createDirectory(temp.resolve("victim")).resolve("crm-key"), "secret");
        Files.writeString(shared.resolve("leads.csv"), "old");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "remove ../victim/crm-key",
                "remove leads.csv",
                "remove actions/..",
                "remove actions/../../victim/crm-key",
                "remove actions/.mine.csv",
                "remove /etc/passwd",
                "move /etc/passwd",
                "move ./leads.csv",
                "move actions/../leads.csv",
                "move ..",
                "move ",
                "copy leads.csv",
                "move leads.csv\u0000",
            })
    void a_line_that_no_run_writes_makes_a_journal_damaged(String line) throws IOException {
        Path journal = journal("leads.csv", line);
        Files.writeString(shared.resolve(".leads.csv.part"), "part");
        Map<String, String> before = files();

        assertRefused(
                "leads.csv", journal, "it is damaged: line 2 is not one that a run writes", line.indexOf('\0') > 0);

        assertThat(files()).isEqualTo(before);
    }

    @Test
    void a_journal_moves_nothing_that_this_run_does_not_write() throws IOException {
        Files.writeString(victim.resolveSibling(".crm-key.part"), "forged");
        Path journal = journal("leads.csv", "move ../victim/crm-key");
        Map<String, String> before = files();

        assertThatThrownBy(() -> ready(OwnFiles.OF_THIS_USER, "leads.csv"))
                .isInstanceOf(OutputException.class)
                .hasMessageContaining(journal + " names files that this run does not write (../victim/crm-key); ");

        assertThat(files()).isEqualTo(before);
        assertThat(said).isEmpty();
    }

    @Test
    void an_incomplete_journal_deletes_no_hidden_file_that_this_run_does_not_write() throws IOException {
        Files.writeString(victim.resolveSibling(".crm-key.part"), "of the owner");
        Path journal = file(".leads.csv.journal", "leadscore journal 1\nmove leads.csv\nmove ../victim/crm-key\n");
        Map<String, String> before = files();

        assertThatThrownBy(() -> ready(OwnFiles.OF_THIS_USER, "leads.csv"))
                .isInstanceOf(OutputException.class)
                .hasMessageContaining(journal + " names files that this run does not write (../victim/crm-key); ");

        assertThat(files()).isEqualTo(before);
    }

    @Test
    void a_note_leads_to_no_journal_of_other_files() throws IOException {
        Path elsewhere = victim.resolveSibling(".crm-key.journal");
        Files.writeString(elsewhere, "leadscore journal 1\nmove crm-key\nend\n");
        Files.writeString(victim.resolveSibling(".crm-key.part"), "forged");
        file(".leads.csv.journal", "leadscore journal 1\nat ../victim/.crm-key.journal\nend\n");

        ready(OwnFiles.OF_THIS_USER, "leads.csv");

        assertThat(victim).hasContent("secret");
        assertThat(elsewhere).exists();
        assertThat(said).isEmpty();
    }

    @Test
    void a_journal_of_another_user_is_not_believed() throws IOException {
        Path journal = journal("leads.csv", "move leads.csv");
        Files.writeString(shared.resolve(".leads.csv.part"), "forged");
        Map<String, String> before = files();

        assertThatThrownBy(() -> ready(ownedByAnother(journal), "leads.csv"))
                .isInstanceOf(OutputException.class)
                .hasMessage(shared.resolve("leads.csv")
                        + ": cannot be written before the journal of an earlier run is carried out, and " + journal
                        + " is not believed, it belongs to another user; nothing was done by it; delete it, and the"
                        + " files stay as they are");

        assertThat(files()).isEqualTo(before);
    }

    @Test
    void a_journal_of_another_user_beside_another_file_is_of_no_interest() throws IOException {
        Path journal = file(".theirs.csv.journal", "leadscore journal 1\nmove leads.csv\nmove theirs.csv\nend\n");

        ready(ownedByAnother(journal), "leads.csv");

        assertThat(journal).exists();
    }

    @Test
    void a_journal_of_reports_of_another_user_stops_a_run_that_writes_one_of_them() throws IOException {
        Path journal =
                file(".leadscore-reports.journal", "leadscore journal 1\nmove leads.csv\nmove summary.json\nend\n");

        assertThatThrownBy(() -> ready(ownedByAnother(journal), "leads.csv"))
                .isInstanceOf(OutputException.class)
                .hasMessageContaining(
                        journal + " is not believed, it belongs to another user; nothing was done by it; ");
        assertThat(journal).exists();
    }

    @Test
    void a_damaged_journal_beside_another_file_stops_a_run_and_a_file_of_another_program_does_not() throws IOException {
        file(".editor.journal", "what an editor keeps\n");
        Files.createSymbolicLink(shared.resolve(".linked.journal"), victim);
        ready(OwnFiles.OF_THIS_USER, "leads.csv");
        Path journal = file(".summary.json.journal", "leadscore journal 1\nmove le\0ads.csv\nend\n");

        assertThatThrownBy(() -> ready(OwnFiles.OF_THIS_USER, "leads.csv"))
                .isInstanceOf(OutputException.class)
                .hasMessageContaining(journal + " is not believed, it is damaged: ");
    }

    @Test
    void a_journal_that_others_may_write_is_not_believed() throws IOException {
        Path journal = journal("leads.csv", "move leads.csv");
        Files.setPosixFilePermissions(journal, PosixFilePermissions.fromString("rw-rw-r--"));

        assertRefused("leads.csv", journal, "others than its owner may write it", false);
    }

    @Test
    void a_journal_behind_a_symbolic_link_is_not_believed() throws IOException {
        Path real = file("planted", "leadscore journal 1\nmove leads.csv\nend\n");
        Path journal = Files.createSymbolicLink(shared.resolve(".leads.csv.journal"), real);

        assertRefused("leads.csv", journal, "it is a symbolic link", false);
    }

    @Test
    void a_link_that_leads_nowhere_is_no_absent_journal() throws IOException {
        Path journal = Files.createSymbolicLink(shared.resolve(".leads.csv.journal"), Path.of("nowhere"));

        assertRefused("leads.csv", journal, "it is a symbolic link", false);
    }

    @Test
    void a_journal_with_a_second_name_is_not_believed() throws IOException {
        Path real = file("planted", "leadscore journal 1\nmove leads.csv\nend\n");
        Path journal = Files.createLink(shared.resolve(".leads.csv.journal"), real);

        assertRefused("leads.csv", journal, "it is a hard link to a file that has another name, too", false);
    }

    @Test
    void a_directory_is_no_journal() throws IOException {
        Path journal = Files.createDirectory(shared.resolve(".leads.csv.journal"));

        assertRefused("leads.csv", journal, "it is no regular file", false);
    }

    @Test
    void garbage_is_no_journal() throws IOException {
        Path journal = Files.write(shared.resolve(".leads.csv.journal"), new byte[] {(byte) 0xff, 0, 1});

        assertRefused("leads.csv", journal, "it is damaged: it is no text in UTF-8", false);
    }

    @Test
    void an_empty_file_is_no_journal() throws IOException {
        Path journal = file(".leads.csv.journal", "");

        assertRefused("leads.csv", journal, "it is damaged: its first line is not \"leadscore journal 1\"", false);
    }

    @Test
    void a_hidden_file_of_another_user_is_not_moved_by_a_journal() throws IOException {
        Path journal = journal("leads.csv", "move leads.csv");
        Path part = file(".leads.csv.part", "forged");

        assertThatThrownBy(() -> ready(ownedByAnother(part), "leads.csv"))
                .isInstanceOf(OutputException.class)
                .hasMessage(shared.resolve("leads.csv") + ": what an earlier run began, by " + journal
                        + ", cannot be completed, " + part
                        + " is not of this user's runs: it belongs to another user; delete it; mend that and run again,"
                        + " or delete " + journal + ", and the files stay as they are");

        assertThat(shared.resolve("leads.csv")).hasContent("old");
    }

    @Test
    void a_link_in_the_place_of_a_hidden_file_is_not_written_through() throws IOException {
        Path part = Files.createSymbolicLink(shared.resolve(".leads.csv.part"), victim);

        try (Outputs outputs = new Outputs(said::add, "")) {
            Outputs.Output output = outputs.claim(shared.resolve("leads.csv"));
            assertThatThrownBy(() -> output.write(NEW))
                    .isInstanceOf(OutputException.class)
                    .hasMessage(shared.resolve("leads.csv") + ": cannot be written, " + part
                            + " is not of this user's runs: it is a symbolic link; delete it");
        }

        assertThat(victim).hasContent("secret");
        assertThat(Files.exists(part, LinkOption.NOFOLLOW_LINKS)).isTrue();
    }

    @Test
    void a_journal_that_this_run_writes_whole_is_carried_out_and_that_is_said() throws IOException {
        journal("leads.csv", "move leads.csv");
        file(".leads.csv.part", "whole");

        ready(OwnFiles.OF_THIS_USER, "leads.csv");

        assertThat(shared.resolve("leads.csv")).hasContent("whole");
        assertThat(said)
                .containsExactly("an earlier run was ended before all of its files were in their places; they are now;"
                        + " moved there: leads.csv");
    }

    @Test
    void a_journal_beside_another_file_that_names_one_of_this_run_stops_it() throws IOException {
        Path journal =
                file(".a.csv.journal", "leadscore journal 1\nrun leadscore score\nmove a.csv\nmove leads.csv\nend\n");
        Path part = file(".leads.csv.part", "whole");

        assertThatThrownBy(() -> ready(OwnFiles.OF_THIS_USER, "leads.csv"))
                .isInstanceOf(OutputException.class)
                .hasMessageContaining(journal + " names files that this run does not write (a.csv); run again"
                        + " \"leadscore score\" with its other options");

        assertThat(part).exists();
    }

    @Test
    void a_lock_that_is_a_symbolic_link_is_not_followed() throws IOException {
        Path lock = Files.createSymbolicLink(shared.resolve(".leads.csv.lock"), victim);

        assertNoLock(OwnFiles.OF_THIS_USER, lock, "it is a symbolic link");
    }

    @Test
    void a_lock_that_is_a_link_to_nowhere_makes_no_file_there() throws IOException {
        Path nowhere = victim.resolveSibling("new");
        Path lock = Files.createSymbolicLink(shared.resolve(".leads.csv.lock"), nowhere);

        assertNoLock(OwnFiles.OF_THIS_USER, lock, "it is a symbolic link");
        assertThat(nowhere).doesNotExist();
    }

    @Test
    void a_lock_that_is_a_hard_link_is_not_written() throws IOException {
        Path lock = Files.createLink(shared.resolve(".leads.csv.lock"), victim);

        assertNoLock(OwnFiles.OF_THIS_USER, lock, "it is a hard link to a file that has another name, too");
    }

    @Test
    void a_lock_that_holds_something_else_is_not_written() throws IOException {
        Path lock = file(".leads.csv.lock", "accounts");

        assertNoLock(OwnFiles.OF_THIS_USER, lock, "it holds something else");
        assertThat(lock).hasContent("accounts");
    }

    @Test
    void a_lock_of_another_user_that_nobody_holds_is_not_taken() throws IOException {
        Path lock = file(".leads.csv.lock", "");

        assertNoLock(ownedByAnother(lock), lock, "it belongs to another user");
    }

    @Test
    void a_lock_that_is_a_directory_is_refused() throws IOException {
        Path lock = Files.createDirectory(shared.resolve(".leads.csv.lock"));

        assertNoLock(OwnFiles.OF_THIS_USER, lock, "it is no regular file");
    }

    @Test
    void a_lock_shows_nothing_that_is_no_process_user_and_time() throws IOException {
        Path file = shared.resolve("leads.csv");

        try (Outputs first = new Outputs(said::add, "");
                Outputs second = new Outputs(said::add, "")) {
            first.claim(file);
            Files.writeString(
                    shared.resolve(".leads.csv.lock"), "leadscore lock 1 process 1 user \u001b[31m since now\n");
            assertThatThrownBy(() -> second.claim(file))
                    .isInstanceOf(OutputHeldException.class)
                    .hasMessage(file + ": another run is writing it; wait for that to end, or write elsewhere");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"actions/..", "../victim/crm-key", "/etc/passwd", "actions/a/b", "", "actions/.mine.csv"})
    void a_list_that_names_what_is_no_report_is_not_believed(String name) throws IOException {
        list("file " + name);
        Map<String, String> before = files();

        assertListRefused("it is damaged: it names a file that can be no report");

        assertThat(files()).isEqualTo(before);
    }

    @Test
    void garbage_is_no_list() throws IOException {
        Files.write(shared.resolve(".leadscore-reports"), new byte[] {(byte) 0xff});

        assertListRefused("it is damaged: it is no text in UTF-8");
    }

    @Test
    void a_list_that_others_may_write_is_not_believed() throws IOException {
        Files.setPosixFilePermissions(list("file actions/a.csv"), PosixFilePermissions.fromString("rw-r--rw-"));

        assertListRefused("others than its owner may write it");
    }

    @Test
    void a_list_behind_a_link_is_not_believed() throws IOException {
        Files.createSymbolicLink(shared.resolve(".leadscore-reports"), victim);

        try (Outputs outputs = new Outputs(said::add, "")) {
            ReportDirectory directory = new ReportDirectory(outputs, shared);
            outputs.ready();
            assertThatThrownBy(directory::readList).hasMessageContaining("it is a symbolic link");
        }
        assertThat(victim).hasContent("secret");
    }

    @Test
    void an_outdated_report_behind_a_linked_folder_is_not_deleted() throws IOException {
        Files.createSymbolicLink(shared.resolve("actions"), victim.getParent());
        list("file actions/crm-key");

        try (Outputs outputs = new Outputs(said::add, "")) {
            ReportDirectory directory = new ReportDirectory(outputs, shared);
            outputs.ready();
            directory.readList();
            directory.finish(0, List.of(), List.of(), null);
            outputs.commit();
        }

        assertThat(victim).hasContent("secret");
    }

    @Test
    void a_list_can_be_written_by_its_owner_only() throws IOException {
        Path list = list("file leads.csv");
        Files.setPosixFilePermissions(list, PosixFilePermissions.fromString("rw-rw-r--"));

        try (Outputs outputs = new Outputs(said::add, "")) {
            outputs.claimDirectory(shared, ".leadscore-reports").write(NEW);
            outputs.commit();
        }

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(list)))
                .isEqualTo("rw-r--r--");
    }

    @Test
    void a_directory_that_cannot_be_synced_is_a_failure() {
        assertThatThrownBy(() -> DirectorySync.force(shared, directory -> {
                    throw new IOException("Input/output error");
                }))
                .isInstanceOf(IOException.class)
                .hasMessage("the directory " + shared + " cannot be synced to the disk, Input/output error");
    }

    @Test
    void a_file_system_that_syncs_no_directories_is_let_be() throws IOException {
        DirectorySync.force(shared, directory -> {
            throw new IOException("Invalid argument");
        });
        DirectorySync.force(Path.of("/proc"));

        assertThat(shared).exists();
    }

    private Path journal(String beside, String line) throws IOException {
        return file("." + beside + ".journal", "leadscore journal 1\n" + line + "\nend\n");
    }

    private Path list(String line) throws IOException {
        return file(
                ".leadscore-reports",
                "leadscore reports 1\nas of 2026-11-21T08:00:00Z\nranking 00000000 leads.csv\n" + line + "\nend\n");
    }

    private Path file(String name, String text) throws IOException {
        Path file = Files.writeString(shared.resolve(name), text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        return file;
    }

    private void ready(OwnFiles own, String name) {
        try (Outputs outputs = new Outputs(Steps.NONE, own, Rights.OF_OWNER, said::add, "")) {
            outputs.claim(shared.resolve(name));
            outputs.ready();
        }
    }

    private void assertRefused(String name, Path journal, String why, boolean isNoPath) {
        assertThatThrownBy(() -> ready(OwnFiles.OF_THIS_USER, name))
                .isInstanceOf(OutputException.class)
                .hasMessageContaining(journal + " is not believed, "
                        + (isNoPath ? "it is damaged: it names a file that cannot be" : why)
                        + "; nothing was done by it; delete it, and the files stay as they are");
        assertThat(said).isEmpty();
    }

    private void assertNoLock(OwnFiles own, Path lock, String why) {
        Path file = shared.resolve("leads.csv");
        try (Outputs outputs = new Outputs(Steps.NONE, own, Rights.OF_OWNER, said::add, "")) {
            assertThatThrownBy(() -> outputs.claim(file))
                    .isInstanceOf(OutputException.class)
                    .hasMessage(file + ": cannot be written, " + lock + " is no lock of this user's runs: " + why
                            + "; delete it, or write elsewhere");
        }
        assertThat(Files.exists(lock, LinkOption.NOFOLLOW_LINKS)).isTrue();
        assertThat(victim).hasContent("secret");
    }

    private void assertListRefused(String why) {
        try (Outputs outputs = new Outputs(said::add, "")) {
            ReportDirectory directory = new ReportDirectory(outputs, shared);
            outputs.ready();
            assertThatThrownBy(directory::readList)
                    .isInstanceOf(OutputException.class)
                    .hasMessage(shared.resolve(".leadscore-reports")
                            + ": this list of what earlier runs wrote is not believed, " + why
                            + "; delete it, and a new one is begun; outdated reports of earlier runs stay then");
        }
    }

    private static OwnFiles ownedByAnother(Path strange) {
        return new OwnFiles(
                file -> file.equals(strange) ? "a stranger" : Files.getOwner(file, LinkOption.NOFOLLOW_LINKS));
    }

    private Map<String, String> files() throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> all = Files.walk(temp)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                contents.put(temp.relativize(file).toString(), Files.readString(file));
            }
        }
        return contents;
    }
}
