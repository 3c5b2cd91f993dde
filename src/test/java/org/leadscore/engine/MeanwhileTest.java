package org.leadscore.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.leadscore.problem.InputException;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MeanwhileTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void what_went_wrong_is_thrown_as_it_was(int threads) {
        InputException broken = new InputException("leads.csv:3:1: the id of the lead is blank");
        Supplier<List<String>> list = Meanwhile.of(
                () -> {
                    throw broken;
                },
                threads);

        assertThatThrownBy(list::get).isSameAs(broken);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void what_was_worked_out_is_there(int threads) {
        assertThat(Meanwhile.of(() -> List.of("a"), threads).get()).containsExactly("a");
    }
}
