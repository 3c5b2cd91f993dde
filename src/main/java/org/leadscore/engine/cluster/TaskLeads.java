package org.leadscore.engine.cluster;

import org.leadscore.engine.leads.LeadDirectory;
import org.leadscore.engine.leads.LeadName;
import org.leadscore.lead.Packing;
import org.leadscore.lead.Unpacking;
import org.leadscore.score.count.LeadStates;
import org.leadscore.score.event.StateBytes;

/** The leads that one task of a cluster has met, and their states. Not thread-safe. */
final class TaskLeads {

    private final LeadDirectory directory;
    private final LeadStates states;
    private final StateBytes bytes;
    private final LeadName name;

    /**
     * Leads and states, both still empty.
     *
     * @param exact whether the case of ids counts
     */
    TaskLeads(LeadDirectory directory, LeadStates states, StateBytes bytes, boolean exact) {
        this.directory = directory;
        this.states = states;
        this.bytes = bytes;
        this.name = new LeadName(exact);
    }

    LeadDirectory directory() {
        return directory;
    }

    LeadStates states() {
        return states;
    }

    int size() {
        return directory.size();
    }

    /** Adds a lead as {@link #send} wrote it. */
    void take(Unpacking in) {
        byte[] id = in.bytes();
        name.set(id, 0, id.length);
        bytes.absorb(states, directory.findOrAdd(name), in);
    }

    /** Writes a lead and its state for the shard to which all states of the lead go. */
    void send(int lead, Outbox out, ClusterJob.Sharing sharing) {
        name.set(directory.spelling(lead));
        Packing parcel = out.to(sharing.shard(name), Outbox.LEAD);
        parcel.bytes(name.written(), 0, name.writtenLength());
        bytes.pack(states, lead, parcel);
    }
}
