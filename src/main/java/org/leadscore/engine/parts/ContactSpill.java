package org.leadscore.engine.parts;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.leadscore.engine.events.CheckedColumns;
import org.leadscore.engine.events.RowRecord;
import org.leadscore.engine.files.Allowance;
import org.leadscore.engine.files.BoundRow;
import org.leadscore.engine.files.ColumnBinding;
import org.leadscore.engine.files.DoesNotFit;
import org.leadscore.engine.files.EventTimes;
import org.leadscore.engine.files.Exports;
import org.leadscore.engine.files.Progress;
import org.leadscore.engine.leads.ContactIntake;
import org.leadscore.engine.leads.ContactReader;
import org.leadscore.engine.leads.IdColumn;
import org.leadscore.engine.leads.KnownSince;
import org.leadscore.engine.leads.LeadName;
import org.leadscore.engine.leads.LinkedIds;
import org.leadscore.engine.leads.LookupMatches;
import org.leadscore.engine.leads.Objections;
import org.leadscore.ingest.row.Row;
import org.leadscore.ingest.scan.Chunk;
import org.leadscore.ingest.table.ChunkReader;
import org.leadscore.ingest.table.Table;
import org.leadscore.lead.Packing;
import org.leadscore.lead.Unpacking;
import org.leadscore.problem.InputException;
import org.leadscore.rules.condition.Field;
import org.leadscore.rules.condition.Wanted;
import org.leadscore.rules.source.ContactSource;
import org.leadscore.spill.PartFiles;

/**
 * Reads the contact list row after row, as {@link ContactReader} does, and sets each row aside for the part of its
 * lead. Not thread-safe.
 */
final class ContactSpill {

    private final ContactSource source;

    /** The columns that are set aside: first those that rules look at, then those that are kept. */
    private final List<Field> columns;

    /** The same columns, with the form that rules want of their values; of the kept columns they want none. */
    private final CheckedColumns checked;

    private final Objections objections;

    /** The rows by the part of their lead. */
    private final PartFiles leads;

    /** Makes the allowance for a part of the list. */
    private final Supplier<Allowance> ofPart;

    /** Tells which contacts are not known yet. */
    private final KnownSince known;

    private final LookupMatches lookups;
    private final IdColumn id;

    /** The tables that were read whole, in order. */
    private final List<Table> tables = new ArrayList<>();

    private final SpilledRejects rejects;

    /** Told which ids have a contact row. */
    private final LinkedIds linked;

    /** The row at hand as it is set aside. */
    private final Packing record = new Packing();

    /** Number of rows of these tables, rejects included. */
    private long rows;

    /** Number of those that do not count. */
    private long leftOut;

    /** The row at hand, as {@link #columns} has it. */
    private BoundRow bound = new BoundRow(new int[0]);

    /**
     * A spill of one list.
     *
     * @param asked the columns that rules look at
     * @param wanted by column of {@code asked}, the forms that its values should have
     * @param kept the columns that are needed later
     * @param known tells which contacts are not known yet
     * @param linked told which ids have a contact row
     * @param leads takes the rows, by the fingerprint of their id
     * @param ofPart makes the allowance for a part of the list, which is asked when repeated ids are refused
     */
    ContactSpill(
            ContactSource source,
            List<Field> asked,
            List<Set<Wanted>> wanted,
            List<Field> kept,
            KnownSince known,
            Objections objections,
            LinkedIds linked,
            SpilledRejects rejects,
            PartFiles leads,
            Supplier<Allowance> ofPart) {
        this.rejects = rejects;
        this.linked = linked;
        this.source = source;
        this.known = known;
        this.columns = Stream.concat(asked.stream(), kept.stream()).toList();
        this.checked = new CheckedColumns(wanted, kept.size());
        this.objections = objections;
        this.leads = leads;
        this.ofPart = ofPart;
        this.lookups = new LookupMatches(source);
        this.id = new IdColumn(source.lead(), IdColumn.Blank.REJECTED);
    }

    /**
     * Reads all files and flushes the rows to disk.
     *
     * @throws InputException as {@link ContactReader#read} does
     */
    void read(List<Exports.Export> files, Progress progress) {
        try {
            for (Exports.Export file : files) {
                progress.source(file.input().name(), file.input().size());
                try (Table table = file.open()) {
                    read(table, progress);
                }
            }
        } catch (InputException broken) {
            leads.flush();
            refuseRepeated(); // which is what a run in memory would have come upon first
            throw broken;
        }
        leads.flush();
        refuseRepeated();
    }

    ContactSource source() {
        return source;
    }

    /** Times since when contacts are known. */
    EventTimes times() {
        return known.times();
    }

    /** The use of each lookup. */
    List<LookupMatches.Match> lookups() {
        return lookups.matches();
    }

    long rows() {
        return rows;
    }

    /** Number of rows that do not count. */
    long leftOut() {
        return leftOut;
    }

    /** Number of rows that are blank altogether. */
    long blank() {
        return id.anonymous();
    }

    List<Table> tables() {
        return tables;
    }

    private void read(Table table, Progress progress) {
        bound = new BoundRow(ColumnBinding.of(columns, table));
        known.turnTo(table);
        lookups.turnTo(table);
        id.turnTo(table);
        table.expect(id.columns());
        ChunkReader reader = new ChunkReader(table);
        for (Chunk chunk = table.next(); chunk != null; chunk = table.next()) {
            id.pass(reader.read(chunk, this::take));
            progress.read(table.bytesRead());
        }
        rows += table.finish(rejects);
        leftOut += table.leftOutRows();
        tables.add(table);
    }

    private void take(Row row) {
        if (!id.read(row)) {
            return;
        }
        lookups.count(row);
        record.clear();
        record.number(RunInParts.CONTACT);
        int answer = known.of(row);
        record.number(answer == KnownSince.NO_TIME ? answer + 1 + known.columnOf(row) : answer);
        RowRecord.pack(tables.size(), row, id.name(), bound.with(row), checked, record);
        leads.put(id.name().fingerprint(), record);
        linked.mark(id.name());
    }

    /**
     * Throws when an id stands twice and the rule file refuses that, for the first file that was read whole and has a
     * row whose id stood before.
     */
    private void refuseRepeated() {
        if (!source.duplicates().isRefused()) {
            return;
        }
        long[] first = new long[tables.size()];
        int[] repeated = new int[tables.size()];
        for (int part = 0; part < leads.parts(); part++) {
            findRepeated(leads.part(part), first, repeated);
        }
        for (int file = 0; file < repeated.length; file++) {
            if (repeated[file] > 0) {
                throw ContactReader.repeated(tables.get(file), first[file], repeated[file]);
            }
        }
    }

    /** Finds rows whose id stood before in a part of the list, or in smaller parts where it does not fit. */
    private void findRepeated(PartFiles.Part part, long[] first, int[] repeated) {
        long[] firstHere = first.clone();
        int[] repeatedHere = repeated.clone();
        try {
            findRepeated(part, ofPart.get(), firstHere, repeatedHere);
        } catch (DoesNotFit tooLarge) {
            if (part.isOfOneHash()) {
                findRepeated(part, Allowance.unlimited(), first, repeated); // of one lead its id is held
                return;
            }
            try (PartFiles smaller = part.again()) {
                for (int i = 0; i < smaller.parts(); i++) {
                    findRepeated(smaller.part(i), first, repeated);
                }
            }
            return;
        }
        System.arraycopy(firstHere, 0, first, 0, first.length);
        System.arraycopy(repeatedHere, 0, repeated, 0, repeated.length);
    }

    /** Finds in a part, by file, the position of the first row whose id stood before and the number of such rows. */
    private void findRepeated(PartFiles.Part part, Allowance allowance, long[] first, int[] repeated) {
        ContactIntake intake =
                new ContactIntake(source.duplicates(), objections.directory(allowance, part::isOf), allowance);
        RowRecord row = new RowRecord(checked);
        LeadName name = new LeadName(source.lead().exact());
        for (Iterator<byte[]> blocks = part.blocks(); blocks.hasNext(); ) {
            byte[] block = blocks.next();
            Unpacking in = new Unpacking(block);
            while (in.hasMore()) {
                PartFiles.next(in);
                in.number(); // they are all contacts
                in.number(); // known already or not
                row.read(block, in);
                name.set(block, row.idStart(), row.idLength());
                intake.take(name);
                if (intake.isDuplicate() && row.file() < repeated.length) {
                    int file = row.file();
                    first[file] = repeated[file] == 0 ? row.position() : Math.min(first[file], row.position());
                    repeated[file]++;
                }
            }
        }
    }
}
