package org.leadscore.engine.events;

import org.jspecify.annotations.Nullable;
import org.leadscore.engine.files.EventTimes;
import org.leadscore.engine.leads.Identities;
import org.leadscore.engine.leads.LeadName;
import org.leadscore.engine.leads.LeadNames;
import org.leadscore.engine.people.KnownPersons;
import org.leadscore.score.event.EventRows;
import org.leadscore.score.match.Fields;

/**
 * Gives events to another sink as those of the leads to whom their ids led. Events whose id is contested are counted and go no
 * further. Made by {@link LogIntake} where ids are linked. Not thread-safe.
 */
public final class IdentifiedSink implements EventSink {

    private final EventSink inner;
    private final Identities identities;

    /** The id of the lead of the event at hand. */
    private final LeadName lead;

    private long contested;
    private long newest = Long.MIN_VALUE;
    private long firstLater = Long.MAX_VALUE;
    private final long end;

    /** A sink before another one. */
    public IdentifiedSink(EventSink inner, Identities identities) {
        this.inner = inner;
        this.identities = identities;
        this.lead = new LeadName(identities.areExact());
        this.end = identities.moment();
    }

    @Override
    public boolean take(LeadName name, long time, Fields fields) {
        LeadName of = leadOf(name, time);
        if (of == null) {
            countContested(time);
            return false;
        }
        return inner.take(of, time, fields);
    }

    @Override
    public void tellAgain(LeadName name, long time, Fields fields) {
        LeadName of = leadOf(name, time);
        if (of != null) {
            inner.tellAgain(of, time, fields);
        }
    }

    @Override
    public void take(EventRows rows, LeadNames names) {
        int kept = 0;
        for (int i = 0; i < rows.size(); i++) {
            int row = rows.events()[i];
            int id = identities.find(names, row);
            int found = id < 0 ? id : identities.lead(id, rows.time(row));
            if (id >= 0 && found == KnownPersons.CONTESTED) {
                countContested(rows.time(row));
                continue;
            }
            if (id >= 0 && found == KnownPersons.NOBODY) {
                names.setVisitor(row, names.isVisitor(row) || identities.isLeading(id));
            } else if (found != id) {
                names.replace(row, identities.written(found), id);
            }
            rows.events()[kept++] = row;
        }
        rows.keep(kept);
        inner.take(rows, names);
    }

    @Override
    public EventCounts counts() {
        return inner.counts().withContested(contested, new EventTimes(newest, firstLater));
    }

    /** The id of the lead of an event; null when it is contested. */
    private @Nullable LeadName leadOf(LeadName name, long time) {
        int id = identities.find(name);
        int found = id < 0 ? id : identities.lead(id, time);
        if (id < 0 || found == id) {
            return name;
        }
        if (found == KnownPersons.CONTESTED) {
            return null;
        }
        if (found == KnownPersons.NOBODY) {
            name.setVisitor(name.isVisitor() || identities.isLeading(id));
            return name;
        }
        byte[] written = identities.written(found);
        lead.set(written, 0, written.length);
        lead.setOrigin(id);
        return lead;
    }

    private void countContested(long time) {
        contested++;
        if (time > end) {
            firstLater = Math.min(firstLater, time);
        } else {
            newest = Math.max(newest, time);
        }
    }
}
