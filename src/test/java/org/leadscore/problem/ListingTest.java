package org.leadscore.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ListingTest {

    @Test
    void as_many_as_may_be_named_are_named() {
        assertThat(Listing.of(List.of("a", "b", "c"), 3)).isEqualTo("a, b, c");
    }

    @Test
    void what_is_too_many_is_counted() {
        assertThat(Listing.of(List.of("a", "b", "c", "d"), 2)).isEqualTo("a, b and 2 more");
    }
}
