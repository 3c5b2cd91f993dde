package org.leadscore.engine.events;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.leadscore.engine.files.Allowance;
import org.leadscore.engine.files.ColumnBinding;
import org.leadscore.engine.files.EventTimes;
import org.leadscore.engine.files.Exports;
import org.leadscore.engine.files.Progress;
import org.leadscore.engine.files.Tally;
import org.leadscore.engine.files.Workers;
import org.leadscore.engine.leads.LeadDirectory;
import org.leadscore.engine.leads.LinkedIds;
import org.leadscore.engine.people.Links;
import org.leadscore.ingest.row.Reject;
import org.leadscore.ingest.scan.Chunk;
import org.leadscore.ingest.table.ChunkReader;
import org.leadscore.ingest.table.Read;
import org.leadscore.ingest.table.Table;
import org.leadscore.rules.condition.Field;
import org.leadscore.rules.source.ContactSource;
import org.leadscore.rules.source.Dialect;
import org.leadscore.rules.source.IdentitySource;
import org.leadscore.rules.source.Sources;

/**
 * Reads the links between ids from all tables that have some: logs with all threads, the contact list and files of links with
 * one. The same links are found in any order of rows. Made for each run, before anything else is read.
 */
public final class LinkReader {

    private final Sources sources;
    private final Exports exports;
    private final Workers workers;
    private final Progress progress;
    private final Allowance allowance;

    /** The moment after which a link is not there yet, in milliseconds since 1970 UTC. */
    private final long moment;

    /** Numbers all linked ids. */
    private final LeadDirectory ids;

    /** The links of logs, by the name of the log. */
    private final Map<String, List<IdentitySource.Ends>> ofLogs = new HashMap<>();

    /** The links of the contact list. */
    private final List<IdentitySource.Ends> ofContacts = new ArrayList<>();

    private final Links links = new Links();

    /**
     * A reader of the links of some sources.
     *
     * @param moment links that are later are told of, but are not there yet; milliseconds since 1970 UTC
     * @param allowance asked for the memory of the ids and their links
     */
    public LinkReader(
            Sources sources, Exports exports, long moment, Allowance allowance, Workers workers, Progress progress) {
        this.sources = sources;
        this.exports = exports;
        this.moment = moment;
        this.allowance = allowance;
        this.workers = workers;
        this.progress = progress;
        this.ids = new LeadDirectory(allowance);
    }

    /**
     * Reads all links; nothing is read where the sources have none.
     *
     * @throws org.leadscore.problem.InputException when a file breaks off or is not one table
     */
    public LinkedIds read() {
        if (sources.identities().isEmpty()) {
            return LinkedIds.none();
        }
        Map<String, Set<String>> leadOn = new HashMap<>();
        for (IdentitySource source : sources.identities()) {
            source.<Boolean>choose(
                    log -> {
                        Set<String> columns = leadOn.computeIfAbsent(log.log(), any -> new HashSet<>());
                        log.ends().from().forEach(field -> columns.add(field.name()));
                        return ofLogs.computeIfAbsent(log.log(), any -> new ArrayList<>())
                                .add(log.ends());
                    },
                    file -> false,
                    contacts -> ofContacts.add(contacts.ends()));
        }
        readLogs();
        readContacts();
        List<Reject> rejects = new ArrayList<>();
        List<Tally> tallies = exports.identities().isEmpty() ? List.of() : List.of(readFiles(rejects));
        return new LinkedIds(ids, links, sources.areIdsExact(), leadOn, tallies, rejects);
    }

    private void readLogs() {
        List<Exports.Log> logs = exports.logs().stream()
                .filter(log -> ofLogs.containsKey(log.source().name()))
                .toList();
        if (logs.isEmpty()) {
            return;
        }
        try (ChunkQueue queue = new ChunkQueue(logs, progress, Exports.Export::openBefore)) {
            List<Links> found = workers.each(() -> readAll(queue, logs));
            queue.rethrow();
            found.forEach(links::addAll);
        }
    }

    private Links readAll(ChunkQueue queue, List<Exports.Log> logs) {
        Links found = new Links();
        ChunkQueue.OpenTable table = null;
        ChunkReader reader = null;
        LinkIntake intake = null;
        for (ChunkQueue.Piece piece = queue.next(); piece != null; piece = queue.next()) {
            try {
                if (reader == null || intake == null || !piece.from().equals(table)) {
                    table = piece.from();
                    reader = new ChunkReader(table.table());
                    Exports.Log log = logs.get(table.log());
                    intake = intake(
                            table.table(),
                            ofLogs.getOrDefault(log.source().name(), List.of()),
                            log.source().dialect(),
                            found);
                    intake.timeIn(
                            ColumnBinding.of(log.source().time().columns(), table.table()),
                            log.source().time().format());
                }
                reader.read(piece.chunk(), intake);
            } catch (RuntimeException | Error failure) {
                queue.fail(piece, failure);
            }
        }
        return found;
    }

    private LinkIntake intake(Table table, List<IdentitySource.Ends> all, Dialect dialect, Links found) {
        List<LinkIntake.Bound> bound = new ArrayList<>();
        for (IdentitySource.Ends ends : all) {
            bound.add(new LinkIntake.Bound(
                    end(ends.from(), ends.split(), dialect, table), end(ends.to(), "", dialect, table)));
        }
        return new LinkIntake(bound, ids, sources.areIdsExact(), moment, found, allowance);
    }

    /** @param split the text between several ids in a cell; empty where the dialect alone says it of a column */
    private static LinkIntake.End end(List<Field> columns, String split, Dialect dialect, Table table) {
        List<@Nullable String> splits = new ArrayList<>();
        for (Field column : columns) {
            splits.add(split.isEmpty() ? dialect.cells().split(column.name()) : split);
        }
        return new LinkIntake.End(ColumnBinding.of(columns, table), splits);
    }

    private void readContacts() {
        ContactSource list = sources.contacts();
        if (list == null || ofContacts.isEmpty()) {
            return;
        }
        for (Exports.Export file : exports.contacts()) {
            progress.source(file.input().name(), file.input().size());
            try (Table table = file.openBefore()) {
                LinkIntake intake = intake(table, ofContacts, list.dialect(), links);
                intake.leadIn(list.lead(), table);
                read(table, intake);
            }
        }
    }

    /** Reads the files of links, and answers their tally. */
    private Tally readFiles(List<Reject> rejects) {
        long rows = 0;
        long blank = 0;
        long leftOut = 0;
        long later = 0;
        EventTimes times = EventTimes.NONE;
        for (Exports.LinkFiles files : exports.identities()) {
            for (Exports.Export file : files.files()) {
                progress.source(file.input().name(), file.input().size());
                try (Table table = file.open()) {
                    LinkIntake intake = intake(
                            table,
                            List.of(files.source().ends()),
                            files.source().dialect(),
                            links);
                    Field first = files.source().ends().from().get(0);
                    table.expect(ColumnBinding.of(List.of(first), table));
                    intake.inFile(files.source().time(), table);
                    read(table, intake);
                    Read all = table.finish();
                    rows += all.rows();
                    leftOut += table.leftOutRows();
                    rejects.addAll(all.rejects());
                    blank += intake.blank();
                    later += intake.later();
                    times = times.and(intake.times());
                }
            }
        }
        long matched = rows - leftOut - rejects.size() - blank - later;
        return new Tally(Exports.IDENTITIES, rows, rejects.size(), blank, 0, 0, 0, 0, later, matched, times, leftOut);
    }

    private void read(Table table, LinkIntake intake) {
        ChunkReader reader = new ChunkReader(table);
        for (Chunk chunk = table.next(); chunk != null; chunk = table.next()) {
            reader.read(chunk, intake);
            progress.read(table.bytesRead());
        }
    }
}
