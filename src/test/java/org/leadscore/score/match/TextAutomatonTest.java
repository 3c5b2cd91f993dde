package org.leadscore.score.match;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.re2j.Pattern;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ToIntFunction;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.leadscore.lead.TimeFormat;
import org.leadscore.lead.ZoneDays;
import org.leadscore.rules.condition.Reading;
import org.leadscore.rules.condition.Test.Every;
import org.leadscore.rules.condition.Test.Has;
import org.leadscore.rules.condition.Test.Has.Place;
import org.leadscore.rules.condition.Test.Matches;
import org.leadscore.rules.condition.Test.NoneOf;
import org.leadscore.rules.condition.Test.OneOf;
import org.leadscore.rules.condition.Test.Present;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TextAutomatonTest {

    private static final Reading READING = new Reading('.', TimeFormat.iso(new ZoneDays(ZoneOffset.UTC)), 0);

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void says_what_the_tests_say_of_every_plain_value(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<org.leadscore.rules.condition.Test> tests = new ArrayList<>();
        for (int i = random.nextInt(1, 6); i > 0; i--) {
            tests.add(test(random));
        }
        TextAutomaton automaton = automaton(tests);
        int read = 0;
        for (int i = 0; i < 2_000; i++) {
            String value = text(random, random.nextInt(12), "abAB/- é\t");
            int verdict = get(automaton, value);
            boolean isPlain = value.matches("[!-~]([ -~]*[!-~])?");
            assertThat(verdict).as(value).isEqualTo(isPlain ? judged(tests, value) : TextAutomaton.UNREAD);
            read += isPlain ? 1 : 0;
        }
        assertThat(read).isGreaterThan(300);
    }

    @Test
    void asks_the_judge_once_for_all_values_that_end_alike() {
        AtomicInteger asked = new AtomicInteger();
        TextAutomaton automaton = of(List.of(new Has(Place.ANYWHERE, List.of("/pricing/"))), value -> {
            asked.incrementAndGet();
            return 7;
        });

        for (int i = 0; i < 1_000; i++) {
            assertThat(get(automaton, "/en/pricing/" + i)).isEqualTo(7);
        }

        assertThat(asked).hasValue(1);
    }

    @Test
    void leaves_values_to_others_when_it_would_have_too_many_states() {
        List<org.leadscore.rules.condition.Test> tests = new ArrayList<>();
        for (char letter = 'a'; letter < 'a' + 13; letter++) {
            tests.add(new Has(Place.ANYWHERE, List.of(String.valueOf(letter))));
        }
        TextAutomaton automaton = automaton(tests);
        int unread = 0;
        for (int subset = 1; subset < 1 << 13; subset++) {
            StringBuilder value = new StringBuilder();
            for (int i = 0; i < 13; i++) {
                value.append((subset >> i & 1) == 1 ? String.valueOf((char) ('a' + i)) : "");
            }
            int verdict = get(automaton, value.toString());
            unread += verdict == TextAutomaton.UNREAD ? 1 : 0;
            if (verdict != TextAutomaton.UNREAD) {
                assertThat(verdict).isEqualTo(judged(tests, value.toString()));
            }
        }

        assertThat(unread).isBetween(1_000, 5_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ß", "ſ", "a\tb"})
    void there_is_none_for_a_part_that_is_not_plain(String part) {
        assertThat(TextAutomaton.of(questions(List.of(new OneOf(Set.of(part)))), any -> 0))
                .isNull();
    }

    @Test
    void there_is_none_for_other_tests_than_those_of_parts_or_for_too_many_parts() {
        Has many = new Has(
                Place.ANYWHERE, LongStream.range(0, 65).mapToObj(Long::toString).toList());

        assertThat(TextAutomaton.of(questions(List.of(new Matches(Pattern.compile("a")))), any -> 0))
                .isNull();
        assertThat(TextAutomaton.of(questions(List.of(many)), any -> 0)).isNull();
    }

    @Test
    void the_first_and_the_last_letter_and_mark_are_read_in_both_cases() {
        List<org.leadscore.rules.condition.Test> tests = List.of(
                new Has(Place.ANYWHERE, List.of("az")),
                new Has(Place.ANYWHERE, List.of("@[")),
                new Has(Place.ANYWHERE, List.of("!~")));
        TextAutomaton automaton = automaton(tests);

        for (String value : List.of("AZ", "az", "aZ", "[@", "@[", "`{", "!~", "~!", "!}")) {
            assertThat(get(automaton, value)).as(value).isEqualTo(judged(tests, value));
        }
    }

    @Test
    void there_is_one_for_as_many_parts_as_it_takes_and_none_for_an_empty_part() {
        Has most = new Has(
                Place.ANYWHERE, LongStream.range(0, 64).mapToObj(Long::toString).toList());

        assertThat(TextAutomaton.of(questions(List.of(most)), any -> 0)).isNotNull();
        assertThat(TextAutomaton.of(questions(List.of(new Has(Place.ANYWHERE, List.of("a", "")))), any -> 0))
                .isNull();
    }

    private static LongStream seeds() {
        return LongStream.rangeClosed(1, 60);
    }

    private static org.leadscore.rules.condition.Test test(SplittableRandom random) {
        List<String> parts = new ArrayList<>();
        for (int i = random.nextInt(1, 4); i > 0; i--) {
            parts.add("a" + text(random, random.nextInt(3), "ab/- ") + "b");
        }
        return switch (random.nextInt(5)) {
            case 0 -> new OneOf(Set.copyOf(parts));
            case 1 -> new NoneOf(Set.copyOf(parts));
            case 2 -> new Present();
            case 3 -> new Every(List.of(new Has(Place.START, parts), new Has(Place.END, List.of("b", "/"))));
            default ->
                new Has(
                        random.nextInt(3) == 0 ? Place.START : random.nextBoolean() ? Place.END : Place.ANYWHERE,
                        parts);
        };
    }

    private static String text(SplittableRandom random, int length, String letters) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(letters.charAt(random.nextInt(letters.length() - (random.nextInt(4) == 0 ? 0 : 1))));
        }
        return text.toString();
    }

    private static int judged(List<org.leadscore.rules.condition.Test> tests, String value) {
        int verdict = 0;
        for (org.leadscore.rules.condition.Test test : tests) {
            verdict = 2 * verdict + (test.holds(value, READING) ? 1 : 0);
        }
        return verdict;
    }

    private static TextAutomaton automaton(List<org.leadscore.rules.condition.Test> tests) {
        return of(tests, value -> judged(tests, value));
    }

    private static TextAutomaton of(List<org.leadscore.rules.condition.Test> tests, ToIntFunction<String> judge) {
        return Objects.requireNonNull(TextAutomaton.of(questions(tests), judge));
    }

    private static List<Questions.Question> questions(List<org.leadscore.rules.condition.Test> tests) {
        List<Questions.Question> questions = new ArrayList<>();
        tests.forEach(test -> questions.add(new Questions.Question(test, questions.size())));
        return questions;
    }

    private static int get(TextAutomaton automaton, String value) {
        byte[] bytes = ("x" + value + "/").getBytes(UTF_8);
        return automaton.get(bytes, 1, bytes.length - 2);
    }
}
