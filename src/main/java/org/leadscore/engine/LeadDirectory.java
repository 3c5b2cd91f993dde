package org.leadscore.engine;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;

/**
 * Gives each lead a number, from 0, by its id. Threads look up without waiting; who adds waits for others who do. Equality is
 * proven by the bytes of the id, never taken from a hash.
 */
final class LeadDirectory {

    static final int UNKNOWN = -1;

    private static final VarHandle SLOT = MethodHandles.arrayElementVarHandle(int[].class);

    private final BytePages ids = new BytePages();
    private volatile Index index = new Index(1 << 10);
    private volatile long[] compared = new long[1 << 9];
    private volatile long[] written = new long[1 << 9];
    private volatile int size;

    /** Open addressing: the number of a lead plus one, and beside it its fingerprint. */
    private static final class Index {

        final int[] leads;
        final long[] fingerprints;
        final int mask;

        Index(int slots) {
            leads = new int[slots];
            fingerprints = new long[slots];
            mask = slots - 1;
        }

        void put(int lead, long fingerprint) {
            int at = (int) fingerprint & mask;
            while (leads[at] != 0) {
                at = (at + 1) & mask;
            }
            fingerprints[at] = fingerprint;
            SLOT.setRelease(leads, at, lead + 1);
        }
    }

    int size() {
        return size;
    }

    /** The number of the lead of this name, or {@link #UNKNOWN}. */
    int find(LeadName name) {
        Index here = index;
        int at = (int) name.fingerprint() & here.mask;
        for (int lead = (int) SLOT.getAcquire(here.leads, at);
                lead != 0;
                lead = (int) SLOT.getAcquire(here.leads, at)) {
            if (here.fingerprints[at] == name.fingerprint()
                    && ids.holds(compared[lead - 1], name.folded(), name.foldedLength())) {
                return lead - 1;
            }
            at = (at + 1) & here.mask;
        }
        return UNKNOWN;
    }

    /** The number of a lead that is not in the directory yet, spelled as the name is. */
    synchronized int add(LeadName name) {
        int lead = size;
        if (lead == compared.length) {
            compared = Arrays.copyOf(compared, 2 * lead);
            written = Arrays.copyOf(written, 2 * lead);
        }
        long address = ids.append(name.folded(), name.foldedLength());
        compared[lead] = address;
        written[lead] = name.isWrittenAsCompared() ? address : ids.append(name.written(), name.writtenLength());
        if (2 * (lead + 1) > index.leads.length) {
            grow();
        }
        index.put(lead, name.fingerprint());
        size = lead + 1;
        return lead;
    }

    /** The number of the lead of this name, new if need be; of several spellings the smallest by code point is kept. */
    int findOrAdd(LeadName name) {
        int known = find(name);
        if (known == UNKNOWN) {
            synchronized (this) {
                known = find(name);
                if (known == UNKNOWN) {
                    return add(name);
                }
            }
        }
        if (!ids.holds(written[known], name.written(), name.writtenLength())) {
            keepSmallerSpelling(known, name);
        }
        return known;
    }

    /** From now on the lead is spelled as the name is. */
    synchronized void spell(int lead, LeadName name) {
        written[lead] = ids.append(name.written(), name.writtenLength());
    }

    String spelling(int lead) {
        return ids.text(written[lead]);
    }

    /** The order of spellings by code point. */
    int compare(int left, int right) {
        return ids.compare(written[left], written[right]);
    }

    private synchronized void keepSmallerSpelling(int lead, LeadName name) {
        if (ids.compare(written[lead], name.written(), name.writtenLength()) > 0) {
            spell(lead, name);
        }
    }

    private void grow() {
        Index smaller = index;
        Index larger = new Index(2 * smaller.leads.length);
        for (int at = 0; at < smaller.leads.length; at++) {
            if (smaller.leads[at] != 0) {
                larger.put(smaller.leads[at] - 1, smaller.fingerprints[at]);
            }
        }
        index = larger;
    }
}
