package org.leadscore.engine;

import java.util.Iterator;
import org.leadscore.lead.Unpacking;

/** Puts together the parts of each lead's state that tasks of a cluster have sent. */
final class CombineWork implements Parcels.Work {

    private final Iterator<byte[]> blocks;
    private final LocalLeads leads;
    private final LeadSender sender;

    CombineWork(LogJob job, Iterator<byte[]> blocks) {
        this.blocks = blocks;
        this.leads = job.nobody();
        this.sender = new LeadSender(leads, 1);
    }

    @Override
    public boolean goOn(Parcels out) {
        if (!blocks.hasNext()) {
            return sender.goOn(out);
        }
        Unpacking in = new Unpacking(blocks.next());
        while (in.hasMore()) {
            if (in.number() == Parcels.LEAD) {
                leads.take(in);
            } else {
                out.to(0, Parcels.REPORT).bytes(in.bytes());
            }
        }
        return true;
    }
}
