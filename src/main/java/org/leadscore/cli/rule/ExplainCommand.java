package org.leadscore.cli.rule;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.leadscore.cli.option.SourceOptions;
import org.leadscore.cli.run.Surroundings;
import org.leadscore.problem.ExitCode;
import org.leadscore.report.explain.ExplanationText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Reads the command line of {@code leadscore explain}. Decides nothing: the {@link ExplainJob} does the work. */
@Command(
        name = "explain",
        description = "Shows how one lead's score came about, to the last millionth of a point.",
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  leadscore explain ana@example.com",
            "      shows the points of each rule, the events behind it, or what it lacked",
            "  leadscore explain ana@example.com --all",
            "      shows all of these events, not only the newest ten of each rule",
            "  leadscore explain ana@example.com --as-of 2026-10-01",
            "      shows the score as of that morning"
        })
public final class ExplainCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Parameters(paramLabel = "LEAD", description = "The id of the lead, as the sources have it; case does not matter.")
    private String lead = "";

    @Mixin
    private final SourceOptions sources = new SourceOptions();

    @Option(
            names = "--as-of",
            paramLabel = "TIME",
            description = "The moment of scoring: an instant, a local time or a date. Default: now")
    private @Nullable String asOf;

    @Option(names = "--all", description = "Show every occurrence that counted, not only the newest ten of each rule.")
    private boolean all;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    public ExplainCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        ExplainJob job = new ExplainJob(
                surroundings,
                sources.rules(surroundings),
                sources.sources(),
                asOf,
                all ? Integer.MAX_VALUE : ExplanationText.NEWEST);
        spec.commandLine().getOut().print(job.run(lead));
        return ExitCode.OK.code();
    }
}
