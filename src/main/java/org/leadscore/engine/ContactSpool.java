package org.leadscore.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.leadscore.ingest.Chunk;
import org.leadscore.ingest.ChunkReader;
import org.leadscore.ingest.Row;
import org.leadscore.ingest.Table;
import org.leadscore.lead.Packing;
import org.leadscore.lead.Unpacking;
import org.leadscore.problem.InputException;
import org.leadscore.rules.ContactSource;
import org.leadscore.rules.Field;
import org.leadscore.rules.LeadKey;
import org.leadscore.spill.Deal;

/** Reads the contact list row after row, as {@link ContactReader} does, and sets each row aside for the part of its lead. */
final class ContactSpool {

    private final ContactSource source;
    private final List<Field> columns;
    private final boolean[] numbers;
    private final Objections objections;
    private final Deal leads;
    private final Supplier<Allowance> ofPart;
    private final LeadName name;
    private final List<Table> tables = new ArrayList<>();
    private final SpilledRejects rejects;
    private final Packing record = new Packing();
    private long rows;
    private long rowsBefore;
    private BoundRow bound = new BoundRow(new int[0]);
    private int[] leadColumns = {};

    /**
     * A spool of one list.
     *
     * @param asked the columns that rules look at
     * @param numbers by those columns, whether their values should be numbers
     * @param kept the columns that are needed later
     * @param ofPart what may be held of a part of the list
     */
    ContactSpool(
            ContactSource source,
            List<Field> asked,
            boolean[] numbers,
            List<Field> kept,
            Objections objections,
            SpilledRejects rejects,
            Deal leads,
            Supplier<Allowance> ofPart) {
        this.rejects = rejects;
        this.source = source;
        this.columns = Stream.concat(asked.stream(), kept.stream()).toList();
        this.numbers = Arrays.copyOf(numbers, columns.size());
        this.objections = objections;
        this.leads = leads;
        this.ofPart = ofPart;
        this.name = new LeadName(isExact(source));
    }

    static boolean isExact(ContactSource source) {
        return source.lead() instanceof LeadKey.Named named && named.exact();
    }

    /** @throws InputException as {@link ContactReader#read} does */
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

    long rows() {
        return rows;
    }

    List<Table> tables() {
        return tables;
    }

    /** By column, those that are kept last. */
    boolean[] numbers() {
        return numbers;
    }

    private void read(Table table, Progress progress) {
        bound = new BoundRow(ColumnBinding.of(columns, table));
        if (source.lead() instanceof LeadKey.Named named) {
            leadColumns = ColumnBinding.of(named.columns(), table);
            table.expect(leadColumns);
        }
        ChunkReader reader = new ChunkReader(table);
        for (Chunk chunk = table.next(); chunk != null; chunk = table.next()) {
            rowsBefore += reader.read(chunk, this::take);
            progress.read(table.bytesRead());
        }
        rows += table.finish(rejects);
        tables.add(table);
    }

    private void take(Row row) {
        if (source.lead() instanceof LeadKey.RowNumber) {
            name.set(Long.toString(rowsBefore + row.numberInChunk()));
        } else if (leadColumns.length == 1 && leadColumns[0] >= 0) {
            name.set(row.bytes(), row.start(leadColumns[0]), row.length(leadColumns[0]));
        } else {
            name.set(ColumnBinding.joined(row, leadColumns));
        }
        if (name.isBlank()) {
            row.reject(Math.max(0, leadColumns[0]), "the id of the lead is blank");
            return;
        }
        record.clear();
        record.number(SpillingRun.CONTACT);
        SpilledRow.pack(
                tables.size(),
                row.position(),
                name.written(),
                0,
                name.writtenLength(),
                bound.with(row),
                numbers,
                column -> row.columnOf(bound.tableColumn(column)),
                record);
        leads.put(name.fingerprint(), record);
    }

    /** Of the files that were read whole, the first that has a row whose id stood before decides. */
    private void refuseRepeated() {
        if (source.duplicates() != ContactSource.Duplicates.REFUSE) {
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

    private void findRepeated(Deal.Part part, long[] first, int[] repeated) {
        long[] firstHere = first.clone();
        int[] repeatedHere = repeated.clone();
        try {
            findRepeated(part, ofPart.get(), firstHere, repeatedHere);
        } catch (DoesNotFit tooLarge) {
            if (part.isOfOneHash()) {
                findRepeated(part, Allowance.unlimited(), first, repeated); // of one lead its id is held
                return;
            }
            try (Deal smaller = part.again()) {
                for (int i = 0; i < smaller.parts(); i++) {
                    findRepeated(smaller.part(i), first, repeated);
                }
            }
            return;
        }
        System.arraycopy(firstHere, 0, first, 0, first.length);
        System.arraycopy(repeatedHere, 0, repeated, 0, repeated.length);
    }

    /** By file, the first row whose id stood before, and how many there are. */
    private void findRepeated(Deal.Part part, Allowance allowance, long[] first, int[] repeated) {
        LeadDirectory seen = objections.directory(allowance, part::isOf);
        LeadDirectory objected = new LeadDirectory(allowance);
        SpilledRow row = new SpilledRow(numbers);
        for (Iterator<byte[]> blocks = part.blocks(); blocks.hasNext(); ) {
            byte[] block = blocks.next();
            Unpacking in = new Unpacking(block);
            while (in.hasMore()) {
                Deal.next(in);
                in.number(); // they are all contacts
                row.read(block, in);
                name.set(block, row.idStart(), row.idLength());
                LeadDirectory of = seen.find(name) == LeadDirectory.SUPPRESSED ? objected : seen;
                if (of.find(name) == LeadDirectory.UNKNOWN) {
                    of.add(name);
                } else if (row.file() < repeated.length) {
                    int file = row.file();
                    first[file] = repeated[file] == 0 ? row.position() : Math.min(first[file], row.position());
                    repeated[file]++;
                }
            }
        }
    }
}
