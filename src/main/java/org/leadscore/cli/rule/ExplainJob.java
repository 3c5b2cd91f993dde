package org.leadscore.cli.rule;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.leadscore.cli.option.AsOf;
import org.leadscore.cli.option.ChosenSources;
import org.leadscore.cli.run.ObjectionFiles;
import org.leadscore.cli.run.Surroundings;
import org.leadscore.engine.Engine;
import org.leadscore.engine.Explained;
import org.leadscore.engine.OtherId;
import org.leadscore.engine.files.Exports;
import org.leadscore.engine.files.Progress;
import org.leadscore.engine.held.AskedPersons;
import org.leadscore.engine.held.Held;
import org.leadscore.engine.held.HeldReader;
import org.leadscore.engine.leads.Objections;
import org.leadscore.ingest.input.Input;
import org.leadscore.ingest.input.InputsRead;
import org.leadscore.problem.InputException;
import org.leadscore.problem.UsageException;
import org.leadscore.report.earlier.LedgerCsv;
import org.leadscore.report.explain.ExplanationText;
import org.leadscore.report.explain.HeldJson;
import org.leadscore.report.file.Content;
import org.leadscore.report.screen.Sheet;
import org.leadscore.rules.RuleSet;
import org.leadscore.rules.file.ColumnCheck;
import org.leadscore.rules.file.RuleFile;
import org.leadscore.rules.source.OutcomeSource;
import org.leadscore.segment.Ledger;

/** Scores all leads, and explains the score of one of them; or tells all that is held about it. */
final class ExplainJob {

    private static final String OBJECTED = "this lead objected: it is not scored, and nothing is told about it";
    private static final String TWICE = "explain --all --format json reads it more than once";

    private final Surroundings surroundings;
    private final Path file;
    private final ChosenSources sources;
    private final @Nullable String asOf;
    private final @Nullable Path ledgerFile;

    /** @param ledgerFile what earlier runs did with whom; null to know nothing of it */
    ExplainJob(
            Surroundings surroundings,
            Path file,
            ChosenSources sources,
            @Nullable String asOf,
            @Nullable Path ledgerFile) {
        this.surroundings = surroundings;
        this.file = file;
        this.sources = sources;
        this.asOf = asOf;
        this.ledgerFile = ledgerFile;
    }

    /**
     * The explanation as text; for a lead who objected, a sentence that says so.
     *
     * @param most the number of occurrences that are told of each rule, the newest
     * @throws InputException when there is no such lead, or not yet
     */
    Sheet text(String lead, int most) {
        Sheet sheet = surroundings.results();
        RuleFile read = RuleFile.read(file);
        RuleSet rules = sources.over(read.rules(), file.toString(), surroundings);
        long moment = moment(rules);
        Objections objections = ObjectionFiles.read(rules, file);
        Ledger ledger = ledger(rules);
        if (objections.include(lead)) {
            return sheet.line(OBJECTED);
        }
        try (Exports exports = Exports.withOutcomes(rules.sources(), rules.conversions(), file, surroundings.in())) {
            refuseMissing(read, rules, exports, rules.conversions());
            Engine engine = engine(objections);
            if (engine.objecting(rules, exports, moment).include(lead)) {
                return sheet.line(OBJECTED);
            }
            Explained explained = engine.explain(rules, exports, moment, lead, ledger)
                    .orElseThrow(() -> new InputException("there is no lead '" + lead
                            + "'; leads are named as the column of the sources' lead has them"));
            List<Ledger.Entry> entries = ledgerFile == null ? null : entries(rules, ledger, ids(explained));
            ExplanationText.write(explained, rules, moment, most, entries, sheet);
            return sheet;
        }
    }

    /**
     * The score with its reasons, and what happens next, as JSON.
     *
     * @param all whether to tell also all rows that are held about the lead, be it only in a log, the ledger or the list of
     *     who objected
     * @throws InputException when nothing is held about the lead; without {@code all}, when it is not scored
     */
    Content json(String lead, boolean all) {
        RuleFile read = RuleFile.read(file);
        RuleSet rules = sources.over(read.rules(), file.toString(), surroundings);
        if (all && sources.readStandardInput()) {
            throw new UsageException("standard input can be read once only, and " + TWICE + "; put it in a file");
        }
        long moment = moment(rules);
        Objections objections = ObjectionFiles.read(rules, file);
        Ledger ledger = ledger(rules);
        OutcomeSource outcomes = all ? outcomes(rules) : rules.conversions();
        try (Exports exports = all
                ? Exports.shared(rules.sources(), outcomes, file, TWICE, new InputsRead())
                : Exports.withOutcomes(rules.sources(), outcomes, file, surroundings.in())) {
            refuseMissing(read, rules, exports, outcomes);
            Engine engine = engine(objections);
            boolean objected = engine.objecting(rules, exports, moment).include(lead);
            AskedPersons person = AskedPersons.of(rules, exports, List.of(lead));
            Held held = all ? HeldReader.read(rules, exports, person) : null;
            Map<String, List<Long>> objection = all ? ObjectionFiles.lines(rules, file, person.all()) : Map.of();
            Optional<Explained> explained =
                    objected ? Optional.empty() : engine.explainIfKnown(rules, exports, moment, lead, ledger);
            List<Ledger.Entry> entries = entries(rules, ledger, person.ids(lead));
            if (explained.isEmpty() && !objected && (held == null || held.isNothing() && entries.isEmpty())) {
                throw new InputException(
                        all
                                ? "nothing is held about '" + lead
                                        + "'; leads are named as the column of the sources' lead has them"
                                : "there is no lead '" + lead
                                        + "' that is scored; --all tells what is held about one that is not");
            }
            HeldJson json = new HeldJson(rules, file.toString(), moment, lead);
            return out -> json.write(
                    explained.orElse(null),
                    objected,
                    person.ids(lead),
                    held,
                    objection,
                    ledgerFile == null ? null : entries,
                    out);
        }
    }

    /** The entries of the ledger about a lead, by whichever of its ids. */
    private static List<Ledger.Entry> entries(RuleSet rules, Ledger ledger, List<String> ids) {
        List<Ledger.Entry> entries = new ArrayList<>();
        ids.forEach(id -> entries.addAll(ledger.of(id)));
        return Ledger.of(rules.sources().areIdsExact(), entries).entries();
    }

    private static List<String> ids(Explained explained) {
        return Stream.concat(
                        Stream.of(explained.lead()), explained.ids().stream().map(OtherId::id))
                .toList();
    }

    private long moment(RuleSet rules) {
        return AsOf.millis(asOf, rules.timezone(), surroundings.clock().millis());
    }

    private static Engine engine(Objections objections) {
        return new Engine(Runtime.getRuntime().availableProcessors(), Progress.NONE, objections);
    }

    private static void refuseMissing(RuleFile read, RuleSet rules, Exports exports, @Nullable OutcomeSource outcomes) {
        ColumnCheck.refuseMissing(read, rules, exports.contactColumns(), exports.eventColumns());
        if (outcomes != null) {
            ColumnCheck.refuseMissingOutcomes(read, outcomes, rules, exports.outcomeColumns());
        }
    }

    /** The outcomes wherever the rule file has some; null for none. */
    private static @Nullable OutcomeSource outcomes(RuleSet rules) {
        OutcomeSource outcomes = rules.sources().outcomes();
        return outcomes == null || outcomes.files().patterns().isEmpty() ? rules.conversions() : outcomes;
    }

    private Ledger ledger(RuleSet rules) {
        Path from = ledgerFile;
        if (from == null) {
            return Ledger.NONE;
        }
        if (!Files.exists(from)) {
            throw new InputException(from + ": there is no such ledger");
        }
        return LedgerCsv.read(Input.of(from, from.toString()), rules.sources().areIdsExact(), rules.timezone());
    }
}
