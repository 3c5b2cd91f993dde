package org.leadscore.cli.rule;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.leadscore.cli.option.InputOptions;
import org.leadscore.cli.option.OptionValues;
import org.leadscore.cli.run.Surroundings;
import org.leadscore.problem.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Reads the command line of {@code leadscore diff}. Decides nothing: the {@link DiffJob} does the work. */
@Command(
        name = "diff",
        description = "Shows who moves, and why, between two rule files.",
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  leadscore diff rules.yaml calibrated.yaml",
            "      shows what the new points would do to today's ranking",
            "  git show HEAD:rules.yaml > old.yaml",
            "  leadscore diff old.yaml rules.yaml --output moves.csv",
            "      writes all leads that move because of a change"
        })
public final class DiffCommand implements Callable<Integer> {

    private static final int USUALLY_SHOWN = 20;

    private final Surroundings surroundings;

    @Parameters(index = "0", paramLabel = "OLD", description = "The rule file that is in use.")
    private String old = "";

    @Parameters(index = "1", paramLabel = "NEW", description = "The rule file that would replace it.")
    private String proposed = "";

    @Mixin
    private final InputOptions inputs = new InputOptions();

    @Option(
            names = "--as-of",
            paramLabel = "TIME",
            description = "The moment of scoring: an instant, a local time or a date. Default: now")
    private @Nullable String asOf;

    @Option(names = "--top", paramLabel = "N", description = "Show the N leads that move farthest. Default: 20")
    private @Nullable String top;

    @Option(
            names = "--output",
            paramLabel = "FILE",
            description = "Write to this file a table of all leads that move, with every reason.")
    private @Nullable String output;

    @Option(
            names = "--mode",
            paramLabel = "MODE",
            description = "The rights of new files, for who shares them, such as 0640. Default: 0600")
    private @Nullable String mode;

    @Option(
            names = "--pseudonymize",
            paramLabel = "KEYFILE",
            description = "Show pseudonyms by this secret key in place of ids, as score does.")
    private @Nullable String key;

    public DiffCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Path file = output == null ? null : surroundings.resolve(OptionValues.output("--output", output));
        Path keyFile = key == null ? null : surroundings.resolve(OptionValues.input("--pseudonymize", key));
        DiffJob job =
                new DiffJob(surroundings, inputs.sources(), asOf, file, OptionValues.rights("--mode", mode), keyFile);
        surroundings.print(
                job.run(rules("OLD", old), rules("NEW", proposed), OptionValues.count("--top", top, USUALLY_SHOWN)));
        return ExitCode.OK.code();
    }

    private Path rules(String which, String file) {
        return surroundings.resolve(OptionValues.input(which, file));
    }
}
