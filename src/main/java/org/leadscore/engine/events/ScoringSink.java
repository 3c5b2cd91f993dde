package org.leadscore.engine.events;

import org.jspecify.annotations.Nullable;
import org.leadscore.engine.leads.LeadDirectory;
import org.leadscore.engine.leads.LeadName;
import org.leadscore.engine.leads.LeadNames;
import org.leadscore.score.event.EventMatcher;
import org.leadscore.score.event.EventRows;
import org.leadscore.score.match.Fields;

/**
 * Takes events into the states of their leads, a block of rows at a time, so that the waits for memory overlap: first
 * all leads are found, then all events judged and all their states touched, then all changed. Counts what became of
 * them. Not thread-safe. Made for each log of each thread by {@link ScoringUse} and {@code TaskScoring}.
 */
public final class ScoringSink implements EventSink {

    private final LeadDirectory directory;

    /** Tells whether only leads of the contact list count. */
    private final boolean contactsKnown;

    /**
     * Directory that numbers the leads whose events are taken in; null where the numbers of {@link #directory} are
     * used.
     */
    private final @Nullable LeadDirectory own;

    /** The as-of time, in milliseconds since 1970 UTC; later events do not count. */
    private final long asOf;

    /** Takes the events that count into the states of their leads. */
    private final EventMatcher matcher;

    /** Number of each row's lead, for the block at hand. */
    private final int[] leads = new int[EventRows.ROOM];

    /** Sum of all that was only read to bring it near; never of meaning. */
    private long touched;

    /** Number of events of leads who objected. */
    private long suppressed;

    /** Number of events of leads that are not in the contact list. */
    private long unmatched;

    /** Number of events after the as-of time. */
    private long later;

    /** Number of events that were taken in. */
    private long matched;

    /**
     * A sink that has seen no event.
     *
     * @param contactsKnown false to add every lead that is seen to the directory
     */
    public ScoringSink(LeadDirectory directory, boolean contactsKnown, long asOf, EventMatcher matcher) {
        this(directory, contactsKnown, contactsKnown ? null : directory, asOf, matcher);
    }

    /**
     * A sink that has seen no event, for leads with numbers of their own.
     *
     * @param own gives the leads whose events are taken in their numbers; null where those of {@code directory} are
     *     used
     */
    public ScoringSink(
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

    /** A figure without meaning, whose use keeps the compiler from leaving out the touching of memory. */
    long touched() {
        return touched;
    }

    /** True when an event is to be taken in; counts it as that, or as the reason why not. */
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
