package org.leadscore.ingest.row;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SegmentTextTest {

    @Test
    void undecodable_bytes_are_told_from_replacement_characters_and_surrogate_pairs() {
        SegmentText segment = decode("\u00ef\u00bf\u00bd\u00f4\u008f\u00bf\u00bfa\u00ff\n");

        assertThat(segment.marked()).isTrue();
        assertThat(segment.undecodable(0, 5)).isEqualTo(4);
        assertThat(segment.undecodable(0, 4)).isEqualTo(-1);
        assertThat(segment.raw(0, 5)).isEqualTo("\ufffd\udbff\udfffa\ufffd");
    }

    @Test
    void replacement_characters_of_the_file_itself_are_text() {
        assertThat(decode("\u00ef\u00bf\u00bd\n").marked()).isFalse();
    }

    @Test
    void columns_begin_anew_with_each_physical_line() {
        SegmentText segment = decode("ab\rcd\n\u00f0\u009f\u0098\u0080e\n");

        assertThat(segment.column(1)).isEqualTo(2);
        assertThat(segment.column(4)).isEqualTo(2);
        assertThat(segment.column(8)).isEqualTo(2);
    }

    /** Decodes bytes that are given as one char each. */
    private static SegmentText decode(String bytes) {
        byte[] all = bytes.getBytes(StandardCharsets.ISO_8859_1);
        return SegmentText.decode(all, 0, all.length);
    }
}
