package org.leadscore.engine.leads;

import org.leadscore.engine.files.Allowance;
import org.leadscore.rules.source.ContactSource;

/**
 * Decides by the id of its lead what becomes of each row of the contact list, in the order of the list, and counts: the first
 * row of a lead is kept, a second one is a duplicate, and the rows of leads who objected are only counted. Used wherever the list
 * is gone through, as it is read or as it was set aside. Not thread-safe.
 */
public final class ContactIntake {

    /** In place of a lead: the row is not kept. */
    public static final int NOBODY = -1;

    private final boolean keepsLast;
    private final LeadDirectory leads;
    private final LeadDirectory objected;
    private long duplicates;
    private long suppressed;
    private boolean isDuplicate;

    /**
     * An intake of no rows yet.
     *
     * @param leads knows who objected; gets all others
     * @param allowance for those who objected
     */
    public ContactIntake(ContactSource.Duplicates duplicates, LeadDirectory leads, Allowance allowance) {
        this.keepsLast = duplicates.lastCounts();
        this.leads = leads;
        this.objected = new LeadDirectory(allowance);
    }

    /** The number of the lead of which the row of this id is to be kept; {@link #NOBODY} where the row is only counted. */
    public int take(LeadName id) {
        int lead = leads.find(id);
        boolean hasObjected = lead == LeadDirectory.SUPPRESSED;
        isDuplicate = hasObjected ? objected.find(id) != LeadDirectory.UNKNOWN : lead != LeadDirectory.UNKNOWN;
        if (isDuplicate) {
            duplicates++;
        }
        if (hasObjected) {
            if (!isDuplicate) {
                leads.meetObjected(id);
                objected.add(id);
                suppressed++;
            }
            return NOBODY;
        }
        if (!isDuplicate) {
            return leads.add(id);
        }
        leads.noteSpelling(lead, id);
        if (!keepsLast) {
            return NOBODY;
        }
        leads.spell(lead, id);
        return lead;
    }

    /** True when the row taken last is not the first one of its id, be it of a lead or of one who objected. */
    public boolean isDuplicate() {
        return isDuplicate;
    }

    /** The number of rows that were not the first of their id. */
    public long duplicates() {
        return duplicates;
    }

    /** The number of leads of the list who objected. */
    public long suppressed() {
        return suppressed;
    }
}
