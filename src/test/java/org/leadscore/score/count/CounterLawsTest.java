package org.leadscore.score.count;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.leadscore.lead.Packing;
import org.leadscore.lead.TimeFormat;
import org.leadscore.lead.Unpacking;
import org.leadscore.lead.ZoneDays;
import org.leadscore.rules.rule.Decay;
import org.leadscore.score.event.StateBytes;

/**
 * Events count the same as in one plain pass when they are seen in any order, or in parts of any size that are merged in any
 * order, as objects or as bytes.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class CounterLawsTest {

    private static final long AS_OF = 1_795_000_000_000L;
    /** The values that a record has room for: less than most leads here have, so that sets grow out of their records. */
    private static final int IN_RECORD = 3;

    private static final long HOUR = 3_600_000;
    private static final int LEAD = 5_000;
    private static final Decay HALVES = new Decay.HalfLife(30 * 24 * HOUR);
    private static final ZoneDays MADRID = new ZoneDays(ZoneId.of("Europe/Madrid"));
    private static final KeyOf VALUE = new KeyOf.Value(0);
    private static final KeyOf DAY = new KeyOf.Day(MADRID);

    private record Event(long time, String value, String number) {}

    /** One event's values, given out as a matcher would. */
    private record Values(Event event, LeadStates states) implements EventValues {
        @Override
        public int valueId(int column) {
            return event.value().isEmpty() ? -1 : states.valueId(event.value());
        }

        @Override
        public long millionths(int column) {
            return event.number().length() > 6 || event.number().equals("x")
                    ? NOT_A_SHORT_NUMBER
                    : new BigDecimal(event.number()).movePointRight(6).longValueExact();
        }

        @Override
        public @Nullable BigDecimal number(int column) {
            return event.number().equals("x") ? null : new BigDecimal(event.number());
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void events_are_counted(long seed) {
        assertThat(count(seed, layout -> new EventTally(layout.nextWord())))
                .isEqualTo(events(new Random(seed)).size());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void events_earn_by_their_age(long seed) {
        long expected = events(new Random(seed)).stream()
                .mapToLong(event -> HALVES.faded(3_000_000, AS_OF - event.time()))
                .sum();

        assertThat(points(seed, layout -> new FadedEvents(layout.nextWord(), 3_000_000, HALVES, AS_OF)))
                .isEqualTo(expected);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void the_newest_events_earn(long seed) {
        int limit = 1 + (int) (seed & 7);
        List<Long> times = events(new Random(seed)).stream().map(Event::time).toList();

        assertThat(points(seed, layout -> new NewestEvents(layout.nextSet(IN_RECORD), limit, 3_000_000, HALVES, AS_OF)))
                .isEqualTo(earned(times, limit));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void distinct_days_and_values_are_counted_up_to_a_bound(long seed) {
        long days = events(new Random(seed)).stream()
                .map(event -> MADRID.dayOf(event.time()))
                .distinct()
                .count();
        long values = events(new Random(seed)).stream()
                .map(Event::value)
                .filter(value -> !value.isEmpty())
                .distinct()
                .count();

        assertThat(count(seed, layout -> new DistinctKeys(layout.nextSet(IN_RECORD), DAY, 7)))
                .isEqualTo(Math.min(7, days));
        assertThat(count(seed, layout -> new DistinctKeys(layout.nextSet(IN_RECORD), VALUE, Long.MAX_VALUE)))
                .isEqualTo(values);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void the_newest_days_and_values_earn(long seed) {
        int limit = 1 + (int) (seed & 7);
        Map<Object, Long> byDay = new TreeMap<>();
        Map<Object, Long> byValue = new TreeMap<>();
        for (Event event : events(new Random(seed))) {
            byDay.merge(MADRID.dayOf(event.time()), event.time(), Math::max);
            if (!event.value().isEmpty()) {
                byValue.merge(event.value(), event.time(), Math::max);
            }
        }

        assertThat(points(
                        seed,
                        layout -> new NewestKeys(layout.nextSet(2 * IN_RECORD), DAY, limit, 3_000_000, HALVES, AS_OF)))
                .isEqualTo(earned(byDay.values(), limit));
        assertThat(points(
                        seed,
                        layout ->
                                new NewestKeys(layout.nextSet(2 * IN_RECORD), VALUE, limit, 3_000_000, HALVES, AS_OF)))
                .isEqualTo(earned(byValue.values(), limit));
    }

    @ParameterizedTest(name = "{0} values")
    @ValueSource(ints = {1, 63, 64, 65, 127, 128, 129, 1_000, 4_096, 20_000})
    void the_values_of_a_robot_are_counted_once_whatever_their_order(int values) {
        RecordLayout layout = new RecordLayout();
        DistinctKeys distinct = layout.add(new DistinctKeys(layout.nextSet(IN_RECORD), VALUE, Long.MAX_VALUE));
        NewestKeys newest = layout.add(
                new NewestKeys(layout.nextSet(2 * IN_RECORD), VALUE, Long.MAX_VALUE, 3_000_000, HALVES, AS_OF));
        List<Event> events = new ArrayList<>();
        for (int value = 0; value < values; value++) {
            events.add(new Event(AS_OF - value * HOUR, "value " + value, "1"));
            events.add(new Event(AS_OF - value * HOUR - 1, "value " + value, "1"));
        }
        LeadStates states = new LeadStates(layout, 0);
        LeadStates others = new LeadStates(layout, 0);
        Collections.shuffle(events, new Random(values));

        for (int i = 0; i < events.size(); i++) {
            LeadStates seeing = i % 3 == 0 ? others : states;
            Values found = new Values(events.get(i), seeing);
            distinct.see(seeing, LEAD, events.get(i).time(), found);
            newest.see(seeing, LEAD, events.get(i).time(), found);
        }
        states.merge(others);

        assertThat(distinct.count(states, LEAD)).isEqualTo(values);
        assertThat(newest.points(states, LEAD))
                .isEqualTo(earned(
                        LongStream.range(0, values)
                                .mapToObj(value -> AS_OF - value * HOUR)
                                .toList(),
                        values));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void visits_are_counted_and_the_newest_earn(long seed) {
        long gap = HOUR * (1 + (seed & 15));
        long limit = 1 + (seed & 3);
        List<Long> times =
                events(new Random(seed)).stream().map(Event::time).sorted().toList();
        List<Long> ends = new ArrayList<>();
        for (int i = 0; i < times.size(); i++) {
            if (i + 1 == times.size() || times.get(i + 1) - times.get(i) > gap) {
                ends.add(times.get(i));
            }
        }

        assertThat(count(seed, layout -> new Visits(layout.nextSet(2 * IN_RECORD), gap)))
                .isEqualTo(ends.size());
        assertThat(points(
                        seed,
                        layout -> new FadedVisits(
                                new Visits(layout.nextSet(2 * IN_RECORD), gap), limit, 3_000_000, HALVES, AS_OF)))
                .isEqualTo(earned(ends, limit));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void the_newest_time_is_kept_of_all_events_or_of_those_with_a_value(long seed) {
        long newest =
                events(new Random(seed)).stream().mapToLong(Event::time).max().orElse(TimeFormat.NONE);
        long newestWithValue = events(new Random(seed)).stream()
                .filter(event -> !event.value().isEmpty())
                .mapToLong(Event::time)
                .max()
                .orElse(TimeFormat.NONE);

        assertThat(sinceNone(seed, Counter.NO_COLUMN)).isEqualTo(newest ^ TimeFormat.NONE);
        assertThat(sinceNone(seed, 0)).isEqualTo(newestWithValue ^ TimeFormat.NONE);
    }

    /** The newest time in a form in which no time is 0. */
    private static long sinceNone(long seed, int column) {
        return seen(
                seed,
                layout -> new NewestTime(layout.nextWord(), column),
                (counter, states, lead) -> counter.time(states, lead) ^ TimeFormat.NONE);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void sums_are_exact(long seed) {
        BigDecimal per = new BigDecimal("0.75");
        BigDecimal sum = events(new Random(seed)).stream()
                .filter(event -> !event.number().equals("x"))
                .map(event -> new BigDecimal(event.number()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);

        assertThat(count(seed, layout -> new ColumnSum(layout.nextWord(), 0, per)))
                .isEqualTo(sum.signum() < 0 ? 0 : sum.divideToIntegralValue(per).longValueExact());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void the_first_and_the_last_value_are_found_and_of_those_at_one_time_the_smallest(long seed) {
        List<Event> filled = events(new Random(seed)).stream()
                .filter(event -> !event.value().isEmpty())
                .toList();
        Comparator<Event> bySize = Comparator.comparing(Event::value);

        assertThat(valueAtEnd(seed, true))
                .isEqualTo(value(filled, Comparator.comparingLong(Event::time).thenComparing(bySize)));
        assertThat(valueAtEnd(seed, false))
                .isEqualTo(value(
                        filled, Comparator.comparingLong(Event::time).reversed().thenComparing(bySize)));
    }

    @Tag("long")
    @Test
    void no_counter_and_no_sort_of_key_is_left_out() {
        List<JavaClass> counters = new ClassFileImporter()
                .importPackages(Counter.class.getPackageName()).stream()
                        .filter(type -> type.isAssignableTo(Counter.class) || type.isAssignableTo(KeyOf.class))
                        .filter(type -> !type.isInterface())
                        .toList();

        assertThat(counters)
                .hasSizeGreaterThan(10)
                .allSatisfy(counter -> assertThat(counter.getConstructorCallsToSelf())
                        .as(counter.getSimpleName())
                        .anyMatch(call -> call.getOriginOwner().isEquivalentTo(CounterLawsTest.class)));
    }

    private static long valueAtEnd(long seed, boolean first) {
        return seen(
                seed,
                layout -> new ValueAtEnd(layout.nextWord(), layout.nextWord(), 0, first),
                (counter, states, lead) -> number(counter.value(states, lead)));
    }

    private static long value(List<Event> events, Comparator<Event> order) {
        return number(events.stream().min(order).map(Event::value).orElse(null));
    }

    /** Parses a number; 0 for none. */
    private static long number(@Nullable String value) {
        return value == null ? 0 : 1 + Long.parseLong(value.substring("value ".length()));
    }

    private static long[] seeds() {
        return LongStream.rangeClosed(1, 60).toArray();
    }

    private static long count(long seed, Function<RecordLayout, Counter.Tally> counter) {
        return seen(seed, counter, Counter.Tally::count);
    }

    private static long points(long seed, Function<RecordLayout, Counter.Earnings> counter) {
        return seen(seed, counter, Counter.Earnings::points);
    }

    /** The question to a counter, answered with a number. */
    private interface Answer<C> {
        long of(C counter, LeadStates states, int lead);
    }

    /** Two of the counter side by side, as one must not touch what is the other's. */
    private static <C extends Counter> long seen(long seed, Function<RecordLayout, C> counters, Answer<C> answer) {
        RecordLayout layout = new RecordLayout();
        C before = layout.add(counters.apply(layout));
        C counter = layout.add(counters.apply(layout));
        C behind = layout.add(counters.apply(layout));
        Random random = new Random(seed);
        List<Event> events = events(random);
        Collections.shuffle(events, random);
        List<LeadStates> parts = new ArrayList<>();
        for (int i = random.nextInt(1, 4); i > 0; i--) {
            parts.add(new LeadStates(layout, random.nextInt(100_000)));
        }
        for (Event event : events) {
            LeadStates part = parts.get(random.nextInt(parts.size()));
            counter.see(part, LEAD, event.time(), new Values(event, part));
            counter.see(part, LEAD + 1, event.time(), new Values(event, part));
        }
        while (parts.size() > 1) {
            LeadStates last = parts.remove(parts.size() - 1);
            LeadStates other = parts.get(random.nextInt(parts.size()));
            if (random.nextBoolean()) {
                other.merge(last);
            } else {
                absorb(layout, last, LEAD, other, LEAD);
                absorb(layout, last, LEAD + 1, other, LEAD + 1);
            }
        }
        LeadStates all = parts.get(0);
        LeadStates elsewhere = new LeadStates(layout, 0);
        elsewhere.valueId("value of somebody else");
        absorb(layout, all, LEAD, elsewhere, 3);
        assertThat(answer.of(counter, elsewhere, 3)).isEqualTo(answer.of(counter, all, LEAD));
        assertThat(answer.of(before, elsewhere, 3)).isZero();
        assertThat(answer.of(before, all, LEAD)).isZero();
        assertThat(answer.of(behind, all, LEAD)).isZero();
        assertThat(answer.of(counter, all, LEAD - 1)).isZero();
        assertThat(answer.of(counter, all, LEAD + 1)).isEqualTo(answer.of(counter, all, LEAD));
        return answer.of(counter, all, LEAD);
    }

    private static void absorb(RecordLayout layout, LeadStates from, int lead, LeadStates into, int as) {
        StateBytes bytes = new StateBytes(layout.counters());
        Packing out = new Packing();
        bytes.pack(from, lead, out);
        Unpacking in = new Unpacking(out.toBytes());
        bytes.absorb(into, as, in);
        assertThat(in.hasMore()).isFalse();
    }

    private static long earned(Iterable<Long> times, long limit) {
        List<Long> newest = new ArrayList<>();
        times.forEach(newest::add);
        newest.sort(Comparator.reverseOrder());
        return newest.stream()
                .limit(limit)
                .mapToLong(time -> HALVES.faded(3_000_000, AS_OF - time))
                .sum();
    }

    private static List<Event> events(Random random) {
        List<Event> events = new ArrayList<>();
        String[] numbers = {"12", "-3.5", "0.000001", "x", "123456789012.1234567", "-99999999999999999999", "7.25"};
        for (int i = random.nextInt(80); i > 0; i--) {
            events.add(new Event(
                    AS_OF - random.nextInt(2_000) * HOUR / 4,
                    random.nextInt(5) == 0 ? "" : "value " + random.nextInt(12),
                    numbers[random.nextInt(numbers.length)]));
        }
        return events;
    }
}
