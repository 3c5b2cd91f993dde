package org.leadscore.cli.rule;

import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.leadscore.cli.option.AsOf;
import org.leadscore.cli.option.ChosenSources;
import org.leadscore.cli.run.InputsAndOutputs;
import org.leadscore.cli.run.ObjectionFiles;
import org.leadscore.cli.run.Surroundings;
import org.leadscore.engine.Comparison;
import org.leadscore.engine.Engine;
import org.leadscore.engine.files.Exports;
import org.leadscore.engine.files.Progress;
import org.leadscore.engine.leads.Objections;
import org.leadscore.ingest.input.InputsRead;
import org.leadscore.ingest.input.RemoteFiles;
import org.leadscore.problem.UsageException;
import org.leadscore.report.explain.ScoreDiff;
import org.leadscore.report.file.KeyFile;
import org.leadscore.report.file.Outputs;
import org.leadscore.report.file.Rights;
import org.leadscore.report.screen.Sheet;
import org.leadscore.report.table.CsvForm;
import org.leadscore.report.table.Pseudonyms;
import org.leadscore.rules.RuleSet;
import org.leadscore.rules.file.ColumnCheck;
import org.leadscore.rules.file.RuleFile;
import org.leadscore.rules.source.OutcomeSource;

/** Ranks the leads by two rule files, as of the same moment, and tells what differs. */
final class DiffJob {

    private static final String TWICE = "diff reads everything twice: once by each rule file";

    private final Surroundings surroundings;
    private final ChosenSources sources;
    private final @Nullable String asOf;
    /** The table of all leads that move; null for none. */
    private final @Nullable Path output;
    /** The file of the key by which pseudonyms are made; null for ids. */
    private final @Nullable Path key;

    private final Rights rights;

    /**
     * A comparison that is to be made.
     *
     * @param output for all leads that move; null for none
     * @param rights of the output, if it is new
     * @param key the file of the key by which pseudonyms are made; null for ids
     */
    DiffJob(
            Surroundings surroundings,
            ChosenSources sources,
            @Nullable String asOf,
            @Nullable Path output,
            Rights rights,
            @Nullable Path key) {
        if (output != null && key != null && InputsAndOutputs.isSame(output, key)) {
            throw new UsageException(key + " is read as the key of --pseudonymize and cannot be an output as well");
        }
        if (sources.readStandardInput()) {
            throw new UsageException("standard input can be read once only, and " + TWICE + "; put it in a file");
        }
        this.surroundings = surroundings;
        this.sources = sources;
        this.asOf = asOf;
        this.output = output;
        this.rights = rights;
        this.key = key;
    }

    /**
     * The comparison as text for a person; the table of all leads that move is written to {@link #output}.
     *
     * @param top the number of leads shown at most
     */
    Sheet run(Path oldFile, Path newFile, int top) {
        RuleFile oldRules = RuleFile.read(oldFile);
        RuleFile newRules = RuleFile.read(newFile);
        UnaryOperator<String> called = called(newRules.rules());
        long moment = AsOf.millis(
                asOf, newRules.rules().timezone(), surroundings.clock().millis());
        try (Outputs outputs = new Outputs(surroundings::note, "", rights)) {
            Outputs.Output table = output == null ? null : outputs.claim(output);
            outputs.ready();
            InputsRead inputs = new InputsRead(); // the second rule file has to find them as the first did
            Objections one = ObjectionFiles.read(oldRules.rules(), oldFile, RemoteFiles.NONE, inputs);
            Objections other = ObjectionFiles.read(newRules.rules(), newFile, RemoteFiles.NONE, inputs);
            Objections oldOnes = ofAllIds(oldRules, oldFile, one.and(other), inputs, moment);
            Objections newOnes = ofAllIds(newRules, newFile, other.and(one), inputs, moment);
            Comparison.Side before = rank(oldRules, oldFile, oldOnes.and(newOnes), inputs, moment);
            Comparison.Side after = rank(newRules, newFile, newOnes.and(oldOnes), inputs, moment);
            ScoreDiff diff = new ScoreDiff(before.rules(), after.rules(), Comparison.of(before, after), called);
            if (table != null) {
                table.write(out -> diff.write(CsvForm.PLAIN, out));
                outputs.commit();
            }
            Sheet sheet = surroundings.results();
            diff.write("from " + oldFile + " to " + newFile, moment, top, sheet);
            return sheet;
        }
    }

    /** The pseudonyms of leads; their ids without a key. */
    private UnaryOperator<String> called(RuleSet rules) {
        return key == null
                ? UnaryOperator.identity()
                : new Pseudonyms(KeyFile.read(key), rules.sources().areIdsExact())::ofLead;
    }

    /** The objections, with all ids of those who objected by the links of one rule file, who are in neither ranking. */
    private Objections ofAllIds(RuleFile file, Path path, Objections objections, InputsRead inputs, long moment) {
        RuleSet rules = sources.over(file.rules(), path.toString(), surroundings);
        if (rules.sources().identities().isEmpty() || objections.ids().isEmpty()) {
            return objections;
        }
        try (Exports exports = Exports.shared(rules.sources(), rules.conversions(), path, TWICE, inputs)) {
            return engine(objections).objecting(rules, exports, moment);
        }
    }

    private static Engine engine(Objections objections) {
        return new Engine(Runtime.getRuntime().availableProcessors(), Progress.NONE, objections);
    }

    private Comparison.Side rank(RuleFile file, Path path, Objections objections, InputsRead inputs, long moment) {
        RuleSet rules = sources.over(file.rules(), path.toString(), surroundings);
        if (output != null) {
            InputsAndOutputs.refuseInput(output, path, rules);
        }
        OutcomeSource conversions = rules.conversions();
        try (Exports exports = Exports.shared(rules.sources(), conversions, path, TWICE, inputs)) {
            ColumnCheck.refuseMissing(file, rules, exports.contactColumns(), exports.eventColumns());
            if (conversions != null) {
                ColumnCheck.refuseMissingOutcomes(file, conversions, rules, exports.outcomeColumns());
            }
            return new Comparison.Side(
                    rules, engine(objections).run(rules, exports, moment).leads());
        }
    }
}
