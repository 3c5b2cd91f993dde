package org.leadscore;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Holds runs whose hashes have different seeds against each other: no result may depend on a seed. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class HashSeedLawsTest {

    private static final long ROOMY = 1L << 30;

    /** A heap in bytes that has no room for the leads, so that they go through parts on disk. */
    private static final long TIGHT = 400_000;

    private static final String RULES = """
            sources:
              contacts: {path: contacts.csv, lead: id}
              events:
                - {name: web, path: web.csv, lead: id, time: time, event: event}
                - {name: mail, path: mail.csv, lead: id, time: time, event: event, key: key}
            suppress: {path: objections.csv, lead: id}
            explicit:
              - {name: Title, field: title, values: {t1: 5, t2: 7, t3: 9}, otherwise: 1}
            implicit:
              - {name: Pages, did: view, count: {distinct: page}, points: 2, limit: 5}
              - {name: Mail, did: open, points: 1, limit: 9}
            inactivity: {after: 45d, lose: 20%, every: 30d}
            accounts: {by: company}
            """;

    @TempDir
    private Path place;

    @BeforeEach
    void write() throws IOException {
        Random random = new Random(1);
        StringBuilder contacts = new StringBuilder("id,title,company\n");
        StringBuilder objections = new StringBuilder("id\n");
        StringBuilder web = new StringBuilder("id,time,event,page\n");
        StringBuilder mail = new StringBuilder("id,time,event,key\n");
        for (int lead = 0; lead < 2_000; lead++) {
            contacts.append(id(lead, random)).append(",t").append(random.nextInt(5));
            contacts.append(",Company ").append(random.nextInt(300)).append('\n');
            objections.append(lead % 40 == 0 ? id(lead, random) + "\n" : "");
        }
        for (int event = 0; event < 12_000; event++) {
            String time = "2026-0%d-1%dT08:00:00".formatted(1 + random.nextInt(6), random.nextInt(10));
            web.append(id(random.nextInt(2_100), random)).append(',').append(time);
            web.append(",view,/p").append(random.nextInt(900)).append('\n');
            mail.append(id(random.nextInt(2_100), random)).append(',').append(time);
            mail.append(",open,k").append(random.nextInt(9_000)).append('\n');
        }
        Files.writeString(place.resolve("rules.yaml"), RULES);
        Files.writeString(place.resolve("contacts.csv"), contacts);
        Files.writeString(place.resolve("objections.csv"), objections);
        Files.writeString(place.resolve("web.csv"), web);
        Files.writeString(place.resolve("mail.csv"), mail);
    }

    @Test
    void a_run_in_memory_writes_the_same_bytes_whatever_the_seed() throws Exception {
        Map<String, String> first = run(0, ROOMY);

        assertThat(first.get("leads.csv")).contains("\n1,").hasLineCount(1951);
        assertThat(run(1, ROOMY)).isEqualTo(first);
        assertThat(run(-1, ROOMY)).isEqualTo(first);
        assertThat(run(0x9E37_79B9_7F4A_7C15L, ROOMY)).isEqualTo(first);
    }

    @Test
    void a_run_in_parts_writes_the_same_bytes_whatever_the_seed() throws Exception {
        Map<String, String> first = run(0, ROOMY);

        assertThat(run(1, TIGHT)).isEqualTo(first);
        assertThat(run(-1, TIGHT)).isEqualTo(first);
        assertThat(run(0x9E37_79B9_7F4A_7C15L, TIGHT)).isEqualTo(first);
    }

    /** Ids of several lengths, with letters beyond ASCII, and as people write them: in any case. */
    private static String id(int lead, Random random) {
        String id = lead % 7 == 0 ? "é-" + lead : "lead" + "x".repeat(lead % 13) + lead + "@example.org";
        return random.nextBoolean() ? id : id.toUpperCase(Locale.ROOT);
    }

    /** The files that a run writes, by name, with its messages; the program is loaded anew, as it draws its seed once. */
    private Map<String, String> run(long seed, long heap) throws Exception {
        Anew anew = new Anew();
        ClassLoader usual = Thread.currentThread().getContextClassLoader();
        Class<?> terminal = anew.loadClass("org.leadscore.cli.run.Terminal");
        Path to = Files.createTempDirectory(place, "report");
        StringWriter err = new StringWriter();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        System.setProperty("leadscore.seed", Long.toString(seed));
        Thread.currentThread().setContextClassLoader(anew);
        try {
            Object exit = anew.loadClass("org.leadscore.cli.LeadScore")
                    .getMethod(
                            "run",
                            String[].class,
                            InputStream.class,
                            OutputStream.class,
                            Writer.class,
                            Clock.class,
                            Path.class,
                            terminal,
                            long.class)
                    .invoke(
                            null,
                            new String[] {"score", "--output-dir", to.toString(), "--ledger", to + "/ledger.csv"},
                            InputStream.nullInputStream(),
                            out,
                            err,
                            Clock.fixed(Instant.parse("2026-07-01T08:00:00Z"), ZoneOffset.UTC),
                            place,
                            terminal.getField("NONE").get(null),
                            heap);
            assertThat(exit).as(err.toString()).isEqualTo(0);
            assertThat(err.toString()).contains(heap == TIGHT ? " parts" : "everything fits");
        } finally {
            Thread.currentThread().setContextClassLoader(usual);
            System.clearProperty("leadscore.seed");
        }
        Map<String, String> written = new TreeMap<>();
        written.put("messages", untimed(err.toString()));
        try (Stream<Path> files = Files.list(to)) {
            for (Path file : files.toList()) {
                written.put(file.getFileName().toString(), untimed(Files.readString(file, StandardCharsets.UTF_8)));
            }
        }
        return written;
    }

    /** The text without what no two runs have in common. */
    private static String untimed(String text) {
        return text.replaceAll("took [0-9.]+ s", "took _ s")
                .replaceAll("(?m)^memory: .*\n", "")
                .replaceAll("\"memory\" : \\{[^}]*}", "")
                .replaceAll("\"seconds\" : [0-9.]+", "\"seconds\" : _")
                .replaceAll("/report[0-9]+/", "/report/"); // each run has a directory of its own
    }

    /** Loads the classes of the program once more. */
    private static final class Anew extends ClassLoader {

        private Anew() {
            super(HashSeedLawsTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.startsWith("org.leadscore.") && !name.startsWith("gg.jte.")) {
                return super.loadClass(name, resolve);
            }
            synchronized (getClassLoadingLock(name)) {
                Class<?> known = findLoadedClass(name);
                return known == null ? defined(name) : known;
            }
        }

        private Class<?> defined(String name) throws ClassNotFoundException {
            try (InputStream in = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
                if (in == null) {
                    throw new ClassNotFoundException(name);
                }
                byte[] bytes = in.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException unreadable) {
                throw new ClassNotFoundException(name, unreadable);
            }
        }
    }
}
