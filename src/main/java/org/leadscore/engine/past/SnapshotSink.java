package org.leadscore.engine.past;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.leadscore.engine.events.EventCounts;
import org.leadscore.engine.events.EventIntake;
import org.leadscore.engine.events.EventSink;
import org.leadscore.engine.events.LogColumns;
import org.leadscore.engine.files.EventTimes;
import org.leadscore.engine.leads.LeadDirectory;
import org.leadscore.engine.leads.LeadName;
import org.leadscore.engine.people.KnownPersons;
import org.leadscore.score.event.EventMatcher;
import org.leadscore.score.event.EventPlan;
import org.leadscore.score.match.Fields;

/**
 * Takes each event into the states of all moments that come after it. Made by {@link SnapshotUse} for each log of each
 * thread. Not thread-safe.
 */
final class SnapshotSink implements EventSink {

    private final LeadDirectory directory;
    private final boolean contactsKnown;
    private final EventIntake intake;
    private final SnapshotUse.Kept kept;

    /** The as-of times, in milliseconds since 1970 UTC, the earliest first. */
    private final long[] moments;

    /** Takes events into the states of each moment. */
    private final List<EventMatcher> matchers = new ArrayList<>();

    private final SnapshotUse.Persons persons;

    /** The id of a lead to whom another id led. */
    private final LeadName another;

    /** The lead at each moment of the event that was taken in until another one took its place; below 0 for none. */
    private final int[] leads;

    /** The lead of the event that was counted last. */
    private int lead;

    /** The moment from which that event counts, in milliseconds since 1970 UTC. */
    private long from;

    /** Tells whether the leads are marked that have an event at a moment, as they may have none at a later one. */
    private final boolean marks;

    private long contested;

    /**
     * A sink for the events of one log.
     *
     * @param plans by moment, the earliest first
     * @param end milliseconds since 1970 UTC; later events count for nothing
     * @param persons say to which lead an id led
     * @param replaces true when a newer event may take the place of another one
     */
    SnapshotSink(
            LogColumns columns,
            LeadDirectory directory,
            boolean contactsKnown,
            List<EventPlan> plans,
            long end,
            SnapshotUse.Persons persons,
            boolean replaces,
            SnapshotUse.Kept kept) {
        this.directory = directory;
        this.contactsKnown = contactsKnown;
        this.intake = new EventIntake(contactsKnown, end);
        this.kept = kept;
        this.persons = persons;
        this.marks = replaces || !contactsKnown && !persons.atEnd().isEmpty();
        this.another = new LeadName(persons.atEnd().areExact());
        this.moments = plans.stream().mapToLong(EventPlan::asOf).toArray();
        this.leads = new int[moments.length];
        for (int i = 0; i < plans.size(); i++) {
            EventPlan plan = plans.get(i);
            matchers.add(new EventMatcher(
                    plan, kept.states().get(i), columns.constants(), columns.readings(plan.asOf()), columns.misread()));
        }
    }

    @Override
    public void takeUntil(LeadName of, long time, long until, Fields fields) {
        Arrays.fill(leads, LeadDirectory.UNKNOWN);
        int id = persons.atEnd().find(of);
        if (id >= 0) {
            seeLinked(id, of, time, until, fields);
            return;
        }
        int found = directory.find(of);
        if (intake.wouldTake(found, time)) {
            int known = contactsKnown ? found : directory.findOrAdd(of);
            kept.firsts().see(known, time);
            for (int i = moments.length - 1; i >= 0 && time <= moments[i]; i--) {
                if (moments[i] < until) {
                    see(i, known, time, fields);
                }
            }
        }
    }

    @Override
    public boolean take(LeadName of, long time, Fields fields) {
        int id = persons.atEnd().find(of);
        if (id >= 0) {
            return takeLinked(id, of, time, fields);
        }
        int found = directory.find(of);
        if (!intake.take(found, of.isVisitor(), time)) {
            return false;
        }
        lead = contactsKnown ? found : directory.findOrAdd(of);
        from = time;
        kept.firsts().see(lead, time);
        for (int i = moments.length - 1; i >= 0 && time <= moments[i]; i--) {
            see(i, lead, time, fields);
        }
        return true;
    }

    /** The lead at a moment of the event that {@link #takeUntil} took in last; below 0 where it does not count then. */
    int leadAt(int moment) {
        return leads[moment];
    }

    /** Number of moments. */
    int moments() {
        return moments.length;
    }

    /** The lead of the event that was counted last. */
    int lead() {
        return lead;
    }

    /** The moment from which that event counts: its time, or that from which its lead is known; milliseconds since 1970 UTC. */
    long from() {
        return from;
    }

    /** Takes in an event of an id that is linked; at each moment its lead may be another one. */
    private boolean takeLinked(int id, LeadName of, long time, Fields fields) {
        boolean isCounted = count(id, persons.atEnd().persons(), of, time);
        seeLinked(id, of, time, Long.MAX_VALUE, fields);
        return isCounted;
    }

    private void seeLinked(int id, LeadName of, long time, long until, Fields fields) {
        for (int i = moments.length - 1; i >= 0 && time <= moments[i]; i--) {
            KnownPersons known = persons.atMoments().get(i);
            int then = moments[i] < until ? number(id, known.lead(id, time), of) : LeadDirectory.UNKNOWN;
            if (then >= 0) {
                kept.firsts().see(then, Math.max(time, known.knownFrom(id, time)));
                see(i, then, time, fields);
            }
        }
    }

    /** Counts an event by what is known at the end. */
    private boolean count(int id, KnownPersons atEnd, LeadName of, long time) {
        int found = atEnd.lead(id, time);
        if (found == KnownPersons.CONTESTED) {
            contested++;
            return false;
        }
        LeadName name = named(id, found, of);
        boolean isVisitor = name.isVisitor()
                || found == KnownPersons.NOBODY && persons.atEnd().isLeading(id);
        if (!intake.take(directory.find(name), isVisitor, time)) {
            return false;
        }
        lead = contactsKnown ? directory.find(name) : directory.findOrAdd(name);
        from = Math.max(time, atEnd.knownFrom(id, time));
        kept.firsts().see(lead, from);
        return true;
    }

    /** The number in the directory of the lead that an id led to; below 0 where it is none. */
    private int number(int id, int found, LeadName of) {
        if (found < 0) {
            return found;
        }
        LeadName name = named(id, found, of);
        return contactsKnown ? directory.find(name) : directory.findOrAdd(name);
    }

    private LeadName named(int id, int found, LeadName of) {
        if (found < 0 || found == id) {
            return of;
        }
        byte[] written = persons.atEnd().written(found);
        another.set(written, 0, written.length);
        return another;
    }

    private void see(int moment, int known, long time, Fields fields) {
        matchers.get(moment).see(known, time, fields);
        leads[moment] = known;
        if (marks) {
            kept.seen().get(moment).set(known);
        }
    }

    @Override
    public void tellAgain(LeadName of, long time, Fields fields) {
        int id = persons.atEnd().find(of);
        if (id < 0 && !intake.wouldTake(directory.find(of), time)) {
            return;
        }
        for (int i = moments.length - 1; i >= 0 && time <= moments[i]; i--) {
            if (id < 0 || number(id, persons.atMoments().get(i).lead(id, time), of) >= 0) {
                matchers.get(i).tellWrongValues(time, fields);
            }
        }
    }

    @Override
    public EventCounts counts() {
        return intake.counts().withContested(contested, EventTimes.NONE);
    }
}
