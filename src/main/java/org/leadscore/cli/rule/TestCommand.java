package org.leadscore.cli.rule;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.leadscore.cli.option.OptionValues;
import org.leadscore.cli.run.Surroundings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Reads the command line of {@code leadscore test}. Decides nothing: the {@link TestJob} does the work. */
@Command(
        name = "test",
        description = "Runs the examples that the rule file contains.",
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  leadscore test",
            "      runs the examples in rules.yaml and shows which of them fail, and why",
            "  leadscore test --rules draft.yaml --junit build/examples.xml",
            "      runs those of another rule file and writes a report for a build server"
        })
public final class TestCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Option(
            names = "--rules",
            paramLabel = "FILE",
            defaultValue = "rules.yaml",
            description = "The rule file. Default: ${DEFAULT-VALUE}")
    private String rules = "";

    @Option(names = "--junit", paramLabel = "FILE", description = "Write the results there, as JUnit XML.")
    private @Nullable String junit;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    public TestCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        TestJob.Findings findings = new TestJob(
                        surroundings::note,
                        surroundings.resolve(OptionValues.input("--rules", rules)),
                        junit == null ? null : surroundings.resolve(OptionValues.output("--junit", junit)))
                .run();
        spec.commandLine().getOut().print(findings.text());
        return findings.exitCode().code();
    }
}
