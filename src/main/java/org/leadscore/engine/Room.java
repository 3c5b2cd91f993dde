package org.leadscore.engine;

import org.leadscore.rules.RuleSet;
import org.leadscore.spill.SpillPlace;

/**
 * The memory that may be taken by what grows with the data, and where that goes which does not fit.
 *
 * @param ofRun bytes, for a run that holds everything
 * @param ofPart bytes, for each part of one that does not
 * @param ofLead bytes, for a lead that is scored while nobody else is
 * @param atOnce how many parts are scored at once
 */
public record Room(long ofRun, long ofPart, long ofLead, int atOnce, SpillPlace place) {

    private static final long MEBIBYTE = 1 << 20;

    /** For what does not grow with the leads: what is read at once, distinct values, the nursery. */
    private static final long FIXED = 128 * MEBIBYTE;

    /** For what a thread has in hand; {@link #FIXED} has that of two. */
    private static final long OF_THREAD = 4 * MEBIBYTE;

    /** What a ranking needs of each lead, and what becomes of it. */
    private static final long OF_LEAD_LATER = 112;

    /** With less, threads would have each other's parts not fit. */
    private static final long LEAST_OF_PART = 8 * MEBIBYTE;

    private static final int FEWEST_PARTS = 16;
    private static final int PARTS_OF_ANY = 1 << 8;
    private static final int MOST_PARTS = 1 << 10;
    private static final int SMALLEST_BLOCK = 1 << 13;
    private static final int LARGEST_BLOCK = 1 << 17;

    /** The room in a heap of so many bytes, for a run with so many threads. */
    public static Room within(long heap, int threads, SpillPlace place) {
        long room = Math.max(heap / 4, heap - FIXED - OF_THREAD * Math.max(0, threads - 2));
        long parts = Math.max(LEAST_OF_PART, room / 2);
        int atOnce = (int) Math.max(1, Math.min(threads, parts / LEAST_OF_PART));
        return new Room(room, parts / atOnce, Math.max(LEAST_OF_PART, room / 4 * 3), atOnce, place);
    }

    /** The heap in which a lead may take so many bytes. */
    static long heapOfLead(long bytes) {
        return bytes / 3 * 4 + FIXED;
    }

    Allowance run(RuleSet rules) {
        return new Allowance(ofRun, laterOfLead(rules));
    }

    Allowance part(RuleSet rules) {
        return new Allowance(ofPart, laterOfLead(rules));
    }

    Allowance lead(RuleSet rules) {
        return new Allowance(ofLead, laterOfLead(rules));
    }

    /**
     * In how many parts a run is done at first.
     *
     * @param inputBytes of all files, −1 where that is not known
     */
    int parts(long inputBytes) {
        long wanted = inputBytes < 0 ? PARTS_OF_ANY : inputBytes / Math.max(1, ofPart / 2) + 1;
        long most = Math.min(MOST_PARTS, ofPart * atOnce / 8 / SMALLEST_BLOCK);
        return Integer.highestOneBit((int) (2 * Math.max(FEWEST_PARTS, Math.min(wanted, most)) - 1));
    }

    /** Of a part, how many bytes are written at once: all together they take an eighth of the room, or a quarter as they grow. */
    int blockBytes(int parts) {
        return (int) Math.max(SMALLEST_BLOCK, Math.min(LARGEST_BLOCK, ofPart * atOnce / 8 / parts));
    }

    private static long laterOfLead(RuleSet rules) {
        return OF_LEAD_LATER + 32L * rules.followUp().conditions().size() / Long.SIZE;
    }
}
