package org.leadscore.engine.cluster;

/** Sends the leads of a task with their states, 1024 at a time. Not thread-safe. */
final class LeadOutbox implements Outbox.Work {

    private static final int SOME = 1 << 10;

    private final TaskLeads leads;
    private final ClusterJob.Sharing sharing;
    private int next;

    LeadOutbox(TaskLeads leads, ClusterJob.Sharing sharing) {
        this.leads = leads;
        this.sharing = sharing;
    }

    @Override
    public boolean goOn(Outbox out) {
        int to = Math.min(leads.size(), next + SOME);
        for (; next < to; next++) {
            leads.send(next, out, sharing);
        }
        return next < leads.size();
    }
}
