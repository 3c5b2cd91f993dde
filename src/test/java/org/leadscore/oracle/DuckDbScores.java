package org.leadscore.oracle;

import static java.util.stream.Collectors.joining;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.leadscore.rules.Bucket;
import org.leadscore.rules.RuleSet;
import org.leadscore.rules.Scale;
import org.leadscore.rules.condition.Field;
import org.leadscore.rules.rule.Disqualifier;
import org.leadscore.rules.rule.Group;
import org.leadscore.rules.rule.Inactivity;
import org.leadscore.rules.source.ContactSource;

/** Scores exports by a rule set in SQL, run by DuckDB. Shares no code with the program's own scoring. */
final class DuckDbScores {

    /**
     * A line of the ranking.
     *
     * @param value the score in units of its last decimal
     * @param fit in millionths of a point, likewise {@code engagement}
     * @param lastActivity in milliseconds since 1970 UTC; null where there is none
     */
    record Line(
            int rank,
            String lead,
            long value,
            @Nullable String bucket,
            String status,
            long fit,
            long engagement,
            @Nullable Long lastActivity) {}

    private static final int BITS_OF_ENGAGEMENT = 40;

    private static final int MOST_PERIODS = 40;

    private final Connection connection;
    private final RuleSet rules;
    private final long asOf;
    private String whole = Sql.WHOLE;
    private final AskedColumns contactColumns = new AskedColumns("c");
    private final AskedColumns eventColumns = new AskedColumns("e");

    DuckDbScores(Connection connection, RuleSet rules, long asOf) throws SQLException {
        this.connection = connection;
        this.rules = rules;
        this.asOf = asOf;
        for (String macro : Sql.MACROS) {
            execute(macro);
        }
    }

    List<Line> lines(Tables tables) throws SQLException {
        rank(tables);
        List<Line> lines = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT * FROM ranking ORDER BY rank")) {
            while (row.next()) {
                lines.add(new Line(
                        row.getInt("rank"),
                        row.getString("lead"),
                        row.getLong("value"),
                        row.getString("bucket"),
                        row.getString("status"),
                        row.getLong("fit"),
                        row.getLong("engagement"),
                        (Long) row.getObject("last_activity")));
            }
        }
        return lines;
    }

    /** Makes the table {@code ranking}. */
    void rank(Tables tables) throws SQLException {
        ConditionSql onContact = new ConditionSql(contactColumns, asOf, tables.places(), this::splitOfContacts);
        ConditionSql onEvent = new ConditionSql(eventColumns, asOf, tables.places(), this::splitOfEvents);
        ImplicitSql implicit = new ImplicitSql(rules, eventColumns, onEvent, asOf, tables.places());
        String points = points(implicit);
        String last = implicit.lastActivity();
        List<String> disqualified = new ArrayList<>();
        List<String> didDisqualify = new ArrayList<>();
        for (Disqualifier each : rules.disqualifiers()) {
            each.choose(
                    when -> disqualified.add(onContact.of(when.when())), did -> didDisqualify.add(implicit.holds(did)));
        }
        String verdicts = verdicts(onContact, disqualified);

        whole = tables.wholeType();
        execute("CREATE TEMP TABLE tallies AS " + tallies(tables, implicit));
        for (Map.Entry<String, String> occurrences : implicit.occurrences().entrySet()) {
            execute("CREATE TEMP TABLE %s AS %s".formatted(occurrences.getKey(), occurrences.getValue()));
        }
        String joins = implicit.occurrences().keySet().stream()
                .map(name -> " LEFT JOIN (SELECT id, n AS %s FROM %s) USING (id)".formatted(name, name))
                .collect(joining());
        String joined =
                "SELECT lead, fit, blank, id IN (%s) AS customer, disqualified OR %s AS disqualified, %s AS last_activity%s FROM (SELECT %s FROM (%s)) LEFT JOIN tallies USING (id)%s"
                        .formatted(
                                tables.customers(), any(didDisqualify), last, points, verdicts, leads(tables), joins);
        execute("CREATE TEMP TABLE ranking AS " + ranking(joined));
    }

    private @Nullable String splitOfContacts(@Nullable String column) {
        ContactSource contacts = rules.sources().contacts();
        return contacts == null || column == null
                ? null
                : contacts.dialect().cells().split(column);
    }

    /** The split text of the first log, which alone has columns with several values. */
    private @Nullable String splitOfEvents(@Nullable String column) {
        return column == null
                ? null
                : rules.sources().events().get(0).dialect().cells().split(column);
    }

    private String points(ImplicitSql implicit) {
        StringBuilder list = new StringBuilder();
        for (int i = 0; i < rules.implicit().size(); i++) {
            list.append(", ")
                    .append(implicit.points(rules.implicit().get(i)))
                    .append(" AS p")
                    .append(i);
        }
        return list.toString();
    }

    private String verdicts(ConditionSql onContact, List<String> disqualified) {
        ExplicitSql explicit = new ExplicitSql(rules, contactColumns, onContact);
        return "id, written AS lead, %s AS fit, %s AS blank, %s AS disqualified"
                .formatted(explicit.fit(), explicit.isBlank(idColumns()), any(disqualified));
    }

    private Set<String> idColumns() {
        ContactSource contacts = rules.sources().contacts();
        return contacts == null
                ? Set.of()
                : contacts.lead().fields().stream().map(Field::name).collect(Collectors.toSet());
    }

    private String leads(Tables tables) throws SQLException {
        if (rules.sources().contacts() != null) {
            return tables.contacts(contactColumns);
        }
        String nobody = contactColumns.select((field, as) -> switch (as) {
            case RAW, FOLDED -> "''";
            case NUMBER, TIME, END -> "NULL::HUGEINT";
        });
        return "SELECT id, written" + nobody + " FROM tallies";
    }

    private String tallies(Tables tables, ImplicitSql implicit) throws SQLException {
        String spelled = rules.sources().contacts() == null ? ", min(written) AS written" : "";
        String daysAgo = "(%s - day)".formatted(tables.day(Long.toString(asOf)));
        return """
                SELECT id%s%s FROM (
                  SELECT *, CASE WHEN %s < 126 THEN 1::INT128 << %s::INTEGER END AS day_bit%s FROM (
                    SELECT *, %s AS day FROM (%s) WHERE t <= %d))
                GROUP BY id""".formatted(
                        spelled,
                        select(implicit.aggregates()),
                        daysAgo,
                        daysAgo,
                        select(implicit.matches()),
                        tables.day("t"),
                        tables.events(eventColumns),
                        asOf);
    }

    private static String select(Map<String, String> named) {
        return named.entrySet().stream()
                .map(each -> ", " + each.getValue() + " AS " + each.getKey())
                .collect(joining());
    }

    private String ranking(String joined) {
        List<GroupSql.Earned> earned = IntStream.range(0, rules.implicit().size())
                .mapToObj(i -> new GroupSql.Earned(rules.implicit().get(i).group(), "p" + i))
                .toList();
        String engaged = GroupSql.sum(rules.groups(), Group.Kind.IMPLICIT, earned);
        String unit = Sql.whole(BigInteger.TEN.pow(rules.scale().decimals()));
        return """
                SELECT row_number() OVER (ORDER BY CASE status WHEN 'scored' THEN 0 WHEN 'customer' THEN 1 WHEN 'no-data' THEN 2 ELSE 3 END,
                    value DESC, fit + engagement DESC, last_activity DESC NULLS LAST, lead) AS rank,
                  lead, value, CASE WHEN status = 'scored' THEN %s END AS bucket, status, fit, engagement, last_activity
                FROM (SELECT *, %s AS value,
                    CASE WHEN disqualified THEN 'disqualified' WHEN customer THEN 'customer'
                      WHEN blank AND last_activity IS NULL THEN 'no-data'
                      ELSE 'scored' END AS status
                  FROM (SELECT *, %s AS engagement FROM (SELECT *, %s AS engaged FROM (%s))))""".formatted(bucket(unit), value(unit), engagement(), engaged, joined);
    }

    /** The points of {@code engaged} that inactivity leaves, as SQL. */
    private String engagement() {
        Inactivity inactivity = rules.inactivity();
        if (inactivity == null) {
            return "engaged";
        }
        String periods =
                "CASE WHEN %1$d - last_activity < %2$d THEN 0 ELSE 1 + (%1$d - last_activity - %2$d) // %3$d END"
                        .formatted(asOf, inactivity.after(), inactivity.every());
        StringBuilder left = new StringBuilder(
                        "CASE WHEN engaged <= 0 OR last_activity IS NULL THEN engaged ELSE CASE ")
                .append(periods)
                .append(" WHEN 0 THEN engaged");
        int bits = whole.equals(Sql.WHOLE) ? 127 : 63;
        BigDecimal factor = BigDecimal.ONE.subtract(inactivity.lose()).stripTrailingZeros();
        BigInteger divisor = factor.unscaledValue().gcd(BigInteger.TEN.pow(Math.max(0, factor.scale())));
        BigInteger numerator = factor.unscaledValue().divide(divisor);
        BigInteger denominator = BigInteger.TEN.pow(Math.max(0, factor.scale())).divide(divisor);
        for (int k = 1; k <= MOST_PERIODS && denominator.pow(k).bitLength() + BITS_OF_ENGAGEMENT <= bits; k++) {
            left.append(" WHEN %d THEN half_even(engaged * %s, %s)"
                    .formatted(k, Sql.whole(numerator.pow(k)), Sql.whole(denominator.pow(k))));
        }
        return left.append(" ELSE error('more periods than there is room for') END END")
                .toString();
    }

    private String value(String unit) {
        Scale scale = rules.scale();
        int sign = scale.full() > scale.zero() ? 1 : -1;
        String above = "((fit + engagement - %d) * %d * %s)".formatted(scale.zero(), 100 * sign, unit);
        String span = Sql.whole(sign * (scale.full() - scale.zero()));
        return "CASE WHEN %s THEN %s WHEN %s THEN %s ELSE half_up(%s, %s) END"
                .formatted(
                        beyond(above, span, "<", scale.min(), unit),
                        inUnits(scale.min(), unit),
                        beyond(above, span, ">", scale.max(), unit),
                        inUnits(scale.max(), unit),
                        above,
                        span);
    }

    private static String beyond(String above, String span, String operator, BigDecimal bound, String unit) {
        return "%s * %s %s %s * %s * %s".formatted(above, denominator(bound), operator, numerator(bound), span, unit);
    }

    private static String inUnits(BigDecimal score, String unit) {
        return "half_up(%s * %s, %s)".formatted(numerator(score), unit, denominator(score));
    }

    private String bucket(String unit) {
        StringBuilder cases = new StringBuilder("CASE");
        for (Bucket bucket : rules.buckets()) {
            cases.append(" WHEN value * %s >= %s * %s THEN %s"
                    .formatted(denominator(bucket.from()), numerator(bucket.from()), unit, Sql.text(bucket.name())));
        }
        return cases.append(" END").toString();
    }

    private static String numerator(BigDecimal number) {
        return Sql.whole(number.scale() < 0 ? number.toBigIntegerExact() : number.unscaledValue());
    }

    private static String denominator(BigDecimal number) {
        return Sql.whole(BigInteger.TEN.pow(Math.max(0, number.scale())));
    }

    private static String any(List<String> conditions) {
        return conditions.isEmpty() ? "false" : "(" + String.join(" OR ", conditions) + ")";
    }

    private void execute(String wide) throws SQLException {
        String sql = wide.replace("::" + Sql.WHOLE, "::" + whole);
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new SQLException(failure.getMessage() + "\nin: " + sql, failure);
        }
    }
}
