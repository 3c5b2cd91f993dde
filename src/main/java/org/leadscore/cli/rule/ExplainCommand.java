package org.leadscore.cli.rule;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.leadscore.cli.option.OptionValues;
import org.leadscore.cli.option.SourceOptions;
import org.leadscore.cli.run.Surroundings;
import org.leadscore.problem.ExitCode;
import org.leadscore.problem.UsageException;
import org.leadscore.report.explain.ExplanationText;
import org.leadscore.report.file.Content;
import org.leadscore.report.file.StandardOutput;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

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
            "  leadscore explain ana@example.com --all --format json --ledger ledger.csv",
            "      all that is held about one person, for the person who asks",
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

    @Option(
            names = "--ledger",
            paramLabel = "FILE",
            description = "The memory of hand-offs and actions: only read, and told.")
    private @Nullable String ledger;

    @Option(
            names = "--format",
            paramLabel = "text|json",
            description = "json with --all tells all that is held about the lead, row by row. Default: text")
    private @Nullable String format;

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
                ledger == null ? null : surroundings.resolve(OptionValues.input("--ledger", ledger)));
        if (isJson()) {
            Content json = job.json(lead, all);
            StandardOutput.write(json, surroundings.out());
        } else {
            surroundings.print(job.text(lead, all ? Integer.MAX_VALUE : ExplanationText.NEWEST));
        }
        return ExitCode.OK.code();
    }

    private boolean isJson() {
        if (format == null || format.equals("text")) {
            return false;
        }
        if (!format.equals("json")) {
            throw new UsageException("--format " + format + ": neither text nor json");
        }
        return true;
    }
}
