package org.leadscore.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class NearNamesTest {

    @Test
    void the_nearest_comes_first_whatever_its_case() {
        assertThat(NearNames.of("email", List.of("e_mail", "EMAIL", "event", "mail")))
                .containsExactly("EMAIL", "e_mail", "mail");
    }

    @Test
    void what_is_far_off_is_not_named() {
        assertThat(NearNames.hint("email", List.of("phone", "company"))).isEmpty();
    }

    @Test
    void a_hint_asks() {
        assertThat(NearNames.hint("emial", List.of("email", "id"))).isEqualTo("; did you mean email?");
    }
}
