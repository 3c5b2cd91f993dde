package org.leadscore.cli.rule;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.leadscore.cli.option.OptionValues;
import org.leadscore.cli.option.SourceOptions;
import org.leadscore.cli.run.Surroundings;
import org.leadscore.problem.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Reads the command line of {@code leadscore forget}. Decides nothing: the {@link ForgetJob} does the work. */
@Command(
        name = "forget",
        description = "Takes leads out of the ledger, and tells what still holds them.",
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  leadscore forget ana@example.com --dry-run",
            "      shows what ledger.csv has of her, and which files hold her",
            "  leadscore forget ana@example.com --ledger ledger.csv --output-dir reports",
            "      takes her out of the ledger; looks at the last reports, too"
        })
public final class ForgetCommand implements Callable<Integer> {

    private static final String USUAL_LEDGER = "ledger.csv";

    private final Surroundings surroundings;

    @Parameters(
            paramLabel = "LEAD",
            arity = "1..*",
            description = "The id of a lead, as the sources have it; case does not matter.")
    private List<String> leads = new ArrayList<>();

    @Mixin
    private final SourceOptions sources = new SourceOptions();

    @Option(names = "--ledger", paramLabel = "FILE", description = "The ledger. Default: " + USUAL_LEDGER)
    private @Nullable String ledger;

    @Option(
            names = "--output-dir",
            paramLabel = "DIR",
            description = "Look also for reports in this directory that name the leads.")
    private @Nullable String outputDirectory;

    @Option(names = "--dry-run", description = "Write nothing, and show what would be done.")
    private boolean dryRun;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    public ForgetCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        String file = ledger == null ? USUAL_LEDGER : OptionValues.output("--ledger", ledger);
        Path reports = outputDirectory == null
                ? null
                : surroundings.resolve(OptionValues.input("--output-dir", outputDirectory));
        ForgetJob job = new ForgetJob(
                surroundings,
                sources.rules(surroundings),
                sources.sources(),
                surroundings.resolve(file),
                reports,
                dryRun);
        ForgetJob.Outcome outcome = job.run(leads);
        spec.commandLine().getOut().print(outcome.text());
        return outcome.hadAll() ? ExitCode.OK.code() : ExitCode.FOUND.code();
    }
}
