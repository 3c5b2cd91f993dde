package org.leadscore.cli.past;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.leadscore.cli.option.OptionValues;
import org.leadscore.cli.run.Surroundings;
import org.leadscore.problem.ExitCode;
import org.leadscore.report.file.StandardOutput;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Reads the command line of {@code leadscore discover}. Decides nothing: the {@link DiscoverJob} does the work. */
@Command(
        name = "discover",
        description = "Proposes rules from attributes and events of customers before they bought.",
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  leadscore discover",
            "      looks at columns, values, events and paths; prints what no rule asks for",
            "  leadscore discover --top 5 --min-support 100 --quiet > proposals.yaml",
            "      writes five rules for attributes that a hundred leads have, ready to paste"
        })
public final class DiscoverCommand implements Callable<Integer> {

    private static final int USUALLY_SHOWN = 20;
    private static final int USUAL_SUPPORT = 30;

    private final Surroundings surroundings;

    @Mixin
    private final PastOptions past = new PastOptions();

    @Option(
            names = "--top",
            paramLabel = "N",
            description = "Print the N most valuable rules. Default: " + USUALLY_SHOWN)
    private @Nullable String top;

    @Option(
            names = "--min-support",
            paramLabel = "N",
            description = "Only attributes that at least N leads have. Default: " + USUAL_SUPPORT)
    private @Nullable String minSupport;

    public DiscoverCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        String yaml = new DiscoverJob(
                        surroundings,
                        past.request(surroundings),
                        OptionValues.count("--top", top, USUALLY_SHOWN),
                        OptionValues.count("--min-support", minSupport, USUAL_SUPPORT))
                .run();
        StandardOutput.write(out -> out.write(yaml.getBytes(StandardCharsets.UTF_8)), surroundings.out());
        return ExitCode.OK.code();
    }
}
