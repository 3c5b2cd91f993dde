package org.leadscore.engine.leads;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.leadscore.engine.files.Allowance;
import org.leadscore.engine.files.DoesNotFit;
import org.leadscore.lead.Utf8Slice;

/**
 * Gives each lead a number, from 0, by its id. Threads look up without waiting; a thread that adds waits for others
 * that do. Equality is proven by the bytes of the id, never taken from a hash. Filled by the readers of contacts and
 * logs. A look-up touches two places in memory: a slot of the index, and the bytes.
 */
public final class LeadDirectory {

    /** The answer for a name that is not in the directory. */
    public static final int UNKNOWN = -1;

    /** The answer for the name of a lead who objected, and has no number. */
    public static final int SUPPRESSED = -2;

    /** Bits of an entry that are the address of the id; the rest is the number of the lead plus one. */
    private static final int ADDRESS_BITS = 36;

    private static final long ADDRESS = (1L << ADDRESS_BITS) - 1;
    private static final int MOST_LEADS = (1 << (Long.SIZE - ADDRESS_BITS - 1)) - 1;
    private static final int MOST_EXPECTED = 1 << 20;
    private static final int TAKEN_AT_ONCE = 64;
    private static final VarHandle ENTRY = MethodHandles.arrayElementVarHandle(long[].class);

    private final Allowance allowance;

    /** The ids as compared, and as written where they differ. */
    private final BytePages ids;

    /** The slots of the index, two longs each: a fingerprint, and an entry, which is 0 in a free slot. */
    private volatile long[] index = new long[2 << 10];

    /** Address of each lead's id as written. */
    private volatile long[] written = new long[1 << 9];

    /** Number of leads. */
    private volatile int size;

    private int taken; // slots of the index

    /** Who objected, asked about ids that are not in the directory; null when nobody did. */
    private @Nullable Objections objections;

    /** The id, as compared, of a lead whose id is spelled in two ways; of several the smallest; null for none. */
    private byte @Nullable [] twin;

    /** Knows nobody yet and may grow without a limit. */
    public LeadDirectory() {
        this(Allowance.unlimited());
    }

    /**
     * A directory without leads, for whose memory an allowance is asked.
     *
     * @param allowance of the run or the part that has these leads
     */
    public LeadDirectory(Allowance allowance) {
        this.allowance = allowance;
        this.ids = new BytePages(allowance);
    }

    /** Number of leads; those who objected are not among them. */
    public int size() {
        return size;
    }

    /**
     * Makes room for about so many leads, a million at most, which saves growing step by step. Throws
     * {@link DoesNotFit} when even half of them cannot be held, before memory is full.
     */
    synchronized void expect(long leads) {
        if (!allowance.mightHold(leads / 2)) {
            throw new DoesNotFit();
        }
        int soon = (int) Math.min(leads, MOST_EXPECTED);
        if (soon > written.length) {
            growWritten(soon);
        }
        int factor = 1;
        while (4 * soon > factor * index.length) {
            factor *= 2;
        }
        if (factor > 1) {
            grow(factor);
        }
    }

    /** The number of the lead of this name; {@link #SUPPRESSED} or {@link #UNKNOWN} for others. */
    public int find(LeadName name) {
        return find(name.fingerprint(), name.folded(), 0, name.foldedLength());
    }

    /** The number of the lead of a row's name, as {@link #find(LeadName)} answers it. */
    int find(LeadNames names, int row) {
        return find(names.fingerprints()[row], names.folded(), names.froms()[row], names.lengths()[row]);
    }

    private int find(long fingerprint, byte[] folded, int from, int length) {
        long[] slots = index;
        int mask = slots.length - 2;
        int at = (int) fingerprint << 1 & mask;
        for (long entry = (long) ENTRY.getAcquire(slots, at + 1);
                entry != 0;
                entry = (long) ENTRY.getAcquire(slots, at + 1)) {
            if (slots[at] == fingerprint && ids.holds(entry & ADDRESS, folded, from, length)) {
                return lead(entry);
            }
            at = at + 2 & mask;
        }
        Objections heeded = objections;
        return heeded != null && heeded.includeOtherwise(folded, from, length) ? SUPPRESSED : UNKNOWN;
    }

    /**
     * Finds many leads, as {@link #find(LeadName)} does, in loops of few instructions, so that the waits for memory
     * overlap.
     *
     * @param rows the indexes of the names that are looked up
     * @param count number of these indexes
     * @param leads takes the numbers, by row
     * @return a figure without meaning, to be used so that the reading of memory is not left out
     */
    public long find(LeadNames names, int[] rows, int count, int[] leads) {
        long[] fingerprints = names.fingerprints();
        long[] entries = names.entries();
        byte[] folded = names.folded();
        int[] froms = names.froms();
        int[] lengths = names.lengths();
        long read = findEntries(rows, count, fingerprints, entries);
        byte[][] pages = ids.pages(); // after the entries, as another thread may just have added a page
        for (int i = 0; i < count; i++) {
            int row = rows[i];
            read += entries[row] == 0 ? 0 : BytePages.touch(pages, entries[row] & ADDRESS, lengths[row]);
        }
        for (int i = 0; i < count; i++) {
            int row = rows[i];
            long entry = entries[row];
            boolean isItsOwn = entry != 0 && BytePages.holds(pages, entry & ADDRESS, folded, froms[row], lengths[row]);
            leads[row] = isItsOwn ? lead(entry) : find(fingerprints[row], folded, froms[row], lengths[row]);
        }
        return read;
    }

    /**
     * Finds for each row the first entry of its fingerprint, which most likely is that of its name; 0 where there is
     * none.
     */
    private long findEntries(int[] rows, int count, long[] fingerprints, long[] entries) {
        long[] slots = index;
        int mask = slots.length - 2;
        long read = 0;
        for (int i = 0; i < count; i++) {
            read += slots[(int) fingerprints[rows[i]] << 1 & mask];
        }
        for (int i = 0; i < count; i++) {
            int row = rows[i];
            entries[row] = entryOf(slots, fingerprints[row]);
        }
        return read;
    }

    private static long entryOf(long[] slots, long fingerprint) {
        int mask = slots.length - 2;
        int at = (int) fingerprint << 1 & mask;
        long entry = (long) ENTRY.getAcquire(slots, at + 1);
        while (entry != 0 && slots[at] != fingerprint) {
            at = at + 2 & mask;
            entry = (long) ENTRY.getAcquire(slots, at + 1);
        }
        return entry;
    }

    /**
     * Adds a lead that is not in the directory yet, spelled as the name is, and answers its number.
     *
     * @throws DoesNotFit for more leads than memory is allowed for, or than 36 bits of addresses and 27 bits of numbers
     *     hold
     */
    public synchronized int add(LeadName name) {
        int lead = size;
        if (lead == written.length) {
            growWritten(2 * lead);
        }
        if (lead % TAKEN_AT_ONCE == 0) {
            allowance.takeForLeads(TAKEN_AT_ONCE);
        }
        long address = ids.append(name.folded(), name.foldedLength());
        if (lead == MOST_LEADS || address > ADDRESS) {
            throw new DoesNotFit();
        }
        written[lead] = name.isWrittenAsCompared() ? address : ids.append(name.written(), name.writtenLength());
        enter(name, lead, address);
        size = lead + 1;
        return lead;
    }

    /** Makes the name that of a lead who objected. Must be called before any lead is added. */
    synchronized void suppress(LeadName name) {
        if (find(name) == UNKNOWN) {
            enter(name, SUPPRESSED, ids.append(name.folded(), name.foldedLength()));
        }
    }

    /** Asks these objections from now on about each id that is not in the directory. Called before it is shared. */
    void heed(Objections who) {
        objections = who;
    }

    /** Takes note that the lead of this name, who objected, was met. */
    public void meetObjected(LeadName name) {
        if (objections != null) {
            objections.meet(name);
        }
    }

    private void enter(LeadName name, int lead, long address) {
        taken++;
        if (4 * taken > index.length) {
            grow(2);
        }
        put(index, name.fingerprint(), (lead + 1L) << ADDRESS_BITS | address);
    }

    /**
     * The number of the lead of this name; the lead is added if need be. Of several spellings the smallest by code point is
     * kept. {@link #SUPPRESSED} for one who objected.
     */
    public int findOrAdd(LeadName name) {
        int known = find(name);
        if (known == UNKNOWN) {
            synchronized (this) {
                known = find(name);
                if (known == UNKNOWN) {
                    return add(name);
                }
            }
        }
        if (known == SUPPRESSED) {
            return known;
        }
        long address = (long) ENTRY.getAcquire(written, known); // another thread may be respelling the lead
        if (!ids.holds(address, name.written(), 0, name.writtenLength())) {
            keepSmallerSpelling(known, name);
        }
        return known;
    }

    /**
     * The id, as compared, of a lead that was met in two spellings and is no mail address; of several leads the smallest
     * id; null when there is none.
     */
    public synchronized @Nullable String twin() {
        return twin == null ? null : new String(twin, StandardCharsets.UTF_8);
    }

    /** Knows from now on of the lead in two spellings that another directory, of more leads, knows. */
    void takeTwin(LeadDirectory others) {
        twin = others.twin;
    }

    /** Takes note of the spelling of a lead that is in the directory. */
    public void noteSpelling(int lead, LeadName name) {
        if (!ids.holds(written[lead], name.written(), 0, name.writtenLength())) {
            noteTwin(name);
        }
    }

    private synchronized void noteTwin(LeadName name) {
        byte[] id = name.folded();
        int length = name.foldedLength();
        for (int i = 0; i < length; i++) {
            if (id[i] == '@') {
                return;
            }
        }
        if (twin == null || Arrays.compareUnsigned(id, 0, length, twin, 0, twin.length) < 0) {
            twin = Arrays.copyOf(id, length);
        }
    }

    /** Spells the lead as the name is. */
    synchronized void spell(int lead, LeadName name) {
        ENTRY.setRelease(written, lead, ids.append(name.written(), name.writtenLength()));
    }

    /** The id of a lead as written, not decoded. */
    public Utf8Slice slice(int lead) {
        return ids.slice(written[lead]);
    }

    /** The id of a lead as written. */
    public String spelling(int lead) {
        return slice(lead).toString();
    }

    /**
     * Reads a little of the id, so that it is near in memory when it is asked for.
     *
     * @return a figure without meaning
     */
    long touchSpelling(int lead) {
        return ids.touch(written[lead]);
    }

    /** Compares the ids of two leads, as written, by code point. */
    public int compare(int left, int right) {
        return ids.compare(written[left], written[right]);
    }

    private synchronized void keepSmallerSpelling(int lead, LeadName name) {
        noteTwin(name);
        if (ids.compare(written[lead], name.written(), name.writtenLength()) > 0) {
            spell(lead, name);
        }
    }

    private static int lead(long entry) {
        return (int) (entry >> ADDRESS_BITS) - 1; // with its sign: one who objected is below zero
    }

    /** Puts an entry into the first free slot behind that of its fingerprint (open addressing). */
    private static void put(long[] slots, long fingerprint, long entry) {
        int mask = slots.length - 2;
        int at = (int) fingerprint << 1 & mask;
        while (slots[at + 1] != 0) {
            at = at + 2 & mask;
        }
        slots[at] = fingerprint;
        ENTRY.setRelease(slots, at + 1, entry);
    }

    private void grow(int factor) {
        long[] smaller = index;
        allowance.take((long) factor * smaller.length * Long.BYTES);
        long[] larger = new long[factor * smaller.length];
        for (int at = 0; at < smaller.length; at += 2) {
            if (smaller[at + 1] != 0) {
                put(larger, smaller[at], smaller[at + 1]);
            }
        }
        index = larger;
        allowance.giveBack((long) smaller.length * Long.BYTES);
    }

    private void growWritten(int length) {
        allowance.take((long) length * Long.BYTES);
        allowance.giveBack((long) written.length * Long.BYTES);
        written = Arrays.copyOf(written, length);
    }
}
