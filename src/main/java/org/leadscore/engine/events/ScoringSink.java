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
    private final EventIntake intake;

    private final boolean contactsKnown;

    /**
     * Directory that numbers the leads whose events are taken in; null where the numbers of {@link #directory} are
     * used.
     */
    private final @Nullable LeadDirectory own;

    /** Takes the events that count into the states of their leads. */
    private final EventMatcher matcher;

    /** Number of each row's lead, for the block at hand. */
    private final int[] leads = new int[EventRows.ROOM];

    /** Sum of all that was only read to bring it near; never of meaning. */
    private long touched;

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
        this.intake = new EventIntake(contactsKnown, asOf);
        this.own = own;
        this.matcher = matcher;
    }

    @Override
    public boolean take(LeadName name, long time, Fields fields) {
        int found = directory.find(name);
        if (!intake.take(found, name.isVisitor(), time)) {
            if (found == LeadDirectory.SUPPRESSED && !contactsKnown) {
                directory.meetObjected(name);
            }
            return false;
        }
        matcher.see(own == null ? found : own.findOrAdd(name), time, fields);
        return true;
    }

    @Override
    public void tellAgain(LeadName name, long time, Fields fields) {
        if (intake.wouldTake(directory.find(name), time)) {
            matcher.tellWrongValues(time, fields);
        }
    }

    @Override
    public void take(EventRows rows, LeadNames names) {
        touched += directory.find(names, rows.events(), rows.size(), leads);
        int kept = 0;
        for (int i = 0; i < rows.size(); i++) {
            int row = rows.events()[i];
            if (intake.take(leads[row], names.isVisitor(row), rows.time(row))) {
                if (own != null) {
                    leads[row] = own.findOrAdd(names.name(row));
                }
                rows.events()[kept++] = row;
            } else if (leads[row] == LeadDirectory.SUPPRESSED && !contactsKnown) {
                directory.meetObjected(names.name(row));
            }
        }
        rows.keep(kept);
        matcher.takeIn(rows, leads);
    }

    @Override
    public EventCounts counts() {
        return intake.counts().withTwin(contactsKnown || own == null ? null : own.twin());
    }

    /** A figure without meaning, whose use keeps the compiler from leaving out the touching of memory. */
    long touched() {
        return touched;
    }
}
