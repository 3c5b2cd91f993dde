package org.leadscore.engine;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.leadscore.ingest.FilePart;
import org.leadscore.ingest.Input;
import org.leadscore.ingest.OffsetFile;
import org.leadscore.ingest.Reject;
import org.leadscore.ingest.RowPlaces;
import org.leadscore.ingest.Stretch;
import org.leadscore.ingest.Table;
import org.leadscore.lead.Unpacking;
import org.leadscore.problem.InputException;
import org.leadscore.problem.Trouble;
import org.leadscore.rules.RuleFile;
import org.leadscore.score.EventPlan;
import org.leadscore.score.LeadStates;
import org.leadscore.score.StateBytes;

/** Has a cluster read the logs, and puts together on this machine the states and reports that it answers. */
final class ScatteredLogs implements LogScoring {

    private final Cluster cluster;
    private final RuleFile file;
    private final Objections objections;

    ScatteredLogs(Cluster cluster, RuleFile file, Objections objections) {
        this.cluster = cluster;
        this.file = file;
        this.objections = objections;
    }

    /** A file that may be cut, and the ranges that are looked at for that; none for a file that is read as a whole. */
    private record Cut(int log, Exports.Export export, Table header, String place, List<FilePart.Range> ranges) {}

    @Override
    public LogReader.Outcome<LeadStates> read(
            Allowance allowance, EventPlan plan, @Nullable LeadDirectory listed, List<Exports.Log> logs) {
        List<Cut> cuts = cuts(logs);
        LogJob job = job(plan, listed, logs, cuts);
        List<LogPart> parts = parts(job, cuts);
        Gathering gathering = new Gathering(
                plan, listed, logs.isEmpty() || logs.get(0).source().lead().exact());
        cluster.read(
                job,
                parts.stream().filter(part -> !isKeyed(part, logs)).toList(),
                parts.stream().filter(part -> isKeyed(part, logs)).toList(),
                gathering::take);
        return gathering.outcome(logs);
    }

    private static boolean isKeyed(LogPart part, List<Exports.Log> logs) {
        return !logs.get(part.log()).source().key().isEmpty();
    }

    private List<Cut> cuts(List<Exports.Log> logs) {
        List<Cut> cuts = new ArrayList<>();
        for (int log = 0; log < logs.size(); log++) {
            for (Exports.Export export : logs.get(log).files()) {
                Input input = export.input();
                String place = input.place();
                if (place == null) {
                    throw new InputException(input.name()
                            + ": can only be read here; a cluster needs a file that all its machines reach");
                }
                try (Table table = export.open()) {
                    table.expect(LogShare.expected(logs.get(log).source(), table));
                    List<FilePart.Range> ranges = table.rowsBegin() < 0
                            ? List.of()
                            : FilePart.ranges(table.rowsBegin(), input.size(), cluster.partBytes());
                    cuts.add(new Cut(log, export, table, place, ranges));
                }
            }
        }
        return cuts;
    }

    private LogJob job(EventPlan plan, @Nullable LeadDirectory listed, List<Exports.Log> logs, List<Cut> cuts) {
        long parts = cuts.stream().mapToLong(cut -> 1 + cut.ranges().size()).sum();
        int shards = (int) Math.min(1 << 12, Math.max(cluster.parallelism(), parts));
        LogJob.Rules rules = new LogJob.Rules(
                file.name(),
                file.text(),
                logs.stream().map(log -> log.source().name()).toList(),
                plan.asOf());
        int chunkBytes = cuts.isEmpty() ? Table.CHUNK : cuts.get(0).export().chunkBytes();
        return new LogJob(
                rules, new LogJob.Sharing(shards, 2 * shards, chunkBytes), objections, listed, cluster.places());
    }

    private List<LogPart> parts(LogJob job, List<Cut> cuts) {
        List<LogLook> looks = new ArrayList<>();
        for (Cut cut : cuts) {
            cut.ranges()
                    .forEach(range -> looks.add(new LogLook(
                            cut.export().input().name(),
                            cut.place(),
                            cut.header().delimiterChar(),
                            range)));
        }
        List<Stretch> stretches = looks.isEmpty() ? List.of() : cluster.look(job, looks);
        List<LogPart> parts = new ArrayList<>();
        int looked = 0;
        int ordinal = 0;
        int log = 0;
        for (Cut cut : cuts) {
            ordinal = cut.log() == log ? ordinal : 0;
            log = cut.log();
            String name = cut.export().input().name();
            if (cut.ranges().isEmpty()) {
                parts.add(new LogPart(log, ordinal++, name, cut.place(), null));
            } else {
                int behind = looked + cut.ranges().size();
                for (FilePart part : parts(cut, stretches.subList(looked, behind))) {
                    parts.add(new LogPart(log, ordinal++, name, cut.place(), part));
                }
                looked = behind;
            }
        }
        return parts;
    }

    private List<FilePart> parts(Cut cut, List<Stretch> stretches) {
        Input input = cut.export().input();
        OffsetFile opened = LogPart.at(input.name(), cut.place(), cluster.places());
        try {
            return FilePart.of(cut.header(), opened, input.size(), stretches);
        } catch (IOException failure) {
            throw new InputException(input.name() + ": cannot be read, " + Trouble.of(failure), failure);
        }
    }

    /** Gathers the states and reports that the cluster answers. */
    private final class Gathering {

        private final LeadDirectory directory;
        private final boolean contactsKnown;
        private final LeadStates states;
        private final StateBytes bytes;
        private final LeadName name;
        private final List<PartReport> reports = new ArrayList<>();

        Gathering(EventPlan plan, @Nullable LeadDirectory listed, boolean exact) {
            contactsKnown = listed != null;
            directory = listed == null ? objections.directory() : listed;
            states = plan.newStates(directory.size());
            bytes = new StateBytes(plan);
            name = new LeadName(exact);
        }

        void take(byte[] block) {
            Unpacking in = new Unpacking(block);
            while (in.hasMore()) {
                if (in.number() == Parcels.LEAD) {
                    byte[] id = in.bytes();
                    name.set(id, 0, id.length);
                    bytes.absorb(states, contactsKnown ? directory.find(name) : directory.findOrAdd(name), in);
                } else {
                    reports.add(PartReport.of(in.bytes()));
                }
            }
        }

        LogReader.Outcome<LeadStates> outcome(List<Exports.Log> logs) {
            reports.sort(Comparator.comparingInt(PartReport::log).thenComparingInt(PartReport::ordinal));
            reports.stream()
                    .map(PartReport::failure)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .ifPresent(failure -> {
                        throw new InputException(failure);
                    });
            List<Tally> tallies = new ArrayList<>();
            List<Reject> rejects = new ArrayList<>();
            List<NotNumbers> notNumbers = new ArrayList<>();
            for (int i = 0; i < logs.size(); i++) {
                int log = i;
                String source = logs.get(i).source().name();
                List<PartReport> ofLog =
                        reports.stream().filter(report -> report.log() == log).toList();
                List<Reject> ofRows = ofLog.stream()
                        .flatMap(report -> report.rejects().stream())
                        .toList();
                rejects.addAll(ofRows);
                tallies.add(tally(source, ofLog, ofRows.size()));
                NumberTrouble numbers = new NumberTrouble();
                ofLog.forEach(report -> numbers.merge(report.numbers()));
                List<RowPlaces> places = ofLog.stream()
                        .flatMap(report -> Stream.ofNullable(report.places()))
                        .toList();
                notNumbers.addAll(numbers.reportIn(source, places));
            }
            return new LogReader.Outcome<>(directory, states, tallies, rejects, notNumbers);
        }

        private static Tally tally(String source, List<PartReport> reports, int rejected) {
            long rows = reports.stream().mapToLong(PartReport::rows).sum();
            EventCounts counts = reports.stream().map(PartReport::counts).reduce(EventCounts.NONE, EventCounts::plus);
            return new Tally(
                    source,
                    rows,
                    rejected,
                    counts.duplicate(),
                    counts.suppressed(),
                    counts.unmatched(),
                    counts.later(),
                    counts.matched());
        }
    }
}
