package org.leadscore.engine;

import org.leadscore.rules.RuleSet;
import org.leadscore.score.EventPlan;
import org.leadscore.spill.SpillPlace;

/**
 * The memory that a run may use, and where it puts what does not fit.
 *
 * @param bytes of Java's heap
 * @param isPromised whether nothing may depend on luck: what can be read only once is never held in memory then
 */
public record Room(long bytes, boolean isPromised, SpillPlace place) {

    private static final long MEBIBYTE = 1 << 20;

    /** For what does not grow with the leads: what is read at once, distinct values, the nursery. */
    private static final long FIXED = 128 * MEBIBYTE;

    /** Slots of the index, while it grows too, the id, its address; what a ranking needs. */
    private static final long BYTES_OF_ANY_LEAD = 96 + 80 + 64;

    /** An entry of a map, with the key and what it said. */
    private static final long BYTES_OF_KEY = 128;

    /** A column that is kept for the report, as it is as a rule. */
    private static final long BYTES_OF_COLUMN = 24;

    /** Leads have more than their record, where they are busy. */
    private static final int PERCENT = 130;

    private static final int FEWEST_SHARDS = 16;
    private static final int SHARDS_OF_ANY = 1 << 8;
    private static final int MOST_SHARDS = 1 << 10;
    private static final int SMALLEST_BLOCK = 1 << 10;
    private static final int LARGEST_BLOCK = 1 << 17;

    /** How many leads and keys a run may hold before it is to be done in parts. */
    Holding holding(RuleSet rules, EventPlan plan) {
        long record = (long) plan.wordsOfLead() * Long.BYTES
                + 32L * rules.followUp().conditions().size() / Long.SIZE;
        long columns = BYTES_OF_COLUMN * rules.keptColumns().size() + 32;
        long lead = (BYTES_OF_ANY_LEAD + record + columns + 48) * PERCENT / 100;
        boolean hasKeys =
                rules.sources().events().stream().anyMatch(log -> !log.key().isEmpty());
        long room = room();
        return new Holding(count(hasKeys ? room / 2 : room, lead), count(room / 2, BYTES_OF_KEY), room / 8);
    }

    /**
     * In how many parts leads are scored that do not fit.
     *
     * @param inputBytes of all files, −1 where that is not known
     */
    int shards(long inputBytes, int threads) {
        long atOnce = Math.max(1, room() / 4 / threads);
        long parts = inputBytes < 0
                ? SHARDS_OF_ANY
                : Math.max(FEWEST_SHARDS, Math.min(MOST_SHARDS, inputBytes / atOnce + 1));
        return (int) Long.highestOneBit(2 * parts - 1);
    }

    /** Of a shard, how many bytes are written at once: all together they take an eighth of the room. */
    int blockBytes(int shards) {
        return (int) Math.max(SMALLEST_BLOCK, Math.min(LARGEST_BLOCK, room() / 16 / shards));
    }

    private long room() {
        return Math.max(bytes / 4, bytes - FIXED);
    }

    private static int count(long room, long each) {
        return (int) Math.max(1, Math.min(Integer.MAX_VALUE, room / each));
    }
}
