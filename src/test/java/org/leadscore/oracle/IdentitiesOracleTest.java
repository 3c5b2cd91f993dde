package org.leadscore.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.leadscore.engine.Engine;
import org.leadscore.engine.files.Exports;
import org.leadscore.engine.files.Progress;
import org.leadscore.engine.files.Tally;
import org.leadscore.engine.leads.Objections;
import org.leadscore.engine.leads.Result;
import org.leadscore.engine.parts.MemoryBudget;
import org.leadscore.engine.past.Past;
import org.leadscore.engine.past.PastReader;
import org.leadscore.lead.Points;
import org.leadscore.rules.file.RuleFile;
import org.leadscore.rules.source.OutcomeSource;
import org.leadscore.score.point.RankedLead;
import org.leadscore.spill.SpillPlace;

/** Random links from a log, a file and a contact list lead where recursive SQL leads, in memory, in parts, on a cluster, and in the past. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class IdentitiesOracleTest {

    private static final long DAY = 86_400_000;
    private static final long START = Instant.parse("2026-11-01T00:00:00Z").toEpochMilli();
    private static final int DAYS = 8;
    private static final List<String> IDS = List.of("a", "b", "c", "d", "e", "f", "g", "h", "i", "j");

    @TempDir
    Path directory;

    /** The fate of the rows of the log, and the number of events of each lead that has some. */
    private record Figures(long anonymous, long contested, long unmatched, long later, Map<String, Long> events) {}

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 15);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void sql_finds_the_same_leads(long seed) throws Exception {
        Random random = new Random(seed);
        boolean isListed = random.nextInt(3) > 0;
        List<String> contacts = contacts(random);
        List<String> web = web(random);
        List<String> logins = logins(random);
        write(contacts, web, logins);
        RuleFile file = RuleFile.parse("rules.yaml", rules(isListed, random.nextBoolean()));
        List<Long> moments = List.of(START + 2 * DAY, START + 4 * DAY, START + 2 * DAYS * DAY);
        List<Figures> expected = new ArrayList<>();
        for (long moment : moments) {
            expected.add(inSql(isListed, moment));
        }

        for (int i = 0; i < moments.size(); i++) {
            assertThat(figures(new Engine(1, Progress.NONE, Objections.NONE), file, moments.get(i), 1 << 20))
                    .isEqualTo(expected.get(i));
        }
        Past past = past(file, moments);
        Collections.shuffle(web, random);
        Collections.shuffle(logins, random);
        write(contacts, web, logins);
        for (int i = 0; i < moments.size(); i++) {
            long moment = moments.get(i);
            assertThat(figures(new Engine(3, Progress.NONE, Objections.NONE), file, moment, 64))
                    .isEqualTo(expected.get(i));
            assertThat(figures(inParts(), file, moment, 64)).isEqualTo(expected.get(i));
            assertThat(figures(
                            Engine.on(new ClusterOfOne(80), file, 1, Progress.NONE, Objections.NONE), file, moment, 64))
                    .isEqualTo(expected.get(i));
            assertThat(eventsThen(past, i, isListed)).isEqualTo(expected.get(i).events());
        }
    }

    private static String rules(boolean isListed, boolean isKeyed) {
        return """
                version: 1
                sources:
                  events: {name: web, path: web.csv, lead: {first-of: [user, visitor]}, time: time%s}
                %s
                identities:
                  - {log: web, from: visitor, to: user}
                  - {path: logins.csv, from: one, to: other, time: seen}
                  - {path: merged.csv, from: one, to: other}
                %s
                implicit: [{name: Event, did: {event: {present: true}}, points: 1}]
                """.formatted(
                        isKeyed ? ", key: id" : "",
                        isListed ? "  contacts: {path: contacts.csv, lead: email}" : "",
                        isListed ? "  - {contacts: true, from: more, split: ' / '}" : "");
    }

    private static List<String> contacts(Random random) {
        List<String> rows = new ArrayList<>();
        for (String id : IDS) {
            if (random.nextInt(3) == 0) {
                rows.add(id + "," + (random.nextBoolean() ? "" : pick(random) + " / " + pick(random)));
            }
        }
        return rows;
    }

    private static List<String> web(Random random) {
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            String visitor = random.nextInt(4) == 0 ? "" : pick(random);
            String user = random.nextInt(3) > 0
                    ? ""
                    : random.nextInt(4) == 0 ? pick(random).toUpperCase(Locale.ROOT) : pick(random);
            rows.add(i + "," + visitor + "," + user + "," + time(random) + ",view");
        }
        return rows;
    }

    private static List<String> logins(Random random) {
        List<String> rows = new ArrayList<>();
        for (int i = random.nextInt(8); i > 0; i--) {
            rows.add(pick(random) + "," + pick(random) + "," + time(random));
        }
        return rows;
    }

    private static String pick(Random random) {
        return IDS.get(random.nextInt(IDS.size()));
    }

    private static String time(Random random) {
        return Instant.ofEpochMilli(START + random.nextInt(DAYS) * DAY).toString();
    }

    private void write(List<String> contacts, List<String> web, List<String> logins) throws IOException {
        write("contacts.csv", "email,more", contacts);
        write("web.csv", "id,visitor,user,time,event", web);
        write("logins.csv", "one,other,seen", logins);
        write("merged.csv", "one,other", List.of("j,i", "i,h"));
        write("customers.csv", "email,closed", List.of());
    }

    private void write(String name, String header, List<String> rows) throws IOException {
        Files.writeString(directory.resolve(name), header + "\n" + String.join("\n", rows) + "\n");
    }

    private Engine inParts() {
        return Engine.within(
                new MemoryBudget(0, 8 << 20, 0, 2, new SpillPlace(directory)), 2, Progress.NONE, Objections.NONE);
    }

    private Figures figures(Engine engine, RuleFile file, long asOf, int chunkBytes) {
        try (Exports exports =
                new Exports(file.rules().sources(), directory, InputStream.nullInputStream(), chunkBytes)) {
            Result result = engine.run(file.rules(), exports, asOf);
            Tally web = result.tallies().stream()
                    .filter(tally -> tally.source().equals("web"))
                    .findFirst()
                    .orElseThrow();
            Map<String, Long> events = new TreeMap<>();
            for (RankedLead lead : result.leads()) {
                long count = lead.score().engagement() / Points.ONE;
                if (count > 0) {
                    events.put(lead.lead().toLowerCase(Locale.ROOT), count);
                }
            }
            return new Figures(web.anonymous(), web.contested(), web.unmatched(), web.later(), events);
        }
    }

    private Past past(RuleFile file, List<Long> moments) {
        OutcomeSource outcomes = RuleFile.parse(
                        "outcomes.yaml", "sources: {outcomes: {path: customers.csv, lead: email, time: closed}}")
                .rules()
                .sources()
                .outcomes();
        long end = moments.get(moments.size() - 1);
        try (Exports exports =
                Exports.withOutcomes(file.rules().sources(), outcomes, directory, InputStream.nullInputStream(), 64)) {
            return new PastReader(file.rules(), outcomes, exports, 2, Progress.NONE, Objections.NONE, end)
                    .read(file.rules(), moments, end, List.of());
        }
    }

    private static Map<String, Long> eventsThen(Past past, int moment, boolean isListed) {
        Map<String, Long> events = new TreeMap<>();
        for (int lead = 0; lead < past.leads(); lead++) {
            long count = past.implicit(moment, lead, 0) / Points.ONE;
            assertThat(past.isThere(moment, lead)).isEqualTo(isListed || count > 0);
            if (count > 0) {
                events.put(past.spelling(lead).toLowerCase(Locale.ROOT), count);
                assertThat(past.knownSince(lead))
                        .isLessThanOrEqualTo(past.moments().get(moment));
            }
        }
        return events;
    }

    private Figures inSql(boolean isListed, long asOf) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute("SET threads = 1");
            for (String sql : script(isListed, asOf).split(";\n", -1)) {
                statement.execute(sql);
            }
            Map<String, Long> events = new TreeMap<>();
            try (ResultSet row =
                    statement.executeQuery("SELECT who, count(*) FROM fate WHERE what = 'matched' GROUP BY who")) {
                while (row.next()) {
                    events.put(row.getString(1), row.getLong(2));
                }
            }
            return new Figures(
                    count(statement, "anonymous"),
                    count(statement, "contested"),
                    count(statement, "unmatched"),
                    count(statement, "later"),
                    events);
        }
    }

    private static long count(Statement statement, String what) throws SQLException {
        try (ResultSet row = statement.executeQuery("SELECT count(*) FROM fate WHERE what = '" + what + "'")) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Follows all ways of an event step by step; a way of more steps than there are ids goes round in a circle. */
    private String script(boolean isListed, long asOf) {
        return """
                CREATE TABLE web AS SELECT id AS n, lower(coalesce(visitor, '')) AS visitor, lower(coalesce("user", '')) AS user_,
                    epoch_ms(time::TIMESTAMP) AS t FROM read_csv('DIR/web.csv', all_varchar = true, header = true);
                CREATE TABLE contact AS SELECT email AS id, more FROM read_csv('DIR/contacts.csv', all_varchar = true, header = true)
                    WHERE LISTED;
                CREATE TABLE every AS
                    SELECT visitor AS f, user_ AS t, t AS begins FROM web WHERE visitor <> '' AND user_ <> ''
                    UNION ALL SELECT one, other, epoch_ms(seen::TIMESTAMP) FROM read_csv('DIR/logins.csv', all_varchar = true, header = true)
                    UNION ALL SELECT one, other, NULL FROM read_csv('DIR/merged.csv', all_varchar = true, header = true)
                    UNION ALL SELECT unnest(string_split(more, ' / ')), id, NULL FROM contact WHERE more IS NOT NULL;
                CREATE TABLE source AS SELECT DISTINCT f AS id FROM every WHERE begins IS NULL OR begins <= ASOF;
                CREATE TABLE link AS SELECT DISTINCT f, t, coalesce(begins, -1) AS begins FROM every
                    WHERE f <> t AND (begins IS NULL OR begins <= ASOF) AND f NOT IN (SELECT id FROM contact);
                CREATE TABLE node AS SELECT DISTINCT id FROM (SELECT f AS id FROM link UNION ALL SELECT t FROM link
                    UNION ALL SELECT visitor FROM web UNION ALL SELECT user_ FROM web UNION ALL SELECT id FROM contact);
                CREATE TABLE lead AS SELECT id FROM node
                    WHERE CASE WHEN LISTED THEN id IN (SELECT id FROM contact) ELSE id NOT IN (SELECT f FROM link) END;
                CREATE TABLE reaching AS WITH RECURSIVE r(id) AS (SELECT id FROM lead UNION SELECT f FROM link JOIN r ON t = r.id)
                    SELECT id FROM r;
                CREATE TABLE usable AS SELECT * FROM link WHERE t IN (SELECT id FROM reaching);
                CREATE TABLE round AS WITH RECURSIVE w(start, id, d) AS (SELECT id, id, 0 FROM node
                    UNION SELECT start, t, d + 1 FROM w JOIN link ON f = w.id WHERE d < 12) SELECT DISTINCT start AS id FROM w WHERE d = 12;
                CREATE TABLE asked AS SELECT DISTINCT CASE WHEN user_ <> '' THEN user_ ELSE visitor END AS id, t AS time FROM web;
                CREATE TABLE step AS SELECT a.time, u.f, u.t FROM (SELECT DISTINCT time FROM asked) a JOIN usable u ON
                    u.begins = coalesce((SELECT max(begins) FROM usable v WHERE v.f = u.f AND v.begins <= a.time),
                        (SELECT min(begins) FROM usable v WHERE v.f = u.f));
                CREATE TABLE way AS WITH RECURSIVE w(start, time, id, d) AS (SELECT id, time, id, 0 FROM asked
                    UNION SELECT start, w.time, s.t, d + 1 FROM w JOIN step s ON s.f = w.id AND s.time = w.time
                    WHERE d < 12 AND w.id NOT IN (SELECT id FROM lead)) SELECT * FROM w;
                CREATE TABLE answer AS SELECT start AS id, time, max(d) = 12 AS circles,
                    count(DISTINCT id) FILTER (WHERE id IN (SELECT id FROM lead)) AS leads,
                    min(id) FILTER (WHERE id IN (SELECT id FROM lead)) AS who FROM way GROUP BY start, time;
                CREATE TABLE fate AS SELECT e.n, a.who, CASE WHEN e.id = '' THEN 'anonymous'
                    WHEN a.circles OR a.leads > 1 OR a.leads = 0 AND e.id IN (SELECT id FROM round) THEN 'contested'
                    WHEN a.leads = 0 AND (e.isVisitor OR e.id IN (SELECT id FROM source)) THEN 'anonymous'
                    WHEN a.leads = 0 THEN 'unmatched' WHEN e.t > ASOF THEN 'later' ELSE 'matched' END AS what
                    FROM (SELECT n, t, user_ = '' AS isVisitor, CASE WHEN user_ <> '' THEN user_ ELSE visitor END AS id FROM web) e
                    JOIN answer a ON a.id = e.id AND a.time = e.t
                """.replace("DIR", directory.toString())
                .replace("LISTED", String.valueOf(isListed))
                .replace("ASOF", String.valueOf(asOf));
    }
}
