package org.leadscore.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.PriorityQueue;
import org.leadscore.lead.Eight;
import org.leadscore.lead.Packing;
import org.leadscore.lead.Unpacking;
import org.leadscore.spill.Deal;
import org.leadscore.spill.RecordFile;
import org.leadscore.spill.Shards;
import org.leadscore.spill.SpillPlace;

/**
 * Rows that several leads make together, each row by a key of its own, in memory that does not grow with the rows: what leads
 * say is set aside by key, rows are made of one part of the keys after the other, and put into one order on disk. Not
 * thread-safe.
 */
final class SpilledTable<R> {

    /** How rows are made, ordered and written. */
    interface Form<R> {

        /** No two rows are equal in it. */
        Comparator<R> order();

        /**
         * The rows of some of the keys, in order.
         *
         * @param said of each record what {@link #put} was given, in the order in which it came; each must be read to its end
         *     before the next one is asked for
         */
        List<R> rows(Iterator<Unpacking> said);

        void pack(R row, Packing out);

        R unpack(Unpacking in);
    }

    private final Form<R> form;
    private final SpillPlace place;
    private final int parts;
    private final int blockBytes;
    private final Deal said;

    /** @param bytes about how many all rows would take in memory at most */
    SpilledTable(Form<R> form, Room room, long bytes) {
        this.form = form;
        this.place = room.place();
        this.parts = room.parts(bytes);
        this.blockBytes = room.blockBytes(parts);
        this.said = new Deal(place, parts, blockBytes);
    }

    /**
     * Takes what a lead says.
     *
     * @param record is copied
     */
    void put(String key, Packing record) {
        byte[] utf8 = key.getBytes(UTF_8);
        said.put(Eight.hash(utf8, 0, utf8.length), record);
    }

    /** All rows, in order, each read from disk when it is asked for. Nothing can be put any more. */
    List<R> rows() {
        said.flush();
        RecordFile sorted = new RecordFile(place);
        try (said;
                Shards runs = new Shards(place, parts, blockBytes)) {
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

    private void merge(Shards runs, RecordFile sorted) {
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

    /** Sorted rows, of which the first one is known. */
    private final class Run {

        private final Records records;
        private R first;

        Run(Records records) {
            this.records = records;
            this.first = form.unpack(records.next());
        }

        /** False when there is no other row. */
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
                Deal.next(in);
            }
            return in;
        }
    }
}
