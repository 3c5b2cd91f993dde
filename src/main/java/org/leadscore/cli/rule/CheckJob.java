package org.leadscore.cli.rule;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.leadscore.cli.option.ChosenSources;
import org.leadscore.cli.run.ObjectionFiles;
import org.leadscore.cli.run.Surroundings;
import org.leadscore.engine.files.Exports;
import org.leadscore.problem.ExitCode;
import org.leadscore.problem.InputException;
import org.leadscore.problem.Problem;
import org.leadscore.problem.RulesException;
import org.leadscore.rules.RuleSet;
import org.leadscore.rules.file.ColumnCheck;
import org.leadscore.rules.file.Inspection;
import org.leadscore.rules.source.ContactSource;
import org.leadscore.rules.source.SourceFiles;
import org.leadscore.rules.source.Sources;

/**
 * Looks for mistakes in a rule file, alone and against the headers of those sources whose files are known and there.
 */
final class CheckJob {

    /**
     * The findings of a check, which {@link CheckCommand} prints.
     *
     * @param rules number of rules in the file; 0 when it is unusable
     * @param problems mistakes that make the file unusable
     * @param warnings what works, but is hardly meant
     * @param data the error of the sources because of which the rules could not be checked against them; empty for none
     * @param unnamed the sources without a file, against which the rules were not checked
     */
    record Findings(
            Path file, int rules, List<Problem> problems, List<Problem> warnings, String data, List<String> unnamed) {

        ExitCode exitCode() {
            if (!problems.isEmpty()) {
                return ExitCode.BAD_RULES;
            }
            return warnings.isEmpty() && data.isEmpty() ? ExitCode.OK : ExitCode.FOUND;
        }

        /** The line for a file in which nothing was found. */
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

    /** Checks the file; mistakes in it are findings, and no failure. */
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

    /** The warnings of a file without problems. A file with problems has none, as its warnings may come from those. */
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

    /**
     * True when the files that tell who the leads are have names. Until they do, only the rule file itself can be
     * checked.
     */
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
