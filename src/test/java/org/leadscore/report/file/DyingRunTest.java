package org.leadscore.report.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.leadscore.problem.OutputException;
import org.leadscore.problem.OutputHeldException;

/**
 * Tests the files that a run leaves behind when it dies, and the next run over them. Before each step that changes a file the
 * whole tree is copied: a copy has the files of a run that dies there. It has no absolute path, so that the next run can be
 * tried on the copy.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class DyingRunTest {

    private static final Map<String, String> YESTERDAY = Map.of(
            "reports/leads.csv", "old",
            "reports/summary.json", "old",
            "reports/actions/gone.csv", "old",
            "reports/actions/of a person.csv", "kept",
            "elsewhere/ledger.csv", "old");

    private static final Map<String, String> TODAY = Map.of(
            "reports/leads.csv", "new",
            "reports/summary.json", "new",
            "reports/actions/offer.csv", "new",
            "reports/actions/of a person.csv", "kept",
            "elsewhere/ledger.csv", "new");

    private static final String COMMAND = "leadscore score --output-dir reports --ledger elsewhere/ledger.csv";

    @TempDir
    private Path temp;

    private Path tree;
    private int copies;

    @BeforeEach
    void yesterday() throws IOException {
        tree = temp.resolve("tree");
        for (Map.Entry<String, String> file : YESTERDAY.entrySet()) {
            Path path = tree.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
    }

    @Test
    void a_run_that_lives_leaves_only_its_files() throws IOException {
        List<String> steps = new ArrayList<>();

        run(tree, steps::add);

        assertThat(files(tree)).isEqualTo(TODAY);
        assertThat(steps)
                .containsExactly(
                        "write .leads.csv.journal",
                        "move .leads.csv.journal",
                        "write .ledger.csv.journal",
                        "move .ledger.csv.journal",
                        "write .leads.csv.part",
                        "write .offer.csv.part",
                        "write .ledger.csv.part",
                        "write .summary.json.part",
                        "write .leads.csv.journal",
                        "move .leads.csv.journal",
                        "move leads.csv",
                        "move offer.csv",
                        "remove gone.csv",
                        "move ledger.csv",
                        "move summary.json",
                        "delete .leads.csv.journal",
                        "delete .ledger.csv.journal");
    }

    @Test
    void the_next_run_completes_or_undoes_what_a_run_that_died_at_any_step_has_left() throws IOException {
        List<Path> deaths = dyingAtEachStep(tree, DyingRunTest::run);

        assertThat(deaths).hasSize(17);
        for (int step = 0; step < deaths.size(); step++) {
            Path death = deaths.get(step);
            assertThat(saysTooMuch(death)).as("ledger after step %d", step).isFalse();
            claimAll(death, Steps.NONE);
            assertThat(files(death)).as("after step %d", step).isEqualTo(step <= 9 ? YESTERDAY : TODAY);
        }
    }

    @Test
    void a_next_run_that_dies_too_leaves_it_to_the_one_after_it() throws IOException {
        List<Path> deaths = dyingAtEachStep(tree, DyingRunTest::run);

        for (int step = 0; step < deaths.size(); step++) {
            for (Path again : dyingAtEachStep(deaths.get(step), DyingRunTest::claimAll)) {
                assertThat(saysTooMuch(again)).as("ledger after step %d", step).isFalse();
                claimAll(again, Steps.NONE);
                assertThat(files(again)).as("after step %d", step).isEqualTo(step <= 9 ? YESTERDAY : TODAY);
            }
        }
    }

    @Test
    void a_next_run_that_has_only_the_ledger_in_common_names_the_command_that_completes_both() throws IOException {
        List<Path> deaths = dyingAtEachStep(tree, DyingRunTest::run);

        for (int step = 0; step < deaths.size(); step++) {
            Path death = deaths.get(step);
            Map<String, String> left = files(death);
            try (Outputs next = new Outputs(DyingRunTest::silent, COMMAND)) {
                next.claimLast(ledger(death));
                if (left.containsKey("reports/.leads.csv.journal")
                        && left.containsKey("elsewhere/.ledger.csv.journal")) {
                    assertThatThrownBy(next::ready)
                            .as("after step %d", step)
                            .isInstanceOf(OutputException.class)
                            .hasMessageStartingWith(ledger(death)
                                    + ": an earlier run was ended before its files were in their places, and ")
                            .hasMessageContaining("; run again \"" + COMMAND + "\" with its other options, which");
                } else {
                    next.ready();
                }
            }
            assertThat(Files.readString(ledger(death)))
                    .as("after step %d", step)
                    .isEqualTo(step <= 13 ? "old" : "new");
            assertThat(saysTooMuch(death)).as("ledger after step %d", step).isFalse();
            claimAll(death, Steps.NONE);
            assertThat(files(death)).as("after step %d", step).isEqualTo(step <= 9 ? YESTERDAY : TODAY);
        }
    }

    /** The one file that a later run writes, under each name that a file of the dead run has, wherever its journal lies. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "reports/leads.csv",
                "reports/summary.json",
                "reports/actions/offer.csv",
                "reports/actions/gone.csv",
                "elsewhere/ledger.csv"
            })
    void a_next_run_that_writes_only_one_file_of_the_set_mixes_no_days(String name) throws IOException {
        List<Path> deaths = dyingAtEachStep(tree, DyingRunTest::run);

        for (int step = 0; step < deaths.size(); step++) {
            Path death = deaths.get(step);
            Map<String, String> left = files(death);
            boolean isNamed = step > 9 || !name.endsWith("gone.csv");
            boolean isOpen = left.containsKey("reports/.leads.csv.journal")
                    && (!name.startsWith("elsewhere") || left.containsKey("elsewhere/.ledger.csv.journal"));
            boolean refuses = false;
            try (Outputs next = new Outputs(DyingRunTest::silent, COMMAND)) {
                Outputs.Output only = next.claim(death.resolve(name));
                try {
                    next.ready();
                    only.write(out -> out.write('n'));
                    next.commit();
                } catch (OutputException refused) {
                    assertThat(refused)
                            .as("after step %d", step)
                            .hasMessageContaining(
                                    "; run again \"" + COMMAND + "\" with its other options, which completes");
                    refuses = true;
                }
            }
            assertThat(refuses).as("after step %d", step).isEqualTo(isOpen && isNamed);
            if (refuses) {
                Map<String, String> now = files(death);
                Stream.of(left, now).forEach(all -> all.keySet().removeIf(file -> file.endsWith(".lock")));
                assertThat(now).as("after step %d", step).isEqualTo(left);
            } else {
                left.keySet().removeIf(file -> file.equals(name) || file.contains("/."));
                assertThat(files(death)).as("after step %d", step).containsAllEntriesOf(left);
                assertThat(left.containsValue("old") && left.containsValue("new"))
                        .as("mixed after step %d", step)
                        .isFalse();
            }
        }
    }

    @Test
    void a_next_run_with_another_ledger_is_told_of_the_first_one() throws IOException {
        Path death = dyingAtEachStep(tree, DyingRunTest::run).get(12);

        try (Outputs next = new Outputs(DyingRunTest::silent, COMMAND)) {
            next.claimDirectory(death.resolve("reports"), "leads.csv");
            next.claimLast(death.resolve("another.csv"));
            next.claimLast(death.resolve("reports/summary.json"));
            assertThatThrownBy(next::ready)
                    .isInstanceOf(OutputException.class)
                    .hasMessageContaining(
                            " names files that this run does not write (../elsewhere/ledger.csv); run again ");
        }
        claimAll(death, Steps.NONE);

        assertThat(files(death)).isEqualTo(TODAY);
    }

    @Test
    void a_journal_in_a_directory_that_is_not_there_now_is_waited_for() throws IOException {
        Path death = dyingAtEachStep(tree, DyingRunTest::run).get(12);
        Files.move(death.resolve("reports"), death.resolve("not mounted"));

        try (Outputs next = new Outputs(DyingRunTest::silent, COMMAND)) {
            next.claimLast(ledger(death));
            assertThatThrownBy(next::ready)
                    .isInstanceOf(OutputException.class)
                    .hasMessage(ledger(death)
                            + ": cannot be written before the journal of an earlier run is carried out, and "
                            + ledger(death).resolveSibling(".ledger.csv.journal") + " says that it is "
                            + real(death).resolve("reports/.leads.csv.journal") + ", but there is no directory "
                            + real(death).resolve("reports") + "; put that back and run again, or delete "
                            + ledger(death).resolveSibling(".ledger.csv.journal") + ", and the files stay as they are");
        }
        try (Outputs beside = new Outputs(DyingRunTest::silent, COMMAND)) {
            beside.claim(death.resolve("elsewhere/other.csv"));
            assertThatThrownBy(beside::ready)
                    .isInstanceOf(OutputException.class)
                    .hasMessageStartingWith(death.resolve("elsewhere/other.csv") + ": cannot be written before ");
        }
        Files.move(death.resolve("not mounted"), death.resolve("reports"));
        claimAll(death, Steps.NONE);

        assertThat(files(death)).isEqualTo(TODAY);
    }

    @Test
    void a_run_that_fails_before_all_is_written_leaves_yesterday() throws IOException {
        for (int step = 0; step < 9; step++) {
            Path copy = copy(tree);
            int failing = step;
            int[] count = {0};
            assertThatThrownBy(() -> run(copy, name -> {
                        if (count[0]++ == failing) {
                            throw new IllegalStateException(name);
                        }
                    }))
                    .isInstanceOf(IllegalStateException.class);
            assertThat(files(copy)).as("after step %d", step).isEqualTo(YESTERDAY);
        }
    }

    @Test
    void a_file_that_cannot_be_moved_is_moved_by_the_next_run() throws IOException {
        Path inTheWay = tree.resolve("reports/summary.json");
        assertThatThrownBy(() -> run(tree, name -> {
                    if (name.equals("move summary.json")) {
                        replaceByDirectory(inTheWay);
                    }
                }))
                .isInstanceOf(OutputException.class)
                .hasMessageStartingWith("the reports cannot be moved to their places, summary.json: ")
                .hasMessageEndingWith("; the next run that writes all of them does that first");
        Files.delete(inTheWay.resolve("in it"));
        Files.delete(inTheWay);

        claimAll(tree, Steps.NONE);

        assertThat(files(tree)).isEqualTo(TODAY);
    }

    @Test
    void what_cannot_be_completed_is_said_and_not_forgotten() throws IOException {
        Path death = dyingAtEachStep(tree, DyingRunTest::run).get(12);
        Files.move(death.resolve("elsewhere"), death.resolve("not mounted"));
        Path leads = death.resolve("reports/leads.csv");

        try (Outputs next = new Outputs(DyingRunTest::silent, COMMAND)) {
            next.claimDirectory(death.resolve("reports"), "leads.csv");
            assertThatThrownBy(next::ready)
                    .isInstanceOf(OutputException.class)
                    .hasMessage(leads
                            + ": an earlier run was ended before its files were in their places, and "
                            + leads.resolveSibling(".leads.csv.journal")
                            + " names files that this run does not write (../elsewhere/ledger.csv, summary.json);"
                            + " run again \"leadscore score --output-dir reports --ledger elsewhere/ledger.csv\""
                            + " with its other options, which completes it, or delete "
                            + leads.resolveSibling(".leads.csv.journal") + ", and the files stay as they are");
        }
        Files.move(death.resolve("not mounted"), death.resolve("elsewhere"));
        claimAll(death, Steps.NONE);

        assertThat(files(death)).isEqualTo(TODAY);
    }

    @Test
    void a_journal_is_left_alone_while_another_run_is_at_it() throws IOException {
        Path death = dyingAtEachStep(tree, DyingRunTest::run).get(12);
        Path ledger = ledger(death);
        List<String> steps = new ArrayList<>();

        claimAll(death, name -> {
            steps.add(name);
            try (Outputs late = new Outputs(DyingRunTest::silent, COMMAND)) {
                assertThatThrownBy(() -> late.claimLast(ledger)).as(name).isInstanceOf(OutputHeldException.class);
            }
        });

        assertThat(steps).contains("move ledger.csv");

        assertThat(Files.readString(ledger)).isEqualTo("new");
    }

    @Test
    void a_run_that_writes_the_ledger_anew_is_not_disturbed_by_an_old_journal() throws IOException {
        Path death = dyingAtEachStep(tree, DyingRunTest::run).get(2);

        try (Outputs ledgerOnly = new Outputs(DyingRunTest::silent, COMMAND)) {
            ledgerOnly.claimLast(death.resolve("elsewhere/ledger.csv")).write(out -> out.write('n'));
            assertThatThrownBy(() -> claimAll(death, Steps.NONE)).isInstanceOf(OutputHeldException.class);
            ledgerOnly.commit();
        }

        assertThat(Files.readString(death.resolve("elsewhere/ledger.csv"))).isEqualTo("n");
    }

    @Test
    void two_runs_that_share_a_ledger_exclude_each_other() {
        try (Outputs first = new Outputs(DyingRunTest::silent, COMMAND);
                Outputs second = new Outputs(DyingRunTest::silent, COMMAND)) {
            first.claim(tree.resolve("reports/leads.csv"));
            second.claim(tree.resolve("elsewhere/leads.csv"));
            second.claimLast(tree.resolve("elsewhere/ledger.csv"));

            assertThatThrownBy(() -> first.claimLast(tree.resolve("elsewhere/ledger.csv")))
                    .isInstanceOf(OutputHeldException.class)
                    .hasMessageStartingWith(ledger(tree) + ": another run is writing it (process ")
                    .hasMessageEndingWith("); wait for that to end, or write elsewhere");
        }
    }

    /** A run over a tree of files, of which each step can be watched. */
    private interface Run {
        void in(Path tree, Steps steps);
    }

    private static void run(Path tree, Steps steps) {
        try (Outputs outputs =
                new Outputs(steps, OwnFiles.OF_THIS_USER, Rights.OF_OWNER, DyingRunTest::silent, COMMAND)) {
            List<Outputs.Output> claimed = claim(outputs, tree);
            claimed.forEach(output -> output.write(out -> out.write("new".getBytes(StandardCharsets.UTF_8))));
            outputs.remove(tree.resolve("reports/actions/gone.csv"));
            outputs.commit();
        }
    }

    private static void claimAll(Path tree, Steps steps) {
        try (Outputs outputs =
                new Outputs(steps, OwnFiles.OF_THIS_USER, Rights.OF_OWNER, DyingRunTest::silent, COMMAND)) {
            claim(outputs, tree);
            outputs.ready();
        }
    }

    private static List<Outputs.Output> claim(Outputs outputs, Path tree) {
        return List.of(
                outputs.claimDirectory(tree.resolve("reports"), "leads.csv"),
                outputs.claim(tree.resolve("reports/actions/offer.csv")),
                outputs.claimLast(tree.resolve("elsewhere/ledger.csv")),
                outputs.claimLast(tree.resolve("reports/summary.json")));
    }

    private static Path real(Path directory) throws IOException {
        return directory.toRealPath();
    }

    private static Path ledger(Path tree) {
        return tree.resolve("elsewhere/ledger.csv");
    }

    private List<Path> dyingAtEachStep(Path start, Run run) throws IOException {
        List<Path> deaths = new ArrayList<>();
        Path place = copy(start);
        run.in(place, step -> deaths.add(copy(place)));
        return deaths;
    }

    /** True when the ledger has something that the reports do not show, or the summary something that is not yet there. */
    private static boolean saysTooMuch(Path tree) throws IOException {
        boolean reportsAreNew =
                Files.readString(tree.resolve("reports/leads.csv")).equals("new")
                        && Files.exists(tree.resolve("reports/actions/offer.csv"))
                        && !Files.exists(tree.resolve("reports/actions/gone.csv"));
        boolean ledgerIsNew =
                Files.readString(tree.resolve("elsewhere/ledger.csv")).equals("new");
        boolean summaryIsNew =
                Files.readString(tree.resolve("reports/summary.json")).equals("new");
        return ledgerIsNew && !reportsAreNew || summaryIsNew && !(ledgerIsNew && reportsAreNew);
    }

    private static void replaceByDirectory(Path file) {
        try {
            Files.delete(file);
            Files.createDirectory(file);
            Files.createFile(file.resolve("in it"));
        } catch (IOException unexpected) {
            throw new UncheckedIOException(unexpected);
        }
    }

    private Path copy(Path from) {
        Path to = temp.resolve("copy" + copies++);
        try (Stream<Path> all = Files.walk(from)) {
            for (Path file : all.toList()) {
                Path place = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(place);
                } else {
                    Files.copy(file, place);
                }
            }
        } catch (IOException unexpected) {
            throw new UncheckedIOException(unexpected);
        }
        return to;
    }

    private static Map<String, String> files(Path tree) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> all = Files.walk(tree)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                contents.put(tree.relativize(file).toString(), Files.readString(file));
            }
        }
        return contents;
    }

    private static void silent(String words) {}
}
