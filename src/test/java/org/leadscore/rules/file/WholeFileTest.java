package org.leadscore.rules.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Objects;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.leadscore.rules.Bucket;
import org.leadscore.rules.RuleSet;
import org.leadscore.rules.Scale;
import org.leadscore.rules.condition.Condition;
import org.leadscore.rules.condition.Field;
import org.leadscore.rules.condition.NumberRange;
import org.leadscore.rules.rule.Award;
import org.leadscore.rules.rule.Bounds;
import org.leadscore.rules.rule.Decay;
import org.leadscore.rules.rule.Disqualifier;
import org.leadscore.rules.rule.ExplicitRule;
import org.leadscore.rules.rule.Group;
import org.leadscore.rules.rule.ImplicitRule;
import org.leadscore.rules.rule.Inactivity;
import org.leadscore.rules.source.EventName;
import org.leadscore.rules.source.EventSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class WholeFileTest {

    private static final long DAY = 86_400_000;

    private final RuleFile file = whole();
    private final RuleSet rules = file.rules();

    @Test
    void is_read_without_a_warning() {
        assertThat(file.warnings()).isEmpty();
        assertThat(rules.explicit())
                .extracting(ExplicitRule::name)
                .hasSize(7)
                .startsWith("Buyer")
                .endsWith("Nonsense");
        assertThat(rules.implicit()).extracting(ImplicitRule::name).hasSize(10).startsWith("Page seen");
        assertThat(rules.timezone().zone()).isEqualTo(ZoneId.of("Europe/Lisbon"));
    }

    @Test
    void a_log_has_its_own_dialect_time_and_event() {
        EventSource letters = rules.sources().events().get(1);

        assertThat(letters.name()).isEqualTo("letters");
        assertThat(letters.files().patterns()).containsExactly("exports/letters.csv", "exports/letters-old.csv.gz");
        assertThat(letters.dialect().delimiter()).isEqualTo(';');
        assertThat(letters.dialect().encoding()).isEqualTo(StandardCharsets.ISO_8859_1);
        assertThat(letters.dialect().skip()).isEqualTo(3);
        assertThat(letters.dialect().decimal()).isEqualTo(',');
        assertThat(letters.event()).isEqualTo(new EventName.Constant("letter_open"));
        assertThat(letters.time().columns().fields()).extracting(Field::name).containsExactly("Day", "Hour");
        assertThat(letters.time().format().millis("01/06/2026 12:00")).isEqualTo(1_780_304_400_000L);
    }

    @Test
    void times_without_a_format_are_in_the_zone_of_the_file() {
        EventSource site = rules.sources().events().get(0);

        assertThat(site.time().format().millis("2026-06-01 10:00")).isEqualTo(1_780_304_400_000L);
        assertThat(site.key()).extracting(Field::name).containsExactly("session", "hit");
    }

    @Test
    void the_decay_of_a_group_goes_to_its_rules_that_age_and_have_none() {
        assertThat(((Award.Each) rules.implicit().get(5).award()).decay()).isEqualTo(new Decay.HalfLife(30 * DAY));
        assertThat(((Award.Tiers) rules.implicit().get(6).award()).decay()).isNull();
        assertThat(((Award.Each) rules.implicit().get(0).award()).decay()).isNull();
    }

    @Test
    void times_are_a_single_tier() {
        NumberRange threeOrMore = new NumberRange(BigDecimal.valueOf(3), true, null, true);

        Award award = rules.implicit().get(2).award();

        assertThat(award).isInstanceOf(Award.Tiers.class);
        assertThat(((Award.Tiers) award).tiers())
                .containsExactly(new Award.Tier(threeOrMore, Award.UNLIMITED, 10_000_000));
    }

    @Test
    void the_words_event_and_log_are_columns_of_every_event() {
        Condition did = rules.implicit().get(5).activity().conditions().get(0);

        assertThat(did.fields())
                .extracting(Field::kind, Field::name)
                .containsExactly(tuple(Field.Kind.LOG, "log"), tuple(Field.Kind.COLUMN, "message"));
    }

    @Test
    void groups_inactivity_scale_and_buckets_are_as_written() {
        assertThat(rules.groups())
                .extracting(Group::name, Group::kind, Group::bounds)
                .contains(tuple("letters", Group.Kind.IMPLICIT, new Bounds(-10_000_000, 20_000_000)));
        assertThat(rules.inactivity()).isEqualTo(new Inactivity(30 * DAY, new BigDecimal("0.25"), 30 * DAY));
        assertThat(rules.scale()).isEqualTo(new Scale(0, 120_000_000, BigDecimal.ZERO, BigDecimal.valueOf(100), 0));
        assertThat(rules.buckets()).extracting(Bucket::name).containsExactly("hot", "warm", "cool", "cold");
    }

    @Test
    void a_disqualification_by_an_event_needs_it_once() {
        Disqualifier.Did left = (Disqualifier.Did) rules.disqualifiers().get(1);

        assertThat(left.within()).isEqualTo(Award.UNLIMITED);
        assertThat(left.times().contains(0)).isFalse();
        assertThat(left.times().contains(1)).isTrue();
    }

    private static RuleFile whole() {
        try (InputStream in =
                Objects.requireNonNull(WholeFileTest.class.getResourceAsStream("whole.yaml"), "whole.yaml")) {
            return RuleFile.parse("whole.yaml", new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException broken) {
            throw new AssertionError(broken);
        }
    }
}
