package org.leadscore.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class BordersTest {

    private static final List<Integer> POINTS = List.of(10, 6, 2);

    @Test
    void are_round_numbers_near_the_quantiles() {
        List<BigDecimal> hundred =
                IntStream.rangeClosed(1, 100).mapToObj(BigDecimal::valueOf).toList();

        assertThat(Borders.tiers(hundred, 100, POINTS))
                .containsExactly(
                        "  - {at-least: 90, points: 10}",
                        "  - {at-least: 60, points: 6}",
                        "  - {at-least: 30, points: 2}");
    }

    @Test
    void tell_those_with_any_from_those_without() {
        assertThat(Borders.tiers(numbers("0", "0", "3", "12"), 4, POINTS))
                .containsExactly("  - {at-least: 12, points: 10}", "  - {above: 0, points: 6}");
    }

    @Test
    void are_none_where_all_have_the_same() {
        assertThat(Borders.tiers(numbers("5", "5", "5"), 3, POINTS)).isEmpty();
    }

    @Test
    void are_none_where_nobody_has_any() {
        assertThat(Borders.tiers(numbers("0", "0"), 2, POINTS)).isEmpty();
    }

    @Test
    void leave_digits_as_they_are() {
        assertThat(Borders.round(new BigDecimal("7"), new BigDecimal("9"))).isEqualByComparingTo("7");
    }

    @Test
    void are_never_above_the_greatest_value() {
        assertThat(Borders.round(new BigDecimal("1190"), new BigDecimal("1195")))
                .isEqualByComparingTo("1000");
    }

    @Test
    void are_rounded_below_one_too() {
        assertThat(Borders.round(new BigDecimal("0.0437"), BigDecimal.ONE)).isEqualByComparingTo("0.04");
    }

    private static List<BigDecimal> numbers(String... numbers) {
        return Stream.of(numbers).map(BigDecimal::new).toList();
    }
}
