package org.leadscore.ingest.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LinesTest {

    private static final byte[] MIXED = "a\r\nb\rc\n\n".getBytes(StandardCharsets.UTF_8);

    @Test
    void all_three_line_ends_count_once() {
        assertThat(Lines.count(MIXED, 0, MIXED.length)).isEqualTo(4);
    }

    @Test
    void a_carriage_return_and_its_line_feed_are_passed_together() {
        assertThat(Lines.next(MIXED, 1, MIXED.length)).isEqualTo(3);
        assertThat(Lines.next(MIXED, 4, MIXED.length)).isEqualTo(5);
    }

    @Test
    void no_line_starts_between_a_carriage_return_and_its_line_feed() {
        assertThat(Lines.startsAt(MIXED, 2)).isFalse();
        assertThat(Lines.startsAt(MIXED, 3)).isTrue();
        assertThat(Lines.startsAt(MIXED, 5)).isTrue();
    }

    @Test
    void columns_count_characters() {
        byte[] line = "x\n\u00e9\ud83d\ude00a".getBytes(StandardCharsets.UTF_8);

        assertThat(Lines.column(line, 0, 8)).isEqualTo(3);
    }

    @Test
    void a_byte_is_found_wherever_it_stands() {
        byte[] bytes = "0123456789\u00a2\u00a2\"12345678\"".getBytes(StandardCharsets.UTF_8);

        assertThat(Lines.indexOf((byte) '"', bytes, 0, bytes.length)).isEqualTo(14);
        assertThat(Lines.indexOf((byte) '"', bytes, 15, bytes.length)).isEqualTo(23);
        assertThat(Lines.indexOf((byte) '"', bytes, 0, 14)).isEqualTo(14);
        assertThat(Lines.indexOf((byte) '3', bytes, 4, bytes.length)).isEqualTo(17);
    }
}
