package org.leadscore.cli.rule;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.leadscore.cli.option.ChosenSources;
import org.leadscore.cli.run.ObjectionFiles;
import org.leadscore.cli.run.Surroundings;
import org.leadscore.engine.Engine;
import org.leadscore.engine.SourceDoubts;
import org.leadscore.engine.files.Exports;
import org.leadscore.engine.files.Oddity;
import org.leadscore.engine.files.Progress;
import org.leadscore.engine.leads.LookupMatches;
import org.leadscore.engine.leads.Objections;
import org.leadscore.engine.parts.MemoryBudget;
import org.leadscore.engine.parts.TooLittleMemory;
import org.leadscore.engine.probe.Doubt;
import org.leadscore.engine.probe.ExportReader;
import org.leadscore.engine.probe.RuleProbe;
import org.leadscore.lead.ZoneDays;
import org.leadscore.problem.ExitCode;
import org.leadscore.problem.InputException;
import org.leadscore.problem.Problem;
import org.leadscore.problem.RulesException;
import org.leadscore.report.screen.Sheet;
import org.leadscore.report.summary.FiguresText;
import org.leadscore.report.summary.SummaryText;
import org.leadscore.rules.RuleSet;
import org.leadscore.rules.file.ColumnCheck;
import org.leadscore.rules.file.Inspection;
import org.leadscore.rules.source.ContactSource;
import org.leadscore.rules.source.SourceFiles;
import org.leadscore.rules.source.Sources;
import org.leadscore.spill.SpillPlace;

/**
 * Looks for mistakes in a rule file, alone and against those sources whose files are known and there: their headers, and
 * the beginning of their rows or all of them.
 */
final class CheckJob {

    /** About the number of bytes of each file that are looked at, as {@code init} does. */
    private static final long BEGINNING = 1 << 22;

    /** The age of the newest event, in milliseconds, above which the data are looked at as of its time, and not as of now. */
    private static final long WEEK = 7 * ZoneDays.DAY;

    /**
     * The findings of a check, which {@link CheckCommand} prints.
     *
     * @param rules number of rules in the file; 0 when it is unusable
     * @param problems mistakes that make the file unusable
     * @param warnings what works, but is hardly meant
     * @param data the error of the sources because of which the rules could not be checked against them; empty for none
     * @param doubts sentences about the data
     * @param unnamed the sources without a file, against which the rules were not checked
     * @param figures puts on a sheet what was counted in the data; nothing when they were not looked at
     */
    record Findings(
            Path file,
            int rules,
            List<Problem> problems,
            List<Problem> warnings,
            String data,
            List<String> doubts,
            List<String> unnamed,
            Consumer<Sheet> figures) {

        ExitCode exitCode() {
            if (!problems.isEmpty()) {
                return ExitCode.BAD_RULES;
            }
            return warnings.isEmpty() && data.isEmpty() && doubts.isEmpty() ? ExitCode.OK : ExitCode.FOUND;
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
    /** True to look at all rows and not at the beginning of each file only. */
    private final boolean all;

    /** @param all true to look at all rows, false for the beginning of each file */
    CheckJob(Surroundings surroundings, Path file, ChosenSources sources, boolean all) {
        this.all = all;
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
                    : new Findings(
                            file,
                            count,
                            seen.problems(),
                            warnings(seen),
                            "",
                            List.of(),
                            unnamed,
                            sheet -> note(rules, sheet));
        } catch (RulesException unreadable) {
            return unusable(unreadable.problems());
        }
    }

    private Findings unusable(List<Problem> problems) {
        return new Findings(file, 0, problems, List.of(), "", List.of(), List.of(), CheckJob::noFigures);
    }

    /** The warnings of a file without problems. A file with problems has none, as its warnings may come from those. */
    private static List<Problem> warnings(Inspection seen) {
        return seen.problems().isEmpty() ? seen.warnings() : List.of();
    }

    private static void noFigures(Sheet sheet) {}

    /** Says what is still to be done; no finding, as it is so in each file that is about to be learned. */
    private static void note(RuleSet rules, Sheet sheet) {
        if (rules.hasUnlearned()) {
            sheet.line(SummaryText.UNLEARNED);
        }
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
                sources.objections(),
                sources.identities(),
                sources.lists());
    }

    private static boolean hasNoFile(SourceFiles files) {
        return files.patterns().isEmpty();
    }

    private Findings againstTheData(Inspection seen, RuleSet rules, int count, List<String> unnamed) {
        try (Exports exports = Exports.withOutcomes(rules.sources(), rules.conversions(), file, surroundings.in())) {
            List<Problem> problems =
                    ColumnCheck.problems(seen, rules, exports.contactColumns(), exports.eventColumns());
            Objections objections = ObjectionFiles.read(rules, file);
            return problems.isEmpty()
                    ? againstTheRows(seen, rules, exports, objections, count, unnamed)
                    : new Findings(
                            file, count, problems, warnings(seen), "", List.of(), unnamed, sheet -> note(rules, sheet));
        } catch (InputException | TooLittleMemory unusable) {
            String data = String.valueOf(unusable.getMessage());
            return new Findings(
                    file,
                    count,
                    seen.problems(),
                    warnings(seen),
                    data,
                    List.of(),
                    unnamed,
                    sheet -> note(rules, sheet));
        }
    }

    private Findings againstTheRows(
            Inspection seen, RuleSet rules, Exports exports, Objections objections, int count, List<String> unnamed) {
        exports.readAtMost(all ? Long.MAX_VALUE : BEGINNING);
        long now = surroundings.clock().millis();
        ExportReader.Outcome cells = new ExportReader(rules, now).read(exports);
        boolean isOld = cells.newest() != Long.MIN_VALUE && now - cells.newest() > WEEK;
        long asOf = isOld ? cells.newest() : now;
        int threads = Runtime.getRuntime().availableProcessors();
        try (SpillPlace place = SpillPlace.ofSystem()) {
            MemoryBudget room = MemoryBudget.within(surroundings.heap(), threads, place);
            Engine engine = Engine.within(room, threads, Progress.NONE, objections);
            RuleProbe.Outcome probe = new RuleProbe(rules).run(engine, exports, asOf);
            boolean isWhole = cells.cut().isEmpty() && unnamed.isEmpty();
            List<Doubt> found = new ArrayList<>(cells.doubts());
            found.addAll(isWhole ? probe.doubts() : List.of());
            List<Problem> ofRules = found.stream()
                    .map(doubt -> seen.problem(doubt.at(), doubt.message()))
                    .toList();
            List<String> doubts = new ArrayList<>(cells.slips());
            probe.result().wrongValues().forEach(values -> doubts.add(SummaryText.sentence(values)));
            probe.result().oddities().stream()
                    .filter(Oddity::isWrongForLeaveOut)
                    .forEach(oddity -> doubts.add(oddity.sentence()));
            if (!isWhole) {
                doubts.addAll(exports.doubts()); // otherwise the warnings of the run have them
                doubts.addAll(
                        cells.cut().isEmpty()
                                ? LookupMatches.doubts(probe.result().lookups())
                                : List.of());
            } else {
                doubts.addAll(new SourceDoubts(rules, probe.result().tallies(), asOf, false, Map.of()).sentences());
                doubts.addAll(probe.result().warnings());
            }
            List<Oddity> oddities = exports.oddities();
            return new Findings(
                    file, count, List.of(), Inspection.inOrder(warnings(seen), ofRules), "", doubts, unnamed, sheet -> {
                        note(rules, sheet);
                        FiguresText.write(probe, cells.columns(), oddities, cells.cut(), rules, asOf, sheet);
                    });
        }
    }
}
