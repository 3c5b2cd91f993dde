package org.leadscore.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class NearestTest {

    @Test
    void the_nearest_is_found_whatever_its_case_and_its_hyphens() {
        assertThat(Nearest.to("half_life", List.of("linear", "half-life"))).contains("half-life");
        assertThat(Nearest.to("email", List.of("event", "EMAIL", "mail"))).contains("EMAIL");
    }

    @Test
    void of_equally_near_words_the_first_by_code_point_is_meant() {
        assertThat(Nearest.to("cool", List.of("pool", "cook"))).contains("cook");
    }

    @Test
    void neighbours_that_changed_places_are_one_slip() {
        assertThat(Nearest.hint("pionts", List.of("points", "name"))).isEqualTo("; did you mean 'points'?");
    }

    @Test
    void what_is_far_off_is_not_named() {
        assertThat(Nearest.hint("email", List.of("phone", "company"))).isEmpty();
        assertThat(Nearest.hint("of", List.of("on"))).isEmpty();
    }

    @Test
    void a_letter_or_two_are_near_and_digits_are_not() {
        assertThat(Nearest.isNear("page_veiw", "page_view")).isTrue();
        assertThat(Nearest.isNear("page view", "page_view")).isTrue();
        assertThat(Nearest.isNear("form_submission", "form_submit")).isFalse();
        assertThat(Nearest.isNear("video_25", "video_50")).isFalse();
        assertThat(Nearest.isNear("es", "pt")).isFalse();
        assertThat(Nearest.isNear("open", "open")).isFalse();
    }
}
