package org.leadscore.score.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.leadscore.lead.TimeFormat;
import org.leadscore.lead.ZoneDays;
import org.leadscore.problem.Location;
import org.leadscore.rules.condition.Condition;
import org.leadscore.rules.condition.Field;
import org.leadscore.rules.condition.NumberRange;
import org.leadscore.rules.condition.Reading;
import org.leadscore.rules.condition.Wanted;

/** Fields that are not asked for make no difference. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class DecisionTableTest {

    private static final Reading READING = new Reading('.', TimeFormat.iso(new ZoneDays(ZoneOffset.UTC)), 0);
    private static final Location HERE = new Location("rules.yaml", 1, 1);
    private static final List<String> NAMES = List.of("a", "b", "c", "d");
    private static final List<String> VALUES = List.of("", "x", "y", "z");

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void the_conditions_that_hold_are_those_of_all_fields(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Condition> conditions = new ArrayList<>();
        for (int i = random.nextInt(1, 5); i > 0; i--) {
            conditions.add(condition(random, 3));
        }
        Questions questions = new Questions(conditions);
        DecisionTable table = table(questions);
        for (int row = 0; row < 50; row++) {
            List<String> values = NAMES.stream()
                    .map(any -> VALUES.get(random.nextInt(VALUES.size())))
                    .toList();

            assertThat(walk(table, questions, values, new ArrayList<>()))
                    .containsExactly(IntStream.range(0, conditions.size())
                            .filter(i -> holds(conditions.get(i), values))
                            .toArray());
        }
    }

    @Test
    void a_field_is_asked_for_only_where_it_can_make_a_difference() {
        Condition viewed = new Condition.Is(field("b"), new org.leadscore.rules.condition.Test.OneOf(Set.of("x")));
        Condition pricing = new Condition.All(List.of(
                viewed, new Condition.Is(field("d"), new org.leadscore.rules.condition.Test.OneOf(Set.of("y")))));
        Questions questions = new Questions(List.of(viewed, pricing));
        DecisionTable table = table(questions);
        List<String> asked = new ArrayList<>();

        assertThat(walk(table, questions, List.of("", "z", "", "y"), asked)).isEmpty();
        assertThat(asked).containsExactly("b");
        assertThat(walk(table, questions, List.of("", "x", "", "y"), asked)).containsExactly(0, 1);
        assertThat(asked).containsExactly("b", "b", "d");
    }

    @Test
    void the_name_of_the_event_comes_first() {
        Field event = new Field(Field.Kind.EVENT, "event", HERE);
        Questions questions = new Questions(List.of(
                new Condition.Is(field("a"), new org.leadscore.rules.condition.Test.Present()),
                new Condition.Is(event, new org.leadscore.rules.condition.Test.Present())));

        assertThat(questions.fields()).extracting(Field::name).containsExactly("event", "a");
    }

    @Test
    void a_value_lacks_the_form_that_a_test_wants_and_a_missing_one_lacks_none() {
        Questions questions = new Questions(List.of(
                new Condition.Is(
                        field("a"),
                        new org.leadscore.rules.condition.Test.InRange(
                                new NumberRange(BigDecimal.ONE, true, null, false))),
                new Condition.Is(field("b"), new org.leadscore.rules.condition.Test.OneOf(Set.of("x"))),
                new Condition.Is(field("a"), new org.leadscore.rules.condition.Test.Present())));
        DecisionTable table = table(questions);

        assertThat(questions.fields()).extracting(Field::name).containsExactly("a", "b");
        assertThat(questions.wanted(0)).containsExactly(Wanted.NUMBER);
        assertThat(questions.wanted(1)).isEmpty();
        assertThat(table.lacking(0, table.judge(0, "many"))).containsExactly(Wanted.NUMBER);
        assertThat(table.lacking(0, table.judge(0, "7"))).isEmpty();
        assertThat(table.lacking(0, table.judge(0, "0"))).isEmpty();
        assertThat(table.lacking(0, table.judge(0, " "))).isEmpty();
        assertThat(table.lacking(0, table.judge(0, null))).isEmpty();
        assertThat(table.lacking(1, table.judge(1, "many"))).isEmpty();
        assertThat(table.passesAny(0, table.judge(0, "0"))).isTrue();
        assertThat(table.passesAny(0, table.judge(0, null))).isFalse();
    }

    private static DecisionTable table(Questions questions) {
        return new DecisionTable(
                questions, Collections.nCopies(questions.fields().size(), READING));
    }

    private static int[] walk(DecisionTable table, Questions questions, List<String> values, List<String> asked) {
        int state = table.start();
        while (table.fieldOf(state) != DecisionTable.END) {
            int field = table.fieldOf(state);
            String name = questions.fields().get(field).name();
            asked.add(name);
            state = table.step(state, table.judge(field, values.get(NAMES.indexOf(name))));
        }
        return table.holding(state);
    }

    private static LongStream seeds() {
        return LongStream.rangeClosed(1, 200);
    }

    private static Condition condition(SplittableRandom random, int depth) {
        return switch (random.nextInt(depth == 0 ? 2 : 5)) {
            case 0 -> new Condition.Is(anyField(random), test(random));
            case 1 -> {
                int atLeast = random.nextInt(3);
                yield new Condition.Filled(
                        List.of(field("a"), field("b"), field("c")), atLeast, atLeast + random.nextInt(3));
            }
            case 2 -> new Condition.Not(condition(random, depth - 1));
            case 3 -> new Condition.All(parts(random, depth));
            default -> new Condition.Any(parts(random, depth));
        };
    }

    private static List<Condition> parts(SplittableRandom random, int depth) {
        List<Condition> parts = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            parts.add(condition(random, depth - 1));
        }
        return parts;
    }

    private static org.leadscore.rules.condition.Test test(SplittableRandom random) {
        return switch (random.nextInt(4)) {
            case 0 -> new org.leadscore.rules.condition.Test.Absent();
            case 1 -> new org.leadscore.rules.condition.Test.Present();
            case 2 -> new org.leadscore.rules.condition.Test.NoneOf(Set.of("x"));
            default -> new org.leadscore.rules.condition.Test.OneOf(Set.of("x", "y"));
        };
    }

    private static boolean holds(Condition condition, List<String> values) {
        if (condition instanceof Condition.All all) {
            return all.parts().stream().allMatch(part -> holds(part, values));
        }
        if (condition instanceof Condition.Any any) {
            return any.parts().stream().anyMatch(part -> holds(part, values));
        }
        if (condition instanceof Condition.Not not) {
            return !holds(not.part(), values);
        }
        if (condition instanceof Condition.Filled filled) {
            long count = filled.of().stream()
                    .filter(field -> !valueOf(field, values).isEmpty())
                    .count();
            return count >= filled.atLeast() && count <= filled.atMost();
        }
        Condition.Is is = (Condition.Is) condition;
        String value = valueOf(is.field(), values);
        return value.isEmpty() ? is.test().holdsForMissing() : is.test().holds(value, READING);
    }

    private static String valueOf(Field field, List<String> values) {
        return values.get(NAMES.indexOf(field.name()));
    }

    private static Field anyField(SplittableRandom random) {
        return field(NAMES.get(random.nextInt(NAMES.size())));
    }

    private static Field field(String name) {
        return Field.column(name, HERE);
    }
}
