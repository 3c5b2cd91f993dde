package org.leadscore.page;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Collator;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leadscore.cli.LeadScore;
import org.leadscore.cli.run.Terminal;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** Opens the page of a run in a real browser, as the people do who read it. */
@Tag("long")
@DisplayNameGeneration(ReplaceUnderscores.class)
class MorningPageBrowserTest {

    private static final Clock EVENING = Clock.fixed(Instant.parse("2026-11-20T17:00:00Z"), ZoneOffset.UTC);
    private static final String RULES = Path.of("rules.yaml").toAbsolutePath().toString();
    private static final String SHOWN = "document.querySelectorAll('tbody.lead:not([hidden])').length";

    @TempDir
    private static Path place;

    private static Path sample;
    private static Path few;

    @BeforeAll
    static void run_two_mornings() throws IOException {
        Path first = place.resolve("first");
        run("score", "--rules", RULES, "--as-of", "2026-11-19T18:00", "--output-dir", first.toString(), "--quiet");
        Path second = place.resolve("second");
        few = place.resolve("few.html");
        run(
                "score",
                "--rules",
                RULES,
                "--as-of",
                "2026-11-20T18:00",
                "--output-dir",
                second.toString(),
                "--previous",
                first.resolve("leads.csv").toString(),
                "--quiet");
        run(
                "score",
                "--rules",
                smaller(),
                "--as-of",
                "2026-11-20T18:00",
                "--page",
                few.toString(),
                "--page-leads",
                "14",
                "--previous",
                first.resolve("leads.csv").toString(),
                "--quiet");
        sample = second.resolve("report.html");
    }

    /** The rules of the sample with few to call: a page of the same parts, for what looks at each of its elements. */
    private static String smaller() throws IOException {
        String rules = Files.readString(Path.of(RULES));
        Path smaller = place.resolve("smaller.yaml");
        Files.writeString(
                smaller,
                rules.replace("capacity: 25 ", "capacity: 6 ")
                        .replace("sample-data/", Path.of("sample-data").toAbsolutePath() + "/"));
        return smaller.toString();
    }

    @Test
    void the_page_of_the_sample_asks_for_nothing_and_says_nothing_in_the_console() throws IOException {
        try (Browser browser = Browser.open(sample)) {
            assertThat(browser.messages()).isEmpty();
            assertThat(browser.requests()).hasSize(1).allMatch(url -> url.startsWith("file:"));
            assertThat(browser.driver().findElement(By.tagName("h1")).getText())
                    .isEqualTo("25 leads to call on Friday, 20 November");
        }
    }

    @Test
    void leads_are_found_sorted_and_opened_by_keyboard() {
        try (Browser browser = Browser.open(few)) {
            long all = browser.count(SHOWN);
            WebElement find = browser.driver().findElement(By.cssSelector("[data-filter=text]"));
            find.sendKeys("Zzyzx");
            assertThat(browser.count(SHOWN)).isZero();
            find.sendKeys(Keys.chord(Keys.CONTROL, "a"), Keys.DELETE);
            assertThat(browser.count(SHOWN)).isEqualTo(all);

            WebElement company = browser.driver().findElement(By.cssSelector(".calls th.c-co button"));
            company.sendKeys(Keys.ENTER);
            String names =
                    "[...document.querySelector('.calls').tBodies].map(b => b.dataset.s.split('|')[2]).join('\\n')";
            String sorted = (String) browser.ask(names);
            assertThat(sorted.lines().toList()).isSortedAccordingTo(Collator.getInstance(Locale.ENGLISH));
            assertThat(browser.ask("document.querySelector('.calls th.c-co').getAttribute('aria-sort')"))
                    .isEqualTo("ascending");

            WebElement reasons = browser.driver().findElement(By.cssSelector("tbody.lead summary"));
            reasons.sendKeys(Keys.ENTER);
            assertThat(browser.count("document.querySelectorAll('tbody.lead details[open]').length"))
                    .isOne();
            browser.driver().findElement(By.name("open")).sendKeys(Keys.SPACE);
            assertThat(browser.count("document.querySelectorAll('tbody.lead details:not([open])').length"))
                    .isZero();
        }
    }

    @Test
    void the_contributions_of_each_lead_add_up_to_its_points() throws IOException {
        try (Browser browser = Browser.open(sample)) {
            Object wrong = browser.ask("""
                    [...document.querySelectorAll('.brk table')].filter(table => {
                      let sum = 0, wrong = false;
                      const number = text => Number(text.replace('\\u2212', '-').replace(',', ''));
                      for (const row of table.tBodies[0].rows) {
                        const points = number(row.cells[2].textContent);
                        if (row.className === 'sum') { wrong = wrong || Math.abs(sum - points) > 0.06; sum = 0; }
                        else sum += points;
                      }
                      return wrong;
                    }).length""");

            assertThat(wrong).isEqualTo(0L);
            assertThat(browser.count("document.querySelectorAll('.brk table').length"))
                    .isGreaterThan(100);
        }
    }

    @Test
    void nothing_stands_in_the_way_of_anybody_light_or_dark_wide_or_narrow() throws IOException {
        try (Browser browser = Browser.open(few)) {
            browser.driver().executeScript("document.querySelectorAll('details').forEach(d => d.open = true)");
            for (String scheme : new String[] {"light", "dark"}) {
                for (int width : new int[] {1600, 1280, 820, 400}) {
                    browser.show(width, scheme);
                    browser.keepScreenshot("morning-" + width + "-" + scheme);
                    assertThat(browser.count("document.documentElement.scrollWidth"))
                            .as("width of the page at %s", width)
                            .isLessThanOrEqualTo(width);
                    assertThat(browser.violations()).as("%s, %s", width, scheme).isEmpty();
                }
            }
        }
    }

    @Test
    void no_row_is_cut_on_paper() throws IOException {
        try (Browser browser = Browser.open(few)) {
            browser.driver().executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", "print"));
            Object cut = browser.ask("""
                    [...document.querySelectorAll('tr, tbody.lead, .facts li')]
                      .filter(row => !row.closest('tbody.lead') || row.matches('tbody.lead'))
                      .filter(row => getComputedStyle(row).breakInside !== 'avoid').length""");
            byte[] paper = browser.printed();

            assertThat(cut).isEqualTo(0L);
            assertThat(new String(paper, ISO_8859_1)).startsWith("%PDF");
        }
    }

    @Test
    void hostile_names_do_nothing_and_fit() throws IOException {
        Path page = hostile();
        try (Browser browser = Browser.open(page)) {
            assertThat(browser.messages()).isEmpty();
            assertThat(browser.count("document.images.length")).isZero();
            assertThat(browser.count("document.scripts.length")).isOne();
            assertThat((String) browser.ask("document.body.innerText"))
                    .contains("</script><script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "\\u202Eevil")
                    .doesNotContain("\u202e");
            for (int width : new int[] {1280, 400}) {
                browser.show(width, "light");
                browser.keepScreenshot("hostile-" + width);
                assertThat(browser.count("document.documentElement.scrollWidth"))
                        .isLessThanOrEqualTo(width);
                assertThat(browser.violations()).isEmpty();
            }
        }
    }

    private Path hostile() throws IOException {
        String[] contacts = {
            "id,name,company,phone",
            "1,</script><script>alert(1)</script>,\"\"\"><img src=x onerror=alert(1)>\",javascript:alert(1)",
            "2,\u202eevil\u2066,\u0645\u0624\u0633\u0633\u0629 \u0627\u0644\u0623\u0645\u0644,+971 4 555 01 23",
            "3,," + "Unternehmensgesellschaft".repeat(13) + ",",
            "4,\u05d3\u05d5\u05d3 \u05db\u05d4\u05df,,tel:123",
            "5,Bo,{{7*7}} ${7*7} <%= 7 %>,0",
        };
        Files.writeString(place.resolve("contacts.csv"), String.join("\n", contacts) + "\n", UTF_8);
        Files.writeString(place.resolve("rules.yaml"), """
                version: 1
                sources: {contacts: {path: contacts.csv, lead: id}}
                explicit: [{name: '<b>Named</b> "&amp;"', when: {name: {present: true}}, points: 60}, {name: Firm, when: {company: {present: true}}, points: 30}]
                buckets: [{name: '<i>hot</i>', from: 70}, {name: cold, from: 0}]
                report: {columns: [name, company, phone]}
                """);
        Path page = place.resolve("hostile.html");
        run("score", "--rules", place.resolve("rules.yaml").toString(), "--page", page.toString(), "--quiet");
        return page;
    }

    private static void run(String... command) {
        StringWriter err = new StringWriter();
        int code = LeadScore.run(
                command,
                new ByteArrayInputStream(new byte[0]),
                new ByteArrayOutputStream(),
                err,
                EVENING,
                Path.of(""),
                Terminal.NONE,
                Runtime.getRuntime().maxMemory());
        assertThat(code).as(err.toString()).isZero();
    }
}
