package org.leadscore.report.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SlicesTest {

    private static final Slices.Rows NUMBERS = (table, times, from, to) -> {
        for (int row = from; row < to; row++) {
            table.number(row);
            table.endRow();
        }
    };

    @ParameterizedTest
    @CsvSource({"0, 1", "0, 3", "1, 2", "1023, 2", "1024, 2", "1025, 2", "20000, 1", "20000, 2", "20000, 7"})
    void rows_come_in_their_order_whatever_the_number_of_threads(int count, int threads) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write('>');

        slices(threads).write(count, NUMBERS, out);

        assertThat(out.toString(StandardCharsets.UTF_8))
                .isEqualTo(">"
                        + IntStream.range(0, count).mapToObj(row -> row + "\n").collect(Collectors.joining()));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7})
    void a_stream_that_fails_ends_all(int threads) {
        OutputStream closed = new OutputStream() {
            private int left = 100_000;

            @Override
            public void write(int one) throws IOException {
                if (left-- == 0) {
                    throw new IOException("Broken pipe");
                }
            }
        };

        assertThatThrownBy(() -> slices(threads).write(1_000_000, NUMBERS, closed))
                .isInstanceOf(IOException.class)
                .hasMessage("Broken pipe");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7})
    void a_row_that_cannot_be_made_ends_all(int threads) {
        Slices.Rows faulty = (table, times, from, to) -> {
            if (from > 5000) {
                throw new IllegalStateException("no such lead");
            }
        };

        assertThatThrownBy(() -> slices(threads).write(1_000_000, faulty, OutputStream.nullOutputStream()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("no such lead");
    }

    private static Slices slices(int threads) {
        return new Slices(CsvForm.PLAIN, ZoneOffset.UTC, threads);
    }
}
