package org.leadscore.cli;

import java.util.ArrayList;
import java.util.List;
import org.leadscore.engine.Engine;
import org.leadscore.engine.Exports;
import org.leadscore.engine.Objections;
import org.leadscore.engine.Progress;
import org.leadscore.engine.Result;
import org.leadscore.problem.Problem;
import org.leadscore.report.Changes;
import org.leadscore.report.Content;
import org.leadscore.report.LeadsCsv;
import org.leadscore.report.LedgerCsv;
import org.leadscore.report.NextSteps;
import org.leadscore.report.Outputs;
import org.leadscore.report.RejectsCsv;
import org.leadscore.report.StandardOutput;
import org.leadscore.report.Summary;
import org.leadscore.report.SummaryJson;
import org.leadscore.report.SummaryText;
import org.leadscore.rules.ColumnCheck;
import org.leadscore.rules.OutcomeSource;
import org.leadscore.rules.RuleFile;
import org.leadscore.rules.RuleSet;
import org.leadscore.score.RankedLead;
import org.leadscore.segment.Ledger;

/** Reads the rules, ranks the leads, and writes the reports, or none of them. */
final class ScoreJob {

    private static final double SECOND = 1e9;

    private final Surroundings surroundings;
    private final ScoreRequest request;
    private final ProgressLine line;
    private final PhaseTimes times;
    private final long begun = System.nanoTime();

    ScoreJob(Surroundings surroundings, ScoreRequest request) {
        this.surroundings = surroundings;
        this.request = request;
        line = new ProgressLine(surroundings.err(), System::nanoTime);
        boolean drawn = surroundings.terminal() && request.verbosity() != Verbosity.QUIET;
        times = new PhaseTimes(drawn ? line : Progress.NONE, System::nanoTime, "reading the rules");
    }

    void run() {
        RuleFile file = RuleFile.read(request.rules());
        RuleSet rules = request.sources().over(file.rules(), request.rules().toString(), surroundings);
        long now = surroundings.clock().millis();
        long asOf = AsOf.millis(request.asOf(), rules.timezone(), now);
        Selection selection = Selection.of(request.buckets(), request.top(), rules);
        InputsAndOutputs.refuseToMix(request, rules);
        try (Outputs outputs = new Outputs()) {
            Destinations destinations = new Destinations(outputs, request, rules);
            Objections objections = ObjectionFiles.read(rules, request.rules());
            Memory memory = Memory.read(request, rules, objections, asOf, this::note);
            Result result = rank(file, rules, objections, memory.ledger(), asOf);
            request.rejectLimit().check(result);
            Changes changes = memory.changes(request, rules, result, objections);
            Summary summary = new Summary(
                    result,
                    rules,
                    changes,
                    warnings(rules, result),
                    request.rules().toString(),
                    Version.text(),
                    asOf,
                    seconds());
            boolean isRead = write(destinations, memory, summary, selection.from(result.leads()));
            outputs.commit();
            if (isRead) {
                closingWords(file, summary.after(seconds()));
            }
        }
    }

    private Result rank(RuleFile file, RuleSet rules, Objections objections, Ledger ledger, long asOf) {
        Thread onSignal = new Thread(line::end, "leadscore-progress");
        Runtime.getRuntime().addShutdownHook(onSignal);
        try (Exports exports = exports(rules)) {
            ColumnCheck.refuseMissing(file, rules, exports.contactColumns(), exports.eventColumns());
            OutcomeSource outcomes = rules.sources().outcomes();
            if (outcomes != null && readsOutcomes(rules, outcomes)) {
                ColumnCheck.refuseMissingOutcomes(file, outcomes, rules, exports.outcomeColumns());
            }
            return new Engine(request.threads(), times, objections).run(rules, exports, asOf, ledger);
        } finally {
            forget(onSignal);
            line.clear();
        }
    }

    /** Who became a customer is only of interest where it can be told how customers came. */
    private Exports exports(RuleSet rules) {
        OutcomeSource outcomes = rules.sources().outcomes();
        return outcomes == null || !readsOutcomes(rules, outcomes)
                ? Exports.of(rules.sources(), request.rules(), surroundings.in())
                : Exports.withOutcomes(rules.sources(), outcomes, request.rules(), surroundings.in());
    }

    private static boolean readsOutcomes(RuleSet rules, OutcomeSource outcomes) {
        return rules.followUp().acquisition() != null
                && !outcomes.files().patterns().isEmpty();
    }

    private List<String> warnings(RuleSet rules, Result result) {
        List<String> warnings = new ArrayList<>(result.warnings());
        if (request.ledger() == null && rules.followUp().hasAgainAfter()) {
            warnings.add("again-after has no effect: without --ledger FILE, a run cannot know what earlier ones did");
        }
        return warnings;
    }

    /** False when nobody reads standard output any more. */
    private boolean write(Destinations destinations, Memory memory, Summary summary, List<RankedLead> listed) {
        times.phase("writing");
        line.clear();
        RuleSet rules = summary.rules();
        Changes changes = summary.changes();
        LeadsCsv leads = new LeadsCsv(rules, request.form(), summary.result().placements()::of, changes);
        Content ranking = out -> leads.write(listed, out, request.threads());
        destinations.writeLeads(ranking);
        destinations.writeRejects(
                out -> new RejectsCsv(request.form()).write(summary.result().rejects(), out));
        destinations.writeSummary(out -> SummaryJson.write(summary.after(seconds()), out));
        Result result = summary.result();
        destinations.writeNextSteps(new NextSteps(rules, request.form(), result, request.threads()).reports());
        destinations.writeLedger(out -> LedgerCsv.write(ledgerOf(memory, result), rules.timezone(), out));
        destinations.finish(summary.asOf(), changes == null ? List.of() : changes.gone());
        return !destinations.leadsGoToStandardOutput() || StandardOutput.write(ranking, surroundings.out());
    }

    private static Ledger ledgerOf(Memory memory, Result result) {
        return memory.ledger()
                .with(result.placements().done(rank -> result.ids().get(rank - 1)));
    }

    private static void forget(Thread onSignal) {
        try {
            Runtime.getRuntime().removeShutdownHook(onSignal);
        } catch (IllegalStateException shuttingDown) {
            // then it runs
        }
    }

    /** Says at once what is of this run only, and so not in the summary. */
    private void note(String words) {
        surroundings.err().print("note: " + words + "\n");
        surroundings.err().flush();
    }

    private double seconds() {
        return (System.nanoTime() - begun) / SECOND;
    }

    private void closingWords(RuleFile file, Summary summary) {
        String parts = times.end();
        StringBuilder words = new StringBuilder();
        switch (request.verbosity()) {
            case QUIET -> words.append(SummaryText.warnings(summary.warnings()));
            case NORMAL -> words.append(SummaryText.render(summary));
            case VERBOSE -> {
                for (Problem warning : file.warnings()) {
                    words.append("warning: ").append(warning.render()).append('\n');
                }
                words.append(SummaryText.render(summary)).append(parts);
            }
        }
        surroundings.err().print(words);
        surroundings.err().flush();
    }
}
