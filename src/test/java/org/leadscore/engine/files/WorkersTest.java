package org.leadscore.engine.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class WorkersTest {

    /** A number of tasks so large that nobody would wait for all of them. */
    private static final int VERY_MANY = 2_000_000_000;

    @Test
    void each_number_is_done_once() {
        List<List<Integer>> shared = new Workers(3).share(1_000, ArrayList<Integer>::new, List::add);

        assertThat(shared).hasSize(3);
        assertThat(shared.stream().flatMap(List::stream).sorted())
                .isEqualTo(IntStream.range(0, 1_000).boxed().toList());
    }

    @Test
    void when_one_thread_fails_the_others_are_given_no_more() {
        LongAdder done = new LongAdder();

        assertThatThrownBy(() -> new Workers(2).share(VERY_MANY, () -> done, (all, number) -> {
                    if (number == 1_000) {
                        throw new IllegalStateException("at a thousand");
                    }
                    all.increment();
                }))
                .hasMessage("at a thousand");

        assertThat(done.sum()).isLessThan(VERY_MANY - 1);
    }
}
