package org.leadscore.cli.rule;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.leadscore.cli.option.SourceOptions;
import org.leadscore.cli.run.Surroundings;
import org.leadscore.problem.ExitCode;
import org.leadscore.problem.Problem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Reads the command line of {@code leadscore check}. Decides nothing: the {@link CheckJob} does the work. */
@Command(
        name = "check",
        description = "Finds mistakes in the rule file, alone and against the headers of the data.",
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  leadscore check",
            "      looks at rules.yaml and the files that it names",
            "  leadscore check --rules draft.yaml --contacts crm.csv",
            "      looks at another rule file, against another contact list"
        })
public final class CheckCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private final SourceOptions sources = new SourceOptions();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    public CheckCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        CheckJob.Findings findings = new CheckJob(surroundings, sources.rules(surroundings), sources.sources()).run();
        PrintWriter out = spec.commandLine().getOut();
        for (Problem problem : findings.problems()) {
            out.print(problem.render() + "\n");
        }
        for (Problem warning : findings.warnings()) {
            out.print("warning: " + warning.render() + "\n");
        }
        if (!findings.data().isEmpty()) {
            out.print("warning: " + findings.data() + "\n");
        }
        if (findings.exitCode() == ExitCode.OK) {
            out.print(findings.praise() + "\n");
        }
        return findings.exitCode().code();
    }
}
