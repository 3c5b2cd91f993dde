package org.leadscore.cli.past;

import java.math.BigDecimal;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.leadscore.cli.option.OptionValues;
import org.leadscore.cli.run.Surroundings;
import org.leadscore.lead.Numbers;
import org.leadscore.problem.UsageException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Reads the command line of {@code leadscore evaluate}. Decides nothing: the {@link EvaluateJob} does the work. */
@Command(
        name = "evaluate",
        description = "Measures how well a rule file ranked the past.",
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  leadscore evaluate",
            "      shows how well rules.yaml would have separated later customers from others",
            "  leadscore evaluate --rules calibrated.yaml --against rules.yaml",
            "      compares two rule files on the same past",
            "  leadscore evaluate --against old.yaml --page learning.html",
            "      writes such a comparison as a page for a browser, too",
            "  leadscore evaluate --capacity 50 --min-auc 0.7 --max-psi 0.25",
            "      shows the conversions that a team of this capacity would have reached;",
            "      ends with 1 if a gate is not met"
        })
public final class EvaluateCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private final PastOptions past = new PastOptions();

    @Option(
            names = "--against",
            paramLabel = "FILE",
            description = "Another rule file, to be measured on the same past.")
    private @Nullable String against;

    @Option(
            names = "--capacity",
            paramLabel = "N",
            description = "Show the lowest score with which at most N leads a week arrive, and its conversions.")
    private @Nullable String capacity;

    @Option(names = "--min-auc", paramLabel = "X", description = "End with 1 if the AUC on the test is lower.")
    private @Nullable String minAuc;

    @Option(
            names = "--max-psi",
            paramLabel = "X",
            description = "End with 1 if the PSI, the change of the points since the time before the test, is higher.")
    private @Nullable String maxPsi;

    @Option(names = "--gains", paramLabel = "FILE", description = "Write gains and lift per tenth there, as CSV.")
    private @Nullable String gains;

    @Mixin
    private final FiguresOptions figures = new FiguresOptions();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    public EvaluateCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        EvaluateJob.Findings findings = new EvaluateJob(
                        surroundings,
                        past.request(surroundings),
                        against == null ? null : surroundings.resolve(OptionValues.input("--against", against)),
                        capacity == null ? null : OptionValues.count("--capacity", capacity, 1),
                        number("--min-auc", minAuc, BigDecimal.ONE, "a number from 0 to 1"),
                        number("--max-psi", maxPsi, null, "a number from 0 on"),
                        gains == null ? null : surroundings.resolve(OptionValues.output("--gains", gains)),
                        figures.request(surroundings))
                .run();
        spec.commandLine().getOut().print(findings.text());
        return findings.exitCode().code();
    }

    private static @Nullable Double number(
            String option, @Nullable String text, @Nullable BigDecimal most, String expected) {
        if (text == null) {
            return null;
        }
        BigDecimal number = Numbers.parse(text, '.');
        if (number == null || number.signum() < 0 || most != null && number.compareTo(most) > 0) {
            throw new UsageException(option + " " + text + ": not " + expected);
        }
        return number.doubleValue();
    }
}
