package org.leadscore.score;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leadscore.lead.Points;
import org.leadscore.lead.TimeFormat;
import org.leadscore.rules.RuleSet;
import org.leadscore.rules.Scale;
import org.leadscore.rules.rule.Bounds;
import org.leadscore.rules.rule.ImplicitRule;
import org.leadscore.rules.rule.Inactivity;
import org.leadscore.score.contact.ContactPlan;
import org.leadscore.score.contact.ContactVerdict;
import org.leadscore.score.count.LeadStates;
import org.leadscore.score.event.EventPlan;
import org.leadscore.score.point.Contribution;
import org.leadscore.score.point.Contributions;
import org.leadscore.score.point.Explanation;
import org.leadscore.score.point.Score;
import org.leadscore.score.point.Side;
import org.leadscore.score.point.Status;

/**
 * Computes the score of a lead from the verdict on its contact and the state of its events. Pure: the same contact and
 * the same events give the same score, whatever the order in which they were seen. Safe to share among threads.
 */
public final class Scorer {

    /**
     * The exponent of two below which nothing is left: a power of the inactivity's factor below 2^−70 leaves less than
     * half a millionth of any amount.
     */
    private static final double NOTHING_LEFT = -70;

    /** A factor of inactivity, and the double next to it. */
    private record Left(double near, BigDecimal exactly) {}

    private final RuleSet rules;
    private final EventPlan events;

    /** Adds up the points of the implicit rules. */
    private final Side engagement;

    /** True when explicit rules stand above the implicit ones in the file. */
    private final boolean explicitFirst;

    /** By implicit rule, its points before its own bounds. */
    private final EventPlan.Earning[] earnings;

    /** By implicit rule, its own bounds. */
    private final Bounds[] bounds;

    /** The share of engagement left after a quiet period; below, its logarithm to base 2, −∞ when nothing is left. */
    private final BigDecimal factor;

    private final double doublings;

    /** By number of quiet periods, the share that is left; null when it was not needed yet. */
    private final @Nullable Left[] lefts = new Left[256];

    /** The least score, and below the greatest, in units of the last decimal. */
    private final BigDecimal min;

    private final BigDecimal max;

    /** The same two as longs. */
    private final long least;

    private final long most;

    /** Millionths of a point from a score of 0 to one of 100. */
    private final long span;

    /** A score of 100 in units of its last decimal. */
    private final long unitsOfHundred;

    /** The bound of points, in millionths and on both sides of 0, that can be scaled in a long. */
    private final long mostByHand;

    /** By bucket, the score from which on it counts, in units of the last decimal. */
    private final long[] bucketsFrom;

    /** By disqualifier; the others ask for the contact's fields. */
    private final boolean[] asksForEvents;

    /**
     * Makes a scorer.
     *
     * @param events the plan of the same rules
     */
    public Scorer(RuleSet rules, EventPlan events) {
        this.rules = rules;
        this.events = events;
        this.engagement = new Side(rules.groups());
        this.explicitFirst = rules.explicitStandsFirst();
        Inactivity inactivity = rules.inactivity();
        this.factor = inactivity == null ? BigDecimal.ONE : BigDecimal.ONE.subtract(inactivity.lose());
        this.doublings = Math.log(factor.doubleValue()) / Math.log(2);
        this.min = inUnits(rules.scale().min(), RoundingMode.HALF_UP);
        this.max = inUnits(rules.scale().max(), RoundingMode.HALF_UP);
        this.least = min.longValueExact();
        this.most = max.longValueExact();
        this.span = rules.scale().full() - rules.scale().zero();
        this.unitsOfHundred =
                BigDecimal.ONE.movePointRight(rules.scale().decimals() + 2).longValueExact();
        this.mostByHand =
                Long.MAX_VALUE / 2 / unitsOfHundred - Math.abs(rules.scale().zero());
        this.bucketsFrom = rules.buckets().stream()
                .mapToLong(
                        bucket -> inUnits(bucket.from(), RoundingMode.CEILING).longValueExact())
                .toArray();
        this.asksForEvents = new boolean[rules.disqualifiers().size()];
        for (int i = 0; i < asksForEvents.length; i++) {
            asksForEvents[i] = rules.disqualifiers().get(i).choose(when -> false, did -> true);
        }
        this.earnings = events.earnings().toArray(EventPlan.Earning[]::new);
        this.bounds = rules.implicit().stream().map(ImplicitRule::bounds).toArray(Bounds[]::new);
        for (ImplicitRule rule : rules.implicit()) {
            engagement.add(rule.name(), rule.group());
        }
    }

    /**
     * Computes the score of one lead.
     *
     * @param contact the verdict on its contact
     * @param states the states of all its events
     * @param isCustomer whether it counts as a customer
     */
    public Score score(ContactVerdict contact, LeadStates states, int lead, boolean isCustomer) {
        long[] points = points(states, lead);
        long lastActivity = states.lastActivity(lead);
        long engaged = faded(engagement.total(points), lastActivity);
        List<Contribution> contributions =
                new Contributions(contact.contributions(), explicitFirst, engagement, points);
        String disqualifiedBy = disqualifiedBy(contact, states, lead);
        Status status = status(disqualifiedBy, isCustomer, contact, lastActivity);
        long value = value(contact.fit() + engaged);
        String bucket = status == Status.SCORED ? bucketOf(value) : null;
        return new Score(status, disqualifiedBy, contact.fit(), engaged, value, bucket, lastActivity, contributions);
    }

    /** Computes the score of one lead as {@link #score} does, with all its parts. */
    public Explanation explain(
            ContactPlan contacts, ContactVerdict contact, LeadStates states, int lead, boolean isCustomer) {
        long[] points = points(states, lead);
        long engaged = engagement.total(points);
        long quiet = engaged > 0 ? quietPeriods(states.lastActivity(lead)) : 0;
        return new Explanation(
                score(contact, states, lead, isCustomer),
                contacts.parts(contact),
                engagement.parts(points),
                engaged,
                quiet);
    }

    /** The points of each implicit rule within its own bounds, in millionths. */
    private long[] points(LeadStates states, int lead) {
        long[] points = new long[earnings.length];
        for (int i = 0; i < points.length; i++) {
            points[i] = bounds[i].hold(Points.held(earnings[i].points(states, lead)));
        }
        return points;
    }

    private static Status status(
            @Nullable String disqualifiedBy, boolean isCustomer, ContactVerdict contact, long lastActivity) {
        if (disqualifiedBy != null) {
            return Status.DISQUALIFIED;
        }
        if (isCustomer) {
            return Status.CUSTOMER;
        }
        return contact.isBlank() && lastActivity == TimeFormat.NONE ? Status.NO_DATA : Status.SCORED;
    }

    private @Nullable String disqualifiedBy(ContactVerdict contact, LeadStates states, int lead) {
        int did = 0;
        for (int i = 0; i < asksForEvents.length; i++) {
            boolean holds = asksForEvents[i]
                    ? events.disqualifying().get(did++).holds(states, lead)
                    : contact.disqualifiers().contains(i);
            if (holds) {
                return rules.disqualifiers().get(i).name();
            }
        }
        return null;
    }

    private long faded(long engaged, long lastActivity) {
        Inactivity inactivity = rules.inactivity();
        long periods = engaged > 0 ? quietPeriods(lastActivity) : 0;
        if (inactivity == null || inactivity.lose().signum() == 0 || periods == 0) {
            return engaged;
        }
        if (periods * doublings < NOTHING_LEFT) {
            return 0;
        }
        Left left = left((int) periods);
        return Points.scale(engaged, left.near(), left.exactly());
    }

    /** Number of losses: the first once a lead has been quiet for as long as it may be, one more after each full period. */
    private long quietPeriods(long lastActivity) {
        Inactivity inactivity = rules.inactivity();
        if (inactivity == null || lastActivity == TimeFormat.NONE) {
            return 0;
        }
        long tooLong = events.asOf() - lastActivity - inactivity.after();
        return tooLong < 0 ? 0 : 1 + tooLong / inactivity.every();
    }

    private Left left(int periods) {
        Left known = periods < lefts.length ? lefts[periods] : null;
        if (known == null) {
            BigDecimal power = factor.pow(periods);
            known = new Left(power.doubleValue(), power);
            if (periods < lefts.length) {
                lefts[periods] = known; // whoever comes first, it is the same value
            }
        }
        return known;
    }

    /** The score in units of its last decimal. Rounding keeps order, so holding before or after it is the same. */
    private long value(long points) {
        if (span > 0 && points > -mostByHand && points < mostByHand) {
            long above = (points - rules.scale().zero()) * unitsOfHundred;
            long rest = Math.abs(above % span);
            long away = rest >= span - rest ? Long.signum(above) : 0;
            return Math.max(least, Math.min(most, above / span + away));
        }
        return valueOfAny(points);
    }

    private long valueOfAny(long points) {
        Scale scale = rules.scale();
        BigDecimal above = BigDecimal.valueOf(points).subtract(BigDecimal.valueOf(scale.zero()));
        BigDecimal span = BigDecimal.valueOf(scale.full()).subtract(BigDecimal.valueOf(scale.zero()));
        BigDecimal rounded = above.scaleByPowerOfTen(scale.decimals() + 2).divide(span, 0, RoundingMode.HALF_UP);
        return rounded.max(min).min(max).longValueExact();
    }

    private BigDecimal inUnits(BigDecimal score, RoundingMode rounding) {
        return score.movePointRight(rules.scale().decimals()).setScale(0, rounding);
    }

    private @Nullable String bucketOf(long value) {
        for (int i = 0; i < bucketsFrom.length; i++) {
            if (value >= bucketsFrom[i]) {
                return rules.buckets().get(i).name();
            }
        }
        return null;
    }
}
