package org.leadscore.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leadscore.cli.run.Terminal;

@DisplayNameGeneration(ReplaceUnderscores.class)
class EveryMorningTest {

    @TempDir
    private Path temp;

    @BeforeEach
    void sources() throws IOException {
        Files.writeString(temp.resolve("rules.yaml"), """
                sources: {contacts: {path: contacts.csv}, events: {path: events.csv}}
                implicit: [{name: Demo, did: demo_request, points: 50, decay: {half-life: 1d}}]
                hand-off: {when: {score: {at-least: 40}}, capacity: 1, again-after: 90d, assign: [{to: ion}]}
                actions: [{name: wake up, when: {score: {below: 40}}, campaign: COME-BACK, again-after: 30d}]
                segments: [{name: readers, when: {engagement: {above: 0}}}]
                """);
        Files.writeString(temp.resolve("contacts.csv"), "email\nana@bank.es\nbo@x.de\ncy@y.pt\n");
        Files.writeString(temp.resolve("events.csv"), """
                email,timestamp,event
                ana@bank.es,2026-11-20T08:00Z,demo_request
                ana@bank.es,2026-11-21T07:00Z,demo_request
                bo@x.de,2026-11-20T08:00Z,demo_request
                cy@y.pt,2026-11-22T07:00Z,demo_request
                nobody@x.de,2026-11-22T07:00Z,demo_request
                cy@y.pt,soon,demo_request
                """);
    }

    @Test
    void the_same_run_again_changes_nothing() throws IOException {
        run("2026-11-21T08:00Z");
        Map<String, String> first = files();

        run("2026-11-21T08:00Z");
        Map<String, String> again = files();
        run("2026-11-22T08:00Z");
        Map<String, String> nextDay = files();
        Files.writeString(temp.resolve("contacts.csv"), "email\nana@bank.es\nbo@x.de\n");
        run("2026-11-22T09:00Z");
        Map<String, String> withoutCy = files();
        run("2026-11-22T09:00Z");

        assertThat(first.get("ledger.csv")).isEqualTo("""
                        lead,kind,name,to,time
                        ana@bank.es,hand-off,,ion,2026-11-21T08:00:00Z
                        bo@x.de,action,wake up,COME-BACK,2026-11-21T08:00:00Z
                        cy@y.pt,action,wake up,COME-BACK,2026-11-21T08:00:00Z
                        """);
        assertThat(again).isEqualTo(first);
        assertThat(nextDay).isNotEqualTo(first);
        assertThat(withoutCy.get("reports/summary.json")).contains("\"cy@y.pt\"");
        assertThat(files()).isEqualTo(withoutCy);
    }

    @Test
    void who_was_handed_over_in_the_morning_and_is_no_lead_any_more_still_takes_a_place() throws IOException {
        run("2026-11-21T08:00Z");
        Files.writeString(temp.resolve("contacts.csv"), "email\nbo@x.de\n");
        Files.writeString(
                temp.resolve("events.csv"), "email,timestamp,event\nbo@x.de,2026-11-21T09:00Z,demo_request\n");

        run("2026-11-21T09:00Z");

        assertThat(files().get("reports/leads.csv")).contains("bo@x.de,50,").contains(",waiting: capacity,");
    }

    @Test
    void a_part_that_the_rule_file_drops_loses_its_reports() throws IOException {
        run("2026-11-21T08:00Z");
        assertThat(files())
                .containsKeys("reports/actions/wake-up.csv", "reports/segments/readers.csv", "reports/hand-off.csv");
        Path rules = temp.resolve("rules.yaml");
        Files.writeString(rules, Files.readString(rules).replaceAll("(?m)^(hand-off|actions|segments).*\n", ""));
        Files.writeString(temp.resolve("reports/actions/mine.csv"), "mine");

        run("2026-11-22T08:00Z");

        assertThat(files())
                .containsKey("reports/actions/mine.csv")
                .doesNotContainKeys(
                        "reports/actions/wake-up.csv", "reports/segments/readers.csv", "reports/hand-off.csv");
    }

    @Test
    void a_lead_that_is_gone_and_comes_back_on_the_same_day_is_not_gone() throws IOException {
        run("2026-11-21T08:00Z");
        Files.writeString(temp.resolve("contacts.csv"), "email\nana@bank.es\n");
        run("2026-11-22T08:00Z");
        String gone = files().get("reports/.leadscore-reports");
        Files.writeString(temp.resolve("contacts.csv"), "email\nana@bank.es\nBo@x.de\n");

        run("2026-11-22T09:00Z");

        assertThat(gone).contains("gone bo@x.de\ngone cy@y.pt\n");
        assertThat(files().get("reports/.leadscore-reports"))
                .contains("gone cy@y.pt\n")
                .doesNotContain("gone bo");
    }

    @Test
    void a_ranking_that_was_put_in_place_by_hand_is_one_of_an_earlier_day() throws IOException {
        run("2026-11-21T08:00Z");
        Path leads = temp.resolve("reports/leads.csv");
        Files.writeString(leads, "lead,score,bucket,status,previous_score,moved\nana@bank.es,7,cold,scored,9,\n");

        run("2026-11-21T08:00Z");

        assertThat(Files.readString(leads)).contains(",7,67,cold > hot\n");
    }

    private void run(String asOf) {
        String[] args = {
            "score",
            "--rules",
            temp.resolve("rules.yaml").toString(),
            "--output-dir",
            temp.resolve("reports").toString(),
            "--ledger",
            temp.resolve("ledger.csv").toString(),
            "--previous",
            temp.resolve("reports/leads.csv").toString(),
            "--as-of",
            asOf
        };
        StringWriter err = new StringWriter();
        int exit = LeadScore.run(
                args,
                InputStream.nullInputStream(),
                OutputStream.nullOutputStream(),
                err,
                Clock.systemUTC(),
                Path.of(""),
                Terminal.NONE,
                1 << 30);
        assertThat(exit).as(err.toString()).isZero();
    }

    /** The text of each file of the folder, without the time that a run took. */
    private Map<String, String> files() throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> all = Files.walk(temp)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                String text = Files.readString(file).replaceAll("\"seconds\" : [0-9.]+", "");
                contents.put(temp.relativize(file).toString(), text);
            }
        }
        return contents;
    }
}
