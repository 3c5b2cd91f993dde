package org.leadscore.cli.past;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.leadscore.cli.option.OptionValues;
import org.leadscore.cli.option.SourceOptions;
import org.leadscore.cli.run.Surroundings;
import org.leadscore.problem.UsageException;
import org.leadscore.rules.yaml.Durations;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that choose the past that is looked at. */
final class PastOptions {

    private static final String USUAL_HORIZON = "60d";

    @Mixin
    private final SourceOptions sources = new SourceOptions();

    @Option(
            names = "--as-of",
            paramLabel = "TIME",
            description = "Look at what was known then: an instant, a local time or a date. Default: now")
    private @Nullable String asOf;

    @Option(
            names = "--horizon",
            paramLabel = "DURATION",
            description = "How long after a snapshot a conversion counts. Default: " + USUAL_HORIZON)
    private @Nullable String horizon;

    @Option(
            names = "--snapshots",
            paramLabel = "N|TIME,TIME,...",
            description = {
                "The newest N snapshots at most, or the moments to look at.",
                "Default: a month or a horizon apart, whichever is longer; twelve at most"
            })
    private @Nullable String snapshots;

    @Option(
            names = "--split-salt",
            paramLabel = "TEXT",
            description = "For outcomes without times: another text chooses other leads for the test.")
    private String splitSalt = "";

    @Option(
            names = "--trust",
            paramLabel = "NAME",
            description = {
                "Count on this field, event or rule although it seems to give the outcome away.",
                "May be given several times."
            })
    private List<String> trusted = new ArrayList<>();

    @Option(names = "--threads", paramLabel = "N", description = "Default: as many as there are processors")
    private @Nullable String threads;

    @Option(names = "--quiet", description = "No progress and no counts of rows on standard error.")
    private boolean quiet;

    PastRequest request(Surroundings surroundings) {
        return new PastRequest(
                sources.rules(surroundings),
                sources.sources(),
                asOf,
                horizon(horizon == null ? USUAL_HORIZON : horizon),
                snapshots,
                splitSalt,
                Set.copyOf(trusted),
                OptionValues.count("--threads", threads, Runtime.getRuntime().availableProcessors()),
                quiet);
    }

    private static long horizon(String text) {
        OptionalLong millis = Durations.parse(text);
        if (millis.isEmpty()) {
            throw new UsageException("--horizon " + text + ": must be " + Durations.demand(text));
        }
        if (millis.getAsLong() == 0) {
            throw new UsageException("--horizon " + text + ": must be longer than 0, such as 30d");
        }
        return millis.getAsLong();
    }
}
