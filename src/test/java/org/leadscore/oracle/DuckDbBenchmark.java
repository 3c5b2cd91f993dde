package org.leadscore.oracle;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.Locale;
import org.leadscore.lead.TimeFormat;
import org.leadscore.rules.RuleSet;
import org.leadscore.rules.file.RuleFile;

/**
 * Does the work of {@code leadscore score} with DuckDB, for {@code scripts/benchmark}.
 *
 * <pre>
 * rank RULES AS-OF THREADS OUTPUT   writes the ranking, without reasons; prints the seconds that SQL took
 * scan EVENTS THREADS               only reads a log: counts its events by name
 * compare OURS THEIRS               ends with 1 unless both have the same rank, lead, score, fit and engagement throughout
 * </pre>
 */
final class DuckDbBenchmark {

    private DuckDbBenchmark() {}

    public static void main(String[] args) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:")) {
            switch (args[0]) {
                case "rank" -> rank(connection, Path.of(args[1]), args[2], Integer.parseInt(args[3]), args[4]);
                case "scan" -> scan(connection, args[1], Integer.parseInt(args[2]));
                default -> compare(connection, args[1], args[2]);
            }
        }
    }

    private static void rank(Connection connection, Path file, String asOf, int threads, String output)
            throws Exception {
        long begun = System.nanoTime();
        RuleSet rules = RuleFile.read(file).rules();
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET threads = " + threads);
            statement.execute("SET preserve_insertion_order = false");
            long moment = TimeFormat.iso(rules.timezone()).millis(asOf);
            new DuckDbScores(connection, rules, moment)
                    .rank(new TypedTables(rules, file.toAbsolutePath().getParent(), moment));
            String unit = "10 ** " + rules.scale().decimals();
            statement.execute("""
                    COPY (SELECT rank, lead, value / %s AS score, bucket, status, fit / 1000000 AS fit,
                        engagement / 1000000 AS engagement, make_timestamp(last_activity * 1000) AS last_activity
                      FROM ranking ORDER BY rank) TO %s (HEADER)""".formatted(unit, Sql.text(output)));
        }
        System.out.printf(Locale.ROOT, "%.2f%n", (System.nanoTime() - begun) / 1e9);
    }

    private static void scan(Connection connection, String events, int threads) throws Exception {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET threads = " + threads);
            String query = "SELECT event, count(*) FROM read_csv(%s) GROUP BY event".formatted(Sql.text(events));
            try (ResultSet row = statement.executeQuery(query)) {
                while (row.next()) {
                    System.out.println(row.getString(1) + " " + row.getLong(2));
                }
            }
        }
    }

    private static void compare(Connection connection, String ours, String theirs) throws Exception {
        String cents = "round(%s.%s::DECIMAL(18, 6), 2)";
        String query = """
                SELECT count(*), count(*) FILTER (WHERE a.lead IS DISTINCT FROM b.lead OR a.score IS DISTINCT FROM b.score
                    OR a.fit::DECIMAL(18, 2) IS DISTINCT FROM %s OR a.engagement::DECIMAL(18, 2) IS DISTINCT FROM %s)
                FROM read_csv(%s, all_varchar = false, types = {'score': 'DOUBLE'}) a
                FULL JOIN read_csv(%s, types = {'score': 'DOUBLE'}) b USING (rank)""".formatted(
                cents.formatted("b", "fit"), cents.formatted("b", "engagement"), Sql.text(ours), Sql.text(theirs));
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            System.out.printf(Locale.ROOT, "%d leads, %d of them different%n", row.getLong(1), row.getLong(2));
            if (row.getLong(1) == 0 || row.getLong(2) > 0) {
                System.exit(1);
            }
        }
    }
}
