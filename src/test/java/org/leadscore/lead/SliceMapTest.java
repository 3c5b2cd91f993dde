package org.leadscore.lead;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SliceMapTest {

    private final List<String> judged = new ArrayList<>();
    private final SliceMap map = new SliceMap(text -> {
        judged.add(text);
        return number(text);
    });

    @Test
    void each_text_is_judged_once_and_keeps_its_number() {
        SplittableRandom random = new SplittableRandom(20_261_130);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < 3_000; i++) {
            texts.add("x".repeat(i % 40) + (char) ('a' + i % 26) + i);
        }
        for (int i = 0; i < 20_000; i++) {
            String text = texts.get(random.nextInt(texts.size()));
            byte[] bytes = ("<" + text + ">").getBytes(UTF_8);
            long hash = Eight.hash(bytes, 1, text.length());

            assertThat(map.get(bytes, 1, text.length())).as(text).isEqualTo(number(text));
            long slot = map.slotOf(hash);
            assertThat(slot).isNotZero();
            map.touchText(slot, text.length());
            assertThat(map.get(slot, hash, bytes, 1, text.length())).as(text).isEqualTo(number(text));
        }

        assertThat(judged).doesNotHaveDuplicates().hasSizeGreaterThan(2_900);
    }

    @Test
    void an_empty_text_is_a_text() {
        assertThat(map.get(new byte[0], 0, 0)).isEqualTo(number(""));
        assertThat(map.get(new byte[] {'a'}, 1, 0)).isEqualTo(number(""));
        assertThat(judged).containsExactly("");
    }

    @Test
    void texts_of_one_hash_are_told_apart_also_by_the_slot_of_another() {
        long hash = 5L << 32 | 7;
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < 300; i++) {
                byte[] text = Integer.toString(i).getBytes(UTF_8);
                long slot = map.slotOf(hash);

                assertThat(slot == 0).isEqualTo(round == 0 && i == 0);
                assertThat(map.get(slot, hash, text, 0, text.length)).isEqualTo(number(Integer.toString(i)));
            }
        }

        assertThat(judged).hasSize(300);
    }

    @Test
    void a_text_that_is_the_beginning_of_another_is_not_that_one() {
        long hash = -1;
        byte[] text = "ana\0\0\0\0\0".getBytes(UTF_8);

        assertThat(map.get(hash, text, 0, 3)).isEqualTo(number("ana"));
        assertThat(map.get(map.slotOf(hash), hash, text, 0, 4)).isEqualTo(number("ana\0"));
        assertThat(map.get(hash, text, 0, 8)).isEqualTo(number("ana\0\0\0\0\0"));
    }

    @Test
    void there_is_no_slot_for_a_hash_that_never_came() {
        assertThat(map.slotOf(3L << 32)).isZero();
        assertThat(map.touchText(0, 1_000_000)).isZero();
    }

    @Test
    void a_map_of_more_texts_than_lie_in_the_cache_is_large() {
        for (int i = 0; i < 1_024; i++) {
            assertThat(get(Integer.toString(i))).isEqualTo(number(Integer.toString(i)));
        }
        assertThat(map.isLarge()).isFalse();
        get("one more");
        assertThat(map.isLarge()).isTrue();
    }

    @Test
    void texts_that_come_when_it_is_full_are_judged_each_time() {
        String large = "x".repeat((1 << 24) - 16);

        assertThat(get(large)).isEqualTo(number(large));
        assertThat(get(large)).isEqualTo(number(large));
        assertThat(get("ana")).isEqualTo(number("ana"));
        assertThat(get("ana")).isEqualTo(number("ana"));
        assertThat(judged).containsExactly(large, "ana", "ana");
    }

    private int get(String text) {
        byte[] bytes = text.getBytes(UTF_8);
        return map.get(bytes, 0, bytes.length);
    }

    /** A number that is negative for every second text. */
    private static int number(String text) {
        return text.hashCode() * 31 - text.length();
    }
}
