package org.leadscore.engine.parts;

import java.util.Iterator;
import java.util.PriorityQueue;
import java.util.function.Consumer;
import org.leadscore.lead.Unpacking;
import org.leadscore.spill.ShardFiles;

/** Merges leads on disk, in several runs that are each in the order of the ranking, into one order. */
final class SortedRuns {

    private SortedRuns() {}

    /** The leads of one run, one after the other. */
    private static final class Run implements Comparable<Run> {

        private final Iterator<byte[]> blocks;
        private final RankedRecord lead = new RankedRecord();
        private byte[] block = {};
        private Unpacking in = new Unpacking(block);

        Run(Iterator<byte[]> blocks) {
            this.blocks = blocks;
        }

        /** Reads the next lead; false when there are no more. */
        boolean next() {
            while (!in.hasMore()) {
                if (!blocks.hasNext()) {
                    return false;
                }
                block = blocks.next();
                in = new Unpacking(block);
            }
            lead.read(block, in);
            return true;
        }

        @Override
        public int compareTo(Run other) {
            return lead.compareTo(other.lead);
        }
    }

    /**
     * Merges the runs.
     *
     * @param taker takes one lead after the other, each a view that lasts until the next one
     */
    static void merge(ShardFiles runs, Consumer<RankedRecord> taker) {
        PriorityQueue<Run> queue = new PriorityQueue<>();
        for (int number = 0; number < runs.count(); number++) {
            Run run = new Run(runs.blocks(number));
            if (run.next()) {
                queue.add(run);
            }
        }
        for (Run first = queue.poll(); first != null; first = queue.poll()) {
            taker.accept(first.lead);
            if (first.next()) {
                queue.add(first);
            }
        }
    }
}
