package org.leadscore.cli.rule;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.leadscore.cli.run.InputsAndOutputs;
import org.leadscore.engine.files.Exports;
import org.leadscore.problem.ExitCode;
import org.leadscore.report.explain.ExampleOutcome;
import org.leadscore.report.explain.ExamplesText;
import org.leadscore.report.explain.JunitXml;
import org.leadscore.report.file.Outputs;
import org.leadscore.report.file.Rights;
import org.leadscore.rules.file.RuleFile;

/** Runs the examples of a rule file. */
final class TestJob {

    /**
     * The results of the examples: the text to print, and {@code OK} or, when one fails, {@code FOUND}.
     *
     * @param text for the person at the terminal
     */
    record Findings(String text, ExitCode exitCode) {}

    private final Path file;
    private final Consumer<String> notes;
    private final @Nullable Path junit;

    /**
     * Makes the job; {@link #run} does it.
     *
     * @param notes takes sentences about what an earlier run left
     * @param junit what a build server reads; null for none
     */
    TestJob(Consumer<String> notes, Path file, @Nullable Path junit) {
        this.notes = notes;
        this.file = file;
        this.junit = junit;
    }

    Findings run() {
        RuleFile read = RuleFile.read(file);
        Exports.readLists(read.rules().sources(), file);
        if (junit != null) {
            InputsAndOutputs.refuseInput(junit, file, read.rules());
        }
        try (Outputs outputs = new Outputs(notes, "", Rights.BY_UMASK)) {
            Outputs.Output output = junit == null ? null : outputs.claim(junit);
            outputs.ready();
            List<ExampleOutcome> outcomes = read.examples().stream()
                    .map(example -> ExampleOutcome.of(read.rules(), example))
                    .toList();
            if (output != null) {
                output.write(out -> JunitXml.write(file.toString(), outcomes, out));
                outputs.commit();
            }
            boolean hold = outcomes.stream().allMatch(ExampleOutcome::holds);
            return new Findings(ExamplesText.render(file.toString(), outcomes), hold ? ExitCode.OK : ExitCode.FOUND);
        }
    }
}
