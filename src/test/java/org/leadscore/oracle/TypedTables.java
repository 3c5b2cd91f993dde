package org.leadscore.oracle;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.leadscore.oracle.AskedColumns.As;
import org.leadscore.rules.RuleSet;
import org.leadscore.rules.condition.Field;
import org.leadscore.rules.source.ContactSource;
import org.leadscore.rules.source.EventName;
import org.leadscore.rules.source.EventSource;
import org.leadscore.rules.source.SourceFiles;

/**
 * Exports read by somebody who knows them to be clean: ids and words are always spelled alike, every number is a whole one,
 * every time is in UTC and not older than a year, no cell has a delimiter in it. Columns have their types from the start, and nothing is folded. Days in
 * a zone cost a comparison, since SQL's own conversion is slow.
 */
final class TypedTables implements Tables {

    private static final int CLOCK_CHANGES = 3; // as many as a year before the as-of time may have

    private final RuleSet rules;
    private final Path base;
    private final long asOf;

    TypedTables(RuleSet rules, Path base, long asOf) {
        this.rules = rules;
        this.asOf = asOf;
        this.base = base;
    }

    @Override
    public String contacts(AskedColumns columns) {
        ContactSource source = rules.sources().contacts();
        String id = Sql.name(only(((org.leadscore.rules.source.LeadKey.Named) source.lead())
                        .columns()
                        .fields())
                .name());
        Set<String> numbers = numbers(columns, Field::name);
        String asked = columns.select((field, as) -> value(field.name(), as, numbers));
        return "SELECT %s AS id, %s AS written%s FROM %s"
                .formatted(id, id, asked, table(source.files(), numbers, Set.of()));
    }

    @Override
    public String events(AskedColumns columns) {
        EventSource source = rules.sources().events().get(0);
        if (rules.sources().events().size() > 1 || !source.key().isEmpty()) {
            throw new IllegalArgumentException("more than one log, or a log with a key");
        }
        String id = Sql.name(only(source.lead().columns().fields()).name());
        String time = only(source.time().columns().fields()).name();
        Set<String> numbers = numbers(columns, field -> nameOf(field, source));
        String asked = columns.select((field, as) -> value(nameOf(field, source), as, numbers));
        return "SELECT %s AS id, %s AS written, epoch_ms(%s) AS t%s FROM %s"
                .formatted(id, id, Sql.name(time), asked, table(source.files(), numbers, Set.of(time)));
    }

    @Override
    public String day(String t) {
        ZoneRules zone = rules.timezone().zone().getRules();
        Instant at = Instant.ofEpochMilli(asOf);
        StringBuilder offset = new StringBuilder("CASE");
        for (int i = 0; i < CLOCK_CHANGES; i++) {
            ZoneOffsetTransition last = zone.previousTransition(at);
            if (last == null) {
                break;
            }
            offset.append(" WHEN %s >= %d THEN %d"
                    .formatted(
                            t,
                            last.toEpochSecond() * 1000,
                            last.getOffsetAfter().getTotalSeconds() * 1000));
            at = last.getInstant().minusMillis(1);
        }
        offset.append(" ELSE %d END".formatted(zone.getOffset(at).getTotalSeconds() * 1000));
        return "(%s + %s) // 86400000".formatted(t, offset);
    }

    @Override
    public String wholeType() {
        return "BIGINT";
    }

    @Override
    public int places() {
        return 0;
    }

    private static Set<String> numbers(AskedColumns columns, Function<Field, String> names) {
        Set<String> numbers = new HashSet<>();
        columns.select((field, as) -> as == As.NUMBER && numbers.add(names.apply(field)) ? "number" : "");
        return numbers;
    }

    private static String value(String column, As as, Set<String> numbers) {
        return switch (as) {
            case RAW, FOLDED ->
                "coalesce(" + Sql.name(column) + (numbers.contains(column) ? "::VARCHAR" : "") + ", '')";
            case NUMBER -> Sql.name(column);
            case TIME, END -> throw new IllegalArgumentException("dates are compared only in text tables");
        };
    }

    private static String nameOf(Field field, EventSource source) {
        return field.kind() == Field.Kind.EVENT
                ? ((EventName.FromColumn) source.event()).column().name()
                : field.name();
    }

    private static <T> T only(List<T> list) {
        if (list.size() != 1) {
            throw new IllegalArgumentException("one column is expected, not " + list);
        }
        return list.get(0);
    }

    private String table(SourceFiles files, Set<String> numbers, Set<String> times) {
        Path file = base.resolve(only(files.patterns()));
        List<String> header = header(file);
        String columns = header.stream()
                .map(column -> Sql.text(column) + ": "
                        + (numbers.contains(column)
                                ? "'INTEGER'"
                                : times.contains(column) ? "'TIMESTAMP'" : "'VARCHAR'"))
                .collect(joining(", ", "{", "}"));
        return "read_csv(%s, auto_detect = false, header = true, delim = ',', quote = '', escape = '', columns = %s)"
                .formatted(Sql.text(file.toString()), columns);
    }

    private static List<String> header(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return List.of(lines.findFirst().orElse("").split(",", -1));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
