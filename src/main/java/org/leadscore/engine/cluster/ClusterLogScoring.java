package org.leadscore.engine.cluster;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.leadscore.engine.events.EventCounts;
import org.leadscore.engine.events.LogIntake;
import org.leadscore.engine.events.LogReader;
import org.leadscore.engine.events.LogScoring;
import org.leadscore.engine.files.Allowance;
import org.leadscore.engine.files.Exports;
import org.leadscore.engine.files.Tally;
import org.leadscore.engine.files.ValueProblems;
import org.leadscore.engine.files.WrongValues;
import org.leadscore.engine.leads.LeadDirectory;
import org.leadscore.engine.leads.LeadName;
import org.leadscore.engine.leads.Objections;
import org.leadscore.engine.leads.People;
import org.leadscore.ingest.input.Input;
import org.leadscore.ingest.input.OffsetFile;
import org.leadscore.ingest.input.Unreadable;
import org.leadscore.ingest.row.Reject;
import org.leadscore.ingest.table.FileRange;
import org.leadscore.ingest.table.RowPlaces;
import org.leadscore.ingest.table.Stretch;
import org.leadscore.ingest.table.Table;
import org.leadscore.lead.Eight;
import org.leadscore.lead.Unpacking;
import org.leadscore.problem.InputException;
import org.leadscore.problem.Trouble;
import org.leadscore.rules.file.RuleFile;
import org.leadscore.score.count.LeadStates;
import org.leadscore.score.event.EventPlan;
import org.leadscore.score.event.StateBytes;

/** Has a cluster read the logs, and puts together on this machine the states and reports that it answers. */
public final class ClusterLogScoring implements LogScoring {

    private final Cluster cluster;
    private final RuleFile file;

    /** Prepares the reading of a rule file's logs by a cluster. */
    public ClusterLogScoring(Cluster cluster, RuleFile file) {
        this.cluster = cluster;
        this.file = file;
    }

    /** A file that may be cut, and the ranges that are looked at for that; none for a file that is read as a whole. */
    private record Cut(int log, Exports.Export export, Table header, String place, List<FileRange.Range> ranges) {}

    @Override
    public LogReader.Outcome<LeadStates> read(
            Allowance allowance,
            EventPlan plan,
            People people,
            @Nullable LeadDirectory listed,
            List<Exports.Log> logs) {
        List<Cut> cuts = cuts(logs);
        ClusterJob job = job(plan, people, listed, logs, cuts);
        List<FileTask> tasks = tasks(job, cuts);
        Gathering gathering = new Gathering(
                plan,
                people.objections(),
                listed,
                logs.isEmpty() || logs.get(0).source().lead().exact());
        cluster.read(
                job,
                tasks.stream().filter(task -> !isKeyed(task, logs)).toList(),
                tasks.stream().filter(task -> isKeyed(task, logs)).toList(),
                gathering::take);
        logs.forEach(log -> log.files().forEach(export -> requireUnchanged(export.input())));
        return gathering.outcome(logs);
    }

    /** Refuses a file that is not as it was when its header was read here, as its parts may be those of two files. */
    private static void requireUnchanged(Input input) {
        try {
            input.requireUnchanged();
        } catch (IOException failure) {
            throw Unreadable.because(input.name(), failure);
        }
    }

    private static boolean isKeyed(FileTask task, List<Exports.Log> logs) {
        return !logs.get(task.log()).source().key().isEmpty();
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
                    table.expect(LogIntake.expected(logs.get(log).source(), table));
                    List<FileRange.Range> ranges = table.rowsBegin() < 0
                            ? List.of()
                            : FileRange.ranges(table.rowsBegin(), input.size(), cluster.partBytes());
                    cuts.add(new Cut(log, export, table, place, ranges));
                }
            }
        }
        return cuts;
    }

    /** The values of the lists in files, which have been read, by name. */
    private Map<String, Set<String>> lists() {
        Map<String, Set<String>> lists = new HashMap<>();
        file.rules()
                .sources()
                .lists()
                .forEach(list -> lists.put(list.name(), list.list().folded()));
        return lists;
    }

    private ClusterJob job(
            EventPlan plan, People people, @Nullable LeadDirectory listed, List<Exports.Log> logs, List<Cut> cuts) {
        long tasks = cuts.stream().mapToLong(cut -> 1 + cut.ranges().size()).sum();
        int shards = (int) Math.min(1 << 12, Math.max(cluster.parallelism(), tasks));
        ClusterJob.Rules rules = new ClusterJob.Rules(
                file.name(),
                file.text(),
                logs.stream().map(log -> log.source().name()).toList(),
                plan.asOf(),
                lists());
        int chunkBytes = cuts.isEmpty() ? Table.CHUNK : cuts.get(0).export().chunkBytes();
        return new ClusterJob(
                rules,
                new ClusterJob.Sharing(shards, 2 * shards, chunkBytes, Eight.seed()),
                people,
                listed,
                cluster.places());
    }

    private List<FileTask> tasks(ClusterJob job, List<Cut> cuts) {
        List<BoundaryTask> looks = new ArrayList<>();
        for (Cut cut : cuts) {
            cut.ranges()
                    .forEach(range -> looks.add(new BoundaryTask(
                            cut.export().input().name(),
                            cut.place(),
                            cut.header().form(),
                            range)));
        }
        List<Stretch> stretches = looks.isEmpty() ? List.of() : cluster.look(job, looks);
        List<FileTask> tasks = new ArrayList<>();
        int looked = 0;
        int ordinal = 0;
        int log = 0;
        for (Cut cut : cuts) {
            ordinal = cut.log() == log ? ordinal : 0;
            log = cut.log();
            Input input = cut.export().input();
            String name = input.name();
            FileTask.Extent before = new FileTask.Extent(input.container().size(), input.isGrowing(), false);
            FileTask.Extent last =
                    new FileTask.Extent(input.container().size(), input.isGrowing(), input.endsUnfinished());
            if (cut.ranges().isEmpty()) {
                tasks.add(new FileTask(log, ordinal++, name, cut.place(), input.inside(), null, last));
            } else {
                int behind = looked + cut.ranges().size();
                for (FileRange range : ranges(cut, stretches.subList(looked, behind))) {
                    FileTask.Extent extent = range.end() == input.size() ? last : before;
                    tasks.add(new FileTask(log, ordinal++, name, cut.place(), null, range, extent));
                }
                looked = behind;
            }
        }
        return tasks;
    }

    private List<FileRange> ranges(Cut cut, List<Stretch> stretches) {
        Input input = cut.export().input();
        OffsetFile opened = FileTask.at(input.name(), cut.place(), cluster.places());
        try {
            return FileRange.of(cut.header(), opened, input.size(), stretches);
        } catch (IOException failure) {
            throw new InputException(input.name() + ": cannot be read, " + Trouble.of(failure), failure);
        }
    }

    /** Gathers the states and reports that the cluster answers. */
    private static final class Gathering {

        private final Objections objections;
        private final LeadDirectory directory;
        private final boolean contactsKnown;
        private final LeadStates states;
        private final StateBytes bytes;
        private final LeadName name;
        private final List<TaskReport> reports = new ArrayList<>();

        Gathering(EventPlan plan, Objections objections, @Nullable LeadDirectory listed, boolean exact) {
            this.objections = objections;
            contactsKnown = listed != null;
            directory = listed == null ? objections.directory() : listed;
            states = plan.newStates(directory.size());
            bytes = new StateBytes(plan);
            name = new LeadName(exact);
        }

        void take(byte[] block) {
            Unpacking in = new Unpacking(block);
            while (in.hasMore()) {
                if (in.number() == Outbox.LEAD) {
                    byte[] id = in.bytes();
                    name.set(id, 0, id.length);
                    bytes.absorb(states, contactsKnown ? directory.find(name) : directory.findOrAdd(name), in);
                } else {
                    reports.add(TaskReport.of(in.bytes()));
                }
            }
        }

        LogReader.Outcome<LeadStates> outcome(List<Exports.Log> logs) {
            reports.sort(Comparator.comparingInt(TaskReport::log).thenComparingInt(TaskReport::ordinal));
            reports.stream()
                    .map(TaskReport::failure)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .ifPresent(failure -> {
                        throw new InputException(failure);
                    });
            reports.forEach(report -> objections.meet(report.objected()));
            List<Tally> tallies = new ArrayList<>();
            List<Reject> rejects = new ArrayList<>();
            List<WrongValues> wrongValues = new ArrayList<>();
            for (int i = 0; i < logs.size(); i++) {
                int log = i;
                String source = logs.get(i).source().name();
                List<TaskReport> ofLog =
                        reports.stream().filter(report -> report.log() == log).toList();
                List<Reject> ofRows = ofLog.stream()
                        .flatMap(report -> report.rejects().stream())
                        .toList();
                rejects.addAll(ofRows);
                tallies.add(tally(source, ofLog, ofRows.size()));
                ValueProblems wrong = new ValueProblems();
                ofLog.forEach(report -> wrong.merge(report.wrongValues()));
                ofLog.forEach(report -> logs.get(log).addOddities(report.oddities()));
                List<RowPlaces> places = ofLog.stream()
                        .flatMap(report -> Stream.ofNullable(report.places()))
                        .toList();
                wrongValues.addAll(wrong.reportIn(source, logs.get(i).source().dialect()::times, places));
            }
            String twin = directory.twin();
            for (TaskReport report : reports) {
                twin = EventCounts.smaller(twin, report.counts().twin());
            }
            return new LogReader.Outcome<>(
                    directory, states, tallies, rejects, wrongValues, contactsKnown ? null : twin);
        }

        private static Tally tally(String source, List<TaskReport> reports, int rejected) {
            long rows = reports.stream().mapToLong(TaskReport::rows).sum();
            EventCounts counts = reports.stream().map(TaskReport::counts).reduce(EventCounts.NONE, EventCounts::plus);
            return counts.tally(source, rows, rejected);
        }
    }
}
