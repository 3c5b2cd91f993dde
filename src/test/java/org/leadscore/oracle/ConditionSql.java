package org.leadscore.oracle;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.leadscore.lead.NumberFormat;
import org.leadscore.oracle.AskedColumns.As;
import org.leadscore.rules.condition.Condition;
import org.leadscore.rules.condition.Field;
import org.leadscore.rules.condition.Test;
import org.leadscore.rules.condition.TimeBound;

/** Conditions as SQL. They are true or false, never NULL; a missing value is a blank one. */
final class ConditionSql implements Condition.Cases<String> {

    private final AskedColumns columns;
    private final long asOf;
    private final int places;
    /** Numbers of contacts, as the drawn rule files have them; no events with several values in a cell have numbers. */
    private final NumberFormat numbersOfSeveral = new NumberFormat(',', '.');

    private final UnaryOperator<@Nullable String> split;

    /**
     * @param places of numbers, which are integers
     * @param split the text between several values in one cell of a column; null where it has one
     */
    ConditionSql(AskedColumns columns, long asOf, int places, UnaryOperator<@Nullable String> split) {
        this.split = split;
        this.columns = columns;
        this.asOf = asOf;
        this.places = places;
    }

    String of(Condition condition) {
        return condition.choose(this);
    }

    @Override
    public String all(Condition.All all) {
        return joined(all.parts(), this::of, " AND ", "true");
    }

    @Override
    public String any(Condition.Any any) {
        return joined(any.parts(), this::of, " OR ", "false");
    }

    @Override
    public String not(Condition.Not not) {
        return "(NOT " + of(not.part()) + ")";
    }

    @Override
    public String is(Condition.Is is) {
        return of(is.field(), is.test());
    }

    @Override
    public String filled(Condition.Filled filled) {
        String count = joined(filled.of(), field -> "(NOT " + isBlank(field) + ")::INTEGER", " + ", "0");
        return "(%s BETWEEN %d AND %d)".formatted(count, filled.atLeast(), filled.atMost());
    }

    @Override
    public String ofLead(Condition.OfLead ofLead) {
        throw new IllegalArgumentException("there is no SQL for " + ofLead);
    }

    @Override
    public String did(Condition.Did did) {
        throw new IllegalArgumentException("there is no SQL for " + did);
    }

    String of(Field field, Test test) {
        String between = field.kind() == Field.Kind.COLUMN ? split.apply(field.name()) : null;
        if (between != null) {
            return ofSeveral(field, test, between);
        }
        if (test instanceof Test.Every every) {
            return joined(every.tests(), each -> of(field, each), " AND ", "true");
        }
        if (test instanceof Test.Absent) {
            return isBlank(field);
        }
        if (test instanceof Test.OneOf oneOf) {
            return "(%s IN %s)".formatted(columns.ask(field, As.FOLDED), Sql.texts(oneOf.folded()));
        }
        return "(NOT " + isBlank(field) + " AND " + ofPresent(as -> columns.ask(field, as), test) + ")";
    }

    /** A test of the several values in a cell: all must pass that they are none of some texts, and one all else. */
    private String ofSeveral(Field field, Test test, String between) {
        String values = "list_filter(string_split(%s, %s), lambda v: strip(v) <> '')"
                .formatted(columns.ask(field, As.RAW), Sql.text(between));
        if (test instanceof Test.Absent) {
            return "(len(" + values + ") = 0)";
        }
        String one = "(" + ofOne(test) + ")";
        return test instanceof Test.NoneOf
                ? "(len(%s) > 0 AND len(list_filter(%s, lambda v: NOT %s)) = 0)".formatted(values, values, one)
                : "(len(list_filter(%s, lambda v: %s)) > 0)".formatted(values, one);
    }

    private String ofOne(Test test) {
        if (test instanceof Test.Every every) {
            return joined(every.tests(), this::ofOne, " AND ", "true");
        }
        if (test instanceof Test.OneOf oneOf) {
            return "fold(v) IN " + Sql.texts(oneOf.folded());
        }
        return ofPresent(
                as -> switch (as) {
                    case RAW -> "v";
                    case FOLDED -> "fold(v)";
                    case NUMBER -> Sql.number("v", numbersOfSeveral);
                    case TIME, END -> throw new IllegalArgumentException("there is no SQL for several times");
                },
                test);
    }

    /** True where a cell may have several values. */
    boolean hasSeveral(Field field) {
        return field.kind() == Field.Kind.COLUMN && split.apply(field.name()) != null;
    }

    String isBlank(Field field) {
        return "(" + columns.ask(field, As.FOLDED) + " = '')";
    }

    private String ofPresent(Function<As, String> value, Test test) {
        String folded = value.apply(As.FOLDED);
        if (test instanceof Test.NoneOf noneOf) {
            return "%s NOT IN %s".formatted(folded, Sql.texts(noneOf.folded()));
        }
        if (test instanceof Test.Has has) {
            String function = switch (has.place()) {
                case ANYWHERE -> "contains";
                case START -> "starts_with";
                case END -> "suffix";
            };
            return joined(
                    has.folded(), each -> "%s(%s, %s)".formatted(function, folded, Sql.text(each)), " OR ", "false");
        }
        if (test instanceof Test.Matches matches) {
            String pattern = Sql.text(matches.pattern().pattern());
            return "regexp_matches(%s, %s)".formatted(value.apply(As.RAW), pattern);
        }
        if (test instanceof Test.InRange inRange) {
            String number = value.apply(As.NUMBER);
            return "coalesce(%s, false)".formatted(Sql.within(inRange.range(), number, "1", places));
        }
        if (test instanceof Test.OnSide onSide) {
            boolean isBefore = onSide.side() == Test.OnSide.Side.BEFORE;
            String time = value.apply(As.TIME);
            long bound = onSide.bound().millis(asOf);
            String last = !isBefore && onSide.bound() instanceof TimeBound.Ago ? " AND " + time + " <= " + asOf : "";
            return "coalesce(%s %s %d%s, false)".formatted(time, isBefore ? "<" : ">", bound, last);
        }
        if (test instanceof Test.WithinNext next) {
            return "coalesce(%s <= %d AND %s > %d, false)"
                    .formatted(value.apply(As.TIME), asOf + next.duration(), value.apply(As.END), asOf);
        }
        if (test instanceof Test.AtDomain atDomain) {
            String authority = "regexp_extract(regexp_replace(%s, '^.*?//', ''), '^[^/?#]*')".formatted(folded);
            String host = "regexp_replace(regexp_replace(%s, '^.*@', ''), '(:[0-9]*)?[.]?$', '')".formatted(authority);
            return joined(
                    atDomain.folded(),
                    each -> "%s = %s OR suffix(%s, %s)".formatted(host, Sql.text(each), host, Sql.text("." + each)),
                    " OR ",
                    "false");
        }
        if (test instanceof Test.OfKind ofKind) {
            return ofMail(ofKind.name(), folded);
        }
        if (test instanceof Test.Present) {
            return "true";
        }
        throw new IllegalArgumentException("there is no SQL for " + test);
    }

    /** The kinds that rest on a list of domains; of the disposable ones, what lies below such a domain counts too. */
    private static String ofMail(String kind, String folded) {
        String domain = "regexp_replace(regexp_extract(%s, '@([^@]*)$', 1), '[.]$', '')".formatted(folded);
        String listed = switch (kind) {
            case "free-mail" -> "d = " + domain;
            case "disposable-mail" -> "d = %s OR suffix(%s, '.' || d)".formatted(domain, domain);
            default -> throw new IllegalArgumentException("there is no SQL for the kind " + kind);
        };
        return "(strip(regexp_extract(%s, '^(.*)@', 1)) <> '' AND len(list_filter(%s, lambda d: %s)) > 0)"
                .formatted(folded, shipped(kind), listed);
    }

    private static String shipped(String kind) {
        try (Stream<String> lines = Files.lines(Path.of("src/main/resources/org/leadscore/kind", kind + ".txt"))) {
            return lines.map(Sql::text).collect(joining(", ", "[", "]"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static <T> String joined(List<T> parts, Function<T, String> sql, String by, String none) {
        return parts.isEmpty() ? none : parts.stream().map(sql).collect(joining(by, "(", ")"));
    }
}
