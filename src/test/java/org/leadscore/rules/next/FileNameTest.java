package org.leadscore.rules.next;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FileNameTest {

    @Test
    void words_are_joined_by_hyphens_in_lower_case() {
        assertThat(FileName.of("Reads but never asks")).isEqualTo("reads-but-never-asks");
    }

    @Test
    void nothing_leads_out_of_the_directory() {
        assertThat(FileName.of("../../etc/passwd")).isEqualTo("etc-passwd");
        assertThat(FileName.of("a/b\\c:d|e*?\"<>f")).isEqualTo("a-b-c-d-e-f");
        assertThat(FileName.of("..hidden..")).isEqualTo("hidden");
        assertThat(FileName.of("a\0b\nc")).isEqualTo("a-b-c");
    }

    @Test
    void a_name_of_signs_alone_makes_none() {
        assertThat(FileName.of("/// ... //")).isEmpty();
    }

    @Test
    void accents_and_forms_of_letters_do_not_matter() {
        assertThat(FileName.of("Ñandú Straße")).isEqualTo("nandu-strasse");
        assertThat(FileName.of("Cafe\u0301 Ⅳ ﬁx")).isEqualTo("cafe-iv-fix");
        assertThat(FileName.of("Café ⅳ FIX")).isEqualTo("cafe-iv-fix");
    }

    @Test
    void letters_that_ascii_has_not_are_spelled_by_code_point() {
        assertThat(FileName.of("Ωmega 東京")).isEqualTo("u3c9mega-u6771u4eac");
    }

    @Test
    void devices_of_windows_are_no_files() {
        assertThat(FileName.of("CON")).isEqualTo("con-");
        assertThat(FileName.of("lpt1")).isEqualTo("lpt1-");
        assertThat(FileName.of("console")).isEqualTo("console");
    }

    @Test
    void long_names_are_cut_and_told_apart() {
        String one = FileName.of("a".repeat(300) + "1");
        String other = FileName.of("a".repeat(300) + "2");

        assertThat(one).hasSize(89).startsWith("a".repeat(80) + "-").isNotEqualTo(other);
    }
}
