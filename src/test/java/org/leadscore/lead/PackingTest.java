package org.leadscore.lead;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PackingTest {

    @ParameterizedTest
    @ValueSource(longs = {0, 1, -1, 63, -64, 64, 1_795_000_000_000L, Long.MAX_VALUE, Long.MIN_VALUE})
    void a_number_comes_back(long number) {
        Packing out = new Packing();

        out.number(number);
        out.word(number);

        Unpacking in = new Unpacking(out.toBytes());
        assertThat(in.number()).isEqualTo(number);
        assertThat(in.word()).isEqualTo(number);
        assertThat(in.hasMore()).isFalse();
    }

    @Test
    void small_numbers_take_one_byte() {
        Packing out = new Packing();

        out.number(63);
        out.number(-64);

        assertThat(out.length()).isEqualTo(2);
    }

    @Test
    void texts_and_bytes_come_back() {
        Packing inner = new Packing();
        inner.text("Zoë \uD83D\uDE00");
        Packing out = new Packing();

        out.text("");
        out.bytes(inner);
        out.bytes(new byte[] {1, 2, 3, 4}, 1, 2);

        Unpacking in = new Unpacking(out.toBytes());
        assertThat(in.text()).isEmpty();
        assertThat(new Unpacking(in.bytes()).text()).isEqualTo("Zoë \uD83D\uDE00");
        assertThat(in.bytes()).containsExactly(2, 3);
        assertThat(in.hasMore()).isFalse();
    }

    @Test
    void many_numbers_of_all_sizes_come_back_in_order() {
        Random random = new Random(7);
        List<Long> numbers = new ArrayList<>();
        Packing out = new Packing();
        for (int i = 0; i < 10_000; i++) {
            numbers.add(random.nextLong() >> random.nextInt(64));
        }

        numbers.forEach(out::number);

        Unpacking in = new Unpacking(out.toBytes());
        assertThat(numbers).allSatisfy(number -> assertThat(in.number()).isEqualTo(number));
    }
}
