package org.leadscore.engine.held;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leadscore.engine.files.ColumnBinding;
import org.leadscore.engine.files.Exports;
import org.leadscore.engine.leads.IdColumn;
import org.leadscore.engine.leads.Objections;
import org.leadscore.engine.leads.Redaction;
import org.leadscore.ingest.row.Reject;
import org.leadscore.ingest.row.Row;
import org.leadscore.ingest.scan.Chunk;
import org.leadscore.ingest.table.ChunkReader;
import org.leadscore.ingest.table.Table;
import org.leadscore.lead.TimeFormat;
import org.leadscore.rules.RuleSet;
import org.leadscore.rules.source.ContactSource;
import org.leadscore.rules.source.LeadKey;
import org.leadscore.rules.source.OutcomeSource;
import org.leadscore.rules.source.TimeColumns;

/**
 * Reads all rows of the sources that are about some leads, with all their columns. Reads by one thread, once from beginning to
 * end; memory grows with these leads' rows only.
 */
public final class HeldReader {

    /** Compares ids as those of who objected are compared. */
    private final Objections asked;

    private final Redaction mentions;
    private final List<Reject> rejects = new ArrayList<>();

    private HeldReader(Objections asked) {
        this.asked = asked;
        this.mentions = new Redaction(asked);
    }

    /**
     * Reads what the exports hold about leads.
     *
     * @param leads their ids, compared as those of the sources are
     * @throws org.leadscore.problem.InputException when a file breaks off or is not one table
     */
    public static Held read(RuleSet rules, Exports exports, List<String> leads) {
        HeldReader reader = new HeldReader(Objections.of(rules.sources().areIdsExact(), leads));
        List<HeldRow> contacts = new ArrayList<>();
        ContactSource list = rules.sources().contacts();
        if (list != null) {
            reader.read(exports.contacts(), Exports.CONTACTS, list.lead(), IdColumn.Blank.REJECTED, null, contacts);
        }
        List<HeldRow> events = new ArrayList<>();
        for (Exports.Log log : exports.logs()) {
            reader.read(
                    log.files(),
                    log.source().name(),
                    log.source().lead(),
                    IdColumn.Blank.ANONYMOUS,
                    log.source().time(),
                    events);
        }
        List<HeldRow> outcomes = new ArrayList<>();
        OutcomeSource sold = rules.sources().outcomes();
        if (sold != null) {
            reader.read(
                    exports.outcomes(), Exports.OUTCOMES, sold.lead(), IdColumn.Blank.REJECTED, sold.time(), outcomes);
        }
        return new Held(contacts, events, outcomes, reader.rejects);
    }

    private void read(
            List<Exports.Export> files,
            String source,
            LeadKey key,
            IdColumn.Blank blank,
            @Nullable TimeColumns time,
            List<HeldRow> held) {
        IdColumn id = new IdColumn(key, blank);
        for (Exports.Export file : files) {
            try (Table table = file.open()) {
                read(table, source, id, time, held);
            }
        }
    }

    /** A row that was found, whose line is only known when the file has been read. */
    private record Found(String lead, long position, List<String> values, long time) {}

    private void read(Table table, String source, IdColumn id, @Nullable TimeColumns time, List<HeldRow> held) {
        id.turnTo(table);
        table.expect(id.columns());
        int[] timeColumns = time == null ? new int[0] : ColumnBinding.of(time.columns(), table);
        List<Found> found = new ArrayList<>();
        ChunkReader reader = new ChunkReader(table);
        for (Chunk chunk = table.next(); chunk != null; chunk = table.next()) {
            id.pass(reader.read(chunk, row -> {
                if (id.read(row) && asked.include(id.name().text())) {
                    found.add(new Found(
                            id.name().text(),
                            row.position(),
                            values(row),
                            time == null ? TimeFormat.NONE : timeOf(row, timeColumns, time)));
                }
            }));
        }
        table.finish(this::noteReject);
        for (Found row : found) {
            held.add(new HeldRow(
                    row.lead(),
                    source,
                    table.name(),
                    table.lineOf(row.position()),
                    table.header(),
                    row.values(),
                    row.time()));
        }
    }

    private static long timeOf(Row row, int[] columns, TimeColumns time) {
        return time.format().millis(ColumnBinding.joined(row, columns));
    }

    private static List<String> values(Row row) {
        List<String> values = new ArrayList<>();
        for (int column = 0; column < row.size(); column++) {
            values.add(row.text(column));
        }
        return values;
    }

    /** Keeps a reject that would be written without its text, had these leads objected. */
    private void noteReject(Reject reject) {
        if (!mentions.apply(reject).equals(reject)) {
            rejects.add(reject);
        }
    }
}
