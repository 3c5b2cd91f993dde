package org.leadscore.oracle;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.leadscore.lead.NumberFormat;
import org.leadscore.rules.condition.NumberRange;
import org.leadscore.rules.rule.Bounds;

/** Writes expressions of SQL for terms of the specification: text as it is compared, exact numbers, times. */
final class Sql {

    /** The number of decimals that a number of the data keeps as an integer. */
    static final int PLACES = 6;

    /** The type of amounts; a table that knows its data to be small may have them narrower. */
    static final String WHOLE = "HUGEINT";

    static final List<String> MACROS = List.of(
            "CREATE MACRO strip(s) AS trim(coalesce(s, ''), ' \t\n\r\u00a0\u2007\u202f\u2003')",
            "CREATE MACRO fold(s) AS lower(upper(strip(s)))",
            // n ÷ d, rounded half even; likewise half up, which is away from zero
            "CREATE MACRO half_even(n, d) AS sign(n) * (abs(n) // d + CASE WHEN 2 * (abs(n) % d) > d"
                    + " OR 2 * (abs(n) % d) = d AND abs(n) // d % 2 = 1 THEN 1 ELSE 0 END)",
            "CREATE MACRO half_up(n, d) AS sign(n) * ((2 * abs(n) + d) // (2 * d))",
            "CREATE MACRO millionths(s, is_number, fraction) AS CASE WHEN regexp_full_match(s, is_number)"
                    + " THEN CASE WHEN s LIKE '-%' THEN -1 ELSE 1 END::HUGEINT"
                    + " * (regexp_extract(s, '[0-9]+') || rpad(regexp_extract(s, fraction, 1), 6, '0'))::HUGEINT END",
            "CREATE MACRO millionths_of(s) AS (TRY_CAST(s AS DECIMAL(38, 6)) * 1000000)::HUGEINT",
            // of two instants with the same local time the earlier; DuckDB takes the later of them
            "CREATE MACRO instant(here, local) AS CASE WHEN timezone(here, timezone(here, local) - INTERVAL 1 HOUR) = local"
                    + " THEN epoch_ms(timezone(here, local)) - 3600000 ELSE epoch_ms(timezone(here, local)) END",
            "CREATE MACRO iso_local(s) AS TRY_CAST(s[1:10] || ' ' || CASE WHEN length(s) = 10 THEN '00:00:00' ELSE s[12:16]"
                    + " || CASE WHEN s[17:17] = ':' THEN s[17:19] ELSE ':00' END END"
                    + " || '.' || rpad(regexp_extract(s, ':\\d\\d[.,](\\d{1,3})', 1), 3, '0') AS TIMESTAMP)",
            "CREATE MACRO iso_offset(s) AS regexp_extract(s[11:], '([Zz]|UTC|[+-]\\d\\d(:?\\d\\d)?)$', 1)",
            "CREATE MACRO east(o) AS CASE WHEN o IN ('Z', 'z', 'UTC') THEN 0 ELSE CASE WHEN o[1:1] = '-' THEN -60000 ELSE 60000 END"
                    + " * (60 * o[2:3]::BIGINT + coalesce(nullif(right(o[4:], 2), '')::BIGINT, 0)) END",
            "CREATE MACRO iso(s, here) AS CASE WHEN NOT regexp_full_match(s,"
                    + " '\\d{4}-\\d\\d-\\d\\d([Tt ]\\d\\d:\\d\\d(:\\d\\d([.,]\\d+)?)?( ?([Zz]|UTC|[+-]\\d\\d(:?\\d\\d)?))?)?') THEN NULL"
                    + " WHEN iso_offset(s) = '' THEN instant(here, iso_local(s))"
                    + " ELSE epoch_ms(iso_local(s)) - east(iso_offset(s)) END");

    private Sql() {}

    static String text(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    static String texts(Collection<String> texts) {
        return texts.stream().map(Sql::text).collect(Collectors.joining(", ", "(", ")"));
    }

    static String name(String column) {
        return "\"" + column.replace("\"", "\"\"") + "\"";
    }

    static String whole(BigInteger number) {
        return number + "::HUGEINT";
    }

    static String whole(long number) {
        return number + "::HUGEINT";
    }

    /** The value as an integer, {@link #PLACES} decimals long; NULL for what is no number. */
    static String number(String column, char decimal) {
        return number(column, new NumberFormat(decimal, NumberFormat.NONE));
    }

    /** The same of a number with what exporters write around it, as far as the data have it. */
    static String number(String column, NumberFormat format) {
        String point = "[" + format.decimal() + "]";
        String plain =
                "millionths(strip(%s), '[+-]?[0-9]+(%s[0-9]{1,6})?', '%s([0-9]+)$')".formatted(column, point, point);
        String grouped = format.thousands() == NumberFormat.NONE
                ? "[0-9]+"
                : "([0-9]{1,3}([" + format.thousands() + "][0-9]{3})+|[0-9]+)";
        String body = "(%s(%s[0-9]*)?|%s[0-9]+)([Ee][+-]?[0-9]{1,2})?".formatted(grouped, point, point);
        String form = "[+-]?[$€]?%s( ?€|%%)?|[(]%s[)]|%s-".formatted(body, body, body);
        String thousands = format.thousands() == NumberFormat.NONE ? "" : String.valueOf(format.thousands());
        String digits =
                "replace(replace(regexp_replace(strip(%s), '^-|-$|[^0-9eE.,+-]', '', 'g'), '%s', ''), '%s', '.')"
                        .formatted(column, thousands, format.decimal());
        String sign = "CASE WHEN regexp_matches(strip(%s), '^[-(]|-$') THEN -1 ELSE 1 END".formatted(column);
        String odd = "CASE WHEN regexp_full_match(strip(%s), '%s') THEN %s * millionths_of(%s) END"
                .formatted(column, form, sign, digits);
        return "coalesce(%s, %s)".formatted(plain, odd);
    }

    /** Milliseconds since 1970 UTC; NULL for what is no time. */
    static String time(String column, SqlTime time) {
        String zone = text(time.zone().getId());
        return switch (time.format()) {
            case SqlTime.ISO -> "iso(strip(%s), %s)".formatted(column, zone);
            case "epoch-seconds" -> "(%s // 1000)::BIGINT".formatted(number(column, '.'));
            case "epoch-millis" -> "(%s // 1000000)::BIGINT".formatted(number(column, '.'));
            default -> "instant(%s, try_strptime(strip(%s), %s))".formatted(zone, column, text(time.format()));
        };
    }

    /** The moment at which a time is over; of a date without a time the end of its day. */
    static String end(String column, SqlTime time) {
        String start = time(column, time);
        String isDate = time.format().equals(SqlTime.ISO)
                ? "length(strip(" + column + ")) = 10"
                : Boolean.toString(
                        time.format().startsWith("%") && !time.format().contains("%H"));
        String zone = text(time.zone().getId());
        String day = "timezone(%s, make_timestamptz((%s)::BIGINT * 1000))::DATE".formatted(zone, start);
        return "CASE WHEN %s THEN instant(%s, (%s + 1)::TIMESTAMP) ELSE %s END".formatted(isDate, zone, day, start);
    }

    /** A test that the whole number {@code n}, in units of 10^−places, or {@code n ÷ d}, is in the range. */
    static String within(NumberRange range, String n, String d, int places) {
        String low = bound(range.low(), n, range.lowIsIn() ? ">=" : ">", d, places);
        String high = bound(range.high(), n, range.highIsIn() ? "<=" : "<", d, places);
        return "(" + low + " AND " + high + ")";
    }

    private static String bound(@Nullable BigDecimal bound, String n, String operator, String d, int places) {
        if (bound == null) {
            return "true";
        }
        BigDecimal scaled = bound.movePointRight(places);
        BigInteger of = BigInteger.TEN.pow(Math.max(0, scaled.scale()));
        String left = of.equals(BigInteger.ONE) ? n : n + " * " + whole(of);
        String right = whole(scaled.multiply(new BigDecimal(of)).toBigIntegerExact());
        return left + " " + operator + " " + right + (d.equals("1") ? "" : " * " + d);
    }

    static String held(Bounds bounds, String points) {
        String low =
                bounds.min() == Bounds.NONE.min() ? points : "greatest(%s, %s)".formatted(points, whole(bounds.min()));
        return bounds.max() == Bounds.NONE.max() ? low : "least(%s, %s)".formatted(low, whole(bounds.max()));
    }

    /** {@code amount × factor}, rounded half even. */
    static String scaled(String amount, BigDecimal factor) {
        BigDecimal plain = factor.scale() < 0 ? factor.setScale(0) : factor;
        return factor.compareTo(BigDecimal.ONE) == 0
                ? amount
                : "half_even((%s) * %s, %s)"
                        .formatted(amount, whole(plain.unscaledValue()), whole(BigInteger.TEN.pow(plain.scale())));
    }
}
