package org.leadscore.cli.score;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/**
 * The options of {@code score} that the summary keeps, so that the run can be done again: all but those that only say
 * where results go, how the work is done and how much is told.
 */
final class RecordedOptions {

    private static final Set<String> OF_NO_RESULT = Set.of(
            "--output",
            "--output-dir",
            "--rejects",
            "--summary",
            "--mode",
            "--threads",
            "--memory",
            "--engine",
            "--master",
            "--quiet",
            "--verbose",
            "--show-values",
            "--help");

    private RecordedOptions() {}

    /**
     * The options as they were given, in the order in which the command has them.
     *
     * @return the values by the names without dashes; no value for an option that takes none
     */
    static Map<String, List<String>> of(ParseResult parsed) {
        Map<String, List<String>> options = new LinkedHashMap<>();
        for (OptionSpec option : parsed.commandSpec().options()) {
            if (isKept(option.longestName()) && parsed.hasMatchedOption(option)) {
                List<String> values = option.arity().max() == 0 ? List.of() : option.originalStringValues();
                options.put(option.longestName().replaceFirst("^--", ""), List.copyOf(values));
            }
        }
        return options;
    }

    /** True for an option whose value is kept. */
    static boolean isKept(String option) {
        return !OF_NO_RESULT.contains(option);
    }
}
