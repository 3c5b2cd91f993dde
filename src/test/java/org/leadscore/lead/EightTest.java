package org.leadscore.lead;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class EightTest {

    private static final long ODD = 0x9E37_79B9_7F4A_7C15L;

    @Tag("long")
    @Test
    void texts_that_collide_without_a_seed_do_not_collide_with_one() {
        Set<Long> known = new HashSet<>();
        Set<Long> drawn = new HashSet<>();
        Set<Long> other = new HashSet<>();
        for (int i = 0; i < 50_000; i++) {
            byte[] text = colliding(i);
            known.add(unseeded(text));
            drawn.add(Eight.hash(text, 0, text.length));
            other.add(Eight.hash(text, 0, text.length, 7));
        }

        assertThat(known).hasSize(1);
        assertThat(drawn).hasSize(50_000);
        assertThat(other).hasSize(50_000);
    }

    @Test
    void differences_of_the_highest_bit_or_of_all_bits_do_not_cancel() {
        Set<Long> hashes = new HashSet<>();
        for (long seed = 0; seed < 1_000; seed++) {
            for (long one : new long[] {0, Long.MIN_VALUE, -1, -2, 1}) {
                for (long two : new long[] {0, Long.MIN_VALUE, -1, -2, 1}) {
                    byte[] text = new byte[16];
                    Eight.put(text, 0, one);
                    Eight.put(text, 8, two);
                    hashes.add(Eight.hash(text, 0, text.length, seed));
                }
            }
        }

        assertThat(hashes).hasSize(25_000);
    }

    @Test
    void low_bits_and_high_bits_are_spread_evenly() {
        int[] low = new int[256];
        int[] high = new int[256];
        for (int i = 0; i < 256_000; i++) {
            byte[] id = ("lead" + i + "@example.org").getBytes(UTF_8);
            long hash = Eight.hash(id, 0, id.length, 5);
            low[(int) hash & 255]++;
            high[(int) (hash >>> 56)]++;
        }

        assertThat(Arrays.stream(low)).allSatisfy(count -> assertThat(count).isBetween(800, 1_200));
        assertThat(Arrays.stream(high)).allSatisfy(count -> assertThat(count).isBetween(800, 1_200));
    }

    @Test
    void the_hash_of_the_run_is_that_of_its_seed() {
        byte[] text = "ana@example.org".getBytes(UTF_8);

        assertThat(Eight.hash(text, 3, 10)).isEqualTo(Eight.hash(text, 3, 10, Eight.seed()));
    }

    /** Two words, of which the second undoes what the first one did to a hash without a seed. */
    private static byte[] colliding(long first) {
        byte[] text = new byte[16];
        Eight.put(text, 0, first);
        Eight.put(text, 8, unseeded(ODD << 4, first));
        return text;
    }

    private static long unseeded(byte[] text) {
        return unseeded(unseeded(unseeded(ODD << 4, Eight.at(text, 0)), Eight.at(text, 8)), 0);
    }

    /** The mixing without a secret that anybody can invert. */
    private static long unseeded(long hash, long word) {
        long product = (hash ^ word) * ODD;
        return product ^ product >>> 29;
    }
}
