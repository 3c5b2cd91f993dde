package org.leadscore.cli.score;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.leadscore.cli.run.InputsAndOutputs;
import org.leadscore.engine.Meanwhile;
import org.leadscore.engine.leads.Objections;
import org.leadscore.engine.leads.Result;
import org.leadscore.ingest.input.Input;
import org.leadscore.ingest.input.InputsRead;
import org.leadscore.lead.TimeFormat;
import org.leadscore.problem.InputException;
import org.leadscore.problem.UsageException;
import org.leadscore.report.earlier.Changes;
import org.leadscore.report.earlier.LedgerCsv;
import org.leadscore.report.earlier.PreviousRanking;
import org.leadscore.report.file.ReportList;
import org.leadscore.report.summary.Manifest;
import org.leadscore.report.summary.SummaryValues;
import org.leadscore.rules.RuleSet;
import org.leadscore.rules.source.Sources;
import org.leadscore.segment.Ledger;

/**
 * The records of earlier runs, without the leads who objected. {@link ScoreJob} reads them and takes what it needs.
 *
 * @param ledger the ledger; empty without {@code --ledger}, and on the first morning
 * @param previous the earlier ranking, null without {@code --previous}; to be asked once, when the leads have been
 *     ranked, as reading it takes its time
 */
record EarlierRuns(Ledger ledger, @Nullable Supplier<PreviousRanking> previous) {

    /** Bytes that a file takes in memory, per byte on disk. */
    private static final int TIMES_ON_DISK = 6;
    /** Bytes that a new entry of the ledger takes in memory. */
    private static final long BYTES_OF_ENTRY = 300;

    /**
     * Reads the files that the request names. To be called when the outputs are claimed: until then another run may be
     * writing them, or may have left them half done.
     *
     * @param asOf milliseconds since 1970 UTC
     * @param heap the memory that the files are held in
     * @param inputs takes the files
     * @param notes takes a sentence about a file that is not there yet
     * @param hiding says by what ids the earlier ranking is compared
     * @throws UsageException when the leads have no ids, or a file does not fit into memory
     */
    static EarlierRuns read(
            ScoreRequest request,
            RuleSet rules,
            Objections objections,
            long asOf,
            HeapUse heap,
            InputsRead inputs,
            Consumer<String> notes,
            Hiding hiding) {
        Sources sources = rules.sources();
        Ledger ledger = Ledger.of(sources.areIdsExact(), List.of());
        Path file = request.ledger();
        if (file != null) {
            requireIds("--ledger", sources);
            if (Files.exists(file)) {
                hold("--ledger", file, heap);
                Input input = inputs.add(Input.of(file, file.toString()));
                ledger = LedgerCsv.read(input, sources.areIdsExact(), rules.timezone())
                        .without(objections::include);
            }
        }
        return new EarlierRuns(ledger, previous(request, rules, asOf, heap, inputs, notes, hiding));
    }

    /**
     * Makes sure that there is memory for the new entries of the ledger.
     *
     * @throws UsageException when what the run adds to the ledger is more than its memory allows
     */
    static void requireRoom(ScoreRequest request, Result result, HeapUse heap) {
        if (request.ledger() != null) {
            heap.hold(
                    "what goes into the ledger",
                    BYTES_OF_ENTRY * result.placements().countDone());
        }
    }

    /** The ledger, without the entries of any id of those who objected. */
    Ledger ledger(RuleSet rules, Result result) {
        return rules.sources().identities().isEmpty() ? ledger : ledger.without(result.objections()::include);
    }

    /**
     * The time of the oldest entry that stays in the ledger, in milliseconds since 1970 UTC: as long ago as the rules
     * keep it, counted from the as-of time, or from now if that is earlier, so that no as-of time to come empties the
     * ledger.
     */
    static long oldestKept(RuleSet rules, long asOf, long now) {
        long keep = rules.followUp().ledgerKeep();
        return keep == 0 ? Long.MIN_VALUE : Math.min(asOf, now) - keep;
    }

    /**
     * The changes since the earlier ranking; null without one.
     *
     * @param shown the result as it is reported
     * @param repeated the facts of the earlier ranking by the run that is repeated; null where none is
     * @throws InputException when the earlier ranking has pseudonyms and this one has none
     */
    @Nullable
    Changes changes(
            ScoreRequest request, RuleSet rules, Result shown, Hiding hiding, ReportList.@Nullable Earlier repeated) {
        if (previous == null) {
            return null;
        }
        PreviousRanking before = previous.get();
        hiding.refuseOtherIds(String.valueOf(request.previous()), before, shown);
        return Changes.between(
                String.valueOf(request.previous()),
                before,
                shown.leads(),
                shown.placements()::of,
                rules,
                before.facts(() -> asOfBefore(request), repeated),
                hiding::isUnspoken,
                request.threads());
    }

    private static @Nullable Supplier<PreviousRanking> previous(
            ScoreRequest request,
            RuleSet rules,
            long asOf,
            HeapUse heap,
            InputsRead inputs,
            Consumer<String> notes,
            Hiding hiding) {
        Path file = request.previous();
        if (file == null) {
            return null;
        }
        requireIds("--previous", rules.sources());
        if (!Files.exists(file)) {
            notes.accept("there is no " + file + " to compare with; before the first run that is as it should be");
            return () -> PreviousRanking.NONE;
        }
        hold("--previous", file, heap);
        Input input = inputs.add(Input.of(file, file.toString()));
        boolean areAllObjectionsKnown = rules.sources().identities().isEmpty();
        return Meanwhile.of(
                () -> PreviousRanking.read(
                        file,
                        input,
                        rules.sources().areIdsExact(),
                        hiding::called,
                        request.form().delimiter(),
                        rules.timezone(),
                        asOf,
                        rules.report()),
                areAllObjectionsKnown ? request.threads() : 1);
    }

    /**
     * The as-of time by the summary beside the earlier ranking. One that this run replaces does not count: another run of the
     * same moment would not find it.
     */
    private static long asOfBefore(ScoreRequest request) {
        Path file = request.previous();
        Path summary = file == null ? null : file.resolveSibling(ScoreRequest.SUMMARY);
        if (file == null
                || summary == null
                || !Files.isRegularFile(summary)
                || request.summaries().stream().anyMatch(own -> InputsAndOutputs.isSame(own, summary))) {
            return TimeFormat.NONE;
        }
        try {
            SummaryValues values = SummaryValues.read(summary);
            long size = Files.size(file);
            boolean isIts = values.manifest().outputs().stream()
                    .anyMatch(output -> output.kind().equals(Manifest.Output.LEADS)
                            && output.size() == size
                            && InputsAndOutputs.isSame(summary.resolveSibling(output.name()), file));
            return isIts ? values.asOfMillis() : TimeFormat.NONE;
        } catch (IOException | InputException | InvalidPathException unreadable) {
            return TimeFormat.NONE; // as the ranking can be compared with all the same
        }
    }

    /** Books the memory that a file takes as objects, which is several times its size on disk. */
    private static void hold(String option, Path file, HeapUse heap) {
        try {
            heap.hold(option + " " + file, TIMES_ON_DISK * Files.size(file));
        } catch (IOException unreadable) {
            return; // which is told by who reads it
        }
    }

    private static void requireIds(String option, Sources sources) {
        if (!sources.haveIds()) {
            throw new UsageException(
                    option + " needs leads that can be told from each other tomorrow: the contacts name"
                            + " them by row-number; name the column that holds the lead");
        }
    }
}
