package org.leadscore.cli.option;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.leadscore.engine.files.Tally;
import org.leadscore.engine.leads.Objections;
import org.leadscore.engine.leads.Result;
import org.leadscore.ingest.row.Reject;
import org.leadscore.problem.InputException;
import org.leadscore.problem.UsageException;
import org.leadscore.score.point.Census;
import org.leadscore.score.point.Spread;
import org.leadscore.segment.Placements;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RejectLimitTest {

    private static final Result TEN_OF_A_THOUSAND = new Result(
            List.of(),
            List.of(),
            new Census(Map.of(), 0, 0, 0, 0, Spread.NONE),
            Placements.NONE,
            null,
            List.of(),
            List.of(new Tally("contacts", 100, 1, 0, 0, 0, 0, 0, 99), new Tally("web", 900, 9, 0, 0, 0, 0, 0, 891)),
            List.of(new Reject("web.csv", 3, 7, "no time", "x,y")),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            1,
            Objections.NONE,
            List.of());

    @ParameterizedTest
    @ValueSource(strings = {"10", "11", "1%", "1.0%", "100%"})
    void as_many_as_the_limit_are_allowed(String limit) {
        assertThatCode(() -> RejectLimit.of(limit).check(TEN_OF_A_THOUSAND)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"9", "0", "0%", "0.99%"})
    void one_more_is_not(String limit) {
        assertThatThrownBy(() -> RejectLimit.of(limit).check(TEN_OF_A_THOUSAND))
                .isInstanceOf(InputException.class)
                .hasMessage("10 of 1000 rows cannot be read, more than --max-rejects " + limit
                        + " allows; nothing was written\n  web.csv:3:7: no time");
    }

    @Test
    void without_a_limit_all_may_be_rejected() {
        assertThatCode(() -> RejectLimit.of(null).check(TEN_OF_A_THOUSAND)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "%", "-1", "1.5", "101%", "many", "5 %%"})
    void a_limit_that_is_none_is_refused(String limit) {
        assertThatThrownBy(() -> RejectLimit.of(limit))
                .isInstanceOf(UsageException.class)
                .hasMessage("--max-rejects " + limit + ": not a limit; write a whole number, or a share like 0.5%");
    }
}
