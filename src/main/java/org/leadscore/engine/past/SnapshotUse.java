package org.leadscore.engine.past;

import java.util.BitSet;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.leadscore.engine.events.CheckedColumns;
import org.leadscore.engine.events.EventUse;
import org.leadscore.engine.events.LogColumns;
import org.leadscore.engine.files.Allowance;
import org.leadscore.engine.leads.Identities;
import org.leadscore.engine.leads.LeadDirectory;
import org.leadscore.engine.people.KnownPersons;
import org.leadscore.rules.condition.Field;
import org.leadscore.score.count.LeadStates;
import org.leadscore.score.event.EventPlan;

/** The use of reading events to see each lead as it was at several moments. Made by {@link PastReader}. */
final class SnapshotUse implements EventUse<SnapshotUse.Kept> {

    /**
     * The states of the leads at all moments, and the times of their first events.
     *
     * @param states by moment, of the events up to it
     * @param firsts of all events
     * @param seen by moment, the leads that have an event; nobody where no lead that is there once can be gone later
     */
    record Kept(List<LeadStates> states, FirstTimes firsts, List<BitSet> seen) {}

    private final List<EventPlan> plans;
    private final long end;
    private final Persons persons;
    private final boolean replaces;

    /**
     * The persons as they are known at the end, and at each moment.
     *
     * @param atEnd with the ids of all of them
     */
    record Persons(Identities atEnd, List<KnownPersons> atMoments) {}

    /**
     * A use for these moments.
     *
     * @param plans of one rule set, by moment, the earliest first
     * @param end milliseconds since 1970 UTC; later events count for nothing
     * @param identities as they are known at the end
     * @param replaces true when a newer event may take the place of one that was there at an earlier moment
     */
    SnapshotUse(List<EventPlan> plans, long end, Identities identities, boolean replaces) {
        this.replaces = replaces;
        this.plans = List.copyOf(plans);
        this.end = end;
        this.persons = new Persons(
                identities,
                plans.stream().map(plan -> identities.at(plan.asOf()).persons()).toList());
    }

    @Override
    public List<Field> columns() {
        return plans.get(0).columns();
    }

    @Override
    public long[] moments() {
        return LongStream.concat(plans.stream().mapToLong(EventPlan::asOf), LongStream.of(end))
                .sorted()
                .distinct()
                .toArray();
    }

    @Override
    public CheckedColumns checkedColumns() {
        return new CheckedColumns(plans.get(0).wanted(), 0);
    }

    @Override
    public List<Kept> nothing(int threads, int leads, Allowance allowance) {
        return Stream.generate(() -> new Kept(
                        plans.stream().map(EventPlan::newStates).toList(),
                        new FirstTimes(),
                        plans.stream().map(any -> new BitSet()).toList()))
                .limit(threads)
                .toList();
    }

    @Override
    public boolean knowsPersons() {
        return true;
    }

    @Override
    public SnapshotSink sink(LogColumns columns, LeadDirectory directory, boolean contactsKnown, Kept kept) {
        return new SnapshotSink(columns, directory, contactsKnown, plans, end, persons, replaces, kept);
    }

    @Override
    public void merge(Kept into, Kept from) {
        for (int i = 0; i < plans.size(); i++) {
            into.states().get(i).merge(from.states().get(i));
            into.seen().get(i).or(from.seen().get(i));
        }
        into.firsts().merge(from.firsts());
    }
}
