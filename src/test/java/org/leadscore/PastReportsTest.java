package org.leadscore;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.leadscore.cli.LeadScore;
import org.leadscore.cli.run.Terminal;

/** Reports about a past are the same bytes for any order of rows and files and any number of threads. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PastReportsTest {

    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
    private static final int LEADS = 300;
    private static final int FILES = 6;
    private static final String CONTACTS = "  contacts: {path: contacts.csv, lead: id, since: since}\n";
    private static final String EXPLICIT = """
            explicit:
              - {name: Industry, field: industry, learn: values}
              - {name: Size, field: employees, learn: tiers}
            """;
    private static final String RULES = """
            version: 1
            sources:
            %s  events:
                - {name: web, path: "web-*.csv", lead: id, time: time, event: event, key: key}
              outcomes: {path: customers.csv, lead: id%s}
            %simplicit:
              - {name: Demo, did: demo_request, limit: 1, points: 10}
              - {name: Pages, did: page_view, points: 1, max: 20}
              - {name: Pricing, did: {url: {contains: pricing}}, times: {at-least: 2}, points: 5}
              - {name: Time, did: page_view, sum: seconds, per: 60, points: 1}
            """;

    @TempDir
    Path directory;

    /** A CSV table in memory, whose rows can be put in another order. */
    private record Table(String header, List<String> rows) {}

    /** Cases: with a contact list, without one, and with one and outcomes without times. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void order_and_threads_change_nothing_that_is_learned(int kind) throws IOException {
        Map<String, Table> tables = tables(new Random(kind), kind);
        write(kind, tables);
        List<String> expected = learned(1);

        Map<String, Table> shuffled = new LinkedHashMap<>();
        List<String> webs = new ArrayList<>();
        tables.forEach((name, table) -> {
            List<String> rows = new ArrayList<>(table.rows());
            Collections.shuffle(rows, new Random(kind));
            shuffled.put(name, new Table(table.header(), rows));
            webs.addAll(name.startsWith("web") ? List.of(name) : List.of());
        });
        Table first = shuffled.get(webs.get(0));
        shuffled.put(webs.get(0), shuffled.get(webs.get(1)));
        shuffled.put(webs.get(1), first);
        write(kind, shuffled);
        List<String> other = learned(4);

        assertThat(expected.get(0)).contains("new points").contains("plus_minus");
        assertThat(expected.get(1)).contains("tenths of the leads");
        assertThat(expected.get(2)).contains("\"new_points\" :").contains("<!DOCTYPE html>");
        assertThat(expected.get(3)).contains("\"psi\" :").contains("<!DOCTYPE html>");
        assertThat(expected.get(4)).contains("did url /trial");
        assertThat(other).isEqualTo(expected);
    }

    private List<String> learned(int threads) {
        String rules = directory.resolve("rules.yaml").toString();
        Path table = directory.resolve("table.csv");
        Path gains = directory.resolve("gains.csv");
        Path learned = directory.resolve("learned.html");
        Path measured = directory.resolve("measured.html");
        String file = directory.resolve("new.yaml").toString();
        String count = Integer.toString(threads);
        return List.of(
                run("calibrate", "--rules", rules, "--threads", count, "--horizon", "30d", "--table", table.toString())
                        + text(table),
                run("evaluate", "--rules", rules, "--threads", count, "--horizon", "30d", "--gains", gains.toString())
                        + text(gains),
                run(
                                "calibrate",
                                "--rules",
                                rules,
                                "--threads",
                                count,
                                "--horizon",
                                "30d",
                                "--output",
                                file,
                                "--page",
                                learned.toString(),
                                "--format",
                                "json")
                        + text(learned),
                run(
                                "evaluate",
                                "--rules",
                                rules,
                                "--threads",
                                count,
                                "--horizon",
                                "30d",
                                "--page",
                                measured.toString(),
                                "--format",
                                "json")
                        + text(measured),
                run("discover", "--rules", rules, "--threads", count, "--horizon", "30d", "--min-support", "10"));
    }

    private void write(int kind, Map<String, Table> tables) throws IOException {
        String time = kind == 3 ? "" : ", time: time";
        String rules = kind == 2 ? RULES.formatted("", time, "") : RULES.formatted(CONTACTS, time, EXPLICIT);
        Files.writeString(directory.resolve("rules.yaml"), rules);
        for (Map.Entry<String, Table> table : tables.entrySet()) {
            String rows = String.join("\n", table.getValue().rows());
            Files.writeString(
                    directory.resolve(table.getKey()), table.getValue().header() + "\n" + rows + "\n");
        }
    }

    private static Map<String, Table> tables(Random random, int kind) {
        List<String> contacts = new ArrayList<>();
        List<String> customers = new ArrayList<>();
        List<List<String>> web = new ArrayList<>();
        for (int i = 0; i < FILES; i++) {
            web.add(new ArrayList<>());
        }
        int key = 0;
        for (int lead = 0; lead < LEADS; lead++) {
            String industry = List.of("banking", "retail", "software", "").get(random.nextInt(4));
            int since = 30 + random.nextInt(250);
            contacts.add("Lead " + lead + "," + industry + "," + random.nextInt(500) + "," + day(since));
            boolean asks = random.nextInt(3) == 0;
            boolean tries = random.nextInt(3) == 0;
            for (int i = 0; i < 3 + random.nextInt(12); i++) {
                String event = asks && i == 2 ? "demo_request" : "page_view";
                String page =
                        List.of("/pricing", "/blog/a", "/blog/b", "/jobs/x/y").get(random.nextInt(4));
                String url = tries && i == 0 ? "/trial/start" : page;
                String id = random.nextBoolean() ? "Lead " + lead : "LEAD " + lead;
                String row = "k" + key++ + "," + id + "," + day(random.nextInt(since)) + "," + event + "," + url + ","
                        + random.nextInt(200);
                web.get(random.nextInt(FILES)).add(row);
                if (random.nextInt(10) == 0) {
                    web.get(random.nextInt(FILES)).add(random.nextBoolean() ? row : row + "0");
                }
            }
            if (random.nextInt(10) < 1 + (asks ? 4 : 0) + (tries ? 4 : 0)) {
                customers.add("lead " + lead + (kind == 3 ? "" : "," + day(random.nextInt(1 + since / 3))));
            }
        }
        Map<String, Table> tables = new LinkedHashMap<>();
        tables.put("contacts.csv", new Table("id,industry,employees,since", contacts));
        tables.put("customers.csv", new Table(kind == 3 ? "id" : "id,time", customers));
        for (int i = 0; i < FILES; i++) {
            tables.put("web-" + i + ".csv", new Table("key,id,time,event,url,seconds", web.get(i)));
        }
        return tables;
    }

    private static String day(int age) {
        return NOW.minusSeconds(86_400L * age).toString().substring(0, 10);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException missing) {
            return "no " + file.getFileName();
        }
    }

    private static String run(String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        StringWriter said = new StringWriter();
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        LeadScore.run(args, InputStream.nullInputStream(), out, said, clock, Path.of(""), Terminal.NONE, 1 << 30);
        return out.toString(StandardCharsets.UTF_8) + said;
    }
}
