package org.leadscore.cli;

import java.nio.file.Path;
import java.util.List;
import org.leadscore.engine.Engine;
import org.leadscore.problem.ExitCode;
import org.leadscore.problem.Problem;
import org.leadscore.problem.RulesException;
import org.leadscore.rules.RuleFile;
import org.leadscore.rules.RuleSet;

/** Looks for mistakes in a rule file, first alone, then against the headers of the sources that are there. */
final class CheckJob {

    /**
     * What was found.
     *
     * @param rules how many the file has
     */
    record Findings(Path file, int rules, List<Problem> problems, List<Problem> warnings) {

        ExitCode exitCode() {
            if (!problems.isEmpty()) {
                return ExitCode.BAD_RULES;
            }
            return warnings.isEmpty() ? ExitCode.OK : ExitCode.FOUND;
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
            return new Findings(file, count, againstTheData(rules), read.warnings());
        } catch (RulesException unusable) {
            return new Findings(file, 0, unusable.problems(), List.of());
        }
    }

    /** Columns that no source of their kind has; sources whose files are not there are passed by. */
    private List<Problem> againstTheData(RuleSet rules) {
        Path directory = file.getParent();
        return Engine.headers(rules, directory == null ? Path.of("") : directory);
    }
}
