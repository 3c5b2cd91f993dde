package org.leadscore.score.count;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.leadscore.lead.Packing;
import org.leadscore.lead.TimeFormat;

/**
 * The state of each lead, what has been seen of its events, packed in one record: the newest time, words that are added
 * to, and sets, sorted lists of longs of which the first few lie in the record. Leads are numbers from 0. States of
 * parts of the events {@linkplain #merge merge} in any order to the state of them all.
 *
 * <p>Several threads may change states at once as long as each holds the {@link #lock} of the lead whose state it
 * changes.
 */
public final class LeadStates {

    /** Number of locks. */
    public static final int STRIPES = 16;

    /** The first place of a record that {@link RecordLayout} deals out, behind the newest time. */
    static final int FIRST_PLACE = 1;

    /**
     * Number of words that are touched without a look at whether there are more, which would cost more than touching
     * them.
     */
    public static final int TOUCHED_AT_ONCE = 4;

    /**
     * Leads that follow each other, two to this power, have the same lock, so that neighbours in memory are not changed
     * by two threads.
     */
    private static final int STRIPE_BITS = 6;

    /** Words of a page of few leads, at most, unless records are very large. */
    private static final int LARGEST_OF_FEW = 1 << 19;

    private static final int FEWEST_PAGE_BITS_OF_ANY = 8;
    private static final int FEWEST_PAGE_BITS = 12;
    private static final int MOST_PAGE_BITS = 17;
    /** Numbers of leads have at most so many bits. */
    private static final int MOST_LEAD_BITS = 27;

    /** Entries up to which a set in runs is sorted as a whole. */
    private static final int SHORTEST_RUN = 64;

    private static final int BYTES_OF_REFERENCE = 4;
    private static final int BYTES_OF_ARRAY = 24;

    /** Bytes of an id for a text, and of the text for it, without its characters. */
    private static final int BYTES_OF_VALUE = 160;

    private static final int BYTES_OF_WIDE_SUM = 192;

    /** Combined with the newest time by exclusive or, so that a record of zeros is that of a lead without events. */
    private static final long NO_TIME = TimeFormat.NONE;

    /** All counters, whose places the records have. */
    private final List<Counter> counters;
    /** Told how many bytes of memory will be taken, before they are. */
    private final LongConsumer growth;
    /** Number of words of a record. */
    private final int words;
    /** By a set's head, the number of its entries that lie in the record. */
    private final int[] inRecord;
    /** A page holds the records of two to this power leads. */
    private final int pageBits;
    /** The records, page by page; null for a page without events. */
    private final long[][] pages;

    /** By stripe, the sets that have grown out of their records, each as a block; the first one is none. */
    private final long[][][] blocks = new long[STRIPES][1][];

    /** By stripe, the number of its blocks. */
    private final int[] blockCounts = new int[STRIPES];
    /** By stripe, the lock of its leads. */
    private final Object[] locks = new Object[STRIPES];
    /** Locks under which pages are made, by the page's number modulo {@link #STRIPES}. */
    private final Object[] pageLocks = new Object[STRIPES];
    /** The parts of sums that do not fit into their words, by {@link #wideKey}. */
    private final Map<Long, BigDecimal> wideSums = new ConcurrentHashMap<>();
    /** The id of each text. */
    private final Map<String, Integer> valueIds = new HashMap<>();
    /** By id, the text. */
    private final List<String> values = new ArrayList<>();

    /**
     * Makes states without any lead, for the counters of the layout.
     *
     * @param leads about how many there will be; 0 when that is not known
     */
    public LeadStates(RecordLayout layout, int leads) {
        this(layout, leads, bytes -> {});
    }

    /**
     * Makes states without any lead, which report their growth.
     *
     * @param leads about how many there will be; 0 when that is not known
     * @param growth told how many bytes of memory will be taken, before they are
     */
    public LeadStates(RecordLayout layout, int leads, LongConsumer growth) {
        this.growth = growth;
        this.counters = layout.counters();
        this.words = layout.words();
        this.inRecord = layout.inRecord();
        int bits = Integer.SIZE - Integer.numberOfLeadingZeros(leads);
        this.pageBits = Math.max(fewestPageBits(words), Math.min(MOST_PAGE_BITS, bits));
        growth.accept((long) BYTES_OF_REFERENCE << MOST_LEAD_BITS - pageBits);
        this.pages = new long[1 << MOST_LEAD_BITS - pageBits][];
        Arrays.setAll(locks, any -> new Object());
        Arrays.setAll(pageLocks, any -> new Object());
    }

    /**
     * The power of two of a page's leads for records of so many words: a page of few leads is not to be large, whatever
     * the rules keep of each.
     */
    private static int fewestPageBits(int words) {
        int leads = Math.max(1, LARGEST_OF_FEW / words);
        int bits = Integer.SIZE - 1 - Integer.numberOfLeadingZeros(leads);
        return Math.max(FEWEST_PAGE_BITS_OF_ANY, Math.min(FEWEST_PAGE_BITS, bits));
    }

    /** The stripe of a lead, from 0 to {@link #STRIPES} − 1. */
    public static int stripe(int lead) {
        return lead >> STRIPE_BITS & STRIPES - 1;
    }

    /** The lock to be held while the state of a lead of this stripe is changed. */
    public Object lock(int stripe) {
        return locks[stripe];
    }

    /** The newest time of an event that is a sign of life, or {@link TimeFormat#NONE}. */
    public long lastActivity(int lead) {
        return word(lead, 0) ^ NO_TIME;
    }

    /**
     * Brings some words of many leads' records near the processor, so that the waits for memory overlap.
     *
     * @param rows which of the leads, so many of them
     * @param places by place in {@code rows}, each a multiple of {@link #TOUCHED_AT_ONCE}
     * @return nothing of meaning; to be used, so that the reading is not left out
     */
    public long touch(int[] rows, int count, int[] leads, int[][] places) {
        long read = 0;
        for (int i = 0; i < count; i++) {
            int lead = leads[rows[i]];
            long[] page = pages[lead >> pageBits];
            if (page != null) {
                int at = at(lead);
                int[] some = places[i];
                for (int j = 0; j < some.length; j += TOUCHED_AT_ONCE) {
                    read += page[at + some[j]]
                            + page[at + some[j + 1]]
                            + page[at + some[j + 2]]
                            + page[at + some[j + 3]];
                }
            }
        }
        return read;
    }

    /** Brings all of the lead's record near the processor; the number has no meaning. */
    public long touch(int lead) {
        long read = 0;
        for (int place = 0; place < words; place += Long.BYTES) {
            read += word(lead, place);
        }
        return read;
    }

    /** Takes the time, in milliseconds since 1970 UTC, as that of the newest event if it is newer. */
    public void active(int lead, long time) {
        long[] page = page(lead);
        int at = at(lead);
        if (time > (page[at] ^ NO_TIME)) {
            page[at] = time ^ NO_TIME;
        }
    }

    long word(int lead, int word) {
        long[] page = pages[lead >> pageBits];
        return page == null ? 0 : page[at(lead) + word];
    }

    void add(int lead, int word, long amount) {
        page(lead)[at(lead) + word] += amount;
    }

    /** Adds millionths to a word, or to its wide part when they do not fit, so that the sum stays exact. */
    void addExactly(int lead, int word, long millionths) {
        long[] page = page(lead);
        int at = at(lead) + word;
        long sum = page[at] + millionths;
        if (((page[at] ^ sum) & (millionths ^ sum)) < 0) {
            addWide(lead, word, BigDecimal.valueOf(page[at], 6).add(BigDecimal.valueOf(millionths, 6)));
            page[at] = 0;
        } else {
            page[at] = sum;
        }
    }

    void addWide(int lead, int word, BigDecimal amount) {
        page(lead);
        growth.accept(BYTES_OF_WIDE_SUM);
        wideSums.merge(wideKey(lead, word), amount, BigDecimal::add);
    }

    /** The part of a sum beyond its word; null when there is none. */
    @Nullable
    BigDecimal wide(int lead, int word) {
        return wideSums.isEmpty() ? null : wideSums.get(wideKey(lead, word));
    }

    /** Number of entries of a set. */
    int size(int lead, int set) {
        return (int) word(lead, set);
    }

    /** An entry of a set, from 0. */
    long entry(int lead, int set, int index) {
        long[] page = page(lead);
        int head = at(lead) + set;
        int block = block(page[head]);
        return block == 0 ? page[head + 1 + index] : blocks[stripe(lead)][block][index];
    }

    /** Writes the entries of a sorted set, each as its distance from the one before, which is small as a rule. */
    void packEntries(int lead, int set, Packing out) {
        long before = 0;
        for (int i = 0; i < size(lead, set); i++) {
            long entry = entry(lead, set, i);
            out.number(entry - before);
            before = entry;
        }
    }

    void replace(int lead, int set, int index, long entry) {
        long[] page = page(lead);
        int head = at(lead) + set;
        int block = block(page[head]);
        if (block == 0) {
            page[head + 1 + index] = entry;
        } else {
            blocks[stripe(lead)][block][index] = entry;
        }
    }

    /** Puts an entry before the one at {@code index}. */
    void insert(int lead, int set, int index, long entry) {
        makeRoom(lead, set, index, 1);
        replace(lead, set, index, entry);
    }

    /** Puts two entries before the one at {@code index}. */
    void insert(int lead, int set, int index, long first, long second) {
        makeRoom(lead, set, index, 2);
        replace(lead, set, index, first);
        replace(lead, set, index + 1, second);
    }

    /** Removes {@code count} entries, from {@code index} on. */
    void remove(int lead, int set, int index, int count) {
        long[] page = page(lead);
        int head = at(lead) + set;
        int block = block(page[head]);
        long[] holder = block == 0 ? page : blocks[stripe(lead)][block];
        int from = block == 0 ? head + 1 : 0;
        int size = (int) page[head];
        System.arraycopy(holder, from + index + count, holder, from + index, size - index - count);
        page[head] -= count;
    }

    /**
     * The index of the first entry that is not below the key, or the number of entries.
     *
     * @param step 1, or 2 for a set of pairs, each sorted by its first entry
     */
    int firstNotBelow(int lead, int set, long key, int step) {
        return firstNotBelow(lead, set, key, step, 0, size(lead, set) / step);
    }

    private int firstNotBelow(int lead, int set, long key, int step, int from, int to) {
        int low = from;
        int high = to;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (entry(lead, set, middle * step) < key) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low * step;
    }

    /**
     * The index of a key in a set in runs; if it is not there, −1 − the index at which {@link #insertIntoRuns} puts it.
     * Such a set is not sorted as a whole, so that a robot's million keys do not move each other a million times: its
     * runs are, and their lengths follow from its size. They are those powers of two, times {@link #SHORTEST_RUN}, that
     * add up to it, the longest first, and then a rest.
     *
     * @param step 1, or 2 for a set of pairs, found by their first entries
     */
    int findInRuns(int lead, int set, long key, int step) {
        int items = size(lead, set) / step;
        int from = 0;
        for (int runs = items / SHORTEST_RUN; runs != 0; runs -= Integer.highestOneBit(runs)) {
            int to = from + Integer.highestOneBit(runs) * SHORTEST_RUN;
            int at = firstNotBelow(lead, set, key, step, from, to);
            if (at < to * step && entry(lead, set, at) == key) {
                return at;
            }
            from = to;
        }
        int at = firstNotBelow(lead, set, key, step, from, items);
        return at < items * step && entry(lead, set, at) == key ? at : -1 - at;
    }

    /** Puts an entry before the one at {@code index}, which {@link #findInRuns} gave. */
    void insertIntoRuns(int lead, int set, int index, long entry) {
        insert(lead, set, index, entry);
        mergeRuns(lead, set, 1);
    }

    /** Puts two entries before the one at {@code index}, which {@link #findInRuns} gave. */
    void insertIntoRuns(int lead, int set, int index, long first, long second) {
        insert(lead, set, index, first, second);
        mergeRuns(lead, set, 2);
    }

    /** Makes one run of the last two as long as they are equally long. */
    private void mergeRuns(int lead, int set, int step) {
        int items = size(lead, set) / step;
        for (int length = SHORTEST_RUN; items % (2 * length) == 0; length *= 2) {
            int block = block(word(lead, set)); // so many never lie in a record
            merge(blocks[stripe(lead)][block], items * step, length * step, step);
        }
    }

    /** Merges the two runs of {@code length} entries each that end before {@code end}. */
    private static void merge(long[] entries, int end, int length, int step) {
        long[] second = Arrays.copyOfRange(entries, end - length, end);
        int one = end - 2 * length;
        int first = end - length - step;
        int other = length - step;
        for (int to = end - step; other >= 0; to -= step) {
            if (first >= one && entries[first] > second[other]) {
                System.arraycopy(entries, first, entries, to, step);
                first -= step;
            } else {
                System.arraycopy(second, other, entries, to, step);
                other -= step;
            }
        }
    }

    /** The id of a text, the same for equal texts within these states. */
    public synchronized int valueId(String text) {
        Integer known = valueIds.putIfAbsent(text, values.size());
        if (known != null) {
            return known;
        }
        growth.accept(BYTES_OF_VALUE + 2L * text.length());
        values.add(text);
        return values.size() - 1;
    }

    /** The text of an id that {@link #valueId} gave. */
    synchronized String value(int id) {
        return values.get(id);
    }

    /** Adds to the states what others of the same plan have seen of the same leads. */
    public void merge(LeadStates others) {
        int[] ids = others.values.stream().mapToInt(this::valueId).toArray();
        for (int page = 0; page < others.pages.length; page++) {
            if (others.pages[page] != null) {
                int first = page << others.pageBits;
                for (int lead = first; lead < first + (1 << others.pageBits); lead++) {
                    merge(others, lead, ids);
                }
            }
        }
    }

    private void merge(LeadStates others, int lead, int[] ids) {
        active(lead, others.lastActivity(lead));
        for (Counter counter : counters) {
            counter.merge(this, others, lead, ids);
        }
    }

    /**
     * Moves entries so that {@code count} more can be put at {@code index}, and moves a set out of its record when it
     * has no room there.
     */
    private void makeRoom(int lead, int set, int index, int count) {
        long[] page = page(lead);
        int head = at(lead) + set;
        int size = (int) page[head];
        int block = block(page[head]);
        if (block == 0 && size + count > inRecord[set]) {
            block = moveOut(stripe(lead), page, head, size, count);
        }
        if (block == 0) {
            int from = head + 1 + index;
            System.arraycopy(page, from, page, from + count, size - index);
        } else {
            long[][] all = blocks[stripe(lead)];
            if (size + count > all[block].length) {
                int length = size + size / 2 + count;
                growth.accept((long) (length - all[block].length) * Long.BYTES);
                all[block] = Arrays.copyOf(all[block], length);
            }
            System.arraycopy(all[block], index, all[block], index + count, size - index);
        }
        page[head] = (long) block << Integer.SIZE | size + count;
    }

    /** Moves a set from its record to a new block, and answers the block's number. */
    private int moveOut(int stripe, long[] record, int head, int size, int count) {
        int block = ++blockCounts[stripe];
        if (block >= blocks[stripe].length) {
            growth.accept((long) BYTES_OF_REFERENCE * block);
            blocks[stripe] = Arrays.copyOf(blocks[stripe], 2 * block);
        }
        growth.accept(BYTES_OF_ARRAY + (2L * size + 2 + count) * Long.BYTES);
        long[] moved = new long[2 * size + 2 + count];
        System.arraycopy(record, head + 1, moved, 0, size);
        blocks[stripe][block] = moved;
        return block;
    }

    /** The index of a lead's record in its page. */
    private int at(int lead) {
        return (lead & (1 << pageBits) - 1) * words;
    }

    /** The block of a set, from its head's upper half; 0 when the set lies in the record. */
    private static int block(long head) {
        return (int) (head >>> Integer.SIZE);
    }

    private long[] page(int lead) {
        long[] page = pages[lead >> pageBits];
        return page == null ? newPage(lead >> pageBits) : page;
    }

    /**
     * Makes a page, unless another thread has. The system takes its time to hand out so much memory: threads that need
     * different pages do not wait for each other.
     */
    private long[] newPage(int page) {
        synchronized (pageLocks[page % STRIPES]) {
            if (pages[page] == null) {
                growth.accept((long) words * Long.BYTES << pageBits);
                pages[page] = new long[words << pageBits];
            }
            return pages[page];
        }
    }

    private static long wideKey(int lead, int word) {
        return (long) word << 32 | lead;
    }
}
