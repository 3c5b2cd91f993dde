package org.leadscore.oracle;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.leadscore.engine.Engine;
import org.leadscore.engine.files.Exports;
import org.leadscore.engine.files.Progress;
import org.leadscore.engine.leads.Objections;
import org.leadscore.problem.InputException;
import org.leadscore.rules.RuleSet;
import org.leadscore.rules.file.RuleFile;

/**
 * The contract of every engine: the same bytes in every report as those of the embedded engine with one thread that reads
 * each file in one piece, or the same message.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
abstract class EngineContract {

    private static final int WHOLE = 1 << 22;
    private static final long AS_OF = Instant.parse("2026-11-22T08:00:00Z").toEpochMilli();

    private static final String RULES = """
            version: 1
            timezone: Europe/Madrid
            sources:
              contacts: {path: contacts.csv, lead: lead}
              events:
                - {name: web, path: "web*.csv*", lead: lead, time: time, event: event}
                - {name: mail, path: mail.csv, encoding: UTF-16LE, lead: lead, time: time, event: event, key: id}
            implicit:
              - {name: Visits, did: page_view, count: visits, points: 3}
              - {name: Pages, did: page_view, count: {distinct: url}, points: 2, max: 20}
              - {name: Value, did: {event: {present: true}}, sum: value, per: 10, points: 1}
            buckets: [{name: hot, from: 20}, {name: cold, from: 0}]
            """;

    @TempDir
    Path directory;

    /** An engine to be held to the contract, that cuts files into pieces of about so many bytes. */
    abstract Engine engine(RuleFile file, Objections objections, int pieceBytes);

    static LongStream seeds() {
        return LongStream.rangeClosed(301, 312);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void every_report_of_random_rules_and_exports_is_the_same(long seed) throws IOException {
        Random random = new Random(seed);
        Shape shape = Shape.draw(random);
        RuleFile file = RuleFile.parse("rules.yaml", RandomRules.drawWithFollowUp(new Random(seed + 1_000), shape));
        for (RandomExports.Table table : RandomExports.draw(new Random(seed + 2_000), shape)) {
            table.write(directory);
        }
        Objections objections = random.nextBoolean()
                ? Objections.NONE
                : Objections.of(shape.exact(), List.of("acme u0", "Globex u1", "u2", "initech u3", "ñandú U5"));

        Map<String, String> expected = reports(embedded(objections), file, shape.asOf(), WHOLE);

        assertThat(expected.get("leads.csv").lines().count()).isGreaterThan(30);
        assertThat(reports(engine(file, objections, 20_000), file, shape.asOf(), 1 << 10))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void nobody_who_objected_is_scored_however_the_id_is_written(boolean isListed) throws IOException {
        String contacts = isListed ? "  contacts: {path: contacts.csv, lead: lead}\n" : "";
        RuleFile file = RuleFile.parse("rules.yaml", """
                version: 1
                sources:
                %s  events: {path: log.csv, lead: lead, time: time, event: event, key: id}
                implicit:
                  - {name: Any, did: {event: x}, points: 1}
                """.formatted(contacts));
        List<String> ids = List.of("ann@x.org", "mailto:bo@x.org", "c\u200Bai@x.org", "dan%40x.org", "zoe@x.org");
        Files.writeString(directory.resolve("contacts.csv"), "lead\n" + String.join("\n", ids) + "\n");
        StringBuilder log = new StringBuilder("lead,time,event,id\n");
        for (int row = 0; row < 200; row++) {
            log.append(ids.get(row % ids.size()))
                    .append(",2026-11-01,x,")
                    .append(row)
                    .append('\n');
        }
        Files.writeString(directory.resolve("log.csv"), log);
        List<String> places = List.of("<Ann@x.org>", "bo@x.org", "cai@x.org", "dan@x.org", "eva@x.org");
        List<Objections.Row> rows =
                places.stream().map(id -> new Objections.Row(List.of(id), id)).toList();
        Objections objections = Objections.ofRows(false, rows);

        Map<String, String> expected = reports(embedded(Objections.ofRows(false, rows)), file, AS_OF, WHOLE);

        assertThat(expected.get("leads.csv").lines().count()).isEqualTo(2);
        assertThat(expected.get("leads.csv")).contains("1,zoe@x.org,");
        assertThat(reports(engine(file, objections, 700), file, AS_OF, 64)).isEqualTo(expected);
        assertThat(objections.placesOfNobodys()).containsExactly("eva@x.org");
        assertThat(objections.placesOfOtherSpellings())
                .containsExactly("<Ann@x.org>", "bo@x.org", "cai@x.org", "dan@x.org");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void an_objection_is_met_by_any_id_of_the_person(boolean isListed) throws IOException {
        String contacts = isListed ? "  contacts: {path: contacts.csv, lead: lead}\n" : "";
        RuleFile file = RuleFile.parse("rules.yaml", """
                version: 1
                sources:
                %s  events: {path: log.csv, lead: lead, time: time, event: event, key: id}
                identities: {path: links.csv, from: old, to: new}
                suppress: {path: objections.csv, lead: id}
                implicit:
                  - {name: Any, did: {event: x}, points: 1}
                """.formatted(contacts));
        List<String> ids = List.of("ann", "bo", "bo's phone", "cai's watch", "zoe");
        Files.writeString(directory.resolve("contacts.csv"), "lead\nann\nbo\ncai\nzoe\n");
        Files.writeString(
                directory.resolve("links.csv"),
                "old,new\nann's tv,ann\nbo's phone,bo\ncai's watch,cai\ncai's car,cai\neva's tv,eva\n");
        StringBuilder log = new StringBuilder("lead,time,event,id\n");
        for (int row = 0; row < 200; row++) {
            log.append(ids.get(row % ids.size()))
                    .append(",2026-11-01,x,")
                    .append(row)
                    .append('\n');
        }
        Files.writeString(directory.resolve("log.csv"), log);
        List<String> places = List.of("Ann's TV", "bo", "<bo's phone>", "cai's car", "eva's tv");
        List<Objections.Row> rows =
                places.stream().map(id -> new Objections.Row(List.of(id), id)).toList();

        Map<String, String> expected = reports(embedded(Objections.ofRows(false, rows)), file, AS_OF, WHOLE);

        assertThat(expected.get("leads.csv").lines().count()).isEqualTo(2);
        assertThat(expected.get("leads.csv")).contains("1,zoe,");
        assertThat(expected.get("summary.json")).contains("""
                    "people" : 4,
                    "nobodys" : {
                      "count" : 1,
                      "first" : "eva's tv"
                    },
                    "other_spellings" : {
                      "count" : 0
                    }
                """);
        assertThat(reports(engine(file, Objections.ofRows(false, rows), 700), file, AS_OF, 64))
                .isEqualTo(expected);
    }

    @Test
    void records_of_many_lines_and_broken_ones_archives_and_other_encodings_are_read_alike() throws IOException {
        RuleFile file = write();

        Map<String, String> expected = reports(embedded(Objections.NONE), file, AS_OF, WHOLE);

        assertThat(expected.get("rejects.csv")).contains("text after a closing quote");
        assertThat(expected.get("summary.json")).contains("\"anonymous\" : 18");
        assertThat(expected.get("summary.json")).contains("\"duplicate\" : 40");
        assertThat(expected.get("summary.txt"))
                .contains(
                        "web: 10 rows have empty fields behind the last column, which are left out, the first at web-1.csv:",
                        "web, column value: 10 values have a guard against formulas, which is taken off, the first at web-1.csv:");
        assertThat(reports(engine(file, Objections.NONE, 700), file, AS_OF, 64)).isEqualTo(expected);
    }

    @Test
    void a_second_table_is_refused_at_its_place() throws IOException {
        RuleFile file = write();
        Files.writeString(
                directory.resolve("web-2.csv"),
                Files.readString(directory.resolve("web-1.csv")) + "day,lead,time,event,cost\n1,l1,2026-11-01,x,2\n");

        String expected = refusal(embedded(Objections.NONE), file);

        assertThat(expected).contains("web-2.csv:").contains("a second table begins here");
        assertThat(refusal(engine(file, Objections.NONE, 700), file)).isEqualTo(expected);
    }

    @Test
    void members_of_an_archive_are_read_like_files_and_told_by_their_names() throws IOException {
        RuleFile file = write();
        Engine embedded = embedded(Objections.NONE);
        byte[] web = Files.readAllBytes(directory.resolve("web-1.csv"));
        Files.write(directory.resolve("web-0.csv"), web);
        Map<String, String> unpacked = reports(embedded, file, AS_OF, WHOLE);
        Files.delete(directory.resolve("web-0.csv"));
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(directory.resolve("web-0.zip.csv")))) {
            out.putNextEntry(new ZipEntry("a/web.csv"));
            out.write(web);
        }

        Map<String, String> packed = reports(embedded, file, AS_OF, WHOLE);

        assertThat(packed.toString()).contains("web-0.zip.csv!a/web.csv:");
        assertThat(packed.toString().replace("web-0.zip.csv!a/web.csv", "web-0.csv"))
                .isEqualTo(unpacked.toString());
        assertThat(reports(engine(file, Objections.NONE, 700), file, AS_OF, 700))
                .isEqualTo(packed);
    }

    @Test
    void an_archive_that_is_cut_short_is_refused() throws IOException {
        RuleFile file = write();
        byte[] whole = Files.readAllBytes(directory.resolve("web-3.csv.gz"));
        Files.write(directory.resolve("web-3.csv.gz"), Arrays.copyOf(whole, whole.length / 2));

        String expected = refusal(embedded(Objections.NONE), file);

        assertThat(expected).contains("web-3.csv.gz: the archive is cut short");
        assertThat(refusal(engine(file, Objections.NONE, 700), file)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 5, 8})
    void an_archive_that_lacks_some_of_its_last_bytes_is_refused(int missing) throws IOException {
        RuleFile file = write();
        byte[] whole = Files.readAllBytes(directory.resolve("web-3.csv.gz"));
        Files.write(directory.resolve("web-3.csv.gz"), Arrays.copyOf(whole, whole.length - missing));

        String expected = refusal(embedded(Objections.NONE), file);

        assertThat(expected).contains("web-3.csv.gz: the archive is cut short");
        assertThat(refusal(engine(file, Objections.NONE, 700), file)).isEqualTo(expected);
    }

    @Test
    void of_several_files_that_cannot_be_read_the_first_is_told_of() throws IOException {
        RuleFile file = write();
        Files.writeString(directory.resolve("web-1.csv"), "lead,time,event,url,value\nl1,2026-11-01,page_view,/a,1\n");
        Files.writeString(directory.resolve("web-2.csv"), "lead,time,event,url,url\nl1,2026-11-01,page_view,/a,/b\n");
        Files.writeString(directory.resolve("web-3.csv"), "lead,time,event,value,value\nl1,2026-11-01,x,1,2\n");

        assertThat(refusal(engine(file, Objections.NONE, 700), file))
                .isEqualTo("web-2.csv:1:21: the header names the column 'url' twice; give one of them another name");
    }

    @Test
    void a_second_table_is_told_of_before_what_is_wrong_further_down() throws IOException {
        RuleFile file = write();
        Files.writeString(
                directory.resolve("web-2.csv"),
                "lead,time,event,url\nl1,2026-11-01,x,/a\nday,lead,time,event,cost\nl1,2026-11-01,x,/a\n");
        Files.writeString(directory.resolve("web-3.csv"), "lead,time,event,value,value\nl1,2026-11-01,x,1,2\n");

        assertThat(refusal(engine(file, Objections.NONE, 700), file))
                .startsWith("web-2.csv:3:1: a second table begins here");
    }

    @Test
    void a_contact_that_is_repeated_is_refused_where_that_is_asked() throws IOException {
        RuleFile file = RuleFile.parse("rules.yaml", RULES.replace("lead: lead}", "lead: lead, duplicates: refuse}"));
        write();
        Files.writeString(
                directory.resolve("contacts.csv"),
                "lead,company\ngone,a\nl1,a\nl2,a\nl3,a\nl4,a\nL2,b\nGone,b\nl3,b\nl2,c\n");
        Objections objections = Objections.of(false, List.of("gone", "l17"));

        String expected = refusal(embedded(objections), file);

        assertThat(expected).contains("contacts.csv:7:1: ");
        assertThat(refusal(engine(file, objections, 700), file)).isEqualTo(expected);
    }

    /** A comma may stand between fields or in one. */
    @Test
    void rows_of_one_key_that_look_alike_but_for_their_quotes_are_two_and_the_same_one_counts() throws IOException {
        RuleFile file = RuleFile.parse("rules.yaml", """
                version: 1
                sources:
                  events: [{name: web, path: web.csv, lead: lead, time: time, event: event, key: key}]
                buckets: [{name: all, from: 0}]
                implicit: [{name: Views, did: view, count: {distinct: page}, points: 1}]
                """);
        Files.writeString(
                directory.resolve("web.csv"),
                "key,lead,time,event,page,next\nk,l,2026-11-01,view,\"a,b\",c\nk,l,2026-11-01,view,a,\"b,c\"\nm,l,2026-11-01,view,a,b\n");
        String forward = reports(embedded(Objections.NONE), file, AS_OF, WHOLE).get("leads.csv");
        Files.writeString(
                directory.resolve("web.csv"),
                "key,lead,time,event,page,next\nm,l,2026-11-01,view,a,b\nk,l,2026-11-01,view,a,\"b,c\"\nk,l,2026-11-01,view,\"a,b\",c\n");

        String backward =
                reports(engine(file, Objections.NONE, 700), file, AS_OF, 64).get("leads.csv");

        assertThat(backward).isEqualTo(forward);
    }

    @Test
    void rows_of_one_key_whose_columns_stand_in_another_order_are_two_and_the_same_one_counts() throws IOException {
        RuleFile file = RuleFile.parse("rules.yaml", """
                version: 1
                sources:
                  events: [{name: web, path: "web*.csv", lead: lead, time: time, event: event, key: key}]
                buckets: [{name: all, from: 0}]
                implicit: [{name: Views, did: view, sum: pages, per: 1, points: 1}]
                """);
        String row = "k,l,2026-11-01,view,3,5\n";
        Files.writeString(directory.resolve("web-1.csv"), "key,lead,time,event,pages,clicks\n" + row);
        Files.writeString(directory.resolve("web-2.csv"), "key,lead,time,event,clicks,pages\n" + row);
        String forward = reports(embedded(Objections.NONE), file, AS_OF, WHOLE).get("leads.csv");
        Files.writeString(directory.resolve("web-1.csv"), "key,lead,time,event,clicks,pages\n" + row);
        Files.writeString(directory.resolve("web-2.csv"), "key,lead,time,event,pages,clicks\n" + row);

        String backward =
                reports(engine(file, Objections.NONE, 700), file, AS_OF, 64).get("leads.csv");

        assertThat(backward).isEqualTo(forward);
    }

    @Test
    void a_log_that_is_written_all_day_is_read_to_the_last_row_that_was_whole_when_it_was_opened() throws IOException {
        write();
        RuleFile file =
                RuleFile.parse("rules.yaml", RULES.replace("path: \"web*.csv*\"", "path: web-1.csv, growing: true"));
        Path log = directory.resolve("web-1.csv");
        String leads = reports(embedded(Objections.NONE), file, AS_OF, WHOLE).get("leads.csv");
        append(log, "l1,2026-11-11,page_view,\"/a\nand then\n/");

        Map<String, String> expected = reports(embedded(Objections.NONE), file, AS_OF, WHOLE);

        assertThat(expected).containsEntry("leads.csv", leads);
        assertThat(expected.get("summary.txt"))
                .contains(
                        "web: 1 row is not written to the end yet, and is left for the next run, the first at web-1.csv:"
                                + (1 + Files.readString(log).lines().count() - 3) + ":1\n");
        assertThat(reports(
                        engine(file, Objections.NONE, 700),
                        file,
                        AS_OF,
                        64,
                        () -> append(log, "b\",5\nl1,2026-11-11,page_view,/d,5\n")))
                .isEqualTo(expected);
    }

    @Test
    void a_log_that_is_not_the_same_any_more_when_it_is_read_is_refused() throws IOException {
        RuleFile file = write();
        Path log = directory.resolve("web-1.csv");
        long size = Files.size(log);

        assertThatThrownBy(() -> reports(
                        engine(file, Objections.NONE, 700),
                        file,
                        AS_OF,
                        64,
                        () -> append(log, "l1,2026-11-11,page_view,/d,5\n")))
                .isInstanceOf(InputException.class)
                .hasMessage(String.format(
                        Locale.ROOT,
                        "web-1.csv: changed while it was read (it had %,d bytes when it was opened, and %,d bytes later);"
                                + " run again when nothing writes to it any more; a log that is written all day is read with"
                                + " growing: true at its source",
                        size,
                        size + 29));
    }

    @Test
    void a_contact_list_that_is_not_the_same_any_more_when_it_is_read_is_refused() throws IOException {
        RuleFile file = write();

        assertThatThrownBy(() -> reports(engine(file, Objections.NONE, 700), file, AS_OF, 64, () -> {
                    Files.writeString(directory.resolve("new"), "lead,company\n");
                    Files.move(
                            directory.resolve("new"),
                            directory.resolve("contacts.csv"),
                            StandardCopyOption.REPLACE_EXISTING);
                }))
                .isInstanceOf(InputException.class)
                .hasMessage("contacts.csv: changed while it was read (another file has taken its place);"
                        + " run again when nothing writes to it any more");
    }

    private static void append(Path file, String text) throws IOException {
        Files.writeString(file, text, StandardOpenOption.APPEND);
    }

    private RuleFile write() throws IOException {
        StringBuilder contacts = new StringBuilder("lead,company\n");
        StringBuilder web = new StringBuilder("lead,time,event,url,value\n");
        StringBuilder mail = new StringBuilder("id,lead,time,event,value\r\n");
        for (int i = 0; i < 120; i++) {
            contacts.append("L").append(i).append(",\"Company, ").append(i).append("\"\n");
            web.append(i % 13 == 0 ? "" : "l" + i % 50)
                    .append(",2026-11-")
                    .append(10 + i % 12)
                    .append("T08:00,page_view,")
                    .append(i % 3 == 0 ? "\"/a\n\"\"b\"\"\r\nl1,2026-11-01,page_view,/c" + i % 7 + "\"" : "/p" + i % 7)
                    .append(
                            i % 17 == 0
                                    ? ",\"x\"y\n"
                                    : i % 19 == 0 ? ",much\n" : i % 23 == 0 ? ", \"'" + i + "\" ,,\n" : "," + i + "\n");
            mail.append(i % 80)
                    .append(",l")
                    .append(i % 80)
                    .append(",2026-11-01T0")
                    .append(i % 80 / 10);
            mail.append(":00,open,").append(i < 80 ? "5" : "4").append("\r\n");
        }
        Files.writeString(directory.resolve("contacts.csv"), contacts);
        Files.writeString(directory.resolve("web-1.csv"), "\uFEFF" + web);
        try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(directory.resolve("web-3.csv.gz")))) {
            out.write(web.toString().getBytes(UTF_8));
        }
        Files.write(directory.resolve("mail.csv"), mail.toString().getBytes(UTF_16LE));
        return RuleFile.parse("rules.yaml", RULES);
    }

    private static Engine embedded(Objections objections) {
        return new Engine(1, Progress.NONE, objections);
    }

    private String refusal(Engine engine, RuleFile file) {
        try {
            return "not refused: " + reports(engine, file, AS_OF, WHOLE);
        } catch (InputException refusal) {
            return String.valueOf(refusal.getMessage());
        }
    }

    /** Something that happens to the files of exports whose headers have been read. */
    @FunctionalInterface
    private interface Meanwhile {
        void happen() throws IOException;
    }

    private Map<String, String> reports(Engine engine, RuleFile file, long asOf, int chunkBytes) {
        return reports(engine, file, asOf, chunkBytes, () -> {});
    }

    private Map<String, String> reports(Engine engine, RuleFile file, long asOf, int chunkBytes, Meanwhile meanwhile) {
        RuleSet rules = file.rules();
        try (Exports exports = Exports.withOutcomes(
                rules.sources(), rules.sources().outcomes(), directory, InputStream.nullInputStream(), chunkBytes)) {
            meanwhile.happen();
            return Reports.of(engine.run(rules, exports, asOf), rules, asOf, 2);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
