package org.leadscore.engine;

import org.jspecify.annotations.Nullable;
import org.leadscore.score.EventMatcher;
import org.leadscore.score.EventRows;
import org.leadscore.score.Fields;

/**
 * Takes events into the states of their leads, a block of rows at a time, so that the waits for memory overlap: first all
 * leads are found, then all events judged and all their states touched, then all changed. Counts what became of them. Not
 * thread-safe.
 */
final class EventBatch implements EventSink {

    private final LeadDirectory directory;
    private final boolean contactsKnown;
    private final @Nullable LeadDirectory own;
    private final long asOf;
    private final EventMatcher matcher;
    private final int[] leads = new int[EventRows.ROOM];
    private long touched;
    private long suppressed;
    private long unmatched;
    private long later;
    private long matched;

    /**
     * A sink that has seen nothing.
     *
     * @param contactsKnown false to take every lead that is seen into the directory
     */
    EventBatch(LeadDirectory directory, boolean contactsKnown, long asOf, EventMatcher matcher) {
        this(directory, contactsKnown, contactsKnown ? null : directory, asOf, matcher);
    }

    /** @param own gives the leads whose events are taken in their numbers; null where they have those of {@code directory} */
    EventBatch(
            LeadDirectory directory,
            boolean contactsKnown,
            @Nullable LeadDirectory own,
            long asOf,
            EventMatcher matcher) {
        this.directory = directory;
        this.contactsKnown = contactsKnown;
        this.own = own;
        this.asOf = asOf;
        this.matcher = matcher;
    }

    @Override
    public void take(LeadName name, long time, Fields fields) {
        int found = directory.find(name);
        if (counts(found, time)) {
            matcher.see(own == null ? found : own.findOrAdd(name), time, fields);
        }
    }

    @Override
    public void tellAgain(LeadName name, long time, Fields fields) {
        int found = directory.find(name);
        if (found != LeadDirectory.SUPPRESSED && !(contactsKnown && found == LeadDirectory.UNKNOWN) && time <= asOf) {
            matcher.tellNotNumbers(time, fields);
        }
    }

    @Override
    public void take(EventRows rows, LeadNames names) {
        touched += directory.find(names, rows.events(), rows.size(), leads);
        int kept = 0;
        for (int i = 0; i < rows.size(); i++) {
            int row = rows.events()[i];
            if (counts(leads[row], rows.time(row))) {
                if (own != null) {
                    leads[row] = own.findOrAdd(names.name(row));
                }
                rows.events()[kept++] = row;
            }
        }
        rows.keep(kept);
        matcher.takeIn(rows, leads);
    }

    @Override
    public long suppressed() {
        return suppressed;
    }

    @Override
    public long unmatched() {
        return unmatched;
    }

    @Override
    public long later() {
        return later;
    }

    @Override
    public long matched() {
        return matched;
    }

    /** A figure without meaning, which keeps the touching of memory from being left out. */
    long touched() {
        return touched;
    }

    /** Whether an event is to be taken in; if not, why it is not is counted. */
    private boolean counts(int lead, long time) {
        if (lead == LeadDirectory.SUPPRESSED) {
            suppressed++;
            return false;
        }
        if (contactsKnown && lead == LeadDirectory.UNKNOWN) {
            unmatched++;
            return false;
        }
        if (time > asOf) {
            later++;
            return false;
        }
        matched++;
        return true;
    }
}
