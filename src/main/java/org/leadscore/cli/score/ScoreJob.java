package org.leadscore.cli.score;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.leadscore.cli.option.AsOf;
import org.leadscore.cli.option.MemoryLimit;
import org.leadscore.cli.option.Selection;
import org.leadscore.cli.option.Verbosity;
import org.leadscore.cli.run.ObjectionFiles;
import org.leadscore.cli.run.ProblemText;
import org.leadscore.cli.run.ProgressLine;
import org.leadscore.cli.run.Surroundings;
import org.leadscore.cli.run.Terminal;
import org.leadscore.cli.run.Version;
import org.leadscore.engine.Engine;
import org.leadscore.engine.Meanwhile;
import org.leadscore.engine.SourceDoubts;
import org.leadscore.engine.cluster.Cluster;
import org.leadscore.engine.files.Exports;
import org.leadscore.engine.files.Progress;
import org.leadscore.engine.leads.Objections;
import org.leadscore.engine.leads.Result;
import org.leadscore.engine.parts.MemoryBudget;
import org.leadscore.engine.parts.TooLittleMemory;
import org.leadscore.ingest.input.InputFacts;
import org.leadscore.ingest.input.InputsRead;
import org.leadscore.ingest.input.RemoteFiles;
import org.leadscore.lead.ShownText;
import org.leadscore.page.Html;
import org.leadscore.page.morning.Morning;
import org.leadscore.problem.Problem;
import org.leadscore.report.earlier.Changes;
import org.leadscore.report.earlier.LedgerCsv;
import org.leadscore.report.file.Content;
import org.leadscore.report.file.Outputs;
import org.leadscore.report.file.StandardOutput;
import org.leadscore.report.ranking.LeadsCsv;
import org.leadscore.report.ranking.LeadsJson;
import org.leadscore.report.ranking.LeadsTable;
import org.leadscore.report.ranking.NextSteps;
import org.leadscore.report.ranking.RejectsCsv;
import org.leadscore.report.screen.Screen;
import org.leadscore.report.screen.Sheet;
import org.leadscore.report.summary.Manifest;
import org.leadscore.report.summary.MemoryUse;
import org.leadscore.report.summary.Summary;
import org.leadscore.report.summary.SummaryJson;
import org.leadscore.report.summary.SummaryText;
import org.leadscore.report.table.ZonedTimes;
import org.leadscore.rules.RuleSet;
import org.leadscore.rules.file.ColumnCheck;
import org.leadscore.rules.file.RuleFile;
import org.leadscore.rules.source.OutcomeSource;
import org.leadscore.score.point.RankedLead;
import org.leadscore.segment.Ledger;
import org.leadscore.spill.SpillPlace;

/** Reads the rules, ranks the leads, and writes the reports, or none of them. */
final class ScoreJob {

    private static final double SECOND = 1e9;

    private final Surroundings surroundings;
    private final ScoreRequest request;
    /** The outputs that are to go elsewhere. */
    private final RemoteOutputs remote;
    /** Books the memory that is held whatever the number of leads. */
    private final HeapUse heap;
    /** The line of progress, cleared before anything is printed. */
    private final ProgressLine line;
    /** Measures the phases, and passes progress on to the line if it is drawn. */
    private final PhaseTimes times;
    /** The files that are read, for their facts. */
    private final InputsRead inputs = new InputsRead();
    /** The start of the run, in nanoseconds. */
    private final long begun = System.nanoTime();

    /** @param remote which of the request's outputs are to go elsewhere */
    ScoreJob(Surroundings surroundings, ScoreRequest request, RemoteOutputs remote) {
        this.surroundings = surroundings;
        this.request = request;
        this.remote = remote;
        heap = new HeapUse(request.memory(), surroundings.heap());
        line = new ProgressLine(surroundings.screen(), surroundings.terminal().width(), System::nanoTime);
        boolean drawn = surroundings.terminal().drawn() && request.verbosity() != Verbosity.QUIET;
        times = new PhaseTimes(drawn ? line : Progress.NONE, System::nanoTime, "reading the rules");
    }

    /**
     * Ranks the leads and writes all reports, or none of them.
     *
     * @throws org.leadscore.problem.LeadScoreException for each failure that the user can act on
     */
    void run() {
        RuleFile file = RuleFile.read(request.rules());
        RuleSet rules = request.sources().over(file.rules(), request.rules().toString(), surroundings);
        long now = surroundings.clock().millis();
        long asOf = AsOf.millis(request.asOf(), rules.timezone(), now);
        Selection selection = Selection.of(request.buckets(), request.top(), rules);
        ScoreFiles.refuseToMix(request, rules);
        Hiding hiding = Hiding.of(request, rules);
        remote.refuseInputs(rules);
        MemoryLimit limit = request.memory();
        if (limit != null) {
            limit.requireKept(surroundings.heap());
        }
        try (SpillPlace place = SpillPlace.ofSystem();
                Outputs outputs = new Outputs(surroundings::note, request.command(), request.rights());
                Cluster cluster = request.engine().connect()) {
            RemoteFiles files = cluster == null ? RemoteFiles.NONE : cluster.files();
            Destinations destinations = new Destinations(outputs, request, rules, remote);
            Objections objections = ObjectionFiles.read(rules, request.rules(), files, inputs);
            heap.hold("the list of who objected", objections.memory());
            hiding.leaveUnspoken(objections);
            EarlierRuns earlier =
                    EarlierRuns.read(request, rules, objections, asOf, heap, inputs, surroundings::note, hiding);
            Engine engine = engine(cluster, file, objections, place);
            Result real = rank(file, rules, engine, files, place, earlier.ledger(), asOf, hiding);
            hiding.leaveUnspoken(real.objections());
            Result result = hiding.of(real);
            request.rejectLimit().check(result);
            SourceDoubts doubts = new SourceDoubts(
                    rules, result.tallies(), asOf, request.asOf() == null, destinations.rowsBefore(asOf));
            doubts.requireExpected();
            EarlierRuns.requireRoom(request, result, heap);
            Changes changes = earlier.changes(request, rules, result, hiding, destinations.earlier(asOf));
            Summary summary = new Summary(
                    result,
                    rules,
                    changes,
                    real.objections(),
                    warnings(rules, result, doubts, hiding.doubts(real, changes)),
                    request.rules().toString(),
                    Version.text(),
                    asOf,
                    memoryUse(result, place),
                    seconds());
            Ledger before = earlier.ledger(rules, real);
            Ledger kept = before.since(EarlierRuns.oldestKept(rules, asOf, now));
            boolean isRead = write(
                    destinations,
                    ledgerOf(kept, real),
                    summary,
                    inputs(file, new ZonedTimes(rules.timezone().zone()).format(asOf)),
                    selection.from(result.leads(), result.census().buckets()));
            outputs.commit();
            remote.publish(files);
            tellDropped(before.entries().size() - kept.entries().size());
            if (isRead) {
                closingWords(file, summary.after(seconds()));
            }
        }
    }

    private Engine engine(@Nullable Cluster cluster, RuleFile file, Objections objections, SpillPlace place) {
        return cluster == null
                ? Engine.within(
                        MemoryBudget.within(
                                request.ledger() == null ? heap.left() : heap.left() / 3 * 2, request.threads(), place),
                        request.threads(),
                        times,
                        objections)
                : Engine.on(cluster, file, request.threads(), times, objections);
    }

    private MemoryUse memoryUse(Result result, SpillPlace place) {
        MemoryLimit limit = request.memory();
        return new MemoryUse(
                limit == null ? surroundings.heap() : limit.bytes(), limit != null, result.parts(), place.bytes());
    }

    private Result rank(
            RuleFile file,
            RuleSet rules,
            Engine engine,
            RemoteFiles files,
            SpillPlace place,
            Ledger ledger,
            long asOf,
            Hiding hiding) {
        Thread onSignal = new Thread(line::end, "leadscore-progress");
        Runtime.getRuntime().addShutdownHook(onSignal);
        try (Exports exports = exports(rules, files, place)) {
            ColumnCheck.refuseMissing(file, rules, exports.contactColumns(), exports.eventColumns());
            OutcomeSource outcomes = outcomes(rules);
            if (outcomes != null) {
                ColumnCheck.refuseMissingOutcomes(file, outcomes, rules, exports.outcomeColumns());
            }
            return engine.run(rules, exports, asOf, ledger);
        } catch (TooLittleMemory full) {
            throw heap.tooLittleFor(hiding.withoutValues(String.valueOf(full.getMessage())), full.heap());
        } finally {
            forget(onSignal);
            line.clear();
        }
    }

    private Exports exports(RuleSet rules, RemoteFiles files, SpillPlace place) {
        return Exports.withOutcomes(
                rules.sources(), outcomes(rules), request.rules(), surroundings.in(), files, inputs, place);
    }

    /** The outcomes that are read: when they make customers, or the report shows how customers came; null for none. */
    private static @Nullable OutcomeSource outcomes(RuleSet rules) {
        OutcomeSource conversions = rules.conversions();
        OutcomeSource outcomes = rules.sources().outcomes();
        boolean isShown = rules.followUp().acquisition() != null
                && outcomes != null
                && !outcomes.files().patterns().isEmpty();
        return conversions == null && isShown ? outcomes : conversions;
    }

    private List<String> warnings(RuleSet rules, Result result, SourceDoubts doubts, List<String> ofHiding) {
        List<String> warnings = new ArrayList<>(doubts.sentences());
        warnings.addAll(result.warnings());
        warnings.addAll(ofHiding);
        if (rules.hasUnlearned()) {
            warnings.add(SummaryText.UNLEARNED);
        }
        if (request.ledger() == null
                && request.outputDirectory() != null
                && rules.followUp().hasAgainAfter()) {
            warnings.add("again-after has no effect: without --ledger FILE, a run cannot know what earlier ones did");
        }
        return warnings;
    }

    /** Writes all reports; false when nobody reads standard output any more. */
    private boolean write(
            Destinations destinations,
            Supplier<Ledger> ledger,
            Summary summary,
            List<Manifest.Input> inputs,
            List<RankedLead> listed) {
        times.phase("writing");
        line.clear();
        RuleSet rules = summary.rules();
        Changes changes = summary.changes();
        LeadsCsv leads = new LeadsCsv(rules, request.form(), summary.result().placements()::of, changes);
        Content ranking = ranking(leads, listed, rules);
        destinations.writeLeads(ranking);
        destinations.writeRejects(
                out -> new RejectsCsv(request.form()).write(summary.result().rejects(), out));
        Result result = summary.result();
        destinations.writeNextSteps(new NextSteps(rules, request.form(), result, request.threads()).reports());
        destinations.writePages(out -> page(summary, true, out), out -> page(summary, false, out));
        destinations.writeLedger(out -> LedgerCsv.write(ledger.get(), rules.timezone(), out, request.threads()));
        destinations.finish(summary.asOf(), result.tallies(), changes);
        destinations.writeSummary(written -> {
            Manifest manifest = new Manifest(request.options(), inputs, written);
            return out -> SummaryJson.write(summary.after(seconds()), manifest, out);
        });
        return !destinations.leadsGoToStandardOutput() || StandardOutput.write(ranking, surroundings.out());
    }

    /** Writes the page of the run. */
    private void page(Summary summary, boolean hasFiles, OutputStream out) throws IOException {
        Html html = new Html();
        Morning.Plan plan = new Morning.Plan(request.pageLeads(), hasFiles, request.ledger() != null);
        Morning morning = new Morning(summary, html, plan);
        html.write("morning.jte", morning.page(), out);
    }

    /** The ranking in the form that is asked for. */
    private Content ranking(LeadsCsv leads, List<RankedLead> listed, RuleSet rules) {
        return switch (request.format()) {
            case CSV -> out -> leads.write(listed, out, request.threads());
            case JSON -> out -> new LeadsJson(leads, true).write(listed, out);
            case NDJSON -> out -> new LeadsJson(leads, false).write(listed, out);
            case TABLE -> out -> out.write(table(listed, rules).getBytes(StandardCharsets.UTF_8));
        };
    }

    /** The best leads, as wide as the terminal and in its colours; in a file always the same. */
    private String table(List<RankedLead> listed, RuleSet rules) {
        Terminal terminal = request.output() == null ? surroundings.terminal() : Terminal.NONE;
        Screen screen = new Screen(terminal.width(), terminal.coloursResults(), ShownText::of);
        int shown = request.top() == Selection.ALL ? Math.min(LeadsTable.USUAL, listed.size()) : listed.size();
        return new LeadsTable(rules, screen).render(listed.subList(0, shown), listed.size() - shown);
    }

    /** The files that were read, for the summary. */
    private List<Manifest.Input> inputs(RuleFile file, String asOf) {
        if (request.summaries().isEmpty()) {
            return List.of();
        }
        List<Manifest.Input> read = new ArrayList<>();
        read.add(Manifest.Input.rules(request.rules().toString(), file.text(), modified(request.rules())));
        for (InputFacts facts : inputs.facts()) {
            read.add(Manifest.Input.of(kind(facts.name()), facts));
        }
        return RepeatedRun.asItFound(read, request.summaries().get(0), asOf);
    }

    private String kind(String name) {
        if (name.equals(String.valueOf(request.ledger()))) {
            return Manifest.Input.LEDGER;
        }
        return name.equals(String.valueOf(request.previous())) ? Manifest.Input.PREVIOUS : Manifest.Input.SOURCE;
    }

    private static @Nullable Long modified(Path file) {
        try {
            return Files.isRegularFile(file) ? Files.getLastModifiedTime(file).toMillis() : null;
        } catch (IOException gone) {
            return null;
        }
    }

    /**
     * The ledger with what this run did, put together while the reports are written.
     *
     * @param result with the ids as they are: the ledger stays in the house
     */
    private Supplier<Ledger> ledgerOf(Ledger kept, Result result) {
        Supplier<Ledger> ledger =
                () -> kept.with(result.placements().done(rank -> result.ids().get(rank - 1)));
        return request.ledger() == null ? ledger : Meanwhile.of(ledger, request.threads());
    }

    private void tellDropped(int entries) {
        if (request.ledger() != null && entries > 0) {
            surroundings.note(request.ledger() + ": " + entries + (entries == 1 ? " entry was" : " entries were")
                    + " dropped, older than the rules keep");
        }
    }

    private static void forget(Thread onSignal) {
        try {
            Runtime.getRuntime().removeShutdownHook(onSignal);
        } catch (IllegalStateException shuttingDown) {
            // then it runs
        }
    }

    private double seconds() {
        return (System.nanoTime() - begun) / SECOND;
    }

    private void closingWords(RuleFile file, Summary summary) {
        String parts = times.end();
        Sheet words = surroundings.messages().sheet();
        boolean isBeneathTable =
                request.format() == RankingFormat.TABLE && request.output() == null && words.isForScreen();
        if (isBeneathTable
                && (request.verbosity() != Verbosity.QUIET
                        || !summary.warnings().isEmpty())) {
            words.gap();
        }
        switch (request.verbosity()) {
            case QUIET -> SummaryText.warnings(summary.warnings(), words);
            case NORMAL -> SummaryText.write(summary, request.rejectFiles(), words);
            case VERBOSE -> {
                for (Problem warning : file.warnings()) {
                    ProblemText.warning(warning, words);
                }
                SummaryText.write(summary, request.rejectFiles(), words);
                words.lines(parts);
            }
        }
        surroundings.messages().print(words);
    }
}
