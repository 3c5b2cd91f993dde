package org.leadscore.cli.rule;

import java.util.concurrent.Callable;
import org.leadscore.cli.option.SourceOptions;
import org.leadscore.cli.run.ProblemText;
import org.leadscore.cli.run.Surroundings;
import org.leadscore.lead.ShownText;
import org.leadscore.problem.ExitCode;
import org.leadscore.report.screen.Meaning;
import org.leadscore.report.screen.Sheet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

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

    public CheckCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        CheckJob.Findings findings =
                new CheckJob(surroundings, sources.rules(surroundings), sources.sources(), data).run();
        Sheet sheet = surroundings.results();
        findings.problems().forEach(problem -> ProblemText.error(problem, sheet));
        findings.warnings().forEach(warning -> ProblemText.warning(warning, sheet));
        if (!findings.data().isEmpty()) {
            sheet.warning(findings.data());
        }
        findings.doubts().forEach(doubt -> sheet.warning(ShownText.onOneLine(doubt)));
        if (findings.exitCode() == ExitCode.OK) {
            sheet.line(Meaning.GOOD, findings.praise());
        }
        findings.figures().accept(sheet);
        surroundings.print(sheet);
        return findings.exitCode().code();
    }
}
