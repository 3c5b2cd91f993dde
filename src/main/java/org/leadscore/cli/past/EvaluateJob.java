package org.leadscore.cli.past;

import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.leadscore.calibrate.table.QualityTables;
import org.leadscore.cli.run.InputsAndOutputs;
import org.leadscore.cli.run.Surroundings;
import org.leadscore.engine.files.Exports;
import org.leadscore.history.EvaluationText;
import org.leadscore.history.PastFigures;
import org.leadscore.history.PastHistory;
import org.leadscore.history.PastPoints;
import org.leadscore.history.figures.Figures;
import org.leadscore.lead.Numbers;
import org.leadscore.problem.ExitCode;
import org.leadscore.problem.UsageException;
import org.leadscore.report.file.Outputs;
import org.leadscore.report.file.Rights;
import org.leadscore.rules.RuleSet;
import org.leadscore.rules.file.RuleFile;

/** Scores the past, and measures the scores by what became of the leads. */
final class EvaluateJob {

    /** The findings of an evaluation: the text or JSON to print, and {@code OK} or, when a gate is not met, {@code FOUND}. */
    record Findings(String text, ExitCode exitCode) {}

    private final Surroundings surroundings;
    private final PastRequest request;
    /** Another rule file that is measured by the same past; null for none. */
    private final @Nullable Path against;
    /** The number of leads that a team can call in a week; null when nobody asked. */
    private final @Nullable Integer capacity;
    /** The lowest AUC that is accepted, from 0 to 1; null for no gate. */
    private final @Nullable Double minAuc;
    /** The highest population stability index that is accepted; null for no gate. */
    private final @Nullable Double maxPsi;
    /** The table of gains and lift by tenth; null for none. */
    private final @Nullable Path gains;
    /** The form of all figures. */
    private final FiguresRequest shown;

    EvaluateJob(
            Surroundings surroundings,
            PastRequest request,
            @Nullable Path against,
            @Nullable Integer capacity,
            @Nullable Double minAuc,
            @Nullable Double maxPsi,
            @Nullable Path gains,
            FiguresRequest shown) {
        this.surroundings = surroundings;
        this.request = request;
        this.against = against;
        this.capacity = capacity;
        this.minAuc = minAuc;
        this.maxPsi = maxPsi;
        this.gains = gains;
        this.shown = shown;
    }

    Findings run() {
        RuleFile file = RuleFile.read(request.rules());
        RuleFile other = against == null ? null : RuleFile.read(against);
        if (other != null && against != null) {
            Exports.readLists(other.rules().sources(), against); // all else it takes from the first file's sources
        }
        RuleSet rules = request.sources().over(file.rules(), request.rules().toString(), surroundings);
        List<Path> written =
                Stream.of(gains, shown.page()).flatMap(Stream::ofNullable).toList();
        written.forEach(output -> refuseInput(output, rules));
        InputsAndOutputs.refuseTwice(written);
        try (Outputs outputs = new Outputs(surroundings::note, "", Rights.BY_UMASK)) {
            Outputs.Output table = gains == null ? null : outputs.claim(gains);
            Path pageFile = shown.page();
            Outputs.Output page = pageFile == null ? null : outputs.claim(pageFile, Rights.OF_OWNER);
            outputs.ready();
            try (PastInputs inputs = new PastInputs(surroundings, request, "evaluate", file, rules)) {
                Findings findings = findings(inputs, rules, other, table, page);
                outputs.commit();
                return findings;
            }
        }
    }

    private void refuseInput(Path output, RuleSet rules) {
        InputsAndOutputs.refuseInput(output, request.rules(), rules);
        if (against != null && InputsAndOutputs.isSame(output, against)) {
            throw new UsageException(output + " is read for --against and cannot be an output as well");
        }
    }

    private Findings findings(
            PastInputs inputs,
            RuleSet rules,
            @Nullable RuleFile other,
            Outputs.@Nullable Output table,
            Outputs.@Nullable Output page) {
        EvaluationText evaluation = evaluation(inputs, inputs.file(), rules, other);
        StringBuilder text = new StringBuilder(evaluation.render());
        EvaluationText compared = null;
        if (other != null) {
            inputs.refuseMissing(other);
            compared = evaluation(inputs, other, other.rules().withSources(rules.sources()), null);
            text.append(evaluation.against(compared));
        }
        if (capacity != null) {
            text.append(evaluation.capacity(capacity));
        }
        List<String> unmet = unmet(evaluation);
        unmet.forEach(gate -> text.append("not met: ").append(gate).append('\n'));
        if (table != null) {
            table.write(out -> {
                Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
                QualityTables.writeTenths(evaluation.quality(), writer);
                writer.flush();
            });
        }
        String printed = text.toString();
        if (shown.wantsFigures()) {
            Figures figures = PastFigures.of(evaluation, compared, capacity, unmet);
            if (page != null) {
                page.write(FiguresRequest.page(figures, rules));
            }
            printed = shown.asJson() ? FiguresRequest.json(figures) : printed;
        }
        return new Findings(printed, unmet.isEmpty() ? ExitCode.OK : ExitCode.FOUND);
    }

    /**
     * Measures a rule file.
     *
     * @param compared the other file, where this is the first; null for none
     */
    private EvaluationText evaluation(PastInputs inputs, RuleFile file, RuleSet rules, @Nullable RuleFile compared) {
        PastHistory past = PastHistory.measured(inputs.reader(), file, rules, inputs.timeline(), request.trusted());
        Set<String> leftOut = past.leftOut();
        PastPoints points = new PastPoints(inputs.reader(), rules, leftOut, inputs.timeline());
        PastPoints withSuspects =
                leftOut.isEmpty() ? null : new PastPoints(inputs.reader(), rules, Set.of(), inputs.timeline());
        if (file == inputs.file()) {
            inputs.tellRows(points.past());
            inputs.requireKnown(past, compared);
        }
        return new EvaluationText(
                file.name(), rules, inputs.timeline(), past, points, withSuspects, request.splitSalt());
    }

    /** A sentence for each gate that is not met. */
    private List<String> unmet(EvaluationText evaluation) {
        List<String> unmet = new ArrayList<>();
        double auc = evaluation.quality().auc().area();
        if (minAuc != null && auc < minAuc) {
            unmet.add(String.format(Locale.ROOT, "the AUC is %.4f, below the %s of --min-auc", auc, plain(minAuc))
                    + evaluation.areaWithSuspects());
        }
        double psi = evaluation.stability();
        if (maxPsi != null && psi > maxPsi) {
            unmet.add(String.format(
                            Locale.ROOT, "the PSI of all rules is %.4f, above the %s of --max-psi", psi, plain(maxPsi))
                    + evaluation.stabilityWithSuspects());
        }
        return unmet;
    }

    /** The limit in plain decimals, as it was given, never with an exponent. */
    private static String plain(double limit) {
        return Numbers.plain(BigDecimal.valueOf(limit));
    }
}
