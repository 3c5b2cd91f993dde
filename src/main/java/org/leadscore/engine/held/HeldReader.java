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
import org.leadscore.lead.Text;
import org.leadscore.lead.TimeFormat;
import org.leadscore.rules.RuleSet;
import org.leadscore.rules.condition.Field;
import org.leadscore.rules.made.LookupKey;
import org.leadscore.rules.made.Several;
import org.leadscore.rules.source.Columns;
import org.leadscore.rules.source.ContactSource;
import org.leadscore.rules.source.IdentitySource;
import org.leadscore.rules.source.LeadKey;
import org.leadscore.rules.source.LookupSource;
import org.leadscore.rules.source.OutcomeSource;
import org.leadscore.rules.source.TimeColumns;

/**
 * Reads all rows of the sources that are about some leads, with all their columns. Reads by one thread, once from beginning to
 * end; memory grows with these leads' rows only.
 */
public final class HeldReader {

    private final AskedPersons persons;

    /** Their ids, which are compared as those of who objected are. */
    private final Objections asked;

    /** The ids that were asked for, and those of the leads to whom they lead. */
    private final Objections themselves;

    private final Redaction mentions;
    private final List<Reject> rejects = new ArrayList<>();

    private HeldReader(AskedPersons persons) {
        this.persons = persons;
        this.asked = persons.all();
        this.themselves = persons.themselves();
        this.mentions = new Redaction(asked);
    }

    /**
     * Reads what the exports hold about persons.
     *
     * @throws org.leadscore.problem.InputException when a file breaks off or is not one table
     */
    public static Held read(RuleSet rules, Exports exports, AskedPersons persons) {
        HeldReader reader = new HeldReader(persons);
        List<HeldRow> contacts = new ArrayList<>();
        ContactSource list = rules.sources().contacts();
        if (list != null) {
            reader.read(exports.contacts(), Exports.CONTACTS, list.lead(), IdColumn.Blank.REJECTED, null, contacts);
        }
        for (Exports.LookupFiles lookup : exports.lookups()) {
            LookupSource source = lookup.source();
            boolean exact = source.table().form() == LookupKey.EXACT;
            LeadKey key = new LeadKey.Named(Columns.of(source.key()), exact, false);
            reader.read(lookup.files(), "lookup " + source.name(), key, IdColumn.Blank.ANONYMOUS, null, contacts);
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
        List<HeldRow> links = new ArrayList<>();
        exports.identities().forEach(files -> reader.readLinks(files, links));
        return new Held(contacts, events, outcomes, links, reader.rejects);
    }

    private void readLinks(Exports.LinkFiles files, List<HeldRow> held) {
        for (Exports.Export file : files.files()) {
            try (Table table = file.openWhole()) {
                read(table, Exports.IDENTITIES, files.source().time(), new LinkEnds(files.source(), table), held);
            }
        }
    }

    /** Finds the id in a row by which it is about a person. */
    private interface Finder {

        /** The columns of the table without which nothing is found. */
        int[] columns();

        /**
         * The id as written; blank where the row is about none of them.
         *
         * @param time of the row, or {@link TimeFormat#NONE}
         */
        String find(Row row, long time);

        /** Told of the number of rows that were read. */
        default void pass(long rows) {}
    }

    /** Finds the id of the lead of a row. */
    private final class OfLead implements Finder {

        private final IdColumn id;

        OfLead(IdColumn id) {
            this.id = id;
        }

        @Override
        public int[] columns() {
            return id.columns();
        }

        @Override
        public String find(Row row, long time) {
            if (!id.read(row)) {
                return "";
            }
            String text = id.name().text();
            boolean isTheirs =
                    asked.include(text) && (themselves.include(text) || !persons.isAnothers(id.name(), time));
            return isTheirs ? text : "";
        }

        @Override
        public void pass(long rows) {
            id.pass(rows);
        }
    }

    /** Finds one of the ids of a row that links one to another: one that was asked for, or that theirs leads to. */
    private final class LinkEnds implements Finder {

        private final List<Field> fields;
        private final List<@Nullable String> splits = new ArrayList<>();
        private final int[] columns;
        private final int froms;

        LinkEnds(IdentitySource.InFile source, Table table) {
            IdentitySource.Ends ends = source.ends();
            this.fields = ends.fields();
            this.froms = ends.from().size();
            this.columns = ColumnBinding.of(fields, table);
            for (int i = 0; i < fields.size(); i++) {
                boolean isCut = i < froms && !ends.split().isEmpty();
                splits.add(
                        isCut
                                ? ends.split()
                                : source.dialect().cells().split(fields.get(i).name()));
            }
        }

        @Override
        public int[] columns() {
            return new int[] {columns[0]};
        }

        @Override
        public String find(Row row, long time) {
            for (int i = 0; i < columns.length; i++) {
                Objections theirs = i < froms ? themselves : asked;
                for (String id : Several.values(row.text(columns[i]), splits.get(i))) {
                    if (theirs.include(id)) {
                        return Text.strip(id);
                    }
                }
            }
            return "";
        }
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
            try (Table table = file.openWhole()) {
                id.turnTo(table);
                read(table, source, time, new OfLead(id), held);
            }
        }
    }

    /** A row that was found, whose line is only known when the file has been read. */
    private record Found(String lead, long position, List<String> values, long time) {}

    private void read(Table table, String source, @Nullable TimeColumns time, Finder ids, List<HeldRow> held) {
        table.makeAllColumns();
        table.expect(ids.columns());
        int[] timeColumns = time == null ? new int[0] : ColumnBinding.of(time.columns(), table);
        List<Found> found = new ArrayList<>();
        ChunkReader reader = new ChunkReader(table);
        for (Chunk chunk = table.next(); chunk != null; chunk = table.next()) {
            ids.pass(reader.read(chunk, row -> {
                long at = time == null ? TimeFormat.NONE : timeOf(row, timeColumns, time);
                String id = ids.find(row, at);
                if (!id.isEmpty()) {
                    found.add(new Found(id, row.position(), values(row), at));
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
