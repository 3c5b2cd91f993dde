package org.leadscore.rules.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.ZoneOffset;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.leadscore.rules.Bucket;
import org.leadscore.rules.RuleSet;
import org.leadscore.rules.Scale;
import org.leadscore.rules.condition.Count;
import org.leadscore.rules.condition.Field;
import org.leadscore.rules.rule.Activity;
import org.leadscore.rules.rule.Award;
import org.leadscore.rules.rule.Bounds;
import org.leadscore.rules.rule.ImplicitRule;
import org.leadscore.rules.source.EventName;
import org.leadscore.rules.source.EventSource;
import org.leadscore.rules.source.Sources;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DefaultsTest {

    private final RuleSet rules = RuleFile.parse("rules.yaml", "implicit: [{name: Demo, did: demo, points: 5}]")
            .rules();

    @Test
    void full_is_100_points_and_the_score_lies_between_0_and_100() {
        assertThat(rules.scale()).isEqualTo(new Scale(0, 100_000_000, BigDecimal.ZERO, BigDecimal.valueOf(100), 0));
    }

    @Test
    void buckets_are_hot_from_70_warm_from_40_and_cold() {
        assertThat(rules.buckets())
                .containsExactly(
                        new Bucket("hot", BigDecimal.valueOf(70)),
                        new Bucket("warm", BigDecimal.valueOf(40)),
                        new Bucket("cold", BigDecimal.ZERO));
    }

    @Test
    void a_visit_ends_after_30_minutes_and_days_are_those_of_utc() {
        assertThat(rules.visitGap()).isEqualTo(1_800_000);
        assertThat(rules.timezone().zone()).isEqualTo(ZoneOffset.UTC);
        assertThat(rules.inactivity()).isNull();
    }

    @Test
    void without_sources_there_is_one_log_with_the_usual_columns_and_no_file() {
        Sources sources = rules.sources();
        EventSource log = sources.events().get(0);

        assertThat(sources.contacts()).isNull();
        assertThat(sources.outcomes()).isNull();
        assertThat(sources.events()).hasSize(1);
        assertThat(log.name()).isEqualTo("events");
        assertThat(log.files().patterns()).isEmpty();
        assertThat(log.lead().columns().fields()).extracting(Field::name).containsExactly("email");
        assertThat(log.lead().exact()).isFalse();
        assertThat(log.time().columns().fields()).extracting(Field::name).containsExactly("timestamp");
        assertThat(((EventName.FromColumn) log.event()).column().name()).isEqualTo("event");
    }

    @Test
    void a_single_log_may_be_a_mapping_and_is_called_events() {
        Sources sources = RuleFile.parse("rules.yaml", "sources: {events: {path: web.csv}, contacts: {path: a.csv}}")
                .rules()
                .sources();

        assertThat(sources.events()).extracting(EventSource::name).containsExactly("events");
        assertThat(sources.events().get(0).files().patterns()).containsExactly("web.csv");
    }

    @Test
    void a_rule_that_says_no_more_counts_every_event_for_ever() {
        ImplicitRule rule = rules.implicit().get(0);

        assertThat(rule.award()).isEqualTo(new Award.Each(5_000_000, Award.UNLIMITED, null));
        assertThat(rule.within()).isEqualTo(Award.UNLIMITED);
        assertThat(rule.bounds()).isEqualTo(Bounds.NONE);
        assertThat(((Activity.Occurrences) rule.activity()).count()).isEqualTo(new Count.Events());
    }
}
