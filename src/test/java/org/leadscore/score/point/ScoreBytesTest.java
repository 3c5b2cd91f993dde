package org.leadscore.score.point;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.leadscore.lead.Packing;
import org.leadscore.lead.TimeFormat;
import org.leadscore.lead.Unpacking;
import org.leadscore.rules.RuleSet;
import org.leadscore.rules.file.RuleFile;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ScoreBytesTest {

    private static final RuleSet RULES = RuleFile.parse("rules.yaml", """
                    version: 1
                    timezone: UTC
                    buckets: [{name: hot, from: 80}, {name: cold, from: 0}]
                    disqualify:
                      - {name: rival, when: {company: Ozark}}
                      - {name: student, when: {title: student}}
                    explicit:
                      - {name: Director, when: {title: director}, points: 20}
                    implicit:
                      - {name: Pricing, did: {event: page_view}, points: 5}
                      - {name: Left, did: {event: unsubscribe}, points: -5}
                    """).rules();

    @Test
    void a_score_is_read_as_it_was_written() {
        assertComesBack(new Score(
                Status.SCORED,
                null,
                20_000_000,
                -1,
                873,
                "hot",
                1_767_225_600_000L,
                List.of(
                        new Contribution("Director", 20_000_000),
                        new Contribution("Pricing", 4_999_999),
                        new Contribution("Left", -5_000_000))));
    }

    @Test
    void what_a_score_does_not_have_stays_away() {
        assertComesBack(new Score(Status.NO_DATA, null, 0, 0, 0, null, TimeFormat.NONE, List.of()));
        assertComesBack(new Score(
                Status.DISQUALIFIED,
                "student",
                Long.MAX_VALUE,
                Long.MIN_VALUE,
                -7,
                null,
                -1,
                List.of(new Contribution("Left", -1))));
        assertComesBack(new Score(Status.CUSTOMER, "rival", 1, 2, 3, "cold", 0, List.of()));
    }

    private static void assertComesBack(Score score) {
        Packing out = new Packing();
        ScoreBytes bytes = new ScoreBytes(RULES);
        bytes.pack(score, out);
        out.number(42);
        Unpacking in = new Unpacking(out.toBytes());

        assertThat(new ScoreBytes(RULES).unpack(in)).isEqualTo(score);
        assertThat(in.number()).isEqualTo(42);
    }
}
