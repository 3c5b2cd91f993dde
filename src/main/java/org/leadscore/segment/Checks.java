package org.leadscore.segment;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.leadscore.lead.TimeFormat;
import org.leadscore.lead.ZoneDays;
import org.leadscore.rules.Bucket;
import org.leadscore.rules.RuleSet;
import org.leadscore.rules.condition.Condition;
import org.leadscore.rules.condition.NumberRange;
import org.leadscore.rules.condition.Reading;
import org.leadscore.rules.condition.Test;
import org.leadscore.rules.next.FollowUp;
import org.leadscore.rules.next.Interest;
import org.leadscore.rules.next.Stage;
import org.leadscore.rules.rule.ExplicitRule;
import org.leadscore.rules.rule.ImplicitRule;
import org.leadscore.score.point.Contribution;
import org.leadscore.score.point.Status;

/**
 * Compiles the conditions on leads of one rule set. The conditions have to be given in the order of
 * {@link FollowUp#conditions}: the questions about contacts and events that are in them are known by their place.
 */
final class Checks {

    private static final int DECIMALS_OF_POINTS = 6;

    /** A number of a lead, or {@link #NO_NUMBER}. */
    private interface Amount {
        long of(Known lead);
    }

    private static final long NO_NUMBER = Long.MIN_VALUE;

    private final RuleSet rules;
    private final Reading plain;
    private final long asOf;

    /** Number of conditions on contact fields compiled so far; the place of the next one in a verdict. */
    private int contactConditions;

    /** Number of questions about events compiled so far; the place of the next one in an event plan. */
    private int dids;

    Checks(RuleSet rules, long asOf) {
        this.rules = rules;
        this.asOf = asOf;
        this.plain = new Reading('.', TimeFormat.iso(rules.timezone()), asOf);
    }

    Check next(@Nullable Condition condition) {
        return condition == null ? Check.ALWAYS : check(condition);
    }

    private Check check(Condition condition) {
        return condition.looksAtFieldsOnly() ? ofContact() : condition.choose(new OfLeads());
    }

    /** The next question that was asked of the contact. */
    private Check ofContact() {
        int asked = contactConditions++;
        return lead -> lead.contact().asked().contains(asked);
    }

    /** Makes a check of a condition that does not look at the contact's fields alone. */
    private final class OfLeads implements Condition.Cases<Check> {
        @Override
        public Check all(Condition.All all) {
            return Check.all(all.parts().stream().map(Checks.this::check).toList());
        }

        @Override
        public Check any(Condition.Any any) {
            return Check.any(any.parts().stream().map(Checks.this::check).toList());
        }

        @Override
        public Check not(Condition.Not not) {
            Check part = check(not.part());
            return lead -> !part.holds(lead);
        }

        @Override
        public Check is(Condition.Is is) {
            return ofContact();
        }

        @Override
        public Check filled(Condition.Filled filled) {
            return ofContact();
        }

        @Override
        public Check ofLead(Condition.OfLead ofLead) {
            return Checks.this.ofLead(ofLead);
        }

        @Override
        public Check did(Condition.Did did) {
            int asked = dids++;
            return lead -> lead.did(asked);
        }
    }

    private Check ofLead(Condition.OfLead asked) {
        Test test = asked.test();
        return switch (asked.value()) {
            case SCORE ->
                number(test, rules.scale().decimals(), lead -> lead.score().value());
            case FIT -> number(test, DECIMALS_OF_POINTS, lead -> lead.score().fit());
            case ENGAGEMENT ->
                number(test, DECIMALS_OF_POINTS, lead -> lead.score().engagement());
            case IDLE_DAYS -> number(test, 0, lead -> idleDays(lead.score().lastActivity()));
            case BUCKET -> name(test, bucketNames(), lead -> lead.score().bucket());
            case STATUS ->
                name(test, statusNames(), lead -> lead.score().status().word());
            case INTEREST -> name(test, interestNames(), Known::interest);
            case STAGE -> name(test, stageNames(), Known::stage);
            case SOURCE -> source(test);
            case RULES -> rules(test);
        };
    }

    /**
     * Compiles a test of a number.
     *
     * @param decimals of the number, which is in units of the last one
     */
    private Check number(Test test, int decimals, Amount amount) {
        if (test instanceof Test.InRange in) {
            return inRange(in.range(), decimals, amount); // which is quicker, and the same
        }
        return lead -> {
            long value = amount.of(lead);
            return value == NO_NUMBER
                    ? test.holdsForMissing()
                    : test.holds(BigDecimal.valueOf(value, decimals).toPlainString(), plain);
        };
    }

    private static Check inRange(NumberRange range, int decimals, Amount amount) {
        long low = range.low() == null ? NO_NUMBER + 1 : first(range.low(), range.lowIsIn(), decimals);
        long high = range.high() == null ? Long.MAX_VALUE : last(range.high(), range.highIsIn(), decimals);
        return lead -> {
            long value = amount.of(lead);
            return value != NO_NUMBER && value >= low && value <= high;
        };
    }

    /** The smallest whole number of units that is not below the bound. */
    private static long first(BigDecimal bound, boolean isIn, int decimals) {
        BigDecimal units = bound.movePointRight(decimals);
        BigDecimal whole = units.setScale(0, RoundingMode.CEILING);
        return held(!isIn && whole.compareTo(units) == 0 ? whole.add(BigDecimal.ONE) : whole);
    }

    private static long last(BigDecimal bound, boolean isIn, int decimals) {
        return -first(bound.negate(), isIn, decimals);
    }

    private static long held(BigDecimal units) {
        BigDecimal most = BigDecimal.valueOf(Long.MAX_VALUE);
        return units.min(most).max(most.negate()).longValueExact();
    }

    /** Number of full days of 24 hours since the last activity, or {@link #NO_NUMBER} when there was none. */
    private long idleDays(long lastActivity) {
        return lastActivity == TimeFormat.NONE ? NO_NUMBER : (asOf - lastActivity) / ZoneDays.DAY;
    }

    /**
     * Compiles a test of a name.
     *
     * @param names all names that the value can have
     */
    private Check name(Test test, Stream<String> names, Function<Known, @Nullable String> value) {
        Set<String> passing =
                new HashSet<>(names.filter(name -> test.holds(name, plain)).toList());
        boolean forMissing = test.holdsForMissing();
        return lead -> {
            String name = value.apply(lead);
            return name == null ? forMissing : passing.contains(name);
        };
    }

    private Check source(Test test) {
        return lead -> {
            String source = lead.source();
            return source == null ? test.holdsForMissing() : test.holds(source, plain);
        };
    }

    private Check rules(Test test) {
        List<Test> parts = test.parts();
        if (!parts.isEmpty()) {
            return Check.all(parts.stream().map(this::rules).toList());
        }
        boolean forNone = test.holdsForMissing();
        Set<String> passing = new HashSet<>(
                ruleNames().filter(name -> test.holds(name, plain)).toList());
        return lead -> {
            List<Contribution> contributions = lead.score().contributions();
            if (contributions.isEmpty()) {
                return forNone;
            }
            for (int i = 0; i < contributions.size(); i++) {
                if (passing.contains(contributions.get(i).rule())) {
                    return true;
                }
            }
            return false;
        };
    }

    private Stream<String> bucketNames() {
        return rules.buckets().stream().map(Bucket::name);
    }

    private static Stream<String> statusNames() {
        return Stream.of(Status.values()).map(Status::word);
    }

    private Stream<String> interestNames() {
        return rules.followUp().interests().stream().map(Interest::name);
    }

    private Stream<String> stageNames() {
        return rules.followUp().stages().stream().map(Stage::name);
    }

    private Stream<String> ruleNames() {
        return Stream.concat(
                rules.explicit().stream().map(ExplicitRule::name),
                rules.implicit().stream().map(ImplicitRule::name));
    }
}
