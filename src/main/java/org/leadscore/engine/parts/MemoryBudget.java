package org.leadscore.engine.parts;

import java.util.function.Supplier;
import org.leadscore.engine.files.Allowance;
import org.leadscore.engine.files.DoesNotFit;
import org.leadscore.rules.RuleSet;
import org.leadscore.spill.SpillPlace;

/**
 * The memory that may be taken by structures that grow with the data, and the place on disk for records that do not
 * fit. Made by commands from {@code --memory}.
 *
 * @param ofRun bytes for a run that holds everything
 * @param ofPart bytes for each part of a run that does not
 * @param ofLead bytes for a lead that is scored while no other thread scores
 * @param atOnce number of parts that are scored at once
 */
public record MemoryBudget(long ofRun, long ofPart, long ofLead, int atOnce, SpillPlace place) {

    private static final long MEBIBYTE = 1 << 20;

    /** Bytes for all that does not grow with the leads: rows that are being read, distinct values, the nursery. */
    private static final long FIXED = 128 * MEBIBYTE;

    /** Bytes for the rows that a thread has in hand; {@link #FIXED} has those of two threads. */
    private static final long OF_THREAD = 4 * MEBIBYTE;

    /** Bytes that a ranking, and all that is made of it, need for each lead. */
    private static final long OF_LEAD_LATER = 112;

    /** The fewest bytes of a part; with fewer, parts that threads score at once would keep each other from fitting. */
    private static final long LEAST_OF_PART = 8 * MEBIBYTE;

    private static final int FEWEST_PARTS = 16;
    private static final int PARTS_OF_ANY = 1 << 8;
    private static final int MOST_PARTS = 1 << 10;
    private static final int SMALLEST_BLOCK = 1 << 13;
    private static final int LARGEST_BLOCK = 1 << 17;

    /**
     * The room in a heap of so many bytes, for a run with so many threads.
     *
     * @param place for the records that do not fit
     */
    public static MemoryBudget within(long heap, int threads, SpillPlace place) {
        long room = Math.max(heap / 4, heap - FIXED - OF_THREAD * Math.max(0, threads - 2));
        long parts = Math.max(LEAST_OF_PART, room / 2);
        int atOnce = (int) Math.max(1, Math.min(threads, parts / LEAST_OF_PART));
        return new MemoryBudget(room, parts / atOnce, Math.max(LEAST_OF_PART, room / 4 * 3), atOnce, place);
    }

    /** The allowance of what is held for all of the run, whether or not it is done in parts. */
    public Allowance throughout() {
        return new Allowance(Math.max(ofRun, ofPart * atOnce), 0);
    }

    /** The room that is left where so many bytes are taken for all of the run. */
    public MemoryBudget less(long bytes) {
        return new MemoryBudget(
                Math.max(0, ofRun - bytes),
                Math.max(Math.min(ofPart, LEAST_OF_PART), ofPart - bytes / atOnce),
                Math.max(Math.min(ofLead, LEAST_OF_PART), ofLead - bytes),
                atOnce,
                place);
    }

    /**
     * Does what must fit, whatever else is done in parts.
     *
     * @param what is held by it, as the user knows it
     * @throws TooLittleMemory when it does not fit
     */
    public <T> T keeping(String what, Supplier<T> work) {
        try {
            return work.get();
        } catch (DoesNotFit tooLarge) {
            throw new TooLittleMemory(what, heapOfLead(2 * Math.max(ofRun, ofPart * atOnce)));
        }
    }

    /** The number of bytes of the heap in which a lead may take so many bytes. */
    static long heapOfLead(long bytes) {
        return bytes / 3 * 4 + FIXED;
    }

    /** The allowance of a run that holds everything. */
    public Allowance run(RuleSet rules) {
        return new Allowance(ofRun, laterOfLead(rules));
    }

    /** The allowance of one part. */
    Allowance part(RuleSet rules) {
        return new Allowance(ofPart, laterOfLead(rules));
    }

    /** The allowance of a lead that is scored alone. */
    Allowance lead(RuleSet rules) {
        return new Allowance(ofLead, laterOfLead(rules));
    }

    /**
     * The number of parts into which a run is dealt at first, a power of two.
     *
     * @param inputBytes of all files, −1 where that is not known
     */
    int parts(long inputBytes) {
        long wanted = inputBytes < 0 ? PARTS_OF_ANY : inputBytes / Math.max(1, ofPart / 2) + 1;
        long most = Math.min(MOST_PARTS, ofPart * atOnce / 8 / SMALLEST_BLOCK);
        return Integer.highestOneBit((int) (2 * Math.max(FEWEST_PARTS, Math.min(wanted, most)) - 1));
    }

    /**
     * The number of bytes of a part that are written at once: all parts together take an eighth of the room, or a
     * quarter as they grow.
     */
    int blockBytes(int parts) {
        return (int) Math.max(SMALLEST_BLOCK, Math.min(LARGEST_BLOCK, ofPart * atOnce / 8 / parts));
    }

    private static long laterOfLead(RuleSet rules) {
        return OF_LEAD_LATER + 32L * rules.followUp().conditions().size() / Long.SIZE;
    }
}
