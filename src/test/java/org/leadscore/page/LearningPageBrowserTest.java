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
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leadscore.cli.LeadScore;
import org.leadscore.cli.run.Terminal;

/** Opens the pages of calibrate and evaluate in a real browser. */
@Tag("long")
@DisplayNameGeneration(ReplaceUnderscores.class)
class LearningPageBrowserTest {

    @TempDir
    private static Path place;

    private static Path learned;
    private static Path measured;

    @BeforeAll
    static void make_both_pages() {
        learned = place.resolve("learned.html");
        measured = place.resolve("measured.html");
        String rules = place.resolve("new.yaml").toString();
        run("calibrate", "--output", rules, "--page", learned.toString());
        run("evaluate", "--page", measured.toString());
    }

    @Test
    void pages_ask_for_nothing_and_say_nothing_in_the_console() throws IOException {
        for (Path page : List.of(learned, measured)) {
            try (Browser browser = Browser.open(page)) {
                assertThat(browser.messages()).isEmpty();
                assertThat(browser.requests()).hasSize(1).allMatch(url -> url.startsWith("file:"));
            }
        }
    }

    @Test
    void nothing_stands_in_the_way_of_anybody_light_or_dark_wide_or_narrow() throws IOException {
        for (Path page : List.of(learned, measured)) {
            try (Browser browser = Browser.open(page)) {
                browser.driver().executeScript("document.querySelectorAll('details').forEach(d => d.open = true)");
                for (String scheme : new String[] {"light", "dark"}) {
                    for (int width : new int[] {1280, 820, 400}) {
                        browser.show(width, scheme);
                        String name = page.getFileName().toString().replace(".html", "");
                        browser.keepScreenshot(name + "-" + width + "-" + scheme);
                        assertThat(browser.count("document.documentElement.scrollWidth"))
                                .as("width of %s at %s", name, width)
                                .isLessThanOrEqualTo(width);
                        assertThat(browser.violations())
                                .as("%s, %s, %s", name, width, scheme)
                                .isEmpty();
                    }
                }
            }
        }
    }

    @Test
    void no_row_is_cut_on_paper() {
        try (Browser browser = Browser.open(learned)) {
            browser.driver().executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", "print"));

            assertThat(browser.ask("[...document.querySelectorAll('tr, .facts li')]"
                            + ".filter(row => getComputedStyle(row).breakInside !== 'avoid').length"))
                    .isEqualTo(0L);
        }
    }

    private static void run(String... args) {
        String[] all = new String[args.length + 3];
        System.arraycopy(args, 0, all, 0, args.length);
        all[args.length] = "--as-of";
        all[args.length + 1] = "2026-11-20T18:00";
        all[args.length + 2] = "--quiet";
        StringWriter said = new StringWriter();
        int exit = LeadScore.run(
                all,
                new ByteArrayInputStream(new byte[0]),
                new ByteArrayOutputStream(),
                said,
                Clock.fixed(Instant.parse("2026-11-20T17:00:00Z"), ZoneOffset.UTC),
                Path.of(""),
                Terminal.NONE,
                1 << 30);
        assertThat(exit).as(said.toString()).isZero();
        assertThat(Files.exists(learned)).isTrue();
    }
}
