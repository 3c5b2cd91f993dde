package org.leadscore.ingest.input;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leadscore.problem.InputException;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ChangingFileTest {

    private static final Instant MORNING = Instant.parse("2026-11-22T08:00:00Z");
    private static final String AGAIN = "; run again when nothing writes to it any more";

    @TempDir
    private Path directory;

    private Path file;
    private Input input;

    @BeforeEach
    void write_a_file() throws IOException {
        file = directory.resolve("log.csv");
        write("123456789");
        input = Input.of(file, "log.csv");
    }

    @Test
    void a_file_that_stays_as_it_is_gives_its_size_its_time_and_its_checksum() throws IOException {
        assertThat(read(input)).isEqualTo("123456789");
        assertThat(read(input)).isEqualTo("123456789");

        assertThat(input.facts())
                .contains(new InputFacts("log.csv", file.toUri().toString(), 9, MORNING, 0xE3069283L, false));
    }

    @Test
    void no_facts_are_known_before_it_is_opened_and_no_checksum_before_its_end() throws IOException {
        assertThat(input.facts()).isEmpty();

        try (InputStream in = input.open()) {
            in.readNBytes(5);
        }

        assertThat(input.facts())
                .contains(new InputFacts("log.csv", file.toUri().toString(), 9, MORNING, null, false));
    }

    @Test
    void bytes_that_are_passed_over_leave_the_checksum_out() throws IOException {
        try (InputStream in = input.open()) {
            in.skipNBytes(5);
            assertThat(in.readAllBytes()).asString(UTF_8).isEqualTo("6789");
        }

        assertThat(input.facts().orElseThrow().checksum()).isNull();
    }

    @Test
    void a_stream_is_counted() throws IOException {
        Input stream = Input.ofStandardInput(new ByteArrayInputStream("123456789".getBytes(UTF_8)));

        assertThat(read(stream)).isEqualTo("123456789");
        assertThat(stream.facts()).contains(new InputFacts("-", null, 9, null, 0xE3069283L, false));
    }

    @Test
    void a_file_that_is_cut_is_refused() throws IOException {
        InputStream in = begun(input);

        write("1234567");

        refused(in, "it had 9 bytes when it was opened, and 7 bytes later", AGAIN);
    }

    @Test
    void a_file_that_grows_is_refused_with_the_way_to_read_it() throws IOException {
        InputStream in = begun(input);

        Files.writeString(file, "0\n", StandardOpenOption.APPEND);

        refused(
                in,
                "it had 9 bytes when it was opened, and 11 bytes later",
                AGAIN + "; a log that is written all day is read with growing: true at its source");
    }

    @Test
    void a_file_that_is_replaced_is_refused_even_by_one_of_the_same_size_and_time() throws IOException {
        InputStream in = begun(input);

        Files.writeString(directory.resolve("new"), "987654321");
        Files.setLastModifiedTime(directory.resolve("new"), FileTime.from(MORNING));
        Files.move(directory.resolve("new"), file, StandardCopyOption.REPLACE_EXISTING);

        refused(in, "another file has taken its place", AGAIN);
    }

    @Test
    void a_link_that_is_turned_to_another_file_is_refused() throws IOException {
        Path link = Files.createSymbolicLink(directory.resolve("current.csv"), file);
        Input linked = Input.of(link, "log.csv");
        assertThat(read(linked)).isEqualTo("123456789");

        Files.delete(link);
        Files.writeString(directory.resolve("other"), "987654321");
        Files.createSymbolicLink(link, directory.resolve("other"));

        assertThatThrownBy(linked::open)
                .hasMessage("log.csv: changed while it was read (another file has taken its place)" + AGAIN);
    }

    @Test
    void a_file_that_is_removed_is_refused() throws IOException {
        InputStream in = begun(input);

        Files.delete(file);

        refused(in, "it is no longer there", AGAIN);
    }

    @Test
    void a_file_that_is_written_over_is_refused_by_its_time() throws IOException {
        InputStream in = begun(input);

        Files.setLastModifiedTime(file, FileTime.from(MORNING.plusSeconds(1)));

        refused(
                in,
                "last written at 2026-11-22T08:00:00Z when it was opened, and at 2026-11-22T08:00:01Z later",
                AGAIN);
    }

    @Test
    void a_file_that_is_written_over_between_two_readings_is_refused_by_its_bytes() throws IOException {
        assertThat(read(input)).isEqualTo("123456789");

        write("987654321");

        assertThatThrownBy(() -> read(input))
                .isInstanceOf(InputException.class)
                .hasMessage("log.csv: changed while it was read (it was read twice, and its bytes were not the same)"
                        + AGAIN);
    }

    @Test
    void a_file_that_changes_before_it_is_opened_again_is_refused() throws IOException {
        begun(input).close();

        write("12345");

        assertThatThrownBy(input::open)
                .hasMessage("log.csv: changed while it was read"
                        + " (it had 9 bytes when it was opened, and 5 bytes later)" + AGAIN);
    }

    @Test
    void a_growing_file_is_read_to_the_last_line_end_of_its_size_at_opening() throws IOException {
        write("a\nb\nc");
        Input growing = input.growing();
        InputStream in = growing.open();

        Files.writeString(file, "d\ne\n", StandardOpenOption.APPEND);

        assertThat(in.readAllBytes()).asString(UTF_8).isEqualTo("a\nb\n");
        assertThat(read(growing)).isEqualTo("a\nb\n");
        assertThat(growing.size()).isEqualTo(4);
        assertThat(growing.endsUnfinished()).isTrue();
        assertThat(growing.facts())
                .contains(new InputFacts("log.csv", file.toUri().toString(), 4, MORNING, 0x52A4FB0BL, true));
    }

    @Test
    void a_growing_file_whose_last_line_is_whole_is_read_whole() throws IOException {
        write("a\r\nb\r\n");
        Input growing = input.growing();

        assertThat(read(growing)).isEqualTo("a\r\nb\r\n");
        assertThat(growing.endsUnfinished()).isFalse();
    }

    @Test
    void a_growing_file_that_is_cut_or_replaced_is_refused() throws IOException {
        write("a\nb\nc");
        Input growing = input.growing();
        InputStream in = begun(growing);

        write("a\n");

        refused(in, "it had 5 bytes when it was opened, and 2 bytes later", AGAIN);
    }

    @Test
    void a_long_last_line_of_a_growing_file_is_left_out_whole() throws IOException {
        write("a\n" + "b".repeat(200_000));
        Input growing = input.growing();

        assertThat(read(growing)).isEqualTo("a\n");
    }

    @Test
    void a_file_that_is_two_inputs_has_to_stay_the_same_for_both_and_its_facts_are_told_once() throws IOException {
        InputsRead inputs = new InputsRead();
        Input one = inputs.add(input);
        Input other = inputs.add(Input.of(Files.createSymbolicLink(directory.resolve("link.csv"), file), "link.csv"));
        assertThat(read(one)).isEqualTo("123456789");
        assertThat(inputs.facts()).extracting(InputFacts::name).containsExactly("log.csv");

        write("12345");

        assertThatThrownBy(other::open)
                .hasMessage("link.csv: changed while it was read"
                        + " (it had 9 bytes when it was opened, and 5 bytes later)" + AGAIN);
    }

    private static void refused(InputStream in, String what, String advice) {
        assertThatThrownBy(in::readAllBytes)
                .isInstanceOf(InputException.class)
                .hasMessage("log.csv: changed while it was read (" + what + ")" + advice);
    }

    /** Opens an input and reads one byte of it. */
    private static InputStream begun(Input input) throws IOException {
        InputStream in = input.open();
        in.read();
        return in;
    }

    private static String read(Input input) throws IOException {
        try (InputStream in = input.open()) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }

    private void write(String text) throws IOException {
        Files.writeString(file, text);
        Files.setLastModifiedTime(file, FileTime.from(MORNING));
    }
}
