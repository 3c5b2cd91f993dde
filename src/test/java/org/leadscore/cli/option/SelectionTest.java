package org.leadscore.cli.option;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.leadscore.lead.Utf8Slice;
import org.leadscore.score.point.RankedLead;
import org.leadscore.score.point.Score;
import org.leadscore.score.point.Status;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SelectionTest {

    private static final List<RankedLead> RANKING = IntStream.rangeClosed(1, 8)
            .mapToObj(rank -> new RankedLead(
                    rank,
                    Utf8Slice.of("lead" + rank),
                    new Score(Status.SCORED, null, 0, 0, 0, null, 0, List.of()),
                    List.of()))
            .toList();

    /** Two hot, none warm, three cold; the others are in no bucket. */
    private static final Map<String, Integer> COUNTS = new LinkedHashMap<>();

    static {
        COUNTS.put("hot", 2);
        COUNTS.put("warm", 0);
        COUNTS.put("cold", 3);
    }

    @Test
    void without_buckets_the_first_are_listed_whatever_they_are() {
        assertThat(ranks(Set.of(), Selection.ALL)).containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
        assertThat(ranks(Set.of(), 3)).containsExactly(1, 2, 3);
    }

    @Test
    void of_buckets_the_first_are_listed_that_are_in_them() {
        assertThat(ranks(Set.of("cold"), Selection.ALL)).containsExactly(3, 4, 5);
        assertThat(ranks(Set.of("hot", "cold"), 4)).containsExactly(1, 2, 3, 4);
        assertThat(ranks(Set.of("hot", "cold"), 2)).containsExactly(1, 2);
        assertThat(ranks(Set.of("warm"), 2)).isEmpty();
    }

    @Test
    void a_part_of_a_list_may_lie_across_buckets() {
        List<RankedLead> listed = new Selection(Set.of("hot", "cold"), Selection.ALL).from(RANKING, COUNTS);

        assertThat(listed.subList(0, 2)).extracting(RankedLead::lead).containsExactly("lead1", "lead2");
        assertThat(listed.subList(1, 4)).extracting(RankedLead::lead).containsExactly("lead2", "lead3", "lead4");
        assertThat(listed.subList(3, 5)).extracting(RankedLead::lead).containsExactly("lead4", "lead5");
        assertThat(listed.subList(5, 5)).isEmpty();
    }

    private static List<Integer> ranks(Set<String> buckets, int top) {
        return new Selection(buckets, top)
                .from(RANKING, COUNTS).stream().map(RankedLead::rank).toList();
    }
}
