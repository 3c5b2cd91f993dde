package org.leadscore.engine.cluster;

import java.util.Iterator;
import org.leadscore.lead.Unpacking;

/** Merges the states of each lead that tasks of a cluster have sent. */
final class MergeWork implements Outbox.Work {

    private final ClusterJob job;
    private final Iterator<byte[]> blocks;
    private final TaskLeads leads;
    private final LeadOutbox sender;

    /** Tells whether all leads were taken, and the lead that two tasks spell differently was told of. */
    private boolean merged;

    MergeWork(ClusterJob job, Iterator<byte[]> blocks) {
        this.job = job;
        this.blocks = blocks;
        this.leads = job.nobody();
        this.sender = new LeadOutbox(leads, job.sharing().toOne());
    }

    @Override
    public boolean goOn(Outbox out) {
        if (!blocks.hasNext()) {
            tellTwin(out);
            return sender.goOn(out);
        }
        Unpacking in = new Unpacking(blocks.next());
        while (in.hasMore()) {
            if (in.number() == Outbox.LEAD) {
                leads.take(in);
            } else {
                out.to(0, Outbox.REPORT).bytes(in.bytes());
            }
        }
        return true;
    }

    /** Reports a lead that was met in two spellings here, each of which came from another task. */
    private void tellTwin(Outbox out) {
        String twin = leads.directory().twin();
        if (!merged && twin != null) {
            job.send(TaskReport.ofTwin(twin), out);
        }
        merged = true;
    }
}
