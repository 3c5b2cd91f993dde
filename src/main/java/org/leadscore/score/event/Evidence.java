package org.leadscore.score.event;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.leadscore.lead.Points;
import org.leadscore.rules.condition.Count;
import org.leadscore.rules.condition.NumberRange;
import org.leadscore.rules.rule.Activity;
import org.leadscore.rules.rule.Award;
import org.leadscore.rules.rule.Decay;
import org.leadscore.rules.rule.ImplicitRule;

/**
 * The events behind the points of one implicit rule, counted again one by one for the person who asks. Each counter says
 * the same in fewer words: the points of the occurrences add up to those of the rule, before its bounds.
 *
 * @param occurrences those that counted, the newest first
 * @param beyondLimit number of occurrences that the limit left out, which are older
 * @param older number of events that match and that the window left out
 * @param trials of a rule with {@code times} or {@code tiers}, its tests in their order, up to the first that holds; none for
 *     other rules
 * @param sum of a rule with {@code sum}, the sum of the column; null for other rules
 */
public record Evidence(
        ImplicitRule rule,
        List<Occurrence> occurrences,
        long beyondLimit,
        long older,
        List<Trial> trials,
        @Nullable BigDecimal sum) {

    /**
     * An event, or several that count once.
     *
     * @param time of the newest of them, in milliseconds since 1970 UTC
     * @param events how many they are
     * @param value that they have in the column that tells them apart or is added up; blank where there is none
     * @param factor by which points are multiplied for its age, in millionths
     * @param points that it gives by itself, in millionths; 0 where points are given once
     */
    public record Occurrence(long time, long events, String value, long factor, long points) {}

    /**
     * A test of the count.
     *
     * @param within the window, in milliseconds, or {@link Award#UNLIMITED}
     * @param count what was counted: occurrences, full multiples of {@code per}, or what stands under {@code of}
     * @param over what stands under {@code over} of a rate; 0 where there is no rate
     * @param factor for the age of the newest occurrence, in millionths
     * @param each the points where nothing fades, in millionths
     * @param points that it gives, in millionths; 0 where it does not hold
     */
    public record Trial(
            NumberRange range,
            long within,
            long count,
            long over,
            boolean holds,
            long factor,
            long each,
            long points) {}

    public Evidence {
        occurrences = List.copyOf(occurrences);
        trials = List.copyOf(trials);
    }

    /** The amount of the column that is worth the points once, of a rule with {@code sum}; 1 for other rules. */
    public BigDecimal per() {
        return rule.activity().choose(of -> BigDecimal.ONE, Activity.Sum::per, rate -> BigDecimal.ONE);
    }

    /** The points of one occurrence that is new, in millionths; 0 where points are given once. */
    public long each() {
        return rule.award().choose(Award.Each::points, tiers -> 0L);
    }

    /** The points of the rule before its own bounds, in millionths, as far as {@link Points#MOST}. */
    public long points() {
        return Points.held(rule.award().choose(this::ofEach, tiers -> ofTiers()));
    }

    private long ofEach(Award.Each each) {
        if (sum == null) {
            return occurrences.stream().mapToLong(Occurrence::points).reduce(0, (a, b) -> Points.held(a + b));
        }
        return BigDecimal.valueOf(each.points())
                .multiply(BigDecimal.valueOf(Math.min(each.limit(), multiples())))
                .min(BigDecimal.valueOf(Points.MOST))
                .max(BigDecimal.valueOf(-Points.MOST))
                .longValue();
    }

    private long ofTiers() {
        return trials.stream().mapToLong(Trial::points).sum();
    }

    /** The number of times that {@link #per} goes fully into the sum; 0 for rules without one. */
    public long multiples() {
        return sum == null ? 0 : Recount.multiples(per(), sum);
    }

    /**
     * Counts the events of a lead for each rule.
     *
     * @param rules the implicit rules that the plan was made of
     * @param events of the lead, up to the plan's as-of time, in any order
     */
    public static List<Evidence> of(List<ImplicitRule> rules, EventPlan plan, List<OwnEvent> events) {
        List<OwnEvent> newestFirst = new ArrayList<>(events);
        newestFirst.sort(Comparator.comparingLong(OwnEvent::time)
                .reversed()
                .thenComparing(event -> event.texts().toString())); // the same, whichever thread read it
        List<Evidence> all = new ArrayList<>();
        int condition = 0;
        for (ImplicitRule rule : rules) {
            all.add(new Recount(rule, plan, newestFirst, condition).evidence());
            condition += rule.activity().conditions().size();
        }
        return all;
    }

    /** Counts again for one rule. */
    private static final class Recount {

        private final ImplicitRule rule;
        private final EventPlan plan;
        private final List<OwnEvent> events;
        /** The index of the rule's first condition. */
        private final int condition;

        Recount(ImplicitRule rule, EventPlan plan, List<OwnEvent> events, int condition) {
            this.rule = rule;
            this.plan = plan;
            this.events = events;
            this.condition = condition;
        }

        Evidence evidence() {
            return rule.award().choose(this::ofEach, this::ofTiers);
        }

        private Evidence ofEach(Award.Each each) {
            return rule.activity()
                    .choose(
                            occurrences -> {
                                List<Occurrence> all =
                                        occurrences(0, occurrences.count(), rule.within(), each.decay(), each.points());
                                return evidence(all, each.limit(), List.of(), null);
                            },
                            sum -> evidence(summed(sum), Award.UNLIMITED, List.of(), total(sum, rule.within())),
                            rate -> {
                                throw new IllegalStateException("a rate has tiers");
                            });
        }

        private Evidence evidence(List<Occurrence> all, long limit, List<Trial> trials, @Nullable BigDecimal sum) {
            int counted = (int) Math.min(limit, all.size());
            long older = (long) matching(0, Award.UNLIMITED).size()
                    - matching(0, rule.within()).size();
            return new Evidence(rule, all.subList(0, counted), all.size() - counted, older, trials, sum);
        }

        private Evidence ofTiers(Award.Tiers award) {
            List<Trial> trials = new ArrayList<>();
            for (Award.Tier tier : award.tiers()) {
                Trial trial = trial(award, tier, Math.min(rule.within(), tier.within()));
                trials.add(trial);
                if (trial.holds()) {
                    break;
                }
            }
            long within = trials.isEmpty()
                    ? rule.within()
                    : trials.get(trials.size() - 1).within();
            return rule.activity()
                    .choose(
                            of -> evidence(
                                    occurrences(0, of.count(), within, award.decay(), 0),
                                    Award.UNLIMITED,
                                    trials,
                                    null),
                            sum -> evidence(summed(sum), Award.UNLIMITED, trials, total(sum, within)),
                            rate -> evidence(
                                    occurrences(0, rate.count(), within, null, 0), Award.UNLIMITED, trials, null));
        }

        private Trial trial(Award.Tiers award, Award.Tier tier, long within) {
            return rule.activity()
                    .choose(
                            of -> {
                                List<Occurrence> all = occurrences(0, of.count(), within, award.decay(), tier.points());
                                return all.isEmpty()
                                        ? trial(tier, within, 0, Points.ONE, tier.points())
                                        : trial(
                                                tier,
                                                within,
                                                all.size(),
                                                all.get(0).factor(),
                                                all.get(0).points());
                            },
                            sum -> trial(
                                    tier, within, multiples(sum.per(), total(sum, within)), Points.ONE, tier.points()),
                            rate -> {
                                long of = occurrences(0, rate.count(), within, null, 0)
                                        .size();
                                long over = occurrences(1, rate.count(), within, null, 0)
                                        .size();
                                boolean holds = over >= rate.fromEvents()
                                        && tier.range().containsFraction(of, over);
                                return trial(tier, within, of, over, holds, Points.ONE, tier.points());
                            });
        }

        private static Trial trial(Award.Tier tier, long within, long count, long factor, long points) {
            return trial(tier, within, count, 0, tier.range().contains(count), factor, points);
        }

        private static Trial trial(
                Award.Tier tier, long within, long count, long over, boolean holds, long factor, long points) {
            return new Trial(tier.range(), within, count, over, holds, factor, tier.points(), holds ? points : 0);
        }

        /** The events for which one of the rule's conditions holds, within a window, the newest first. */
        private List<OwnEvent> matching(int side, long within) {
            long after = plan.after(within);
            return events.stream()
                    .filter(event -> event.time() > after && event.holding().get(condition + side))
                    .toList();
        }

        private List<Occurrence> occurrences(int side, Count count, long within, @Nullable Decay decay, long points) {
            List<OwnEvent> matching = matching(side, within);
            List<List<OwnEvent>> together = switch (count.kind()) {
                case EVENTS -> matching.stream().map(List::of).toList();
                case DAYS -> grouped(matching, event -> plan.zone().dayOf(event.time()));
                case VISITS -> visits(matching);
                case DISTINCT -> {
                    int column = plan.columnOf(count.columns().get(0));
                    yield grouped(
                            matching.stream()
                                    .filter(event -> !event.told().get(column).isEmpty())
                                    .toList(),
                            event -> event.told().get(column));
                }
            };
            return together.stream()
                    .map(of -> occurrence(of, count, decay, points))
                    .toList();
        }

        private Occurrence occurrence(List<OwnEvent> of, Count count, @Nullable Decay decay, long points) {
            OwnEvent newest = of.get(0);
            long age = plan.asOf() - newest.time();
            String value = count.columns().isEmpty()
                    ? ""
                    : newest.texts().get(plan.columnOf(count.columns().get(0)));
            long factor = decay == null ? Points.ONE : decay.faded(Points.ONE, age);
            return new Occurrence(
                    newest.time(), of.size(), value, factor, decay == null ? points : decay.faded(points, age));
        }

        /** The events in groups of one key, by the newest of each group. */
        private static <K> List<List<OwnEvent>> grouped(List<OwnEvent> events, Function<OwnEvent, K> key) {
            Map<K, List<OwnEvent>> byKey = new LinkedHashMap<>();
            events.forEach(event -> byKey.computeIfAbsent(key.apply(event), none -> new ArrayList<>())
                    .add(event));
            return List.copyOf(byKey.values());
        }

        private List<List<OwnEvent>> visits(List<OwnEvent> newestFirst) {
            List<List<OwnEvent>> visits = new ArrayList<>();
            long before = 0;
            for (OwnEvent event : newestFirst) {
                if (visits.isEmpty() || before - event.time() > plan.visitGap()) {
                    visits.add(new ArrayList<>());
                }
                visits.get(visits.size() - 1).add(event);
                before = event.time();
            }
            return visits;
        }

        private List<Occurrence> summed(Activity.Sum sum) {
            int column = plan.columnOf(sum.column());
            return matching(0, rule.within()).stream()
                    .filter(event -> event.numbers().get(column) != null)
                    .map(event -> new Occurrence(event.time(), 1, event.texts().get(column), Points.ONE, 0))
                    .toList();
        }

        private BigDecimal total(Activity.Sum sum, long within) {
            int column = plan.columnOf(sum.column());
            BigDecimal total = BigDecimal.ZERO;
            for (OwnEvent event : matching(0, within)) {
                BigDecimal number = event.numbers().get(column);
                total = number == null ? total : total.add(number);
            }
            return total;
        }

        private static long multiples(BigDecimal per, BigDecimal total) {
            return total.signum() <= 0
                    ? 0
                    : total.divideToIntegralValue(per)
                            .min(BigDecimal.valueOf(Long.MAX_VALUE))
                            .longValue();
        }
    }
}
