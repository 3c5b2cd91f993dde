package org.leadscore.engine.cluster;

import java.util.Iterator;
import org.leadscore.lead.Unpacking;

/** Merges the states of each lead that tasks of a cluster have sent. */
final class MergeWork implements Outbox.Work {

    private final Iterator<byte[]> blocks;
    private final TaskLeads leads;
    private final LeadOutbox sender;

    MergeWork(ClusterJob job, Iterator<byte[]> blocks) {
        this.blocks = blocks;
        this.leads = job.nobody();
        this.sender = new LeadOutbox(leads, 1);
    }

    @Override
    public boolean goOn(Outbox out) {
        if (!blocks.hasNext()) {
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
}
