package org.leadscore.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ProgressLineTest {

    private final StringWriter err = new StringWriter();
    private long now;
    private final ProgressLine line = new ProgressLine(err, 40, () -> now);

    @Test
    void is_drawn_ten_times_a_second_and_wiped_at_the_end() {
        line.source("web", 200_000_000);
        now = 50_000_000;
        line.read(10_000_000);
        now = 100_000_000;
        line.read(50_000_000);
        now = 150_000_000;
        line.read(60_000_000);
        line.clear();

        assertThat(err.toString()).isEqualTo("\r\u001B[Kreading web: 25 %, 500 MB/s\r\u001B[K");
    }

    @Test
    void a_source_of_unknown_size_has_no_percent() {
        line.source("-", -1);
        now = 1_000_000_000;
        line.read(50_000_000);

        assertThat(err.toString()).isEqualTo("\r\u001B[Kreading -: 50 MB/s");
    }

    @Test
    void a_run_that_is_told_to_end_leaves_no_line() {
        line.source("web", 100);
        now = 1_000_000_000;
        line.read(50);
        line.end();
        now = 2_000_000_000;
        line.read(60);

        assertThat(err.toString()).endsWith("\r\u001B[K").doesNotContain("60 %");
    }

    @Test
    void is_cut_before_the_last_column_behind_which_it_could_not_be_wiped() {
        line.source("the-log-of-a-tool-with-a-long-name", 200_000_000);
        now = 100_000_000;
        line.read(50_000_000);

        assertThat(err.toString()).isEqualTo("\r\u001B[Kreading the-log-of-a-tool-with-a-long-…");
    }

    @Test
    void a_short_run_shows_nothing() {
        line.source("web", 10);
        line.read(10);
        line.clear();

        assertThat(err.toString()).isEmpty();
    }
}
