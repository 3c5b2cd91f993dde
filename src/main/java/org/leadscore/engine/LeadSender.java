package org.leadscore.engine;

/** Sends the leads of a task with their states, 1024 at a time. Not thread-safe. */
final class LeadSender implements Parcels.Work {

    private static final int SOME = 1 << 10;

    private final LocalLeads leads;
    private final int shards;
    private int next;

    LeadSender(LocalLeads leads, int shards) {
        this.leads = leads;
        this.shards = shards;
    }

    @Override
    public boolean goOn(Parcels out) {
        int to = Math.min(leads.size(), next + SOME);
        for (; next < to; next++) {
            leads.send(next, out, shards);
        }
        return next < leads.size();
    }
}
