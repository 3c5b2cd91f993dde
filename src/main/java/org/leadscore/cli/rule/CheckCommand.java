package org.leadscore.cli.rule;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.leadscore.cli.option.SourceOptions;
import org.leadscore.cli.run.Surroundings;
import org.leadscore.lead.ShownText;
import org.leadscore.problem.ExitCode;
import org.leadscore.problem.Problem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Reads the command line of {@code leadscore check}. Decides nothing: the {@link CheckJob} does the work. */
@Command(
        name = "check",
        description = "Finds mistakes in the rule file, alone and against the data.",
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  leadscore check",
            "      looks at rules.yaml and the beginning of the files that it names",
            "  leadscore check --data",
            "      looks at all of these files",
            "  leadscore check --rules draft.yaml --contacts crm.csv",
            "      looks at another rule file, against another contact list"
        })
public final class CheckCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private final SourceOptions sources = new SourceOptions();

    @Option(names = "--data", description = "Look at all rows, not only at the first 4 MiB of each file.")
    private boolean data;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    public CheckCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        CheckJob.Findings findings =
                new CheckJob(surroundings, sources.rules(surroundings), sources.sources(), data).run();
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
        for (String doubt : findings.doubts()) {
            out.print("warning: " + ShownText.onOneLine(doubt) + "\n");
        }
        if (findings.exitCode() == ExitCode.OK) {
            out.print(findings.praise() + "\n");
        }
        out.print(findings.figures());
        return findings.exitCode().code();
    }
}
