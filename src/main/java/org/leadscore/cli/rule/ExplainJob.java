package org.leadscore.cli.rule;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.leadscore.cli.option.AsOf;
import org.leadscore.cli.option.ChosenSources;
import org.leadscore.cli.run.ObjectionFiles;
import org.leadscore.cli.run.Surroundings;
import org.leadscore.engine.Engine;
import org.leadscore.engine.files.Exports;
import org.leadscore.engine.files.Progress;
import org.leadscore.engine.leads.Objections;
import org.leadscore.problem.InputException;
import org.leadscore.report.explain.ExplanationText;
import org.leadscore.rules.RuleSet;
import org.leadscore.rules.file.ColumnCheck;
import org.leadscore.rules.file.RuleFile;
import org.leadscore.rules.source.OutcomeSource;

/** Scores all leads, and explains the score of one of them. */
final class ExplainJob {

    private static final String OBJECTED = "this lead objected: it is not scored, and nothing is told about it\n";

    private final Surroundings surroundings;
    private final Path file;
    private final ChosenSources sources;
    private final @Nullable String asOf;
    private final int most;

    /** @param most the number of occurrences that are told of each rule, the newest */
    ExplainJob(Surroundings surroundings, Path file, ChosenSources sources, @Nullable String asOf, int most) {
        this.surroundings = surroundings;
        this.file = file;
        this.sources = sources;
        this.asOf = asOf;
        this.most = most;
    }

    /**
     * The explanation as text; for a lead who objected, a sentence that says so.
     *
     * @throws InputException when there is no such lead, or not yet
     */
    String run(String lead) {
        RuleFile read = RuleFile.read(file);
        RuleSet rules = sources.over(read.rules(), file.toString(), surroundings);
        long moment = AsOf.millis(asOf, rules.timezone(), surroundings.clock().millis());
        Objections objections = ObjectionFiles.read(rules, file);
        if (objections.include(lead)) {
            return OBJECTED;
        }
        OutcomeSource conversions = rules.conversions();
        try (Exports exports = Exports.withOutcomes(rules.sources(), conversions, file, surroundings.in())) {
            ColumnCheck.refuseMissing(read, rules, exports.contactColumns(), exports.eventColumns());
            if (conversions != null) {
                ColumnCheck.refuseMissingOutcomes(read, conversions, rules, exports.outcomeColumns());
            }
            Engine engine = new Engine(Runtime.getRuntime().availableProcessors(), Progress.NONE, objections);
            if (engine.objecting(rules, exports, moment).include(lead)) {
                return OBJECTED;
            }
            return engine.explain(rules, exports, moment, lead)
                    .map(explained -> ExplanationText.render(explained, rules, moment, most))
                    .orElseThrow(() -> new InputException("there is no lead '" + lead
                            + "'; leads are named as the column of the sources' lead has them"));
        }
    }
}
