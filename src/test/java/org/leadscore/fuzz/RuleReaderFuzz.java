package org.leadscore.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.leadscore.problem.Problem;
import org.leadscore.problem.RulesException;
import org.leadscore.rules.file.Inspection;
import org.leadscore.rules.file.RuleFile;

/** Any bytes as a rule file: rules that can be run, or problems each of which has a place in the file. */
public final class RuleReaderFuzz {

    private static final Path FILE = ScratchFiles.file("rules.yaml");

    private RuleReaderFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) throws IOException {
        Files.write(FILE, input);
        String text = new String(input, StandardCharsets.UTF_8);
        List<String> lines = List.of((text.startsWith("\uFEFF") ? text.substring(1) : text).split("\r\n|\r|\n", -1));
        Inspection seen;
        try {
            seen = Inspection.of(FILE);
        } catch (RulesException refused) {
            assertThat(refused.problems()).isNotEmpty().allSatisfy(problem -> assertPlaced(problem, lines));
            return;
        }
        seen.problems().forEach(problem -> assertPlaced(problem, lines));
        seen.warnings().forEach(warning -> assertPlaced(warning, lines));
        if (seen.problems().isEmpty()) {
            RuleFile file = RuleFile.read(FILE);
            assertThat(file.text()).isEqualTo(text);
            assertThat(file.rules()).isNotNull();
            file.numberPlaces().forEach(place -> assertThat(file.label(place)).isNotNull());
        }
    }

    private static void assertPlaced(Problem problem, List<String> lines) {
        assertThat(problem.at().file()).isEqualTo(FILE.toString());
        assertThat(problem.at().line()).as(problem.message()).isBetween(1, lines.size());
        String line = lines.get(problem.at().line() - 1);
        assertThat(problem.at().column()).as(problem.message()).isBetween(1, line.codePointCount(0, line.length()) + 1);
        assertThat(problem.message()).isNotBlank();
        assertThat(problem.render().lines().count()).isLessThanOrEqualTo(3);
    }
}
