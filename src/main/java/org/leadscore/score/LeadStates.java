package org.leadscore.score;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.leadscore.lead.TimeFormat;

/**
 * What has been seen of each lead, packed in one record: the newest time, words that are added to, and sets, sorted lists of
 * longs of which the first few lie in the record. Leads are numbers from 0. States of parts of the events
 * {@linkplain #merge(LeadStates) merge} in any order to the state of them all. Not thread-safe, but for reading.
 */
public final class LeadStates {

    /** Of a record, behind the newest time. */
    static final int FIRST_PLACE = 1;

    private static final int PAGE_BITS = 12;
    private static final int PAGE = 1 << PAGE_BITS;

    /** What the newest time is kept with, so that a record of zeros is that of a lead without events. */
    private static final long NO_TIME = TimeFormat.NONE;

    private static final int[] NO_COUNTS = {};

    private final List<Counter> counters;
    private final int words;
    private final int[] inRecord;
    private long[][] pages = {};

    /** By page, the sets that have grown out of their records; the first one is none. */
    private long[][][] blocks = {};

    private int[] blockCounts = NO_COUNTS;
    private final Map<Long, BigDecimal> wideSums = new ConcurrentHashMap<>();
    private final Map<String, Integer> valueIds = new HashMap<>();
    private final List<String> values = new ArrayList<>();

    /** Nothing seen yet of anyone, for the rules of the layout. */
    LeadStates(Layout layout) {
        this.counters = layout.counters();
        this.words = layout.words();
        this.inRecord = layout.inRecord();
    }

    /** The newest time of an event that an implicit rule matches, or {@link TimeFormat#NONE}. */
    long lastActivity(int lead) {
        return word(lead, 0) ^ NO_TIME;
    }

    /**
     * Brings a part of the lead's record near the processor. Asked for many leads in a row, it lets the waits for memory overlap.
     *
     * @return nothing of meaning; to be used, so that the reading is not left out
     */
    long touch(int lead, int place) {
        return word(lead, place);
    }

    void active(int lead, long time) {
        long[] page = page(lead);
        int at = at(lead);
        if (time > (page[at] ^ NO_TIME)) {
            page[at] = time ^ NO_TIME;
        }
    }

    long word(int lead, int word) {
        int page = lead >> PAGE_BITS;
        return page < pages.length && pages[page] != null ? pages[page][at(lead) + word] : 0;
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
        wideSums.merge(wideKey(lead, word), amount, BigDecimal::add);
    }

    /** What of a sum is beyond its word; null when nothing is. */
    @Nullable
    BigDecimal wide(int lead, int word) {
        return wideSums.isEmpty() ? null : wideSums.get(wideKey(lead, word));
    }

    /** How many entries a set has. */
    int size(int lead, int set) {
        return (int) word(lead, set);
    }

    /** An entry of a set, from 0. */
    long entry(int lead, int set, int index) {
        long[] page = pages[lead >> PAGE_BITS];
        int head = at(lead) + set;
        int block = block(page[head]);
        return block == 0 ? page[head + 1 + index] : blocks[lead >> PAGE_BITS][block][index];
    }

    void replace(int lead, int set, int index, long entry) {
        long[] page = pages[lead >> PAGE_BITS];
        int head = at(lead) + set;
        int block = block(page[head]);
        if (block == 0) {
            page[head + 1 + index] = entry;
        } else {
            blocks[lead >> PAGE_BITS][block][index] = entry;
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

    /** Takes {@code count} entries out, from {@code index} on. */
    void remove(int lead, int set, int index, int count) {
        long[] page = page(lead);
        int head = at(lead) + set;
        int block = block(page[head]);
        long[] holder = block == 0 ? page : blocks[lead >> PAGE_BITS][block];
        int from = block == 0 ? head + 1 : 0;
        int size = (int) page[head];
        System.arraycopy(holder, from + index + count, holder, from + index, size - index - count);
        page[head] -= count;
    }

    /**
     * The index of the first entry that is not below the key, or how many entries there are.
     *
     * @param step 1, or 2 for a set of pairs, each sorted by its first entry
     */
    int firstNotBelow(int lead, int set, long key, int step) {
        int low = 0;
        int high = size(lead, set) / step;
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

    /** The text of a number that {@link #valueId} gave. */
    String value(int id) {
        return values.get(id);
    }

    /** A number for a text, the same for equal texts within these states. */
    int valueId(String text) {
        Integer known = valueIds.putIfAbsent(text, values.size());
        if (known != null) {
            return known;
        }
        values.add(text);
        return values.size() - 1;
    }

    /** Adds what others have seen of the same leads. */
    public void merge(LeadStates others) {
        Merge merge = merging(others);
        for (int part = 0; part < merge.parts(); part++) {
            merge.merge(part);
        }
    }

    /** Begins to add what others have seen of the same leads, who are used up by that. */
    public Merge merging(LeadStates others) {
        int[] ids = others.values.stream().mapToInt(this::valueId).toArray();
        if (others.pages.length > 0) {
            makePages(others.pages.length - 1);
        }
        return new Merge(this, others, ids);
    }

    /** A merge in parts, each of other leads, that may be done in any order and by several threads at once. */
    public static final class Merge {

        private final LeadStates into;
        private final LeadStates from;
        private final int[] ids;

        private Merge(LeadStates into, LeadStates from, int[] ids) {
            this.into = into;
            this.from = from;
            this.ids = ids;
        }

        /** How many parts there are. */
        public int parts() {
            return from.pages.length;
        }

        /** Merges a part, from 0; once. */
        public void merge(int part) {
            if (from.pages[part] == null) {
                return;
            }
            int first = part << PAGE_BITS;
            for (int lead = first; lead < first + PAGE; lead++) {
                into.active(lead, from.lastActivity(lead));
                for (Counter counter : into.counters) {
                    counter.merge(into, from, lead, ids);
                }
            }
            from.pages[part] = null;
            from.blocks[part] = null;
        }
    }

    private void makeRoom(int lead, int set, int index, int count) {
        long[] page = page(lead);
        int head = at(lead) + set;
        int size = (int) page[head];
        int block = block(page[head]);
        if (block == 0 && size + count > inRecord[set]) {
            block = moveOut(lead >> PAGE_BITS, page, head, size, count);
        }
        if (block == 0) {
            int from = head + 1 + index;
            System.arraycopy(page, from, page, from + count, size - index);
        } else {
            long[][] all = blocks[lead >> PAGE_BITS];
            if (size + count > all[block].length) {
                all[block] = Arrays.copyOf(all[block], size + size / 2 + count);
            }
            System.arraycopy(all[block], index, all[block], index + count, size - index);
        }
        page[head] = (long) block << Integer.SIZE | size + count;
    }

    private int moveOut(int page, long[] record, int head, int size, int count) {
        int block = ++blockCounts[page];
        if (block >= blocks[page].length) {
            blocks[page] = Arrays.copyOf(blocks[page], 2 * block);
        }
        blocks[page][block] =
                Arrays.copyOf(Arrays.copyOfRange(record, head + 1, head + 1 + size), 2 * size + 2 + count);
        return block;
    }

    private int at(int lead) {
        return (lead & (PAGE - 1)) * words;
    }

    private static int block(long head) {
        return (int) (head >>> Integer.SIZE);
    }

    private long[] page(int lead) {
        int page = lead >> PAGE_BITS;
        if (page >= pages.length || pages[page] == null) {
            makePages(page);
            pages[page] = new long[PAGE * words];
        }
        return pages[page];
    }

    private void makePages(int page) {
        if (page >= pages.length) {
            int from = pages.length;
            int to = Math.max(page + 1, from + from / 2);
            pages = Arrays.copyOf(pages, to);
            blocks = Arrays.copyOf(blocks, to);
            blockCounts = Arrays.copyOf(blockCounts, to);
            for (int i = from; i < to; i++) {
                blocks[i] = new long[1][];
            }
        }
    }

    private static long wideKey(int lead, int word) {
        return (long) word << 32 | lead;
    }
}
