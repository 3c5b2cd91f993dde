package org.leadscore.cli;

import java.nio.file.Path;
import java.util.List;
import org.leadscore.engine.Exports;
import org.leadscore.problem.ExitCode;
import org.leadscore.problem.InputException;
import org.leadscore.problem.Problem;
import org.leadscore.problem.RulesException;
import org.leadscore.rules.ColumnCheck;
import org.leadscore.rules.RuleFile;
import org.leadscore.rules.RuleSet;

/** Looks for mistakes in a rule file, first alone, then against the headers of the sources that are there. */
final class CheckJob {

    /**
     * What was found.
     *
     * @param rules how many the file has
     * @param problems make the file unusable
     * @param warnings work, but are hardly meant
     * @param data what is wrong with the sources, so that the rules could not be held against them; empty if nothing is
     */
    record Findings(Path file, int rules, List<Problem> problems, List<Problem> warnings, String data) {

        ExitCode exitCode() {
            if (!problems.isEmpty()) {
                return ExitCode.BAD_RULES;
            }
            return warnings.isEmpty() && data.isEmpty() ? ExitCode.OK : ExitCode.FOUND;
        }

        String praise() {
            return file + ": no problems, " + rules + (rules == 1 ? " rule" : " rules");
        }
    }

    private final Surroundings surroundings;
    private final Path file;
    private final ChosenSources sources;

    CheckJob(Surroundings surroundings, Path file, ChosenSources sources) {
        this.surroundings = surroundings;
        this.file = file;
        this.sources = sources;
    }

    Findings run() {
        try {
            RuleFile read = RuleFile.read(file);
            RuleSet rules = sources.over(read.rules(), file.toString(), surroundings);
            int count = rules.explicit().size() + rules.implicit().size();
            return againstTheData(read, rules, count);
        } catch (RulesException unusable) {
            return new Findings(file, 0, unusable.problems(), List.of(), "");
        }
    }

    private Findings againstTheData(RuleFile read, RuleSet rules, int count) {
        try (Exports exports = Exports.of(rules.sources(), file, surroundings.in())) {
            List<Problem> problems =
                    ColumnCheck.problems(read, rules, exports.contactColumns(), exports.eventColumns());
            ObjectionFiles.read(rules, file);
            return new Findings(file, count, problems, read.warnings(), "");
        } catch (InputException unusable) {
            return new Findings(file, count, List.of(), read.warnings(), String.valueOf(unusable.getMessage()));
        }
    }
}
