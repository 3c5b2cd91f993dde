package org.leadscore.calibrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AssociationTest {

    /** Of 10,000 leads 2 % converted; of the 1,000 in banking 10 %, which is 80 more than 2 % would be. */
    @Test
    void says_how_many_conversions_more_there_are_than_elsewhere() {
        Counts banking = new Counts(1_000, 100);
        Counts students = new Counts(1_000, 0);

        List<Association> found = Association.of(List.of(banking, students), new Counts(10_000, 200));

        assertThat(found.get(0).ratio()).isCloseTo(5, within(1e-12));
        assertThat(found.get(0).surplus()).isCloseTo(80, within(1e-9));
        assertThat(found.get(0).points(3)).isEqualTo(7);
        assertThat(found.get(0).isSignificant()).isTrue();
        assertThat(found.get(1).surplus()).isCloseTo(-20, within(1e-9));
        assertThat(found.get(1).points(3)).isNegative();
        assertThat(found.get(1).isSignificant()).isTrue();
    }

    @Test
    void of_a_thousand_that_mean_nothing_hardly_any_is_significant() {
        SplittableRandom random = new SplittableRandom(20_260_101);
        List<Counts> attributes = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            attributes.add(new Counts(
                    500, (int) random.doubles(500).filter(x -> x < 0.05).count()));
        }

        List<Association> found = Association.of(attributes, new Counts(100_000, 5_000));

        assertThat(found.stream().filter(one -> one.p() < 0.05).count()).isBetween(30L, 70L);
        assertThat(found.stream().filter(Association::isSignificant)).hasSizeLessThan(3);
    }
}
