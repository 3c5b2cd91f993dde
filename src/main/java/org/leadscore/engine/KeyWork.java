package org.leadscore.engine;

import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;
import org.leadscore.lead.Unpacking;

/** Finds, of the events with one key, the one that counts, and sends the leads of those that do. */
final class KeyWork implements Parcels.Work {

    private record LogKey(int log, EventKeys.Key key) {}

    private final LogJob job;
    private final Iterator<byte[]> blocks;
    private final Map<LogKey, byte[]> first = new HashMap<>();
    private final Map<Integer, LogShare> shares = new TreeMap<>();
    private final LocalLeads leads;
    private final LeadSender sender;
    private boolean settled;

    KeyWork(LogJob job, Iterator<byte[]> blocks) {
        this.job = job;
        this.blocks = blocks;
        this.leads = job.nobody();
        this.sender = new LeadSender(leads, job.shards());
    }

    @Override
    public boolean goOn(Parcels out) {
        if (blocks.hasNext()) {
            Unpacking in = new Unpacking(blocks.next());
            while (in.hasMore()) {
                take(in, out);
            }
            return true;
        }
        if (!settled) {
            first.forEach((key, event) -> count(key.log(), event));
            first.clear();
            shares.forEach((log, share) -> job.send(PartReport.ofKeys(log, share), out));
            settled = true;
        }
        return sender.goOn(out);
    }

    private void take(Unpacking in, Parcels out) {
        switch ((int) in.number()) {
            case Parcels.KEYED -> {
                LogKey key = new LogKey((int) in.number(), new EventKeys.Key(in.word(), in.word()));
                first.merge(key, in.bytes(), KeyWork::first);
            }
            case Parcels.FREE -> count((int) in.number(), in.bytes());
            default -> job.send(PartReport.of(in.bytes()), out);
        }
    }

    private void count(int log, byte[] event) {
        shares.computeIfAbsent(log, any -> job.share(log, leads))
                .takeStored(StoredEvent.unpacked(new Unpacking(event)));
    }

    /** The first as text; of equal ones, the first in the files. */
    private static byte[] first(byte[] one, byte[] other) {
        StoredEvent left = StoredEvent.unpacked(new Unpacking(one));
        StoredEvent right = StoredEvent.unpacked(new Unpacking(other));
        return left.compareTo(right) <= 0 ? one : other;
    }
}
