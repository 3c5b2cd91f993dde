package org.leadscore.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ProblemTest {

    @Test
    void a_caret_stands_under_the_column() {
        Problem problem = new Problem(new Location("rules.yaml", 3, 6), "wrong", "\t名x y");

        assertThat(problem.render()).isEqualTo("rules.yaml:3:6: wrong\n      名x y\n           ^");
    }

    @Test
    void of_a_line_of_megabytes_the_surroundings_are_shown() {
        Problem problem = new Problem(
                new Location("rules.yaml", 1, 1_000_001), "wrong", "x".repeat(1_000_000) + "#" + "y".repeat(9_999));

        assertThat(problem.render())
                .isEqualTo("rules.yaml:1:1000001: wrong\n  …" + "x".repeat(100) + "#" + "y".repeat(99) + "…\n   "
                        + " ".repeat(100) + "^");
    }

    @Test
    void what_a_terminal_would_obey_is_not_shown() {
        Problem problem = new Problem(new Location("rules.yaml", 1, 5), "wrong", "a: \u001B[31m");

        assertThat(problem.render()).isEqualTo("rules.yaml:1:5: wrong\n  a: \uFFFD[31m\n      ^");
    }
}
