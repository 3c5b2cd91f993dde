package org.leadscore.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.leadscore.cli.run.ShownWriter;
import org.leadscore.cli.run.Terminal;
import org.leadscore.problem.InputException;
import org.leadscore.problem.Location;
import org.leadscore.problem.OutputException;
import org.leadscore.problem.OutputHeldException;
import org.leadscore.problem.Problem;
import org.leadscore.problem.RulesException;
import org.leadscore.problem.UsageException;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FailureReporterTest {

    private final StringWriter err = new StringWriter();
    private final FailureReporter failures =
            new FailureReporter(ShownWriter.ofMessages(err, Terminal.NONE), "score", "--top", "3");

    @Test
    void what_succeeds_keeps_its_exit_code() {
        assertThat(failures.watch(() -> 1)).isEqualTo(1);
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void rules_that_are_wrong_end_with_3_and_all_their_problems() {
        List<Problem> problems = List.of(
                new Problem(new Location("rules.yaml", 1, 1), "one", ""),
                new Problem(new Location("rules.yaml", 2, 1), "two", ""));

        assertThat(fail(new RulesException(problems))).isEqualTo(3);
        assertThat(err.toString()).isEqualTo("rules.yaml:1:1: one\nrules.yaml:2:1: two\n");
    }

    @Test
    void input_that_cannot_be_used_ends_with_4() {
        assertThat(fail(new InputException("contacts.csv: empty"))).isEqualTo(4);
        assertThat(err.toString()).isEqualTo("contacts.csv: empty\n");
    }

    @Test
    void output_that_cannot_be_written_ends_with_5() {
        assertThat(fail(new OutputException("leads.csv: cannot be written, disk full")))
                .isEqualTo(5);
    }

    @Test
    void output_that_another_run_holds_ends_with_6() {
        assertThat(fail(new OutputHeldException("leads.csv: another run is writing it")))
                .isEqualTo(6);
    }

    @Test
    void a_wrong_command_line_ends_with_2_and_a_way_to_help() {
        assertThat(fail(new UsageException("--top 0: not a whole number from 1 on")))
                .isEqualTo(2);
        assertThat(err.toString()).isEqualTo("""
                --top 0: not a whole number from 1 on
                'leadscore --help' shows what can be said
                """);
    }

    @Test
    void a_defect_ends_with_70_and_says_what_to_report() {
        assertThat(fail(new IllegalStateException("odd"))).isEqualTo(70);
        assertThat(err.toString()).startsWith("""
                        leadscore has a defect: java.lang.IllegalStateException: odd
                        To have it mended, report this text, the rule file, and what was called:
                          leadscore score --top 3
                          version development, Java""").contains("\tat org.leadscore.cli.FailureReporterTest.");
    }

    @Test
    void too_little_memory_ends_with_70_and_says_how_to_give_more() {
        int exit = failures.watch(() -> {
            throw new OutOfMemoryError("Java heap space");
        });

        assertThat(exit).isEqualTo(70);
        assertThat(err.toString())
                .matches("out of memory: Java had \\d+ MiB; more is given by LEADSCORE_JAVA_OPTS=-Xmx8g, for 8 GiB\n");
    }

    @Test
    void what_fails_in_another_thread_is_told_as_if_it_had_failed_in_this_one() {
        Supplier<Object> meanwhile = CompletableFuture.supplyAsync(() -> {
            throw new OutOfMemoryError("Java heap space");
        })::join;

        int exit = failures.watch(() -> meanwhile.get().hashCode());

        assertThat(exit).isEqualTo(70);
        assertThat(err.toString()).startsWith("out of memory: Java had");
    }

    private int fail(RuntimeException failure) {
        return failures.watch(() -> {
            throw failure;
        });
    }
}
