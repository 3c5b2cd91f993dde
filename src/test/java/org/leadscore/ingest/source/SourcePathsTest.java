package org.leadscore.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leadscore.ingest.input.Input;
import org.leadscore.ingest.table.Dialects;
import org.leadscore.ingest.table.Table;
import org.leadscore.problem.InputException;
import org.leadscore.problem.Location;
import org.leadscore.rules.source.SourceFiles;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SourcePathsTest {

    @TempDir
    private Path base;

    @BeforeEach
    void lay_out_files() throws IOException {
        Files.createDirectories(base.resolve("data/old"));
        Files.createDirectories(base.resolve("empty"));
        for (String name : List.of(
                "data/web-2.csv",
                "data/web-1.csv",
                "data/.web-3.csv",
                "data/contacts.csv",
                "data/old/web-0.csv",
                "data/a[1].csv")) {
            Files.writeString(base.resolve(name), "a,b\n");
        }
    }

    @Test
    void a_path_counts_from_the_base_and_keeps_the_name_the_user_gave_it() {
        assertThat(names("data/contacts.csv")).containsExactly("data/contacts.csv");
    }

    @Test
    void a_glob_gives_files_by_name_without_hidden_ones() {
        assertThat(names("data/web-*.csv")).containsExactly("data/web-1.csv", "data/web-2.csv");
        assertThat(names("data/*.csv"))
                .containsExactly("data/a[1].csv", "data/contacts.csv", "data/web-1.csv", "data/web-2.csv");
    }

    @Test
    void a_glob_may_reach_into_directories() {
        assertThat(names("data/*/web-?.csv")).containsExactly("data/old/web-0.csv");
        assertThat(names("**/web-*.csv")).containsExactly("data/old/web-0.csv", "data/web-1.csv", "data/web-2.csv");
    }

    @Test
    void a_glob_in_a_directory_that_is_a_link_finds_its_files() throws IOException {
        Files.createSymbolicLink(base.resolve("linked"), base.resolve("data"));

        assertThat(names("linked/web-*.csv")).containsExactly("linked/web-1.csv", "linked/web-2.csv");
    }

    @Test
    void a_name_with_brackets_is_a_name_when_there_is_such_a_file() {
        assertThat(names("data/a[1].csv")).containsExactly("data/a[1].csv");
    }

    @Test
    void a_file_that_two_patterns_match_is_read_once() {
        assertThat(names("data/web-2.csv", "data/web-*.csv", "data/../data/web-1.csv"))
                .containsExactly("data/web-2.csv", "data/web-1.csv");
    }

    @Test
    void a_missing_file_is_told_with_its_place_in_the_rule_file_and_near_names() {
        assertRefused(
                "rules.yaml:4:11: there is no file 'data/contact.csv' in " + base.resolve("data")
                        + "; did you mean 'contacts.csv'?",
                "data/contact.csv");
    }

    @Test
    void a_missing_file_without_near_names_is_told_with_what_there_is() {
        assertRefused(
                "rules.yaml:4:11: there is no file 'data/leads.xlsx' in " + base.resolve("data")
                        + ", which has a[1].csv, contacts.csv, web-1.csv, web-2.csv",
                "data/leads.xlsx");
    }

    @Test
    void a_file_in_a_missing_directory_is_told_with_the_directory() {
        assertRefused(
                "rules.yaml:4:11: there is no file 'date/web.csv': there is no directory " + base.resolve("date"),
                "date/web.csv");
    }

    @Test
    void a_directory_is_no_file() {
        assertRefused("rules.yaml:4:11: 'data' is a directory; name the files in it, such as data/*.csv", "data");
    }

    @Test
    void a_glob_that_matches_nothing_is_told() {
        assertRefused(
                "rules.yaml:4:11: no file matches 'empty/*.csv' in " + base.resolve("empty") + ", which is empty",
                "empty/*.csv");
        assertRefused(
                "rules.yaml:4:11: no file matches 'none/*.csv': there is no directory " + base.resolve("none"),
                "none/*.csv");
    }

    @Test
    void a_minus_on_the_command_line_is_standard_input_once() {
        SourceFiles files = new SourceFiles(List.of("-", "-"), true, new Location("", 1, 1));

        List<Input> inputs = SourcePaths.resolve(files, base, InputStream.nullInputStream());

        assertThat(inputs).extracting(Input::name).containsExactly("standard input");
        assertThat(inputs.get(0).isRepeatable()).isFalse();
        assertThat(inputs.get(0).size()).isEqualTo(-1);
    }

    @Test
    void a_minus_in_the_rule_file_is_a_file_of_that_name() {
        assertRefused("rules.yaml:4:11: there is no file '-' in " + base + ", which is empty", "-");
    }

    @Test
    void a_missing_file_of_the_command_line_has_no_place() {
        SourceFiles files = new SourceFiles(List.of("empty/web.csv"), true, new Location("", 1, 1));

        assertThatThrownBy(() -> SourcePaths.resolve(files, base, InputStream.nullInputStream()))
                .isInstanceOf(InputException.class)
                .hasMessage("there is no file 'empty/web.csv' in " + base.resolve("empty") + ", which is empty");
    }

    @Test
    void a_file_can_be_opened_again_and_knows_its_size() {
        Input input = resolve("data/contacts.csv").get(0);

        assertThat(input.isRepeatable()).isTrue();
        assertThat(input.size()).isEqualTo(4);
    }

    @Test
    void a_directory_that_is_opened_as_a_table_is_told() {
        assertThatThrownBy(() -> Table.open(Input.of(base, "data"), Dialects.PLAIN, Table.CHUNK))
                .isInstanceOf(InputException.class)
                .hasMessage("data: is a directory; name a file in it");
    }

    @Test
    void an_archive_that_changes_while_its_table_is_read_is_told() throws IOException {
        Path archive = base.resolve("changing.zip");
        Files.write(archive, zip("web.csv", "email\nann@x.org\n"));
        Input table = resolve("changing.zip").get(0);

        assertThatThrownBy(() -> {
                    try (InputStream in = table.open()) {
                        Files.write(archive, zip("web.csv", "email\nann@x.org\nbo@x.org\n"));
                        in.readAllBytes();
                    }
                })
                .isInstanceOf(InputException.class)
                .hasMessageContaining("changing.zip: ")
                .hasMessageContaining("run again when nothing writes to it any more");
    }

    private static byte[] zip(String name, String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            out.putNextEntry(new ZipEntry(name));
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private void assertRefused(String message, String... patterns) {
        assertThatThrownBy(() -> resolve(patterns))
                .isInstanceOf(InputException.class)
                .hasMessage(message);
    }

    private List<String> names(String... patterns) {
        return resolve(patterns).stream().map(Input::name).toList();
    }

    private List<Input> resolve(String... patterns) {
        SourceFiles files = new SourceFiles(List.of(patterns), false, new Location("rules.yaml", 4, 11));
        return SourcePaths.resolve(files, base, InputStream.nullInputStream());
    }
}
