package org.leadscore.engine.leads;

import java.util.BitSet;

/**
 * The contacts that became known only after the as-of time, and so are no leads yet. Told by the readers of the contact
 * list, lead by lead; when the list is read, it gives the list without them. Not thread-safe.
 */
public final class LaterContacts {

    /** The leads of the whole list that are later. */
    private final BitSet later = new BitSet();

    /** Takes note of a lead; of several rows of one lead, the last that is noted counts. */
    public void note(int lead, boolean isLater) {
        later.set(lead, isLater);
    }

    /** Number of contacts that are later. */
    public int count() {
        return later.cardinality();
    }

    /** True for a lead of the whole list that is later. */
    boolean include(int lead) {
        return lead >= 0 && later.get(lead);
    }

    /**
     * Copies the contacts that were known already.
     *
     * @param all the leads of the whole list
     * @param contacts the contacts of the whole list
     * @param exact whether the case of ids counts
     * @param known takes the leads that were known, in the order of the list
     * @param kept takes their contacts
     */
    public void copyKnown(LeadDirectory all, Contacts contacts, boolean exact, LeadDirectory known, Contacts kept) {
        known.takeTwin(all);
        LeadName name = new LeadName(exact);
        for (int lead = later.nextClearBit(0); lead < all.size(); lead = later.nextClearBit(lead + 1)) {
            name.set(all.spelling(lead));
            kept.copy(known.add(name), contacts, lead);
        }
    }
}
