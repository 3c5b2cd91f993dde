package org.leadscore.calibrate.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** With two scores only, the chance at each is the rate of those who have it. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ChanceTest {

    @ParameterizedTest
    @CsvSource({
        "200, 60, 5000, 50", // few have much: whole steps leap over the maximum and back
        "40, 20, 1000, 10",
        "200, 100, 5000, 50",
        "60, 54, 10000, 10",
        "500, 100, 1500, 75",
        "3, 2, 100000, 100",
        "5000, 50, 200, 60"
    })
    void is_the_rate_at_each_of_two_scores(int high, int won, int low, int wonLow) {
        double[] scores = new double[high + low];
        boolean[] converted = new boolean[high + low];
        for (int row = 0; row < scores.length; row++) {
            scores[row] = row < high ? 100 : 0;
            converted[row] = row < high ? row < won : row - high < wonLow;
        }

        Chance chance = Chance.of(scores, converted);

        assertThat(chance.at(100)).isCloseTo((double) won / high, within(1e-9));
        assertThat(chance.at(0)).isCloseTo((double) wonLow / low, within(1e-9));
    }
}
