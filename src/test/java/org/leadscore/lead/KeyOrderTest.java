package org.leadscore.lead;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class KeyOrderTest {

    @Test
    void each_key_is_there_once() {
        List<Utf8Slice> keys = shuffled(IntStream.range(0, 500).mapToObj(i -> "lead" + i % 100));

        int[] order = KeyOrder.near(keys);

        assertThat(order).hasSize(500).doesNotHaveDuplicates().contains(0, 499);
    }

    @Test
    void keys_stand_by_their_first_bytes_that_differ_unsigned() {
        List<Utf8Slice> keys =
                shuffled(IntStream.range(0, 100).boxed().flatMap(i -> Stream.of("le", "lead", "leadz", "leadé")));

        List<String> found = Arrays.stream(KeyOrder.near(keys))
                .mapToObj(keys::get)
                .map(Utf8Slice::toString)
                .toList();

        assertThat(found.stream().distinct()).containsExactly("le", "lead", "leadz", "leadé");
        assertThat(found.lastIndexOf("le")).isEqualTo(99);
        assertThat(found.lastIndexOf("lead")).isEqualTo(199);
        assertThat(found.lastIndexOf("leadz")).isEqualTo(299);
    }

    @Test
    void few_keys_stay_as_they_come() {
        List<Utf8Slice> keys = Stream.of("c", "a", "b").map(Utf8Slice::of).toList();

        assertThat(KeyOrder.near(keys)).containsExactly(0, 1, 2);
    }

    private static List<Utf8Slice> shuffled(Stream<String> keys) {
        List<Utf8Slice> shuffled = keys.map(Utf8Slice::of).collect(Collectors.toList());
        Collections.shuffle(shuffled, new Random(20261122));
        return shuffled;
    }
}
