package org.leadscore.score;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.leadscore.lead.TimeFormat;

/**
 * What has been seen of each lead, packed: a few words that are added to, the newest time, and bounded sets. Leads are
 * numbers from 0. States of parts of the events {@linkplain #merge merge} in any order to the state of them all.
 * Not thread-safe.
 */
public final class LeadStates {

    private static final int PAGE_BITS = 12;
    private static final int PAGE = 1 << PAGE_BITS;

    private final List<Counter> counters;
    private final int words;
    private final int sets;
    private long[][] wordPages = new long[0][];
    private long[][][] setPages = new long[0][][];
    private final Map<Long, BigDecimal> wideSums = new HashMap<>();
    private final Map<String, Integer> valueIds = new HashMap<>();
    private final List<String> values = new ArrayList<>();

    /** Nothing seen yet of anyone, for the rules of the layout. */
    LeadStates(Layout layout) {
        this.counters = layout.counters();
        this.words = layout.words() + 1;
        this.sets = layout.sets();
    }

    /** The newest time of an event that an implicit rule matches, or {@link TimeFormat#NONE}. */
    long lastActivity(int lead) {
        return isKnown(lead) ? wordPages[lead >> PAGE_BITS][(lead & (PAGE - 1)) * words] : TimeFormat.NONE;
    }

    /** How many steps {@link #touch} takes. */
    public static final int TOUCHES = 3;

    /**
     * Brings a part of the lead's state near the processor. Asked for many leads in a row, one step for all before the next, it
     * lets the waits for memory overlap.
     *
     * @param step from 0, each of which needs what the one before has brought
     * @return nothing of meaning; to be used, so that the reading is not left out
     */
    public long touch(int lead, int step) {
        int page = lead >> PAGE_BITS;
        if (page >= wordPages.length || wordPages[page] == null) {
            return 0;
        }
        int at = lead & (PAGE - 1);
        if (step == 0) {
            return wordPages[page][at * words];
        }
        if (sets == 0) {
            return 0;
        }
        long[][] blocks = setPages[page];
        if (step == 1) {
            return blocks[at * sets] == null ? 0 : 1;
        }
        long read = 0;
        for (int set = at * sets; set < (at + 1) * sets; set++) {
            long[] block = blocks[set];
            read += block == null ? 0 : block[0];
        }
        return read;
    }

    void active(int lead, long time) {
        long[] page = page(lead);
        int at = (lead & (PAGE - 1)) * words;
        page[at] = Math.max(page[at], time);
    }

    long word(int lead, int word) {
        return isKnown(lead) ? wordPages[lead >> PAGE_BITS][(lead & (PAGE - 1)) * words + 1 + word] : 0;
    }

    void add(int lead, int word, long amount) {
        page(lead)[(lead & (PAGE - 1)) * words + 1 + word] += amount;
    }

    /** Adds millionths to a word, or to its wide part when they do not fit, so that the sum stays exact. */
    void addExactly(int lead, int word, long millionths) {
        long[] page = page(lead);
        int at = (lead & (PAGE - 1)) * words + 1 + word;
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

    /** A set's block, laid out by the counter it belongs to; null when nothing is in it. */
    long @Nullable [] set(int lead, int set) {
        return isKnown(lead) ? setPages[lead >> PAGE_BITS][(lead & (PAGE - 1)) * sets + set] : null;
    }

    void put(int lead, int set, long[] block) {
        page(lead);
        setPages[lead >> PAGE_BITS][(lead & (PAGE - 1)) * sets + set] = block;
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
        int[] ids = others.values.stream().mapToInt(this::valueId).toArray();
        int leads = others.wordPages.length << PAGE_BITS;
        for (int lead = 0; lead < leads; lead++) {
            if (!others.isKnown(lead)) {
                continue;
            }
            active(lead, others.lastActivity(lead));
            for (Counter counter : counters) {
                counter.merge(this, others, lead, ids);
            }
        }
    }

    private boolean isKnown(int lead) {
        int page = lead >> PAGE_BITS;
        return page < wordPages.length && wordPages[page] != null;
    }

    private long[] page(int lead) {
        int page = lead >> PAGE_BITS;
        if (page >= wordPages.length) {
            int pages = Math.max(page + 1, wordPages.length + wordPages.length / 2);
            wordPages = Arrays.copyOf(wordPages, pages);
            setPages = Arrays.copyOf(setPages, pages);
        }
        long[] found = wordPages[page];
        if (found == null) {
            found = new long[PAGE * words];
            for (int at = 0; at < found.length; at += words) {
                found[at] = TimeFormat.NONE;
            }
            wordPages[page] = found;
            setPages[page] = new long[PAGE * sets][];
        }
        return found;
    }

    private static long wideKey(int lead, int word) {
        return (long) word << 32 | lead;
    }
}
