package org.leadscore.ingest.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class QuoteScanTest {

    private static final TextPlaces NOWHERE = new TextPlaces("t.csv", null, 0);

    @Test
    void closed_quotes_leave_nothing_to_tell() {
        QuoteScan scan = scan("a,\"b\nc\"\n\"\"\n", 100, true);

        assertThat(scan.broken()).isEmpty();
        assertThat(scan.isOpen()).isFalse();
    }

    @Test
    void an_open_record_is_told_from_its_start() {
        QuoteScan scan = scan("a,b\n\"c\nd\",\"e\nf\n", 100, false);

        assertThat(scan.isOpen()).isTrue();
        assertThat(scan.openRecord()).isEqualTo(4);
    }

    @Test
    void what_is_open_at_the_end_of_the_file_is_never_closed() {
        QuoteScan scan = scan("a,\"b\nc,d\n", 100, true);

        assertThat(scan.isOpen()).isFalse();
        assertThat(scan.broken()).containsExactly(new BrokenQuote(0, 4, 5, 2, 9, "a quote that is never closed"));
    }

    @Test
    void what_is_open_beyond_the_limit_is_never_closed_though_the_file_goes_on() {
        assertThat(scan("\"12\n4\",x\n", 6, false).broken()).isEmpty();
        assertThat(scan("\"12\n4\",x\n", 5, false).broken())
                .containsExactly(new BrokenQuote(0, 3, 4, 0, 5, "a quote that is never closed"));
    }

    @Test
    void a_scan_goes_on_where_it_stopped_with_the_records_before_taken_away() {
        byte[] first = bytes("a\nb,\"c\n");
        byte[] both = bytes("b,\"c\nd\"\n\"e\"f\n");
        QuoteScan scan = new QuoteScan(form(100), NOWHERE, 0);

        scan.scan(first, 0, first.length, false);
        QuoteScan rest = scan.withoutFirst(2);
        rest.scan(both, 5, both.length, false);

        assertThat(rest.broken()).containsExactly(new BrokenQuote(8, 12, 13, 11, 12, "text after a closing quote"));
    }

    private static QuoteScan scan(String text, int limit, boolean last) {
        QuoteScan scan = new QuoteScan(form(limit), NOWHERE, 0);
        byte[] bytes = bytes(text);
        scan.scan(bytes, 0, bytes.length, last);
        return scan;
    }

    /** The form of a table of two columns. */
    private static RecordForm form(int limit) {
        return new RecordForm(',', 2, false, false, new RecordLimits(limit, limit, limit));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
