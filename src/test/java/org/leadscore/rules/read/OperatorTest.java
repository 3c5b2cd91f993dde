package org.leadscore.rules.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.leadscore.lead.Text;
import org.leadscore.lead.TimeFormat;
import org.leadscore.lead.ZoneDays;
import org.leadscore.rules.RuleSet;
import org.leadscore.rules.condition.Condition;
import org.leadscore.rules.condition.LeadValue;
import org.leadscore.rules.condition.Reading;
import org.leadscore.rules.condition.Test;
import org.leadscore.rules.condition.Test.Piece;
import org.leadscore.rules.condition.Wanted;
import org.leadscore.rules.file.RuleFile;
import org.leadscore.rules.file.RuleFiles;
import org.leadscore.rules.read.Operator.Operand;
import org.leadscore.rules.rule.Attribute;
import org.leadscore.score.point.Status;

@DisplayNameGeneration(ReplaceUnderscores.class)
class OperatorTest {

    private static final Reading PLAIN = new Reading('.', TimeFormat.iso(new ZoneDays(ZoneOffset.UTC)), 0);

    private static final List<String> VALUES = List.of(
            "ES",
            "es",
            "ESP",
            "PES",
            "xESx",
            "PT",
            "5",
            "4",
            "6",
            "a@rival.com",
            "a@gmail.com",
            "1969-12-31",
            "1970-01-10",
            "1971-01-01");

    @ParameterizedTest
    @EnumSource
    void a_test_that_compares_numbers_or_dates_says_so(Operator operator) {
        assertThat(test(operator).wants(Wanted.NUMBER)).isEqualTo(operator.operand() == Operand.NUMBER);
        assertThat(test(operator).wants(Wanted.DATE))
                .isEqualTo(List.of(Operand.MOMENT, Operand.DURATION).contains(operator.operand()));
    }

    @ParameterizedTest
    @EnumSource
    void a_missing_value_fails(Operator operator) {
        assertThat(test(operator).holdsForMissing()).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void some_value_passes(Operator operator) {
        assertThat(VALUES).anyMatch(value -> test(operator).holds(value, PLAIN));
    }

    @ParameterizedTest
    @EnumSource
    void where_pieces_decide_values_with_the_same_ones_pass_alike(Operator operator) {
        Test test = test(operator);

        test.pieces().ifPresent(pieces -> {
            Map<List<Boolean>, Boolean> passes = new HashMap<>();
            for (String value : VALUES) {
                boolean holds = test.holds(value, PLAIN);
                assertThat(passes.computeIfAbsent(found(pieces, value), any -> holds))
                        .as(value)
                        .isEqualTo(holds);
            }
        });
    }

    @ParameterizedTest
    @EnumSource
    void is_read_where_it_can_be_asked_of_a_value_of_leads_and_refused_elsewhere(Operator operator) {
        for (LeadValue value : LeadValue.values()) {
            String name = nameOf(value);
            String file = """
                    lists: {targets: {path: targets.csv, column: name}}
                    implicit: [{name: Views, did: view, points: 1}]
                    interests: [{name: lathes, rules: [{did: view, points: 1}]}]
                    acquisition: {first: channel}
                    stages: [{name: late}]
                    segments: [{name: a, when: {%s: {%s: %s}}}]
                    """.formatted(value.word(), operator.word(), operand(operator.operand(), name));

            assertThat(RuleFiles.isRead(file))
                    .as(file)
                    .isEqualTo(Operator.askedOf(value.sort()).contains(operator));
        }
    }

    @org.junit.jupiter.api.Test
    void the_statuses_that_can_be_asked_for_are_those_of_scores() {
        assertThat(LeadValue.STATUSES)
                .isEqualTo(Stream.of(Status.values()).map(Status::word).toList());
    }

    @org.junit.jupiter.api.Test
    void a_column_that_bears_a_word_is_named_with_a_prefix() {
        assertThat(ConditionWord.keyOf("country")).isEqualTo("country");
        assertThat(ConditionWord.keyOf("any")).isEqualTo("column.any");
        assertThat(ConditionWord.keyOf("within")).isEqualTo("column.within");
        assertThat(ConditionWord.keyOf("column.x")).isEqualTo("column.column.x");
        assertThat(ConditionWord.keyOf("status")).isEqualTo("status");
        assertThat(ConditionWord.keyAnywhere("status")).isEqualTo("column.status");
        assertThat(ConditionWord.keyAnywhere("log")).isEqualTo("column.log");
    }

    private static Test test(Operator operator) {
        String file = """
                lists: {targets: {path: targets.csv, column: name}}
                explicit: [{name: a, when: {b: {%s: %s}}, points: 1}]
                """.formatted(operator.word(), operand(operator.operand(), "ES"));
        RuleSet rules = RuleFile.parse("rules.yaml", file).rules();
        rules.sources().lists().forEach(list -> list.list().fill(Set.of("es")));
        Attribute rule = rules.explicit().get(0).attribute();
        return ((Condition.Is) ((Attribute.When) rule).when()).test();
    }

    private static String operand(Operand operand, String name) {
        return switch (operand) {
            case VALUES -> "[" + name + "]";
            case VALUE, PARTS -> name;
            case PATTERN -> "'(?i)^" + name + "$'";
            case NUMBER -> "5";
            case MOMENT -> "1970-01-01T00:00:00Z";
            case DURATION -> "30d";
            case TRUTH -> "true";
            case LISTS -> "targets";
            case DOMAINS -> "[rival.com]";
            case KIND -> "free-mail";
        };
    }

    private static String nameOf(LeadValue value) {
        return switch (value) {
            case SCORE, FIT, ENGAGEMENT, IDLE_DAYS -> "5";
            case BUCKET -> "hot";
            case STATUS -> "scored";
            case RULES -> "Views";
            case INTEREST -> "lathes";
            case STAGE -> "late";
            case SOURCE -> "mail";
        };
    }

    private static List<Boolean> found(List<Piece> pieces, String value) {
        String text = Text.fold(value);
        return pieces.stream()
                .map(piece -> piece.atStart() && piece.atEnd()
                        ? text.equals(piece.folded())
                        : piece.atStart()
                                ? text.startsWith(piece.folded())
                                : piece.atEnd() ? text.endsWith(piece.folded()) : text.contains(piece.folded()))
                .toList();
    }
}
