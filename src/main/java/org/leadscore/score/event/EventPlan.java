package org.leadscore.score.event;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.leadscore.lead.Points;
import org.leadscore.lead.Text;
import org.leadscore.lead.ZoneDays;
import org.leadscore.rules.RuleSet;
import org.leadscore.rules.condition.Condition;
import org.leadscore.rules.condition.Count;
import org.leadscore.rules.condition.Field;
import org.leadscore.rules.condition.NumberRange;
import org.leadscore.rules.condition.Wanted;
import org.leadscore.rules.next.Acquisition;
import org.leadscore.rules.next.FollowUp;
import org.leadscore.rules.rule.Activity;
import org.leadscore.rules.rule.Award;
import org.leadscore.rules.rule.Bounds;
import org.leadscore.rules.rule.Decay;
import org.leadscore.rules.rule.Disqualifier;
import org.leadscore.rules.rule.ImplicitRule;
import org.leadscore.score.count.ColumnSum;
import org.leadscore.score.count.Counter;
import org.leadscore.score.count.DistinctKeys;
import org.leadscore.score.count.EventTally;
import org.leadscore.score.count.FadedEvents;
import org.leadscore.score.count.FadedVisits;
import org.leadscore.score.count.KeyOf;
import org.leadscore.score.count.LeadStates;
import org.leadscore.score.count.NewestEvents;
import org.leadscore.score.count.NewestKeys;
import org.leadscore.score.count.NewestTime;
import org.leadscore.score.count.RecordLayout;
import org.leadscore.score.count.ValueAtEnd;
import org.leadscore.score.count.Visits;
import org.leadscore.score.match.Fields;
import org.leadscore.score.match.Questions;

/**
 * The part of a rule set that looks at events, compiled for one as-of time: the counters that an event feeds, their
 * places in a lead's state, and how they become points. Immutable once it is made.
 */
public final class EventPlan {

    /**
     * A counter behind a condition.
     *
     * @param after events count that are newer than this
     * @param engages whether a match is a sign of life: it is the lead's doing, and an implicit rule asks for it
     */
    record Watch(Counter counter, long after, boolean engages) {}

    /** Turns a lead's state into the points of a rule. */
    public interface Earning {
        /** Millionths of a point, before the rule's own bounds. */
        long points(LeadStates states, int lead);
    }

    /** Answers a yes-or-no question about a lead's state. */
    public interface Finding {
        /** True when the answer is yes. */
        boolean holds(LeadStates states, int lead);
    }

    /** The counters of the two sides of a rate: {@code of} ÷ {@code over}. */
    private record Fraction(Counter.Tally of, Counter.Tally over) {}

    /** Visits, and below them keys, that lie in the record; most leads have no more. */
    private static final int VISITS_IN_RECORD = 1;

    private static final int KEYS_IN_RECORD = 5;

    /** The moment of scoring, in milliseconds since 1970 UTC. */
    private final long asOf;
    /** The time zone in which days are told apart. */
    private final ZoneDays zone;
    /** The longest time between two events of one visit, in milliseconds. */
    private final long visitGap;

    private final RecordLayout layout = new RecordLayout();
    /** By condition, the counters behind it. */
    private final List<List<Watch>> watches = new ArrayList<>();
    /** The single questions that all conditions come down to. */
    private final Questions questions;
    /** The fields of the questions, and behind them those that only counters look at. */
    private final List<Field> columns;
    /** By implicit rule, its points. */
    private final List<Earning> earnings = new ArrayList<>();
    /** By disqualifier that asks for events, whether it holds. */
    private final List<Finding> disqualifying = new ArrayList<>();
    /** By question of the follow-up about events, whether it holds. */
    private final List<Finding> asked = new ArrayList<>();
    /** By interest, the points of its rules. */
    private final List<List<Earning>> interests = new ArrayList<>();
    /** Keeps the value that says how the lead came; null when no column of events does. */
    private final @Nullable ValueAtEnd acquisition;

    /**
     * Compiles the implicit rules, the disqualifiers and the follow-up's questions about events.
     *
     * @param asOf the moment of scoring, in milliseconds since 1970 UTC
     */
    public EventPlan(RuleSet rules, long asOf) {
        this.asOf = asOf;
        this.zone = rules.timezone();
        this.visitGap = rules.visitGap();
        List<Condition> all = new ArrayList<>();
        for (ImplicitRule rule : rules.implicit()) {
            all.addAll(rule.activity().conditions());
        }
        List<Disqualifier.Did> disqualifiers = rules.disqualifiers().stream()
                .flatMap(each -> each.choose(when -> Stream.<Disqualifier.Did>empty(), Stream::of))
                .toList();
        disqualifiers.forEach(each -> all.add(each.did()));
        FollowUp followUp = rules.followUp();
        followUp.dids().forEach(did -> all.add(did.did()));
        followUp.interests()
                .forEach(interest -> interest.rules()
                        .forEach(rule -> all.addAll(rule.activity().conditions())));
        Acquisition.OfEvents ofEvents = ofEvents(followUp.acquisition());
        if (ofEvents != null) {
            all.add(ofEvents.when());
        }
        this.questions = new Questions(all);
        this.columns = new ArrayList<>(questions.fields());
        for (ImplicitRule rule : rules.implicit()) {
            earnings.add(earning(rule));
        }
        disqualifiers.forEach(did -> disqualifying.add(finding(did.count(), did.within(), did.times())));
        followUp.dids().forEach(did -> asked.add(finding(did.count(), did.within(), did.times())));
        followUp.interests()
                .forEach(interest -> interests.add(
                        interest.rules().stream().map(this::earning).toList()));
        this.acquisition = ofEvents == null ? null : acquisition(ofEvents);
    }

    /** The fields of events that the rules look at; matchers and {@link Fields} count them in this order. */
    public List<Field> columns() {
        return List.copyOf(columns);
    }

    /** The moment of scoring, in milliseconds since 1970 UTC. */
    public long asOf() {
        return asOf;
    }

    /** The forms that the values of each column must have to be compared or summed. */
    public List<Set<Wanted>> wanted() {
        List<Set<Wanted>> wanted = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            wanted.add(i < questions.fields().size() ? questions.wanted(i) : EnumSet.noneOf(Wanted.class));
        }
        for (Counter counter : counters()) {
            if (counter.column() != Counter.NO_COLUMN && counter.sums()) {
                wanted.get(counter.column()).add(Wanted.NUMBER);
            }
        }
        return wanted;
    }

    /** True when a question about the lead's events holds, given its place among {@link FollowUp#dids}. */
    public boolean did(int question, LeadStates states, int lead) {
        return asked.get(question).holds(states, lead);
    }

    /** The points of a lead for an interest, given its place in the rule set; millionths of a point. */
    public long interest(int interest, LeadStates states, int lead) {
        long points = 0;
        for (Earning earning : interests.get(interest)) {
            points += Points.held(earning.points(states, lead));
        }
        return Points.held(points);
    }

    /** The value of the column that says how the lead came, stripped; null when no event has one, or no column is asked for. */
    public @Nullable String source(LeadStates states, int lead) {
        return acquisition == null ? null : acquisition.value(states, lead);
    }

    /** The form in which values of the column are told apart. */
    String told(int column, String value) {
        return acquisition != null && acquisition.column() == column ? Text.strip(value) : Text.fold(value);
    }

    /** Makes states without any lead, for matchers to fill. */
    public LeadStates newStates() {
        return newStates(0);
    }

    /** Makes states without any lead, for about so many leads. */
    public LeadStates newStates(int leads) {
        return new LeadStates(layout, leads);
    }

    /**
     * Makes states without any lead, for about so many leads, which report their growth.
     *
     * @param growth told how many bytes of memory they will take, before they do; its exceptions end whatever made them
     *     grow
     */
    public LeadStates newStates(int leads, LongConsumer growth) {
        return new LeadStates(layout, leads, growth);
    }

    /**
     * The points of an implicit rule for a lead's state, in millionths, before its own bounds; beyond those the
     * counting may have stopped. Rules are numbered from 0.
     */
    public long earned(LeadStates states, int lead, int rule) {
        return earnings.get(rule).points(states, lead);
    }

    /** The time zone in which days are told apart. */
    ZoneDays zone() {
        return zone;
    }

    /** The longest time between two events of one visit, in milliseconds. */
    long visitGap() {
        return visitGap;
    }

    RecordLayout layout() {
        return layout;
    }

    List<Counter> counters() {
        return layout.counters();
    }

    Questions questions() {
        return questions;
    }

    /** The counters by condition, in the order of the questions' formulas. */
    List<List<Watch>> watches() {
        return watches;
    }

    /** The points of the implicit rules, in their order. */
    public List<Earning> earnings() {
        return earnings;
    }

    /** The disqualifiers that ask for events, in their order. */
    public List<Finding> disqualifying() {
        return disqualifying;
    }

    private static Acquisition.@Nullable OfEvents ofEvents(@Nullable Acquisition acquisition) {
        return Optional.ofNullable(acquisition)
                .flatMap(from -> from.choose(ofContact -> Optional.<Acquisition.OfEvents>empty(), Optional::of))
                .orElse(null);
    }

    private ValueAtEnd acquisition(Acquisition.OfEvents events) {
        columns.add(events.column()); // once more, as it is told apart by other means
        ValueAtEnd counter =
                layout.add(new ValueAtEnd(layout.nextWord(), layout.nextWord(), columns.size() - 1, events.first()));
        watch().add(new Watch(counter, Long.MIN_VALUE, false));
        return counter;
    }

    private Earning earning(ImplicitRule rule) {
        return rule.activity()
                .choose(
                        occurrences -> ofOccurrences(rule, occurrences.count()),
                        sum -> ofSum(rule, sum),
                        rate -> ofRate(rule, rate));
    }

    private Earning ofOccurrences(ImplicitRule rule, Count count) {
        return earning(rule, enough -> tally(count, enough), watch(), count);
    }

    private Earning ofSum(ImplicitRule rule, Activity.Sum sum) {
        int column = columnOf(sum.column());
        return earning(rule, any -> layout.add(new ColumnSum(layout.nextWord(), column, sum.per())), watch(), null);
    }

    /**
     * Compiles a rule that gives points by a count.
     *
     * @param tallies makes a counter, given the count from which on a larger one makes no difference
     * @param ages what is counted, if it can fade; null otherwise
     */
    private Earning earning(
            ImplicitRule rule, LongFunction<Counter.Tally> tallies, List<Watch> behind, @Nullable Count ages) {
        return rule.award()
                .choose(
                        each -> ofEach(rule, each, tallies, behind, ages),
                        tiers -> ofTiers(rule, tiers, tallies, behind, ages));
    }

    private Earning ofEach(
            ImplicitRule rule,
            Award.Each each,
            LongFunction<Counter.Tally> tallies,
            List<Watch> behind,
            @Nullable Count ages) {
        Decay decay = each.decay();
        if (decay != null && ages != null) {
            Counter.Earnings earnings = layout.add(fading(ages, each, decay));
            behind.add(new Watch(earnings, after(rule.within()), rule.isActivity()));
            return earnings::points;
        }
        long enough = Math.min(each.limit(), enough(each.points(), rule.bounds()));
        Counter.Tally tally = tallies.apply(enough);
        behind.add(new Watch(tally, after(rule.within()), rule.isActivity()));
        return (states, lead) -> Points.times(each.points(), Math.min(each.limit(), tally.count(states, lead)));
    }

    /** The count from which on a rule that gives so much for each is held by its bounds in any case. */
    private static long enough(long each, Bounds bounds) {
        long bound = each < 0 ? bounds.min() : bounds.max();
        if (each == 0 || bound == Long.MIN_VALUE || bound == Long.MAX_VALUE) {
            return Long.MAX_VALUE;
        }
        return Math.max(1, bound / each + 1);
    }

    private Counter.Earnings fading(Count count, Award.Each each, Decay decay) {
        long points = each.points();
        long limit = each.limit();
        return switch (count.kind()) {
            case EVENTS ->
                limit > Integer.MAX_VALUE
                        ? new FadedEvents(layout.nextWord(), points, decay, asOf)
                        : new NewestEvents(layout.nextSet(inRecord(limit)), (int) limit, points, decay, asOf);
            case VISITS -> new FadedVisits(visits(), limit, points, decay, asOf);
            case DAYS, DISTINCT ->
                new NewestKeys(layout.nextSet(2 * inRecord(limit)), keyOf(count), limit, points, decay, asOf);
        };
    }

    private Counter.Tally tally(Count count, long enough) {
        Counter.Tally tally = switch (count.kind()) {
            case EVENTS -> new EventTally(layout.nextWord());
            case VISITS -> visits();
            case DAYS, DISTINCT -> new DistinctKeys(layout.nextSet(inRecord(enough)), keyOf(count), enough);
        };
        return layout.add(tally);
    }

    private Visits visits() {
        return new Visits(layout.nextSet(2 * VISITS_IN_RECORD), visitGap);
    }

    /** The entries of a set that lie in the record: at most {@link #KEYS_IN_RECORD}. */
    private static int inRecord(long most) {
        return (int) Math.min(KEYS_IN_RECORD, most);
    }

    private KeyOf keyOf(Count count) {
        return switch (count.kind()) {
            case DAYS -> new KeyOf.Day(zone);
            case DISTINCT -> new KeyOf.Value(columnOf(count.columns().get(0)));
            case EVENTS, VISITS -> throw new IllegalStateException(count + " tells no keys apart");
        };
    }

    private Earning ofTiers(
            ImplicitRule rule,
            Award.Tiers award,
            LongFunction<Counter.Tally> tallies,
            List<Watch> behind,
            @Nullable Count ages) {
        List<Award.Tier> tiers = award.tiers();
        long enough =
                tiers.stream().mapToLong(tier -> tier.range().enough()).max().orElse(1);
        List<Finding> findings = new ArrayList<>();
        List<Counter.Tally> inOrder = new ArrayList<>();
        Map<Long, Counter.Tally> byWindow = new HashMap<>();
        for (Award.Tier tier : tiers) {
            Counter.Tally tally = byWindow.computeIfAbsent(after(Math.min(rule.within(), tier.within())), after -> {
                Counter.Tally counting = tallies.apply(enough);
                behind.add(new Watch(counting, after, rule.isActivity()));
                return counting;
            });
            inOrder.add(tally);
            findings.add((states, lead) -> tier.range().contains(tally.count(states, lead)));
        }
        Decay decay = award.decay();
        return decay == null || ages == null
                ? firstThatHolds(tiers, findings)
                : firstThatHolds(tiers, inOrder, newest(rule, tiers, ages, behind), decay);
    }

    /** Keeps the time of the newest occurrence in the longest window of the tiers; it is that of each window with any. */
    private NewestTime newest(ImplicitRule rule, List<Award.Tier> tiers, Count ages, List<Watch> behind) {
        long longest = tiers.stream().mapToLong(Award.Tier::within).max().orElse(0);
        int column = ages.columns().isEmpty()
                ? Counter.NO_COLUMN
                : columnOf(ages.columns().get(0));
        NewestTime newest = layout.add(new NewestTime(layout.nextWord(), column));
        behind.add(new Watch(newest, after(Math.min(rule.within(), longest)), rule.isActivity()));
        return newest;
    }

    private Earning firstThatHolds(
            List<Award.Tier> tiers, List<Counter.Tally> tallies, NewestTime newest, Decay decay) {
        return (states, lead) -> {
            for (int i = 0; i < tiers.size(); i++) {
                long count = tallies.get(i).count(states, lead);
                if (tiers.get(i).range().contains(count)) {
                    long points = tiers.get(i).points();
                    return count == 0 ? points : decay.faded(points, asOf - newest.time(states, lead));
                }
            }
            return 0;
        };
    }

    private Earning ofRate(ImplicitRule rule, Activity.Rate rate) {
        List<Watch> behindOf = watch();
        List<Watch> behindOver = watch();
        List<Award.Tier> tiers = tiersOf(rule);
        List<Finding> findings = new ArrayList<>();
        Map<Long, Fraction> byWindow = new HashMap<>();
        for (Award.Tier tier : tiers) {
            Fraction fraction = byWindow.computeIfAbsent(after(Math.min(rule.within(), tier.within())), after -> {
                Counter.Tally of = tally(rate.count(), Long.MAX_VALUE);
                Counter.Tally over = tally(rate.count(), Long.MAX_VALUE);
                behindOf.add(new Watch(of, after, rule.isActivity()));
                behindOver.add(new Watch(over, after, false));
                return new Fraction(of, over);
            });
            findings.add((states, lead) -> {
                long below = fraction.over().count(states, lead);
                return below >= Math.max(1, rate.fromEvents())
                        && tier.range().containsFraction(fraction.of().count(states, lead), below);
            });
        }
        return firstThatHolds(tiers, findings);
    }

    private static Earning firstThatHolds(List<Award.Tier> tiers, List<Finding> findings) {
        return (states, lead) -> {
            for (int i = 0; i < findings.size(); i++) {
                if (findings.get(i).holds(states, lead)) {
                    return tiers.get(i).points();
                }
            }
            return 0;
        };
    }

    private Finding finding(Count count, long within, NumberRange times) {
        Counter.Tally tally = tally(count, times.enough());
        watch().add(new Watch(tally, after(within), false));
        return (states, lead) -> times.contains(tally.count(states, lead));
    }

    private static List<Award.Tier> tiersOf(ImplicitRule rule) {
        return rule.award()
                .choose(
                        each -> {
                            throw new IllegalStateException("'" + rule.name() + "' needs tiers");
                        },
                        Award.Tiers::tiers);
    }

    /** The counters behind the next condition, none yet. */
    private List<Watch> watch() {
        List<Watch> behind = new ArrayList<>();
        watches.add(behind);
        return behind;
    }

    /** The index of a field among the columns, to which it is added if need be; none is after the plan is made. */
    int columnOf(Field field) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).sameAs(field)) {
                return i;
            }
        }
        columns.add(field);
        return columns.size() - 1;
    }

    /** The time that events of the window are newer than, in milliseconds since 1970 UTC. */
    long after(long within) {
        return within >= Long.MAX_VALUE / 2 ? Long.MIN_VALUE : asOf - within;
    }
}
