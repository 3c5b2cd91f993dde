package org.leadscore.page.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class BucketRatesTest {

    @Test
    void a_rate_stands_on_its_interval_and_an_empty_bucket_has_words_only() {
        Picture picture = BucketRates.of(
                "buckets",
                "",
                List.of(
                        new BucketRates.Bucket(
                                "hot", Look.HOT, List.of(new BucketRates.Rate(0.3, 0.15, 0.6, "3 of 10", "hot", true))),
                        new BucketRates.Bucket(
                                "cold",
                                Look.COLD,
                                List.of(new BucketRates.Rate(Double.NaN, 0, 1, "0 of 0", "cold", true)))),
                0.15,
                Double::toString);

        assertThat(Rounded.marks(picture))
                .contains(new Mark.Line(151.5, 24, 330, 24, Look.WHISKER_NEW))
                .contains(new Mark.Dot(211, 24, 4, Look.DOT_NEW, "hot"))
                .contains(new Mark.Label(100, 62, "0 of 0", Anchor.START, Look.TEXT_NEW));
    }
}
