package org.leadscore.engine.cluster;

import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import org.leadscore.engine.events.ContestedEvent;
import org.leadscore.engine.events.EventKeys;
import org.leadscore.engine.events.LogIntake;
import org.leadscore.lead.Unpacking;

/**
 * Finds the event that counts of all events with one key, and sends the leads of those events. One task of a cluster,
 * for one shard of keys.
 */
final class KeyWork implements Outbox.Work {

    private final ClusterJob job;
    private final Iterator<byte[]> blocks;

    /** The packed event of each key that counts so far. */
    private final Map<EventKeys.OfLog, byte[]> first = new HashMap<>();

    /** The share of each log that takes in its events. */
    private final Map<Integer, LogIntake> shares = new TreeMap<>();

    /** The leads of the events that count. */
    private final TaskLeads leads;

    /** Sends these leads at last. */
    private final LeadOutbox sender;

    /** Tells whether all events were taken in, so that only leads are left to send. */
    private boolean settled;

    KeyWork(ClusterJob job, Iterator<byte[]> blocks) {
        this.job = job;
        this.blocks = blocks;
        this.leads = job.nobody();
        this.sender = new LeadOutbox(leads, job.sharing());
    }

    @Override
    public boolean goOn(Outbox out) {
        if (blocks.hasNext()) {
            Unpacking in = new Unpacking(blocks.next());
            while (in.hasMore()) {
                take(in, out);
            }
            return true;
        }
        if (!settled) {
            first.forEach((key, event) -> share(key.log()).takeStored(ContestedEvent.unpacked(new Unpacking(event))));
            first.clear();
            shares.forEach((log, share) ->
                    job.send(TaskReport.ofKeys(log, share, job.objections().met()), out));
            settled = true;
        }
        return sender.goOn(out);
    }

    private void take(Unpacking in, Outbox out) {
        int kind = (int) in.number();
        switch (kind) {
            case Outbox.KEYED -> {
                EventKeys.OfLog key = new EventKeys.OfLog((int) in.number(), new EventKeys.Key(in.word(), in.word()));
                BinaryOperator<ContestedEvent> counting = ContestedEvent.counting(job.source(key.log()));
                first.merge(key, in.bytes(), (one, other) -> chosen(one, other, counting));
            }
            case Outbox.FREE -> share((int) in.number()).takeAside(in.number(), in.bytes());
            case Outbox.REPORT -> job.send(TaskReport.of(in.bytes()), out);
            default -> throw new IllegalStateException("no such parcel of keys: " + kind);
        }
    }

    private LogIntake share(int log) {
        return shares.computeIfAbsent(log, any -> job.share(log, leads));
    }

    /** The event that counts of two with the same key. */
    private static byte[] chosen(byte[] one, byte[] other, BinaryOperator<ContestedEvent> counting) {
        ContestedEvent left = ContestedEvent.unpacked(new Unpacking(one));
        ContestedEvent right = ContestedEvent.unpacked(new Unpacking(other));
        return counting.apply(left, right).equals(left) ? one : other;
    }
}
