package org.leadscore.spill;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.RandomAccess;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;
import org.leadscore.lead.Packing;
import org.leadscore.lead.Unpacking;

/**
 * A list of records on disk, appended by one thread and then read by any, at any place; reading one after the other is
 * quickest. Memory holds one number for each 64 records, and the blocks read last.
 */
public final class RecordFile {

    private static final int AT_ONCE = 64;
    private static final int NEAR = 16;

    private final SpillFile file;

    /** The records that are not written yet, fewer than a block. */
    private final Packing open = new Packing();

    /** The blocks read last, by their number modulo the length; a reader that goes on in order finds its block here. */
    private final AtomicReferenceArray<@Nullable Block> near = new AtomicReferenceArray<>(NEAR);

    /** Byte of the file at which each block begins; behind the last block the length of the file. */
    private long[] begins = new long[1 << 6];

    /** Number of blocks that are written. */
    private int blocks;

    /** Number of records that were appended. */
    private int size;

    /** A block of records that was read, and the byte at which each of them begins. */
    private static final class Block {

        private final int number;
        private final byte[] bytes;
        private final int[] starts;

        Block(int number, byte[] bytes, int records) {
            this.number = number;
            this.bytes = bytes;
            this.starts = new int[records];
            Unpacking in = new Unpacking(bytes);
            for (int i = 0; i < records; i++) {
                int length = (int) in.number();
                starts[i] = in.at();
                in.skip(length);
            }
        }
    }

    /** Reads records as values of a type; given by whoever knows what was appended. */
    public interface Form<T> {

        /**
         * Reads one record.
         *
         * @param index of the record, from 0
         */
        T read(int index, Unpacking record);
    }

    /** An empty list, in a temporary file of its own. */
    public RecordFile(SpillPlace place) {
        this.file = place.newFile();
    }

    /** Appends a record, which is copied. */
    public void append(Packing record) {
        open.bytes(record);
        size++;
        if (size % AT_ONCE == 0) {
            write();
        }
    }

    /** Ends the list. Must be called once, before the first record is read; nothing is appended afterwards. */
    public void finish() {
        if (open.length() > 0) {
            write();
        }
        end(file.length());
    }

    /** Number of records. */
    public int size() {
        return size;
    }

    /** The records as a list of values, each of which is read anew every time it is asked for. */
    public <T> List<T> as(Form<T> form) {
        return new View<>(this, form);
    }

    /** The record of this index, from 0, at its beginning. */
    public Unpacking at(int index) {
        Block block = block(index / AT_ONCE);
        return new Unpacking(block.bytes, block.starts[index % AT_ONCE]);
    }

    private Block block(int number) {
        Block known = near.get(number % NEAR);
        if (known != null && known.number == number) {
            return known;
        }
        byte[] bytes = file.read(begins[number], (int) (begins[number + 1] - begins[number]));
        Block block = new Block(number, bytes, Math.min(AT_ONCE, size - number * AT_ONCE));
        near.set(number % NEAR, block);
        return block;
    }

    private void write() {
        long at = file.append(open.toBytes());
        open.clear();
        end(at);
        blocks++;
    }

    private void end(long at) {
        if (blocks == begins.length) {
            begins = Arrays.copyOf(begins, 2 * blocks);
        }
        begins[blocks] = at;
    }

    /** The records as a list of values. */
    private static final class View<T> extends AbstractList<T> implements RandomAccess {

        private final RecordFile records;
        private final Form<T> form;

        View(RecordFile records, Form<T> form) {
            this.records = records;
            this.form = form;
        }

        @Override
        public T get(int index) {
            if (index < 0 || index >= records.size) {
                throw new IndexOutOfBoundsException(index);
            }
            return form.read(index, records.at(index));
        }

        @Override
        public int size() {
            return records.size;
        }
    }
}
