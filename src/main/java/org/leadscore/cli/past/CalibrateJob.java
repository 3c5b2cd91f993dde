package org.leadscore.cli.past;

import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.leadscore.calibrate.Calibration;
import org.leadscore.calibrate.Learned;
import org.leadscore.calibrate.Wanted;
import org.leadscore.calibrate.fit.Method;
import org.leadscore.calibrate.fit.Settings;
import org.leadscore.calibrate.rows.Split;
import org.leadscore.calibrate.table.LearnedTables;
import org.leadscore.cli.run.CommandText;
import org.leadscore.cli.run.InputsAndOutputs;
import org.leadscore.cli.run.Surroundings;
import org.leadscore.history.AllColumns;
import org.leadscore.history.CalibrationText;
import org.leadscore.history.PastFigures;
import org.leadscore.history.PastHistory;
import org.leadscore.history.Revisions;
import org.leadscore.history.figures.Figures;
import org.leadscore.lead.ShownText;
import org.leadscore.problem.RulesException;
import org.leadscore.report.file.Content;
import org.leadscore.report.file.Outputs;
import org.leadscore.report.file.Rights;
import org.leadscore.report.file.StandardOutput;
import org.leadscore.report.table.FormulaGuard;
import org.leadscore.rules.Bucket;
import org.leadscore.rules.RuleSet;
import org.leadscore.rules.file.RuleFile;
import org.leadscore.rules.rewrite.ColumnRule;
import org.leadscore.rules.rewrite.Revision;
import org.leadscore.rules.rule.LearnAll;

/** Measures the past, learns points from it, and writes the rule file again with them. */
final class CalibrateJob {

    /**
     * The settings of a calibration, as given on the command line.
     *
     * @param pointsPerDoubling points that double the odds; null for the default of the method
     * @param maxRules the number of rules that may have points; null for all
     * @param withBuckets true when the limits of buckets that are proposed are to be written, too
     */
    record Learning(
            Method method,
            @Nullable Double pointsPerDoubling,
            @Nullable Integer maxRules,
            boolean withBuckets) {}

    private final Surroundings surroundings;
    private final PastRequest request;
    private final Learning learning;
    /** The new rule file; null for standard output, unless {@link #inPlace}. */
    private final @Nullable Path output;
    /** True when the new rule file takes the place of the old one. */
    private final boolean inPlace;
    /** The table of all figures; null for none. */
    private final @Nullable Path table;

    /** The form of all figures. */
    private final FiguresRequest shown;

    /**
     * Makes the job; {@link #run} does it.
     *
     * @param output for the new rule file; null for standard output, unless it goes where the old one is
     * @param table for all figures; null for none
     * @param shown the form of all figures
     */
    CalibrateJob(
            Surroundings surroundings,
            PastRequest request,
            Learning learning,
            @Nullable Path output,
            boolean inPlace,
            @Nullable Path table,
            FiguresRequest shown) {
        this.surroundings = surroundings;
        this.request = request;
        this.learning = learning;
        this.output = output;
        this.inPlace = inPlace;
        this.table = table;
        this.shown = shown;
    }

    /**
     * Writes all outputs or none. The report goes to standard output, or to standard error when the rule file goes
     * there.
     *
     * @throws UsageException when an output is also an input, or is named twice
     */
    void run() {
        RuleFile read = RuleFile.read(request.rules());
        RuleSet readRules = request.sources().over(read.rules(), request.rules().toString(), surroundings);
        refuseToMix(readRules);
        try (Outputs outputs = new Outputs(surroundings::note, command(), Rights.BY_UMASK)) {
            Path to = inPlace ? request.rules() : output;
            Outputs.Output newFile = to == null ? null : outputs.claim(to);
            Outputs.Output figures = table == null ? null : outputs.claim(table);
            Path pageFile = shown.page();
            Outputs.Output page = pageFile == null ? null : outputs.claim(pageFile, Rights.OF_OWNER);
            outputs.ready();
            try (PastInputs inputs = new PastInputs(surroundings, request, "calibrate", read, readRules)) {
                AllColumns all = readRules.learnAll() == null ? null : allColumns(inputs, read);
                RuleFile file = all == null ? read : read.spread(all.rules());
                RuleSet rules = file.rules().withSources(readRules.sources());
                PastHistory past =
                        PastHistory.measured(inputs.reader(), file, rules, inputs.timeline(), request.trusted());
                inputs.tellRows(past.past());
                inputs.requireKnown(past, null);
                past.requireRules();
                Split split = past.split(request.splitSalt());
                Wanted wanted = shown.wantsFigures() ? PastFigures.wanted(rules, inputs.timeline()) : null;
                Learned learned = learned(split, rules, wanted);
                Learned withSuspects = past.splitWithSuspects(request.splitSalt())
                        .map(whole -> learned(whole, rules, null))
                        .orElse(null);
                Revision revision = Revisions.of(file, rules, learned, learning.withBuckets());
                Content text = content(all == null ? file.revised(revision) : revised(read, all, revision));
                String report = (all == null ? "" : all.told(revision))
                        + new CalibrationText(
                                        file,
                                        rules,
                                        inputs.timeline(),
                                        past,
                                        learned,
                                        withSuspects,
                                        learning.withBuckets())
                                .render(inPlace ? "rewritten in place" : to == null ? "" : "written to " + to);
                if (figures != null) {
                    figures.write(out -> {
                        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
                        new LearnedTables(learned, withSuspects).writeCsv(writer, FormulaGuard::guard);
                        writer.flush();
                    });
                }
                Figures known = wanted == null
                        ? null
                        : PastFigures.of(file.name(), rules, inputs.timeline(), past, split, learned, withSuspects);
                if (page != null && known != null) {
                    page.write(FiguresRequest.page(known, rules));
                }
                if (inPlace) {
                    read.requireUnchanged(request.rules());
                }
                if (newFile != null) {
                    newFile.write(text);
                    StandardOutput.write(
                            content(
                                    known != null && shown.asJson()
                                            ? FiguresRequest.json(known)
                                            : ShownText.of(report)),
                            surroundings.out());
                } else if (StandardOutput.write(text, surroundings.out())) {
                    surroundings.err().print(report);
                    surroundings.err().flush();
                }
                outputs.commit();
            }
        }
    }

    /**
     * The columns that {@code learn: all} stands for.
     *
     * @throws RulesException when there are none
     */
    private AllColumns allColumns(PastInputs inputs, RuleFile file) {
        Set<String> header = inputs.contactColumns();
        LearnAll entry = inputs.rules().learnAll();
        AllColumns all =
                AllColumns.of(inputs.reader(), inputs.rules(), inputs.timeline(), header == null ? Set.of() : header);
        if (all.rules().isEmpty() && entry != null) {
            throw new RulesException(List.of(file.problem(
                    entry.at(),
                    "no column is left to learn from: those of ids, of times, of the outcome, of other rules and those under but"
                            + " are all that there are")));
        }
        return all;
    }

    /** The text that was read, with the tables that were learned in place of {@code learn: all}. */
    private static String revised(RuleFile read, AllColumns all, Revision revision) {
        List<ColumnRule> learned = all.withPoints(revision);
        RuleFile file = learned.isEmpty() ? read : read.spread(learned);
        return file.revised(all.revision(revision));
    }

    private String command() {
        return new CommandText(inPlace ? "calibrate --in-place" : "calibrate")
                .with("--rules", request.rules())
                .with("--output", output)
                .with("--table", table)
                .with("--page", shown.page())
                .toString();
    }

    private Learned learned(Split split, RuleSet rules, @Nullable Wanted wanted) {
        return Parallel.in(request.threads(), () -> Calibration.of(split, settings(rules), wanted));
    }

    /** Refuses an output that is also an input or another output. */
    private void refuseToMix(RuleSet rules) {
        List<Path> written = Stream.of(output, table, shown.page())
                .flatMap(Stream::ofNullable)
                .toList();
        written.forEach(file -> InputsAndOutputs.refuseInput(file, request.rules(), rules));
        InputsAndOutputs.refuseTwice(written);
    }

    private Settings settings(RuleSet rules) {
        List<Bucket> buckets = rules.buckets();
        return new Settings(
                learning.method(),
                learning.pointsPerDoubling(),
                learning.maxRules(),
                rules.scale().zero(),
                rules.scale().full(),
                buckets.isEmpty() ? 0 : buckets.get(buckets.size() - 1).from().intValue(),
                buckets.size(),
                Settings.SEED);
    }

    private static Content content(String text) {
        return out -> out.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
