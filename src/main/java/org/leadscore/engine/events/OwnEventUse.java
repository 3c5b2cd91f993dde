package org.leadscore.engine.events;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.leadscore.engine.files.Allowance;
import org.leadscore.engine.leads.LeadDirectory;
import org.leadscore.engine.leads.LeadName;
import org.leadscore.rules.condition.Field;
import org.leadscore.score.event.EventJudge;
import org.leadscore.score.event.EventPlan;
import org.leadscore.score.event.OwnEvent;
import org.leadscore.score.match.Fields;

/**
 * The use of reading events to explain one lead: keeps those of this lead, up to the as-of time, in no order.
 *
 * @param lead its number in the directory
 */
public record OwnEventUse(EventPlan plan, int lead) implements EventUse<List<OwnEvent>> {

    @Override
    public List<Field> columns() {
        return plan.columns();
    }

    @Override
    public long[] moments() {
        return new long[] {plan.asOf()};
    }

    @Override
    public CheckedColumns checkedColumns() {
        return new CheckedColumns(plan.wanted(), 0);
    }

    @Override
    public List<List<OwnEvent>> nothing(int threads, int leads, Allowance allowance) {
        return Stream.<List<OwnEvent>>generate(ArrayList::new).limit(threads).toList();
    }

    @Override
    public EventSink sink(LogColumns columns, LeadDirectory directory, boolean contactsKnown, List<OwnEvent> kept) {
        EventJudge judge = new EventJudge(plan, columns.constants(), columns.readings(plan.asOf()));
        return new Sink(directory, new EventIntake(contactsKnown, plan.asOf()), judge, lead, kept);
    }

    @Override
    public void merge(List<OwnEvent> into, List<OwnEvent> from) {
        into.addAll(from);
    }

    /** Keeps the events of one log that are the lead's. */
    private record Sink(LeadDirectory directory, EventIntake intake, EventJudge judge, int lead, List<OwnEvent> kept)
            implements EventSink {

        @Override
        public boolean take(LeadName name, long time, Fields fields) {
            int found = directory.find(name);
            if (!intake.take(found, name.isVisitor(), time)) {
                return false;
            }
            if (found == lead) {
                kept.add(judge.judge(time, fields).by(name.origin()));
            }
            return true;
        }

        @Override
        public EventCounts counts() {
            return intake.counts();
        }
    }
}
