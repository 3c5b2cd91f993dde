package org.leadscore.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.leadscore.rules.condition.Count;
import org.leadscore.rules.file.RuleFile;
import org.leadscore.rules.read.ConditionWord;
import org.leadscore.rules.read.Operator;
import org.leadscore.rules.rule.Award;
import org.leadscore.rules.rule.Decay;
import org.leadscore.rules.rule.ImplicitRule;

/** Demands that each word of the language occurs in the rules that {@link OracleTest} draws and compares with SQL. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RandomRulesTest {

    private static final List<String> FILES =
            OracleTest.seeds().mapToObj(OracleTest::rules).toList();

    @Test
    void each_operator_is_drawn() throws JsonProcessingException {
        Set<String> drawn = new TreeSet<>();

        for (String file : FILES) {
            JsonNode rules = new YAMLMapper().readTree(file);
            rules.path("explicit").forEach(rule -> {
                condition(rule.path("when"), drawn);
                rule.path("tiers").forEach(tier -> tier.fieldNames().forEachRemaining(drawn::add));
            });
            Stream.of("implicit", "disqualify")
                    .forEach(part -> rules.path(part).forEach(rule -> {
                        condition(rule.path("when"), drawn);
                        condition(rule.path("did"), drawn);
                        rule.path("rate").forEach(did -> condition(did, drawn));
                    }));
        }

        Set<String> ofLists = Set.of("in-list", "not-in-list"); // which LookupsOracleTest draws, with the lists' files
        assertThat(drawn)
                .containsAll(Operator.words().stream()
                        .filter(word -> !ofLists.contains(word))
                        .toList());
    }

    @Test
    void each_kind_of_count_is_drawn_by_itself_in_tiers_and_with_each_form_of_decay() {
        Set<String> drawn = new TreeSet<>();

        implicitRules().forEach(rule -> counts(rule).forEach(kind -> drawn.add(kind + use(rule.award()))));

        List<String> all = new ArrayList<>();
        for (Count.Kind kind : Count.Kind.values()) {
            all.add(kind + " each");
            all.add(kind + " in tiers");
            Stream.of(Decay.Form.values()).forEach(form -> all.add(kind + " with " + form));
        }
        assertThat(drawn).containsExactlyInAnyOrderElementsOf(all);
    }

    @Test
    void each_kind_of_count_is_drawn_where_leads_are_disqualified() {
        Set<Count.Kind> drawn = EnumSet.noneOf(Count.Kind.class);

        FILES.stream()
                .flatMap(file -> RuleFile.parse("rules.yaml", file).rules().disqualifiers().stream())
                .forEach(each ->
                        each.choose(when -> false, did -> drawn.add(did.count().kind())));

        assertThat(drawn).containsExactlyInAnyOrder(Count.Kind.values());
    }

    private static Stream<ImplicitRule> implicitRules() {
        return FILES.stream().flatMap(file -> RuleFile.parse("rules.yaml", file).rules().implicit().stream());
    }

    private static List<Count.Kind> counts(ImplicitRule rule) {
        return rule.activity()
                .choose(occurrences -> List.of(occurrences.count().kind()), sum -> List.of(), rate -> List.of());
    }

    private static String use(Award award) {
        return award.choose(
                each -> each.decay() == null
                        ? " each"
                        : " with " + Objects.requireNonNull(each.decay()).form(),
                tiers -> " in tiers");
    }

    /** Adds the operators of the tests in a condition. */
    private static void condition(JsonNode condition, Set<String> drawn) {
        condition.properties().forEach(each -> {
            JsonNode value = each.getValue();
            if (List.of("all", "any").contains(each.getKey())) {
                value.forEach(part -> condition(part, drawn));
            } else if (each.getKey().equals("not")) {
                condition(value, drawn);
            } else if (isColumn(each.getKey())) {
                value.fieldNames().forEachRemaining(drawn::add);
            }
        });
    }

    private static boolean isColumn(String key) {
        return List.of("event", "log").contains(key) || !ConditionWord.words().contains(key);
    }
}
