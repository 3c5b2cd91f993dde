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
 * A list of records on disk, appended by one thread and then read by any, at any place; quickest one after the other. Holds one
 * number for each few records.
 */
public final class RecordFile {

    private static final int AT_ONCE = 64;
    private static final int NEAR = 16;

    private final SpillFile file;
    private final Packing open = new Packing();

    /** The last ones that were read; who reads one after the other finds them here. */
    private final AtomicReferenceArray<@Nullable Block> near = new AtomicReferenceArray<>(NEAR);

    private long[] begins = new long[1 << 6];
    private int blocks;
    private int size;

    /** Some records, and where each of them begins. */
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

    /** What a record says. */
    public interface Form<T> {

        /**
         * Reads it.
         *
         * @param index of the record, from 0
         */
        T read(int index, Unpacking record);
    }

    public RecordFile(SpillPlace place) {
        this.file = place.newFile();
    }

    public void append(Packing record) {
        open.bytes(record);
        size++;
        if (size % AT_ONCE == 0) {
            write();
        }
    }

    /** To be called before records are read; none is appended any more. */
    public void finish() {
        if (open.length() > 0) {
            write();
        }
        end(file.length());
    }

    public int size() {
        return size;
    }

    /** The records in a form that is made anew each time it is asked for. */
    public <T> List<T> as(Form<T> form) {
        return new View<>(this, form);
    }

    /** One of the records. */
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
