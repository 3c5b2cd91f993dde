package org.leadscore.oracle;

import static java.util.stream.Collectors.joining;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.leadscore.oracle.AskedColumns.As;
import org.leadscore.rules.RuleSet;
import org.leadscore.rules.condition.Field;
import org.leadscore.rules.source.ContactSource;
import org.leadscore.rules.source.Dialect;
import org.leadscore.rules.source.EventSource;
import org.leadscore.rules.source.LeadKey;
import org.leadscore.rules.source.OutcomeSource;
import org.leadscore.rules.source.SourceFiles;

/** Exports read as text, which SQL makes ids, numbers and times of as the specification says. */
final class TextTables implements Tables {

    private final Connection connection;
    private final RuleSet rules;
    private final Path base;
    private final Map<String, SqlTime> times;
    private final long asOf;

    /** @param times by column, where they are not ISO in the zone of the rules */
    TextTables(Connection connection, RuleSet rules, Path base, Map<String, SqlTime> times, long asOf) {
        this.asOf = asOf;
        this.connection = connection;
        this.rules = rules;
        this.base = base;
        this.times = times;
    }

    @Override
    public String contacts(AskedColumns columns) throws SQLException {
        ContactSource source = rules.sources().contacts();
        String table = table(source.files(), source.dialect());
        List<String> header = header(table);
        String order = source.duplicates() == ContactSource.Duplicates.LAST ? "DESC" : "ASC";
        LeadKey.Named key = (LeadKey.Named) source.lead();
        String read = "SELECT *, %s AS written, row_number() OVER () AS n FROM %s"
                .formatted(joined(key.columns().fields()), table);
        String asked = columns.select((field, as) -> value(text(field, header), as, source.dialect(), field.name()));
        String since = source.since() == null
                ? "NULL"
                : Sql.time(
                        joined(source.since().columns().fields()),
                        timeOf(source.since().columns().fields().get(0).name()));
        String counting =
                "SELECT * FROM (SELECT %s AS id, written, n, %s AS since_then%s FROM (%s) WHERE written <> '')"
                                .formatted(id(key), since, asked, read)
                        + " QUALIFY row_number() OVER (PARTITION BY id ORDER BY n " + order + ") = 1";
        return "SELECT * FROM (%s) WHERE since_then IS NULL OR since_then <= %d".formatted(counting, asOf);
    }

    @Override
    public String customers() throws SQLException {
        OutcomeSource source = rules.sources().outcomes();
        if (source == null || rules.keepsCustomers()) {
            return Tables.super.customers();
        }
        LeadKey.Named key = (LeadKey.Named) source.lead();
        return "SELECT %s FROM (SELECT *, %s AS written FROM %s) WHERE fold(status) = 'won' AND %s <= %d"
                .formatted(
                        id(key),
                        joined(key.columns().fields()),
                        table(source.files(), source.dialect()),
                        Sql.time("closed", timeOf("closed")),
                        asOf);
    }

    @Override
    public String events(AskedColumns columns) throws SQLException {
        List<String> logs = new ArrayList<>();
        for (EventSource source : rules.sources().events()) {
            logs.add("(" + events(source, columns) + ")");
        }
        return String.join(" UNION ALL ", logs);
    }

    @Override
    public String day(String t) {
        String zone = Sql.text(rules.timezone().zone().getId());
        return "date_diff('day', DATE '1970-01-01', timezone(%s, make_timestamptz((%s)::BIGINT * 1000))::DATE)"
                .formatted(zone, t);
    }

    @Override
    public String wholeType() {
        return Sql.WHOLE;
    }

    @Override
    public int places() {
        return Sql.PLACES;
    }

    private String events(EventSource source, AskedColumns columns) throws SQLException {
        String table = table(source.files(), source.dialect());
        List<String> header = header(table);
        String time = joined(source.time().columns().fields());
        String read = "SELECT *, %s AS written, %s AS t, row_number() OVER () AS n FROM %s"
                .formatted(
                        joined(source.lead().columns().fields()),
                        Sql.time(
                                time,
                                timeOf(source.time().columns().fields().get(0).name())),
                        table);
        String asked =
                columns.select((field, as) -> value(text(field, source, header), as, source.dialect(), field.name()));
        return "SELECT %s AS id, written, t%s FROM (%s) WHERE written <> '' AND t IS NOT NULL%s%s"
                .formatted(
                        id(source.lead()),
                        asked,
                        read,
                        source.newestCounts() ? " AND t <= " + asOf : "",
                        firstOfKey(source, header));
    }

    /** Selects, of the rows with one key, the one that comes first as text. */
    private static String firstOfKey(EventSource source, List<String> header) {
        if (source.key().isEmpty()) {
            return "";
        }
        String key = source.key().stream()
                .map(field -> "strip(" + Sql.name(field.name()) + ")")
                .collect(joining(", ", "concat_ws(chr(31), ", ")"));
        String newest = source.newestCounts() ? "t DESC, " : "";
        String row = header.stream()
                .map(column -> "coalesce(" + Sql.name(column) + ", '')")
                .collect(joining(", ", "concat_ws(',', ", ")"));
        return " QUALIFY row_number() OVER (PARTITION BY CASE WHEN replace(%s, chr(31), '') = '' THEN 'row ' || n ELSE 'key ' || %s END ORDER BY %s) = 1"
                .formatted(key, key, newest + row);
    }

    private String value(String column, As as, Dialect dialect, String name) {
        return switch (as) {
            case RAW -> "coalesce(" + column + ", '')";
            case FOLDED -> "fold(" + column + ")";
            case NUMBER -> Sql.number(column, dialect.numbers(name));
            case TIME -> Sql.time(column, timeOf(name));
            case END -> Sql.end(column, timeOf(name));
        };
    }

    private SqlTime timeOf(String column) {
        return times.getOrDefault(
                column, new SqlTime(SqlTime.ISO, rules.timezone().zone()));
    }

    private static String text(Field field, EventSource source, List<String> header) {
        return switch (field.kind()) {
            case LOG -> Sql.text(source.name());
            case COLUMN -> text(field, header);
            case EVENT ->
                source.event().choose(from -> text(from.column(), header), constant -> Sql.text(constant.name()));
        };
    }

    private static String text(Field field, List<String> header) {
        return header.contains(field.name()) ? Sql.name(field.name()) : "''";
    }

    private static String joined(List<Field> fields) {
        return fields.stream()
                .map(field -> "nullif(strip(" + Sql.name(field.name()) + "), '')")
                .collect(joining(", ", "concat_ws(' ', ", ")"));
    }

    private static String id(LeadKey.Named key) {
        return key.exact() ? "written" : "fold(written)";
    }

    private String table(SourceFiles files, Dialect dialect) throws SQLException {
        String globs = files.patterns().stream()
                .map(pattern -> "SELECT file FROM glob("
                        + Sql.text(base.resolve(pattern).toString()) + ")")
                .collect(joining(" UNION "));
        String paths = strings("SELECT file FROM (" + globs + ") ORDER BY file").stream()
                .map(Sql::text)
                .collect(joining(", "));
        String delimiter =
                dialect.delimiter() == null ? "," : dialect.delimiter().toString();
        String file =
                "read_csv([%s], all_varchar = true, header = true, delim = %s, quote = '\"', escape = '\"', union_by_name = true)"
                        .formatted(paths, Sql.text(delimiter));
        String made = dialect.cells().changeNothing() ? file : MadeSql.table(file, header(file), dialect.cells());
        return dialect.leaveOut() == null ? made : counting(made, dialect);
    }

    /** Selects the rows of which the condition does not hold. */
    private String counting(String table, Dialect dialect) throws SQLException {
        AskedColumns columns = new AskedColumns("left");
        String condition = new ConditionSql(
                        columns, asOf, places(), name -> dialect.cells().split(name))
                .of(dialect.leaveOut().condition());
        List<String> header = header(table);
        String asked = columns.select((field, as) -> value(text(field, header), as, dialect, field.name()));
        String all = header.stream().map(Sql::name).collect(joining(", "));
        return "(SELECT %s FROM (SELECT *%s FROM %s) WHERE NOT %s)".formatted(all, asked, table, condition);
    }

    private List<String> header(String table) throws SQLException {
        return strings("SELECT column_name FROM (DESCRIBE SELECT * FROM " + table + ")");
    }

    private List<String> strings(String query) throws SQLException {
        List<String> strings = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            while (row.next()) {
                strings.add(row.getString(1));
            }
        }
        return strings;
    }
}
