package org.leadscore.cli.past;

import org.jspecify.annotations.Nullable;
import org.leadscore.cli.option.OptionValues;
import org.leadscore.cli.run.Surroundings;
import org.leadscore.problem.UsageException;
import picocli.CommandLine.Option;

/** The options that choose the form in which all figures are shown. */
final class FiguresOptions {

    @Option(
            names = "--page",
            paramLabel = "FILE",
            description = "Write all figures there as a page for a browser: how far to trust the points, in one file.")
    private @Nullable String page;

    @Option(
            names = "--format",
            paramLabel = "NAME",
            defaultValue = "text",
            description = "text, or json: all figures of the page, for programs. Default: ${DEFAULT-VALUE}")
    private String format = "";

    FiguresRequest request(Surroundings surroundings) {
        if (!"text".equals(format) && !"json".equals(format)) {
            throw new UsageException("--format " + format + ": must be text or json");
        }
        return new FiguresRequest(
                page == null ? null : surroundings.resolve(OptionValues.output("--page", page)), "json".equals(format));
    }
}
