package org.leadscore.cli.option;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class HeapOptionsTest {

    @Test
    void a_limit_stands_behind_the_option_or_in_it() {
        assertThat(HeapOptions.of("score", "--memory", "1g", "--quiet")).containsExactly("-Xmx768m", "-Xmn80m");
        assertThat(HeapOptions.of("score", "--memory=256m")).containsExactly("-Xmx96m", "-Xmn24m");
    }

    @Test
    void there_are_none_without_a_limit() {
        assertThat(HeapOptions.of()).isEmpty();
        assertThat(HeapOptions.of("score", "--output", "memory")).isEmpty();
    }

    @Test
    void there_are_none_for_what_the_program_will_refuse() {
        assertThat(HeapOptions.of("score", "--memory")).isEmpty();
        assertThat(HeapOptions.of("score", "--memory", "1gb")).isEmpty();
        assertThat(HeapOptions.of("score", "--memory=100m")).isEmpty();
        assertThat(HeapOptions.of("score", "--memory=999999999t")).isEmpty();
    }
}
