package org.leadscore.report.explain;

import java.util.List;
import org.leadscore.problem.Excerpt;

/** Writes the outcomes of examples for the person at the terminal. */
public final class ExamplesText {

    private ExamplesText() {}

    /**
     * Writes whole lines, parted and ended by LF: each example that fails with the expected figure, the one that came
     * out and why, and the number of examples.
     *
     * @param file the rule file, as the user named it
     */
    public static String render(String file, List<ExampleOutcome> outcomes) {
        if (outcomes.isEmpty()) {
            return file + ": there are no examples to run; they stand in the rule file, under tests\n";
        }
        StringBuilder text = new StringBuilder();
        outcomes.stream().filter(outcome -> !outcome.holds()).forEach(outcome -> text.append(failed(outcome)));
        long failed = outcomes.stream().filter(outcome -> !outcome.holds()).count();
        String all = outcomes.size() == 1 ? "1 example" : outcomes.size() + " examples";
        text.append(file).append(": ").append(all);
        return text.append(failed == 0 ? outcomes.size() == 1 ? " holds" : " hold" : ", " + failed + " failed")
                .append('\n')
                .toString();
    }

    private static String failed(ExampleOutcome outcome) {
        return "failed: " + Excerpt.of(outcome.example().name()) + "\n" + details(outcome) + "\n";
    }

    /** The expectations that are not met, and how the score came about. */
    static String details(ExampleOutcome outcome) {
        StringBuilder text = new StringBuilder();
        for (ExampleOutcome.Failure failure : outcome.failures()) {
            text.append("  ")
                    .append(failure.at())
                    .append(": ")
                    .append(Excerpt.of(failure.message()))
                    .append('\n');
        }
        if (!outcome.why().isEmpty()) {
            text.append('\n');
            outcome.why()
                    .lines()
                    .forEach(line ->
                            text.append(line.isEmpty() ? "" : "    " + line).append('\n'));
        }
        return text.toString();
    }
}
