package org.leadscore.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leadscore.cli.LeadScore;
import org.leadscore.cli.run.Terminal;

/** Reads the pages of small runs, above all of those that have little to show. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class MorningPageTest {

    private static final Clock MORNING = Clock.fixed(Instant.parse("2026-11-22T08:00:00Z"), ZoneOffset.UTC);
    private static final String EVENTS = """
            user,at,what
            ana,2026-11-21,demo
            bo,2026-11-20,visit
            cy,2026-11-19,visit
            """;
    private static final String RULES = """
            version: 1
            sources:
              events: [{name: web, path: web.csv, lead: user, time: at, event: what}]
            implicit: [{name: Demo, did: demo, points: 80}, {name: Visit, did: visit, points: 10}]
            buckets: [{name: hot, from: 70}, {name: cold, from: 0}]
            """;

    @TempDir
    private Path place;

    @Test
    void without_contacts_hand_off_and_an_earlier_run_the_page_has_only_what_there_is() throws IOException {
        String page = page(EVENTS, RULES);

        assertThat(sections(page)).containsExactly("calls", "scores", "data");
        assertThat(text(page, "h1")).isEqualTo("1 hot lead on Sunday, 22 November");
        assertThat(page)
                .contains("<bdi class=\"nm\">ana</bdi>")
                .doesNotContain("<form class=\"filters\" hidden aria-label=\"\"");
        assertThat(page)
                .doesNotContain("class=\"c-co\"")
                .doesNotContain("class=\"c-to\"")
                .doesNotContain("no phone");
    }

    @Test
    void a_run_without_leads_says_so() throws IOException {
        String page = page("user,at,what\n", RULES);

        assertThat(text(page, "h1")).isEqualTo("No lead could be scored");
        assertThat(sections(page)).containsExactly("calls", "data");
    }

    @Test
    void one_bucket_is_a_bucket() throws IOException {
        String page =
                page(EVENTS, RULES.replace("{name: hot, from: 70}, {name: cold, from: 0}", "{name: all, from: 0}"));

        assertThat(text(page, "h1")).isEqualTo("3 all leads on Sunday, 22 November");
        assertThat(page).contains("100% of the leads are all");
    }

    @Test
    void leads_that_are_handed_over_are_all_there_however_few_are_asked_for() throws IOException {
        String page = page(EVENTS, RULES + "hand-off: {when: {score: {at-least: 5}}}\n", "--page-leads", "1");

        assertThat(text(page, "h1")).isEqualTo("3 leads to call on Sunday, 22 November");
        assertThat(page.split("<tbody class=\"lead\"", -1)).hasSize(4);
    }

    @Test
    void leads_that_are_left_out_are_counted() throws IOException {
        String page = page(EVENTS, RULES + "hand-off: {when: {score: {at-least: 70}}}\n", "--page-leads", "2");

        assertThat(page.split("<tbody class=\"lead\"", -1)).hasSize(3);
        assertThat(page).contains("1 more lead is not on this page; leads.csv has all.");
    }

    @Test
    void contributions_are_held_by_groups_in_a_row_of_their_own() throws IOException {
        String grouped = RULES.replace("{name: Demo, did: demo", "{name: Demo, group: web, did: demo")
                + "groups: {web: {max: 45}}\n";

        String page = page(EVENTS, grouped);

        assertThat(page)
                .contains("<bdi>web: held at 45</bdi>")
                .contains(">−35</td>")
                .contains(">+80</td>");
    }

    @Test
    void the_same_inputs_give_the_same_bytes() throws IOException {
        assertThat(page(EVENTS, RULES)).isEqualTo(page(EVENTS, RULES));
    }

    @Test
    void the_page_is_one_file_that_may_load_nothing() throws IOException {
        String page = page(EVENTS, RULES);

        assertThat(page.replace("&#39;", "'"))
                .containsPattern(
                        "Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-[^ ]+'; script-src 'sha256-[^ ]+'")
                .doesNotContain(" style=\"")
                .doesNotContainPattern(" on[a-z]+=\"")
                .doesNotContainPattern("(?:src|href)=\"(?:https?:)?//");
    }

    private static List<String> sections(String page) {
        return Pattern.compile("<section (?:class=\"keep\" )?id=\"(\\w+)\"")
                .matcher(page)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private static String text(String page, String element) {
        return Pattern.compile("<" + element + ">(.*?)</" + element + ">")
                .matcher(page)
                .results()
                .findFirst()
                .map((MatchResult found) -> found.group(1))
                .orElseThrow();
    }

    private String page(String events, String rules, String... more) throws IOException {
        Files.writeString(place.resolve("web.csv"), events);
        Files.writeString(place.resolve("rules.yaml"), rules);
        Path page = place.resolve("page.html");
        String[] command = {
            "score", "--rules", place.resolve("rules.yaml").toString(), "--page", page.toString(), "--quiet"
        };
        String[] whole = Stream.of(command, more).flatMap(Arrays::stream).toArray(String[]::new);
        StringWriter err = new StringWriter();
        int code = LeadScore.run(
                whole,
                new ByteArrayInputStream(new byte[0]),
                new ByteArrayOutputStream(),
                err,
                MORNING,
                Path.of(""),
                Terminal.NONE,
                Runtime.getRuntime().maxMemory());
        assertThat(code).as(err.toString()).isZero();
        return Files.readString(page);
    }
}
