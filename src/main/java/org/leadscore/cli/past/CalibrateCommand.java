package org.leadscore.cli.past;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.leadscore.calibrate.fit.Method;
import org.leadscore.cli.option.OptionValues;
import org.leadscore.cli.run.Surroundings;
import org.leadscore.lead.Numbers;
import org.leadscore.problem.ExitCode;
import org.leadscore.problem.UsageException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Reads the command line of {@code leadscore calibrate}. Decides nothing: the {@link CalibrateJob} does the work. */
@Command(
        name = "calibrate",
        description = "Derives the points from past conversions, and writes the rule file again with them.",
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  leadscore calibrate --output calibrated.yaml",
            "  leadscore diff rules.yaml calibrated.yaml",
            "      learns from the sources of the rule file; shows what would change",
            "  leadscore calibrate --in-place --table calibration.csv; git diff",
            "      puts the new numbers into rules.yaml itself, all figures into a table",
            "  leadscore calibrate --output calibrated.yaml --page learning.html",
            "      writes a page for a browser, too: how far to trust the new points",
            "  leadscore calibrate --method ratio --horizon 90d --quiet > rough.yaml",
            "      uses the published rule of thumb, and conversions within 90 days"
        })
public final class CalibrateCommand implements Callable<Integer> {

    private static final Map<String, Method> METHODS =
            Map.of("ratio", Method.RATIO, "evidence", Method.EVIDENCE, "logistic", Method.LOGISTIC);

    private final Surroundings surroundings;

    @Mixin
    private final PastOptions past = new PastOptions();

    @Option(
            names = "--method",
            paramLabel = "NAME",
            defaultValue = "evidence",
            description = {
                "ratio: rate with an attribute / overall rate; evidence: shrunken log odds, one weight per rule;",
                "logistic: a penalised regression. Default: ${DEFAULT-VALUE}"
            })
    private String method = "";

    @Option(
            names = "--points-per-doubling",
            paramLabel = "N",
            description = "The number of points that double the odds. Default: 3, or 2 below 100 conversions")
    private @Nullable String pointsPerDoubling;

    @Option(
            names = "--max-rules",
            paramLabel = "N",
            description = "Give points to the N rules that add most, and 0 to the others.")
    private @Nullable String maxRules;

    @Option(
            names = "--output",
            paramLabel = "FILE",
            description = "Write the rule file with its new numbers there, not to standard output.")
    private @Nullable String output;

    @Option(names = "--in-place", description = "Put the new numbers into the rule file itself.")
    private boolean inPlace;

    @Option(names = "--buckets", description = "Write the limits of buckets that are proposed, too.")
    private boolean buckets;

    @Option(
            names = "--table",
            paramLabel = "FILE",
            description = "Write all figures there, a line for each attribute, as CSV.")
    private @Nullable String table;

    @Mixin
    private final FiguresOptions figures = new FiguresOptions();

    public CalibrateCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        if (inPlace && output != null) {
            throw new UsageException("--output and --in-place exclude each other");
        }
        FiguresRequest shown = figures.request(surroundings);
        if (shown.asJson() && !inPlace && output == null) {
            throw new UsageException(
                    "--format json needs --output or --in-place, as the rule file goes to standard output without them");
        }
        new CalibrateJob(
                        surroundings,
                        past.request(surroundings),
                        new CalibrateJob.Learning(
                                method(),
                                number("--points-per-doubling", pointsPerDoubling),
                                maxRules == null ? null : OptionValues.count("--max-rules", maxRules, 1),
                                buckets),
                        path("--output", output),
                        inPlace,
                        path("--table", table),
                        shown)
                .run();
        return ExitCode.OK.code();
    }

    private Method method() {
        Method known = METHODS.get(method);
        if (known == null) {
            throw new UsageException("--method " + method + ": must be ratio, evidence or logistic");
        }
        return known;
    }

    private static @Nullable Double number(String option, @Nullable String text) {
        if (text == null) {
            return null;
        }
        BigDecimal number = Numbers.parse(text, '.');
        if (number == null || number.signum() <= 0 || number.compareTo(BigDecimal.valueOf(1000)) > 0) {
            throw new UsageException(option + " " + text + ": not a number above 0 and up to 1000");
        }
        return number.doubleValue();
    }

    private @Nullable Path path(String option, @Nullable String file) {
        return file == null ? null : surroundings.resolve(OptionValues.output(option, file));
    }
}
