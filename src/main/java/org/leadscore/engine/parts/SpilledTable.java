package org.leadscore.engine.parts;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.PriorityQueue;
import org.leadscore.lead.Eight;
import org.leadscore.lead.Packing;
import org.leadscore.lead.Unpacking;
import org.leadscore.spill.PartFiles;
import org.leadscore.spill.RecordFile;
import org.leadscore.spill.ShardFiles;
import org.leadscore.spill.SpillPlace;

/**
 * Makes rows that several leads make together, each row by a key of its own, in memory that does not grow with the
 * rows: records of leads are set aside by key, rows are made of one part of the keys after the other, and put into one
 * order on disk. Not thread-safe.
 */
final class SpilledTable<R> {

    /** Makes rows of the records of leads, orders them, and writes and reads them. */
    interface Form<R> {

        /** The order of rows, in which no two are equal. */
        Comparator<R> order();

        /**
         * The rows of some of the keys, in order.
         *
         * @param said the records that {@link #put} was given, in the order in which they came; each must be read to
         *     its end before the next one is asked for
         */
        List<R> rows(Iterator<Unpacking> said);

        /** Writes a row. */
        void pack(R row, Packing out);

        /** Reads a row as {@link #pack} wrote it. */
        R unpack(Unpacking in);
    }

    private final Form<R> form;
    private final SpillPlace place;
    private final int parts;
    private final int blockBytes;
    private final PartFiles said;

    /**
     * A table without rows.
     *
     * @param bytes about the number of bytes that all rows would take in memory at most
     */
    SpilledTable(Form<R> form, MemoryBudget room, long bytes) {
        this.form = form;
        this.place = room.place();
        this.parts = room.parts(bytes);
        this.blockBytes = room.blockBytes(parts);
        this.said = new PartFiles(place, parts, blockBytes);
    }

    /**
     * Takes a record of a lead.
     *
     * @param key of the row to which it belongs
     * @param record is copied
     */
    void put(String key, Packing record) {
        byte[] utf8 = key.getBytes(UTF_8);
        said.put(Eight.hash(utf8, 0, utf8.length), record);
    }

    /**
     * All rows, in order, each read from disk when it is asked for. May be called once; no record can be put
     * afterwards.
     */
    List<R> rows() {
        said.flush();
        RecordFile sorted = new RecordFile(place);
        try (said;
                ShardFiles runs = new ShardFiles(place, parts, blockBytes)) {
            Packing row = new Packing();
            for (int part = 0; part < parts; part++) {
                for (R made : form.rows(new Records(said.part(part).blocks(), true))) {
                    row.clear();
                    form.pack(made, row);
                    runs.put(part, row);
                }
                runs.flush(part);
            }
            merge(runs, sorted);
        }
        sorted.finish();
        return sorted.as((index, in) -> form.unpack(in));
    }

    private void merge(ShardFiles runs, RecordFile sorted) {
        PriorityQueue<Run> queue =
                new PriorityQueue<>((one, other) -> form.order().compare(one.first, other.first));
        for (int part = 0; part < parts; part++) {
            Records records = new Records(runs.blocks(part), false);
            if (records.hasNext()) {
                queue.add(new Run(records));
            }
        }
        Packing row = new Packing();
        for (Run run = queue.poll(); run != null; run = queue.poll()) {
            row.clear();
            form.pack(run.first, row);
            sorted.append(row);
            if (run.goOn()) {
                queue.add(run);
            }
        }
    }

    /** The sorted rows of one part, of which the first is in memory. */
    private final class Run {

        private final Records records;
        private R first;

        Run(Records records) {
            this.records = records;
            this.first = form.unpack(records.next());
        }

        /** Goes on to the next row; false when there is none. */
        boolean goOn() {
            if (!records.hasNext()) {
                return false;
            }
            first = form.unpack(records.next());
            return true;
        }
    }

    /** The records of some blocks, one after the other. */
    private static final class Records implements Iterator<Unpacking> {

        private final Iterator<byte[]> blocks;
        private final boolean areDealt;
        private Unpacking in = new Unpacking(new byte[0]);

        Records(Iterator<byte[]> blocks, boolean areDealt) {
            this.blocks = blocks;
            this.areDealt = areDealt;
        }

        @Override
        public boolean hasNext() {
            return in.hasMore() || blocks.hasNext();
        }

        @Override
        public Unpacking next() {
            if (!in.hasMore()) {
                in = new Unpacking(blocks.next());
            }
            if (areDealt) {
                PartFiles.next(in);
            }
            return in;
        }
    }
}
