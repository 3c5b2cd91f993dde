package org.leadscore.cli;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leadscore.problem.ExitCode;
import org.leadscore.problem.UsageException;
import org.leadscore.report.ExampleOutcome;
import org.leadscore.report.ExamplesText;
import org.leadscore.report.JunitXml;
import org.leadscore.report.Outputs;
import org.leadscore.rules.RuleFile;

/** Runs the examples of a rule file. */
final class TestJob {

    /**
     * What came of them.
     *
     * @param text for the person at the terminal
     */
    record Findings(String text, ExitCode exitCode) {}

    private final Path file;
    private final @Nullable Path junit;

    /** @param junit what a build server reads; null for none */
    TestJob(Path file, @Nullable Path junit) {
        this.file = file;
        this.junit = junit;
    }

    Findings run() {
        if (junit != null
                && junit.toAbsolutePath()
                        .normalize()
                        .equals(file.toAbsolutePath().normalize())) {
            throw new UsageException(junit + " is the rule file and cannot be an output as well");
        }
        try (Outputs outputs = new Outputs()) {
            Outputs.Output output = junit == null ? null : outputs.claim(junit);
            RuleFile read = RuleFile.read(file);
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
