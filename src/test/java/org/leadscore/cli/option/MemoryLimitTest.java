package org.leadscore.cli.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.leadscore.problem.UsageException;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MemoryLimitTest {

    @Test
    void sizes_have_a_unit_in_either_case() {
        assertThat(MemoryLimit.of("256m").bytes()).isEqualTo(268_435_456L);
        assertThat(MemoryLimit.of("4G").bytes()).isEqualTo(4_294_967_296L);
        assertThat(MemoryLimit.of("1t").bytes()).isEqualTo(1_099_511_627_776L);
        assertThat(MemoryLimit.of(null)).isNull();
    }

    @Test
    void an_eighth_and_128_mebibytes_are_for_java_itself() {
        assertThat(MemoryLimit.of("256m").heap()).isEqualTo(96L << 20);
        assertThat(MemoryLimit.of("1g").heap()).isEqualTo(768L << 20);
        assertThat(MemoryLimit.of("1001m").heap()).isEqualTo(748L << 20);
    }

    @Test
    void java_is_started_with_that_heap_and_a_nursery_of_80_mebibytes_or_a_quarter_of_it() {
        assertThat(MemoryLimit.of("256m").options()).containsExactly("-Xmx96m", "-Xmn24m");
        assertThat(MemoryLimit.of("512m").options()).containsExactly("-Xmx320m", "-Xmn80m");
        assertThat(MemoryLimit.of("1g").options()).containsExactly("-Xmx768m", "-Xmn80m");
    }

    @Test
    void sizes_end_at_16_tebibytes() {
        assertThat(MemoryLimit.of("16t").bytes()).isEqualTo(17_592_186_044_416L);
        assertThatThrownBy(() -> MemoryLimit.of("16385g"))
                .isInstanceOf(UsageException.class)
                .hasMessage("--memory 16385g: too much, the most is 16t");
        assertThatThrownBy(() -> MemoryLimit.of("16777216t"))
                .isInstanceOf(UsageException.class)
                .hasMessage("--memory 16777216t: too much, the most is 16t");
    }

    @Test
    void a_java_that_may_take_more_is_refused() {
        MemoryLimit limit = MemoryLimit.of("1g");

        assertThatCode(() -> limit.requireKept(768L << 20)).doesNotThrowAnyException();
        assertThatThrownBy(() -> limit.requireKept(6L << 30))
                .isInstanceOf(UsageException.class)
                .hasMessage("--memory 1g: Java was started with 6 GiB for objects, and may take it all;"
                        + " scripts/leadscore gives it less, as java -Xmx768m does");
    }
}
