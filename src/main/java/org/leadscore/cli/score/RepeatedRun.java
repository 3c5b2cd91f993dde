package org.leadscore.cli.score;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.leadscore.cli.run.InputsAndOutputs;
import org.leadscore.problem.InputException;
import org.leadscore.report.file.Sha256;
import org.leadscore.report.summary.Manifest;
import org.leadscore.report.summary.SummaryValues;

/**
 * The run of the same moment whose files this run writes anew. What that run had read, and has replaced itself, stays
 * in the summary as that run found it, so that the same run again changes no byte.
 */
final class RepeatedRun {

    private RepeatedRun() {}

    /**
     * The inputs of this run, but those records of earlier runs that the run before has replaced as that run found
     * them.
     *
     * @param summary the summary that is there, which is still that of the run before
     * @param asOf as it is written
     */
    static List<Manifest.Input> asItFound(List<Manifest.Input> inputs, Path summary, String asOf) {
        boolean hasRecords = inputs.stream().anyMatch(RepeatedRun::isRecord);
        return !hasRecords
                ? inputs
                : before(summary, asOf)
                        .map(before -> replaced(inputs, before, summary))
                        .orElse(inputs);
    }

    private static Optional<Manifest> before(Path summary, String asOf) {
        if (!Files.isRegularFile(summary)) {
            return Optional.empty();
        }
        try {
            SummaryValues values = SummaryValues.read(summary);
            return values.asOf().equals(asOf) ? Optional.of(values.manifest()) : Optional.empty();
        } catch (InputException noSummary) {
            return Optional.empty();
        }
    }

    private static List<Manifest.Input> replaced(List<Manifest.Input> inputs, Manifest before, Path summary) {
        List<Manifest.Input> found = new ArrayList<>();
        for (Manifest.Input input : inputs) {
            if (isRecord(input) && isLeftBy(before, summary, input)) {
                before.inputs().stream()
                        .filter(old -> old.kind().equals(input.kind()))
                        .forEach(found::add);
            } else {
                found.add(input);
            }
        }
        return found;
    }

    private static boolean isRecord(Manifest.Input input) {
        return input.kind().equals(Manifest.Input.LEDGER) || input.kind().equals(Manifest.Input.PREVIOUS);
    }

    private static boolean isLeftBy(Manifest before, Path summary, Manifest.Input input) {
        Path file = Path.of(input.name());
        return before.outputs().stream()
                .anyMatch(output -> output.size() == input.size()
                        && InputsAndOutputs.isSame(summary.resolveSibling(output.name()), file)
                        && sha256(file).equals(output.sha256()));
    }

    private static String sha256(Path file) {
        Sha256 sum = new Sha256();
        try (InputStream in = Files.newInputStream(file)) {
            sum.add(in, Long.MAX_VALUE);
            return sum.text();
        } catch (IOException unreadable) {
            return "";
        }
    }
}
