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
import org.leadscore.engine.leads.LookupMatches;
import org.leadscore.engine.leads.Objections;
import org.leadscore.engine.leads.Result;
import org.leadscore.engine.parts.MemoryBudget;
import org.leadscore.lead.Points;
import org.leadscore.rules.file.RuleFile;
import org.leadscore.score.point.RankedLead;
import org.leadscore.spill.SpillPlace;

/** Random lookups and lists under random rules give what joins in SQL give, in memory, in parts, and on a cluster. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LookupsOracleTest {

    private static final long AS_OF = Instant.parse("2026-11-22T00:00:00Z").toEpochMilli();
    private static final List<String> DOMAINS = List.of(
            "acme.example", "beta.example", "mail.acme.example", "gamma.example", "post.example", "acme2.example");
    private static final List<String> TAGS = List.of("red", "blue", "green", "violet");

    @TempDir
    Path directory;

    private final List<String> conditions = new ArrayList<>(); // of contacts, in SQL

    /** The points of each lead, and how many contacts have a row in each lookup. */
    private record Figures(Map<String, Long> points, List<Long> matched) {}

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 25);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void sql_finds_the_same_points(long seed) throws Exception {
        Random random = new Random(seed);
        boolean lastCounts = random.nextBoolean();
        List<String> contacts = contacts(random);
        List<String> events = events(random);
        write("companies.csv", "domain,size,tags,owner", companies(random));
        write("members.csv", "Email Address,Opens,Since", members(random));
        write("owners.csv", "id,region", List.of("1,EU", "2,US", "3,"));
        write("abm.csv", "domain", some(random, List.of("ACME.example", "www.beta.example", "@post.example", "\"\"")));
        write("labels.csv", "label", some(random, List.of("RED", " blue ", "/p1", "/P3")));
        write(contacts, events);
        RuleFile file = RuleFile.parse("rules.yaml", rules(random, lastCounts));
        Figures expected = inSql(lastCounts);

        assertThat(figures(new Engine(1, Progress.NONE, Objections.NONE), file, 1 << 20))
                .isEqualTo(expected);
        Collections.shuffle(events, random);
        Collections.shuffle(contacts, random);
        write(contacts, events);
        assertThat(figures(new Engine(3, Progress.NONE, Objections.NONE), file, 64))
                .isEqualTo(expected);
        assertThat(figures(inParts(), file, 64)).isEqualTo(expected);
        assertThat(figures(Engine.on(new ClusterOfOne(80), file, 1, Progress.NONE, Objections.NONE), file, 64))
                .isEqualTo(expected);
    }

    private String rules(Random random, boolean lastCounts) {
        StringBuilder rules =
                new StringBuilder("""
                version: 1
                sources:
                  contacts: {path: contacts.csv, lead: id, columns: {labels: {split: '/'}}}
                  events: {path: events.csv, lead: id, time: time}
                lookups:
                  - {name: company, path: companies.csv, key: domain, by: {domain: email}, duplicates: %s,
                     columns: {tags: {split: ;}, size: {number: {thousands: ','}}}}
                  - {name: mail, path: members.csv, key: Email Address, by: email, duplicates: %s, dates: {Since: dd/MM/yyyy}}
                  - {name: owner, path: owners.csv, key: id, by: company.owner}
                lists:
                  targets: {path: abm.csv, column: domain}
                  labels: {path: labels.csv, column: label}
                explicit:
                """.formatted(lastCounts ? "last" : "first", lastCounts ? "last" : "first"));
        for (int i = 0; i < 8; i++) {
            rules.append("  - {name: r%d, when: %s, points: %d}\n".formatted(i, condition(random), 1 << i));
        }
        return rules.append("""
                implicit:
                  - {name: e0, did: {page: {in-list: labels}}, points: 1000}
                  - {name: e1, did: {page: {not-in-list: labels}}, points: 10000}
                """).toString();
    }

    /** A condition of contacts as the rule file has it; {@link #conditions} takes the same in SQL. */
    private String condition(Random random) {
        boolean isNegated = random.nextInt(4) == 0;
        String rule;
        String sql;
        switch (random.nextInt(9)) {
            case 0 -> {
                int size = List.of(10, 1200, 5000).get(random.nextInt(3));
                rule = "{company.size: {at-least: " + size + "}}";
                sql = "coalesce(try_cast(replace(size, ',', '') AS INT) >= " + size + ", false)";
            }
            case 1 -> {
                String tag = TAGS.get(random.nextInt(TAGS.size()));
                rule = "{company.tags: " + tag + "}";
                sql = "list_contains(tags, '" + tag + "')";
            }
            case 2 -> {
                String tag = TAGS.get(random.nextInt(TAGS.size()));
                rule = "{company.tags: {not: " + tag + "}}";
                sql = "(len(tags) > 0 AND NOT list_contains(tags, '" + tag + "'))";
            }
            case 3 -> {
                rule = "{company.tags: {in-list: labels}}";
                sql = "list_has_any(tags, (SELECT coalesce(list(v), []) FROM labels))";
            }
            case 4 -> {
                rule = "{mail.Since: {before: 2026-06-15}, mail.Opens: {above: 2}}";
                sql = "coalesce(strptime(since, '%d/%m/%Y') < TIMESTAMP '2026-06-15' AND opens::INT > 2, false)";
            }
            case 5 -> {
                rule = "{owner.region: {present: true}}";
                sql = "coalesce(region, '') <> ''";
            }
            case 6 -> {
                rule = "{email: {domain: {list: targets}}}";
                sql = "EXISTS (SELECT 1 FROM targets WHERE host = v OR suffix(host, '.' || v))";
            }
            case 7 -> {
                rule = "{company.domain: {not-in-list: targets}}";
                sql = "(written <> '' AND written NOT IN (SELECT w FROM targets))";
            }
            default -> {
                rule = "{owner.region: [eu]}";
                sql = "coalesce(lower(region) = 'eu', false)";
            }
        }
        conditions.add(isNegated ? "NOT " + sql : sql);
        return isNegated ? "{not: " + rule + "}" : rule;
    }

    private static List<String> contacts(Random random) {
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            String host = DOMAINS.get(random.nextInt(DOMAINS.size()));
            String address = "p" + random.nextInt(12) + "@" + (random.nextInt(5) == 0 ? "www." : "") + host;
            rows.add(i + ","
                    + (random.nextInt(6) == 0 ? "" : random.nextBoolean() ? address : address.toUpperCase(Locale.ROOT))
                    + ",x/y");
        }
        return rows;
    }

    private static List<String> companies(Random random) {
        List<String> rows = new ArrayList<>();
        for (int i = random.nextInt(10); i >= 0; i--) {
            String host = DOMAINS.get(random.nextInt(DOMAINS.size()));
            String key = List.of(host, "www." + host, host.toUpperCase(Locale.ROOT), "")
                    .get(random.nextInt(4));
            String size = List.of("", "50", "\"1,200\"", "5000", "many").get(random.nextInt(5));
            List<String> tags = some(random, TAGS);
            rows.add(key + "," + size + "," + String.join("; ", tags) + "," + random.nextInt(4));
        }
        return rows;
    }

    private static List<String> members(Random random) {
        List<String> rows = new ArrayList<>();
        for (int i = random.nextInt(15); i >= 0; i--) {
            rows.add("p" + random.nextInt(12) + "@" + DOMAINS.get(random.nextInt(DOMAINS.size())) + ","
                    + random.nextInt(5) + ",0" + (1 + random.nextInt(9)) + "/0" + (1 + random.nextInt(9)) + "/2026");
        }
        return rows;
    }

    private static List<String> events(Random random) {
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            String page = random.nextInt(5) == 0 ? "" : "/p" + random.nextInt(5);
            rows.add(random.nextInt(40) + ",2026-11-0" + (1 + random.nextInt(9)) + ",view," + page);
        }
        return rows;
    }

    private static List<String> some(Random random, List<String> all) {
        return all.stream().filter(one -> random.nextInt(2) == 0).toList();
    }

    private void write(List<String> contacts, List<String> events) throws IOException {
        write("contacts.csv", "id,email,labels", contacts);
        write("events.csv", "id,time,event,page", events);
    }

    private void write(String name, String header, List<String> rows) throws IOException {
        Files.writeString(directory.resolve(name), header + "\n" + String.join("\n", rows) + "\n");
    }

    private Engine inParts() {
        return Engine.within(
                new MemoryBudget(0, 8 << 20, 0, 2, new SpillPlace(directory)), 2, Progress.NONE, Objections.NONE);
    }

    private Figures figures(Engine engine, RuleFile file, int chunkBytes) {
        try (Exports exports =
                new Exports(file.rules().sources(), directory, InputStream.nullInputStream(), chunkBytes)) {
            Result result = engine.run(file.rules(), exports, AS_OF);
            Map<String, Long> points = new TreeMap<>();
            for (RankedLead lead : result.leads()) {
                points.put(lead.lead(), (lead.score().fit() + lead.score().engagement()) / Points.ONE);
            }
            return new Figures(
                    points,
                    result.lookups().stream().map(LookupMatches.Match::matched).toList());
        }
    }

    private Figures inSql(boolean lastCounts) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute("SET threads = 1");
            for (String sql : script(lastCounts ? "DESC" : "ASC").split(";\n", -1)) {
                statement.execute(sql);
            }
            StringBuilder sum = new StringBuilder();
            for (int i = 0; i < conditions.size(); i++) {
                sum.append("CASE WHEN ")
                        .append(conditions.get(i))
                        .append(" THEN ")
                        .append(1 << i)
                        .append(" ELSE 0 END + ");
            }
            Map<String, Long> points = new TreeMap<>();
            try (ResultSet row = statement.executeQuery("SELECT id, " + sum
                    + "1000 * (SELECT count(*) FROM event e WHERE e.id = j.id AND page IN (SELECT v FROM labels))"
                    + " + 10000 * (SELECT count(*) FROM event e WHERE e.id = j.id AND page <> '' AND page NOT IN (SELECT v FROM labels))"
                    + " FROM joined j")) {
                while (row.next()) {
                    points.put(row.getString(1), row.getLong(2));
                }
            }
            return new Figures(
                    points, List.of(count(statement, "k"), count(statement, "address"), count(statement, "owner_id")));
        }
    }

    private static long count(Statement statement, String column) throws SQLException {
        try (ResultSet row = statement.executeQuery("SELECT count(" + column + ") FROM joined")) {
            row.next();
            return row.getLong(1);
        }
    }

    private String script(String order) {
        return """
                CREATE MACRO domain(t) AS regexp_replace(regexp_replace(lower(trim(t)), '^.*@', ''), '^www[.]', '');
                CREATE MACRO csv(f) AS TABLE SELECT * FROM read_csv('DIR/' || f, all_varchar = true, header = true, delim = ',', quote = '"');
                CREATE TABLE company AS SELECT * FROM (SELECT domain(domain) AS k, lower(domain) AS written, size, owner,
                    [trim(t) FOR t IN string_split(coalesce(tags, ''), ';') IF trim(t) <> ''] AS tags,
                    row_number() OVER (PARTITION BY domain(domain) ORDER BY n WAY) AS nth
                    FROM (SELECT *, row_number() OVER () AS n FROM csv('companies.csv')) WHERE domain IS NOT NULL) WHERE nth = 1;
                CREATE TABLE member AS SELECT * FROM (SELECT lower("Email Address") AS address, Opens AS opens, Since AS since,
                    row_number() OVER (PARTITION BY lower("Email Address") ORDER BY n WAY) AS nth
                    FROM (SELECT *, row_number() OVER () AS n FROM csv('members.csv'))) WHERE nth = 1;
                CREATE TABLE owner AS SELECT id AS owner_id, region FROM csv('owners.csv');
                CREATE TABLE targets AS SELECT domain(domain) AS v, lower(trim(domain)) AS w FROM csv('abm.csv') WHERE coalesce(domain, '') <> '';
                CREATE TABLE labels AS SELECT lower(trim(label)) AS v FROM csv('labels.csv') WHERE coalesce(label, '') <> '';
                CREATE TABLE event AS SELECT id, lower(coalesce(page, '')) AS page FROM csv('events.csv');
                CREATE TABLE joined AS SELECT c.id, regexp_replace(lower(coalesce(c.email, '')), '^.*@', '') AS host, k,
                    coalesce(written, '') AS written, size, coalesce(tags, []) AS tags, address, opens, since, owner_id, region
                    FROM csv('contacts.csv') c LEFT JOIN company ON k = domain(c.email)
                    LEFT JOIN member ON address = lower(c.email) LEFT JOIN owner ON owner_id = owner
                """.replace("DIR", directory.toString()).replace("WAY", order);
    }
}
