package org.leadscore.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.leadscore.ingest.input.Input;
import org.leadscore.ingest.table.Preview;
import org.leadscore.problem.InputException;
import org.leadscore.rules.file.RuleFile;
import org.leadscore.rules.schema.RuleSchema;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DraftTest {

    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(RuleSchema.json());

    /** Texts that YAML, or the language of rules, takes for something else. */
    private static final List<String> ODD = List.of(
            "null",
            "~",
            "yes",
            "all",
            "not",
            "column.x",
            "a: b",
            "#1",
            "{x}",
            "[y]",
            "*z",
            "&w",
            "!v",
            "'q'",
            "q'\\",
            "- d",
            "é, ü",
            "0x1",
            "1_000",
            "@at",
            "%p",
            "a;b",
            "\u0085",
            "| pipe",
            "> more",
            "?",
            ":",
            "\u200Bthin",
            "\uFEFFmark",
            "email sent\u2028again",
            "email sent\uFFFF",
            "VIEW",
            "view");

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatever_columns_and_events_are_called_the_draft_is_read_and_valid(long seed) throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        String contacts = "email,job title,industry,country," + quoted(odd(random)) + "\n" + "a@b.example,CTO,"
                + quoted(odd(random)) + "," + quoted(odd(random)) + ",1\n";
        StringBuilder log = new StringBuilder("timestamp,email,event,url\n");
        for (int i = 0; i < 8; i++) {
            log.append("2026-11-01,a@b.example,").append(quoted(odd(random))).append(",/pricing\n");
        }

        Draft draft = Draft.of(
                List.of(given("a " + odd(random) + ".csv", contacts), given(odd(random) + ".csv", log.toString())),
                Dates.UNKNOWN);

        assertThat(RuleFile.parse("rules.yaml", draft.yaml()).warnings()).isEmpty();
        assertThat(SCHEMA.validate(new YAMLMapper().readTree(draft.yaml()))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-11-19 10:00 | when",
                "1763625600 | {column: when, format: epoch-seconds}",
                "1763625600123 | {column: when, format: epoch-millis}",
                "19/11/2026 | {column: when, format: d/M/yyyy}",
                "11/19/2026 09:00:00 AM | {column: when, format: 'M/d/yyyy hh:mm:ss a'}",
                "9.1.2026 7:05 | {column: when, format: 'd.M.yyyy H:mm'}",
                "2026/11/19 | {column: when, format: yyyy/M/d}",
                "Nov 9, 2026 | {column: when, format: 'MMM d, yyyy'}",
            })
    void a_time_is_known_by_how_it_is_written(String time, String expected) {
        String log = "when,email,event\n\"" + time + "\",a@b.example,visit\n";

        assertThat(Draft.of(List.of(given("web.csv", log)), Dates.UNKNOWN).yaml())
                .contains("      time: " + expected + "   #");
    }

    @Test
    void one_column_tells_for_all_of_a_file_whether_the_day_stands_first() {
        String log = "date,registered,email,event\n2/3/2026,11/19/2026,a@b.example,visit\n";

        assertThat(Draft.of(List.of(given("web.csv", log)), Dates.UNKNOWN).yaml())
                .contains("time: {column: date, format: M/d/yyyy}");
    }

    @Test
    void a_list_with_dates_either_way_says_so_and_does_without() {
        String contacts = "email,first name,created at\na@b.example,Ana,2/3/2026\n";

        assertThat(Draft.of(List.of(given("crm.csv", contacts)), Dates.UNKNOWN).yaml())
                .contains("# created at can be read with the day or with the month first")
                .doesNotContain("since:");
        assertThat(Draft.of(List.of(given("crm.csv", contacts)), Dates.DAY_FIRST)
                        .yaml())
                .contains("since: created at", "dates: {created at: d/M/yyyy}");
    }

    @Test
    void ids_are_taken_where_both_files_have_them_and_only_one_has_addresses() {
        String contacts = "email,Lead ID,first name\na@b.example,00Qa,Ana\nb@b.example,00QA,Bo\n";
        String log = "timestamp,leadId,event\n2026-11-01,00QA,visit\n";

        String yaml = Draft.of(List.of(given("crm.csv", contacts), given("web.csv", log)), Dates.UNKNOWN)
                .yaml();

        assertThat(yaml).contains("lead: {column: Lead ID, case: exact}", "lead: {column: leadId, case: exact}");
    }

    @Test
    void everything_that_cannot_be_guessed_is_said_at_once() {
        String contacts = "email,first name\na@b.example,Ana\n";
        String one = "user_id,event\nu1,visit\n";

        assertThatThrownBy(() -> Draft.of(
                        List.of(
                                given("crm.csv", contacts),
                                new Given(sample("one.csv", one), "one.csv", Given.Role.EVENTS, "")),
                        Dates.UNKNOWN))
                .isInstanceOf(InputException.class)
                .hasMessage(
                        "one.csv:1:1: no column names leads as 'email' of crm.csv does; its 'user_id' holds none of those values;"
                                + " export both files with the same address or id\n"
                                + "one.csv:1:1: no column holds times that are known; there are 'user_id', 'event'; a log needs one, such as"
                                + " timestamp: 2026-01-31 14:30; if this is a contact list, give it with --contacts");
    }

    @Test
    void pages_that_several_logs_have_are_told_apart_so_that_none_counts_twice() {
        String app = "time,email,action,url\n2026-11-01,a@b.example,tap,/pricing\n";
        String web = "timestamp,email,event,url\n2026-11-01,a@b.example,visit,/pricing\n";

        String yaml = Draft.of(List.of(given("app.csv", app), given("web.csv", web)), Dates.UNKNOWN)
                .yaml();

        assertThat(yaml)
                .contains(
                        "did: {log: app, url: {contains: '/pricing'}}", "did: {log: web, url: {contains: '/pricing'}}");
    }

    @Test
    void files_in_two_encodings_are_two_logs_though_their_headers_are_the_same() {
        String log = "timestamp,email,event\n2026-11-01,a@b.example,démo\n";
        Preview old = Preview.of(Input.of("web-1.csv", log.getBytes(StandardCharsets.ISO_8859_1)));

        String yaml = Draft.of(
                        List.of(
                                new Given(old, "web-1.csv", Given.Role.UNSAID, null),
                                given("web-2.csv", log),
                                given("web-3.csv", log)),
                        Dates.UNKNOWN)
                .yaml();

        assertThat(yaml)
                .contains("    - name: web\n      path: web-1.csv\n      encoding: windows-1252")
                .contains("    - name: web 2\n      path:   #")
                .contains("        - web-2.csv\n        - web-3.csv\n      lead: email\n");
    }

    private static long[] seeds() {
        return new SplittableRandom(26).longs(200).toArray();
    }

    private static String odd(SplittableRandom random) {
        return ODD.get(random.nextInt(ODD.size()));
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\"", "\"\"") + "\"";
    }

    private static Given given(String name, String text) {
        return new Given(sample(name, text), name, Given.Role.UNSAID, null);
    }

    private static Preview sample(String name, String text) {
        return Preview.of(Input.of(name, text.getBytes(StandardCharsets.UTF_8)));
    }
}
