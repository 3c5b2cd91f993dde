package org.leadscore.cli.score;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.leadscore.cli.run.InputsAndOutputs;
import org.leadscore.problem.UsageException;
import org.leadscore.rules.RuleSet;

/** The files of a run of {@code score}, held against each other before any of them is opened. */
final class ScoreFiles {

    private ScoreFiles() {}

    /**
     * Checks all outputs against the inputs and against each other.
     *
     * @throws UsageException when a file is both, or two outputs are one file
     */
    static void refuseToMix(ScoreRequest request, RuleSet rules) {
        refusePrevious(request, rules);
        List<Path> outputs = Stream.concat(request.rankings().stream(), others(request, rules))
                .toList();
        refuseKey(request, outputs);
        outputs.forEach(output -> InputsAndOutputs.refuseInput(output, request.rules(), rules));
        InputsAndOutputs.refuseTwice(outputs);
    }

    /** Refuses to replace the earlier ranking by anything but the new ranking. */
    private static void refusePrevious(ScoreRequest request, RuleSet rules) {
        Path previous = request.previous();
        if (previous == null) {
            return;
        }
        others(request, rules)
                .filter(output -> InputsAndOutputs.isSame(output, previous))
                .findFirst()
                .ifPresent(output -> {
                    throw new UsageException(output + " is read as --previous and cannot be an output as well");
                });
    }

    /** Refuses a key that would be replaced, or handed out with the reports. */
    private static void refuseKey(ScoreRequest request, List<Path> outputs) {
        Path key = request.key();
        if (key == null) {
            return;
        }
        if (outputs.stream().anyMatch(output -> InputsAndOutputs.isSame(output, key))) {
            throw new UsageException(key + " is read as the key of --pseudonymize and cannot be an output as well");
        }
        Path directory = request.outputDirectory();
        if (directory != null && InputsAndOutputs.isIn(key, directory)) {
            throw new UsageException(key + " is the key of --pseudonymize and stands in " + directory
                    + ", which is to leave the house; keep it elsewhere");
        }
    }

    /** All outputs but the ranking, in the order in which they are checked. */
    private static Stream<Path> others(ScoreRequest request, RuleSet rules) {
        return Stream.of(
                        request.rejectFiles(),
                        request.pages(),
                        request.summaries(),
                        request.nextSteps(rules.followUp()),
                        Stream.ofNullable(request.ledger()).toList())
                .flatMap(List::stream);
    }
}
