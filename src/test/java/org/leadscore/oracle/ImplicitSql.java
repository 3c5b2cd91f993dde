package org.leadscore.oracle;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.leadscore.oracle.AskedColumns.As;
import org.leadscore.rules.RuleSet;
import org.leadscore.rules.condition.Condition;
import org.leadscore.rules.condition.Count;
import org.leadscore.rules.condition.Field;
import org.leadscore.rules.condition.NumberRange;
import org.leadscore.rules.rule.Activity;
import org.leadscore.rules.rule.Award;
import org.leadscore.rules.rule.Decay;
import org.leadscore.rules.rule.Disqualifier;
import org.leadscore.rules.rule.ImplicitRule;

/**
 * Implicit rules as SQL. One pass over the events gathers, by lead, all that the rules want to know ({@link #matches} are
 * columns of that pass, {@link #aggregates} its result); where an occurrence is more than an event, the times that match are
 * gathered as a list, and {@link #occurrences} are tables made of those lists.
 */
final class ImplicitSql {

    private static final long DAY = 86_400_000;
    private static final int BITS = 120;
    private static final long MOST = 1_000_000_000_000_000L; // a billion points: what a rule gives or takes at most

    private final RuleSet rules;
    private final AskedColumns columns;
    private final ConditionSql conditions;
    private final long asOf;
    private final int places;
    private final Map<String, String> matches = new LinkedHashMap<>();
    private final Map<String, String> aggregates = new LinkedHashMap<>();
    private final Map<String, String> occurrences = new LinkedHashMap<>();

    ImplicitSql(RuleSet rules, AskedColumns columns, ConditionSql conditions, long asOf, int places) {
        this.rules = rules;
        this.columns = columns;
        this.conditions = conditions;
        this.asOf = asOf;
        this.places = places;
    }

    /** SQL of conditions by the name of the column that says whether an event meets them. */
    Map<String, String> matches() {
        return matches;
    }

    /** SQL of aggregates by name of column. */
    Map<String, String> aggregates() {
        return aggregates;
    }

    /** SQL of tables of {@code id} and one figure, by the name of the table, which is that of the figure too. */
    Map<String, String> occurrences() {
        return occurrences;
    }

    /** The points of a rule, of a row that has all aggregates and all figures of occurrences. */
    String points(ImplicitRule rule) {
        return Sql.held(rule.bounds(), earned(rule.activity(), rule.award(), rule.within()));
    }

    String holds(Disqualifier.Did did) {
        return Sql.within(did.times(), count(did.did(), did.count(), did.within()), "1", 0);
    }

    /** The time of the newest event that any rule holds to be the lead's doing; NULL where there is none. */
    String lastActivity() {
        String any = rules.implicit().stream()
                .filter(ImplicitRule::isActivity)
                .map(rule -> rule.activity() instanceof Activity.Rate rate
                        ? rate.of()
                        : rule.activity().conditions().get(0))
                .map(this::match)
                .distinct()
                .collect(Collectors.joining(" OR "));
        return any.isEmpty() ? "NULL::BIGINT" : aggregate("max(t) FILTER (WHERE " + any + ")");
    }

    private String earned(Activity activity, Award award, long within) {
        return award.choose(
                each -> activity.choose(
                        occurred -> each(each, occurred, within), sum -> times(each, multiples(sum, within)), rate -> {
                            throw new IllegalArgumentException("a rate has tiers");
                        }),
                tiers -> tiers.tiers().stream()
                        .map(tier -> "WHEN %s THEN %s "
                                .formatted(
                                        test(activity, tier.range(), Math.min(within, tier.within())),
                                        once(activity, tiers.decay(), tier.points(), Math.min(within, tier.within()))))
                        .collect(Collectors.joining("", "CASE ", "ELSE 0 END")));
    }

    private String each(Award.Each each, Activity.Occurrences occurred, long within) {
        Decay decay = each.decay();
        if (decay == null) {
            return times(each, count(occurred.did(), occurred.count(), within));
        }
        return switch (occurred.count().kind()) {
            case EVENTS -> fadedEvents(each, decay, filter(occurred.did(), within));
            case DAYS, VISITS, DISTINCT -> {
                String limit = each.limit() == Award.UNLIMITED
                        ? ""
                        : " QUALIFY row_number() OVER (PARTITION BY id ORDER BY t DESC) <= " + each.limit();
                String newest =
                        "SELECT * FROM (%s)%s".formatted(occurrences(occurred.did(), occurred.count(), within), limit);
                String faded = faded(decay, each.points(), "o.t");
                yield occurrence("SELECT id, sum(%s) AS n FROM (%s) AS o GROUP BY id".formatted(faded, newest));
            }
        };
    }

    private String fadedEvents(Award.Each each, Decay decay, String filter) {
        String faded = faded(decay, each.points(), "t");
        if (each.limit() == Award.UNLIMITED) {
            return aggregate("sum(" + faded + ") FILTER (WHERE " + filter + ")");
        }
        if (each.limit() == 1) {
            String newest = aggregate("max(t) FILTER (WHERE " + filter + ")");
            return "coalesce(" + faded(decay, each.points(), newest) + ", 0)::HUGEINT";
        }
        String newest = aggregate("max(t, " + each.limit() + ") FILTER (WHERE " + filter + ")");
        return "coalesce(list_sum(list_transform(%s, lambda t: %s)), 0)::HUGEINT".formatted(newest, faded);
    }

    /** The points of a tier that holds, faded by the age of the newest occurrence in its window, if there is any. */
    private String once(Activity activity, @Nullable Decay decay, long points, long within) {
        if (decay == null) {
            return Sql.whole(points);
        }
        Activity.Occurrences occurred = (Activity.Occurrences) activity;
        String filter = filter(occurred.did(), within);
        for (Field column : occurred.count().columns()) {
            filter += " AND " + columns.ask(column, As.FOLDED) + " <> ''";
        }
        String newest = aggregate("max(t) FILTER (WHERE " + filter + ")");
        return "CASE WHEN %s IS NULL THEN %s ELSE (%s)::HUGEINT END"
                .formatted(newest, Sql.whole(points), faded(decay, points, newest));
    }

    private static String times(Award.Each each, String count) {
        String held = each.limit() == Award.UNLIMITED ? count : "least(%s, %d)".formatted(count, each.limit());
        String points = "%s * %s".formatted(Sql.whole(each.points()), held);
        return "greatest(least(%s, %s), -%s)".formatted(points, Sql.whole(MOST), Sql.whole(MOST));
    }

    private String test(Activity activity, NumberRange range, long within) {
        return activity.choose(
                occurred -> Sql.within(range, count(occurred.did(), occurred.count(), within), "1", 0),
                sum -> Sql.within(range, multiples(sum, within), "1", 0),
                rate -> {
                    String of = count(rate.of(), rate.count(), within);
                    String over = count(rate.over(), rate.count(), within);
                    return "(%s >= %d AND %s)".formatted(over, rate.fromEvents(), Sql.within(range, of, over, 0));
                });
    }

    private String multiples(Activity.Sum sum, long within) {
        String number = columns.ask(sum.column(), As.NUMBER);
        String total = aggregate("sum(" + number + ") FILTER (WHERE " + filter(sum.did(), within) + ")");
        BigDecimal per = sum.per().movePointRight(places).stripTrailingZeros();
        BigInteger of = BigInteger.TEN.pow(Math.max(0, per.scale()));
        return "(greatest(%s, 0) * %s // %s)"
                .formatted(
                        total,
                        Sql.whole(of),
                        Sql.whole(per.multiply(new BigDecimal(of)).toBigIntegerExact()));
    }

    private String count(Condition did, Count count, long within) {
        String filter = filter(did, within);
        return switch (count.kind()) {
            case EVENTS -> aggregate("count(*) FILTER (WHERE " + filter + ")");
            case DAYS ->
                within < BITS * DAY
                        ? "coalesce(bit_count(%s), 0)::HUGEINT"
                                .formatted(aggregate("bit_or(day_bit) FILTER (WHERE " + filter + ")"))
                        : aggregate("count(DISTINCT day) FILTER (WHERE " + filter + ")");
            case DISTINCT -> {
                String value = value(count);
                yield aggregate("count(DISTINCT %s) FILTER (WHERE %s AND %s <> '')".formatted(value, filter, value));
            }
            case VISITS ->
                occurrence("SELECT id, count(*) AS n FROM (%s) GROUP BY id".formatted(occurrences(did, count, within)));
        };
    }

    /** A query for {@code id} and {@code t} of each occurrence of days, visits or different values. */
    private String occurrences(Condition did, Count count, long within) {
        String filter = filter(did, within);
        return switch (count.kind()) {
            case EVENTS -> throw new IllegalArgumentException("events need no query of their own");
            case DAYS -> newest("day", "list({'t': t, 'day': day}) FILTER (WHERE " + filter + ")");
            case DISTINCT -> {
                String value = value(count);
                yield newest(
                        "value",
                        "list({'t': t, 'value': %s}) FILTER (WHERE %s AND %s <> '')".formatted(value, filter, value));
            }
            case VISITS -> {
                String list = aggregate("list(t) FILTER (WHERE " + filter + ")");
                String next = "lead(t) OVER (PARTITION BY id ORDER BY t)";
                yield "SELECT id, t FROM (SELECT id, unnest(%s) AS t FROM tallies) QUALIFY coalesce(%s - t > %d, true)"
                        .formatted(list, next, rules.visitGap());
            }
        };
    }

    /** The newest time of all that have the part in common. */
    private String newest(String part, String list) {
        return "SELECT id, max(e.t) AS t FROM (SELECT id, unnest(%s) AS e FROM tallies) GROUP BY id, e.%s"
                .formatted(aggregate(list), part);
    }

    /** The value that tells one from another. */
    private String value(Count distinct) {
        return columns.ask(distinct.columns().get(0), As.FOLDED);
    }

    private String filter(Condition did, long within) {
        return match(did) + (within == Award.UNLIMITED ? "" : " AND t > " + (asOf - within));
    }

    private String match(Condition did) {
        String sql = conditions.of(did);
        return matches.entrySet().stream()
                .filter(entry -> entry.getValue().equals(sql))
                .findAny()
                .map(Map.Entry::getKey)
                .orElseGet(() -> named(matches, "m", sql));
    }

    private String aggregate(String sql) {
        boolean isNumber = Stream.of("list(", "max(", "bit_or(").noneMatch(sql::startsWith);
        String name = aggregates.entrySet().stream()
                .filter(entry -> entry.getValue().equals(sql))
                .findAny()
                .map(Map.Entry::getKey)
                .orElseGet(() -> named(aggregates, "a", sql));
        return isNumber ? "coalesce(" + name + ", 0)::HUGEINT" : name;
    }

    private String occurrence(String sql) {
        return "coalesce(" + named(occurrences, "o", sql) + ", 0)::HUGEINT";
    }

    private static String named(Map<String, String> names, String prefix, String sql) {
        String name = prefix + names.size();
        names.put(name, sql);
        return name;
    }

    /** One occurrence's points at the time {@code t}, rounded to millionths. */
    private String faded(Decay decay, long points, String t) {
        String age = "(%d - %s)".formatted(asOf, t);
        return switch (decay.form()) {
            case HALF_LIFE ->
                "(%d * pow(2.0::DOUBLE, -%s::DOUBLE / %d))::BIGINT" // a cast rounds half even
                        .formatted(points, age, ((Decay.HalfLife) decay).halfLife());
            case LINEAR -> {
                long until = ((Decay.Linear) decay).until();
                yield "CASE WHEN %s < %d THEN half_even(%s * (%d - %s), %d) ELSE 0 END"
                        .formatted(age, until, product(points, until), until, age, until);
            }
            case STEP -> {
                Decay.Step step = (Decay.Step) decay;
                BigInteger whole = BigInteger.TEN.pow(step.share().scale());
                String left =
                        "(%s - %s * (%s // %d))".formatted(whole, step.share().unscaledValue(), age, step.every());
                yield "CASE WHEN %s > 0 THEN half_even(%s * %s, %s) ELSE 0 END"
                        .formatted(left, product(points, whole.longValueExact()), left, whole);
            }
        };
    }

    /** The points in a type that has room for their product. */
    private static String product(long points, long factor) {
        return Math.multiplyHigh(4 * points, factor) == (4 * points * factor) >> 63
                ? points + "::BIGINT"
                : Sql.whole(points);
    }
}
