package org.leadscore.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.leadscore.engine.Exports;
import org.leadscore.problem.ExitCode;
import org.leadscore.problem.InputException;
import org.leadscore.problem.Problem;
import org.leadscore.problem.RulesException;
import org.leadscore.rules.ColumnCheck;
import org.leadscore.rules.ContactSource;
import org.leadscore.rules.Inspection;
import org.leadscore.rules.RuleSet;
import org.leadscore.rules.SourceFiles;
import org.leadscore.rules.Sources;

/** Looks for mistakes in a rule file, alone and, where it can be told which they are, against the headers of the sources that are there. */
final class CheckJob {

    /**
     * What was found.
     *
     * @param rules how many the file has
     * @param problems make the file unusable
     * @param warnings work, but are hardly meant
     * @param data what is wrong with the sources, so that the rules could not be held against them; empty if nothing is
     * @param unnamed the sources that nobody has named a file for, so that the rules were not held against them
     */
    record Findings(
            Path file, int rules, List<Problem> problems, List<Problem> warnings, String data, List<String> unnamed) {

        ExitCode exitCode() {
            if (!problems.isEmpty()) {
                return ExitCode.BAD_RULES;
            }
            return warnings.isEmpty() && data.isEmpty() ? ExitCode.OK : ExitCode.FOUND;
        }

        String praise() {
            return file + ": no problems, " + rules + (rules == 1 ? " rule" : " rules")
                    + (unnamed.isEmpty() ? "" : "; no file is named for " + String.join(" and ", unnamed));
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
            Inspection seen = Inspection.of(file);
            if (!seen.problems().isEmpty() && !seen.areSourcesSound()) {
                return unusable(seen.problems());
            }
            RuleSet rules = sources.asFarAsNamed(seen.rules(), file.toString(), surroundings);
            int count = rules.explicit().size() + rules.implicit().size();
            List<String> unnamed = unnamed(rules.sources());
            return isToBeHeldAgainstData(rules.sources())
                    ? againstTheData(seen, rules.withSources(named(rules.sources())), count, unnamed)
                    : new Findings(file, count, seen.problems(), warnings(seen), "", unnamed);
        } catch (RulesException unreadable) {
            return unusable(unreadable.problems());
        }
    }

    private Findings unusable(List<Problem> problems) {
        return new Findings(file, 0, problems, List.of(), "", List.of());
    }

    /** None that may only come from a mistake. */
    private static List<Problem> warnings(Inspection seen) {
        return seen.problems().isEmpty() ? seen.warnings() : List.of();
    }

    private static List<String> unnamed(Sources sources) {
        ContactSource list = sources.contacts();
        Stream<String> contacts = list != null && hasNoFile(list.files()) ? Stream.of("the contacts") : Stream.empty();
        return Stream.concat(
                        contacts,
                        sources.events().stream()
                                .filter(log -> hasNoFile(log.files()))
                                .map(log -> "the log '" + log.name() + "'"))
                .toList();
    }

    /** Where nothing says yet who the leads are, only the rule file can be looked at. */
    private static boolean isToBeHeldAgainstData(Sources sources) {
        ContactSource list = sources.contacts();
        return list == null
                ? sources.events().stream().noneMatch(log -> hasNoFile(log.files()))
                : !hasNoFile(list.files());
    }

    private static Sources named(Sources sources) {
        return new Sources(
                sources.contacts(),
                sources.events().stream().filter(log -> !hasNoFile(log.files())).toList(),
                sources.outcomes(),
                sources.objections());
    }

    private static boolean hasNoFile(SourceFiles files) {
        return files.patterns().isEmpty();
    }

    private Findings againstTheData(Inspection seen, RuleSet rules, int count, List<String> unnamed) {
        try (Exports exports = Exports.of(rules.sources(), file, surroundings.in())) {
            List<Problem> problems =
                    ColumnCheck.problems(seen, rules, exports.contactColumns(), exports.eventColumns());
            ObjectionFiles.read(rules, file);
            return new Findings(file, count, problems, warnings(seen), "", unnamed);
        } catch (InputException unusable) {
            String data = String.valueOf(unusable.getMessage());
            return new Findings(file, count, seen.problems(), warnings(seen), data, unnamed);
        }
    }
}
