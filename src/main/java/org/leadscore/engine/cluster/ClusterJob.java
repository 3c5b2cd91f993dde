package org.leadscore.engine.cluster;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.leadscore.engine.events.ContestedEvent;
import org.leadscore.engine.events.EventKeys;
import org.leadscore.engine.events.LogIntake;
import org.leadscore.engine.files.Allowance;
import org.leadscore.engine.leads.Identities;
import org.leadscore.engine.leads.LeadDirectory;
import org.leadscore.engine.leads.LeadName;
import org.leadscore.engine.leads.Objections;
import org.leadscore.engine.leads.People;
import org.leadscore.ingest.table.Stretch;
import org.leadscore.ingest.table.Table;
import org.leadscore.lead.Packing;
import org.leadscore.lead.Unpacking;
import org.leadscore.rules.RuleSet;
import org.leadscore.rules.file.RuleFile;
import org.leadscore.rules.source.EventSource;
import org.leadscore.score.event.EventPlan;
import org.leadscore.score.event.StateBytes;

/**
 * The reading of a run's logs as tasks that may be done anywhere, in any order, and more than once: each answers the
 * same whenever it is given the same. Made by {@link ClusterLogScoring}, taken by a {@link Cluster}. Travels as the text of
 * the rules, and is compiled once on each machine; tasks may share it.
 */
public final class ClusterJob implements Serializable {

    /**
     * The rules in the form that travels.
     *
     * @param name of the rule file, for messages
     * @param text of the rule file
     * @param logs names of the logs that are read, in order
     * @param asOf milliseconds since 1970 UTC
     * @param lists the values of the lists in files, folded, by name
     */
    record Rules(String name, String text, List<String> logs, long asOf, Map<String, Set<String>> lists)
            implements Serializable {

        Rules {
            logs = List.copyOf(logs);
            lists = Map.copyOf(lists);
        }
    }

    /**
     * The sizes by which the work is shared out.
     *
     * @param shards number of shards of leads
     * @param keyShards number of shards of keys
     * @param chunkBytes about how much of a file is worked on at once
     * @param seed of the hash of ids, the same on all machines
     */
    record Sharing(int shards, int keyShards, int chunkBytes, long seed) implements Serializable {

        /** The shard to which all states of a lead go. */
        int shard(LeadName lead) {
            return shard(lead.fingerprint(seed), shards);
        }

        /** The shard of keys of an event without a key. */
        int keyShard(LeadName lead) {
            return shard(lead.fingerprint(seed), keyShards);
        }

        /** The shard in which all events of a key meet. */
        int keyShard(EventKeys.Key key) {
            return shard(key.low(), keyShards);
        }

        /** The same with one shard only. */
        Sharing toOne() {
            return new Sharing(1, 1, chunkBytes, seed);
        }

        private static int shard(long hash, int shards) {
            return (int) Long.remainderUnsigned(hash ^ hash >>> 32, shards);
        }
    }

    /**
     * The rules as compiled.
     *
     * @param known the leads of the contact list; null without one
     */
    private record Compiled(
            List<EventSource> logs,
            TaskScoring use,
            @Nullable LeadDirectory known,
            Identities identities) {}

    private final Rules rules;
    private final Sharing sharing;
    private final Objections objections;

    /** The identities, packed; null where there are none. */
    private final byte @Nullable [] identities;

    /** The ids of the contact list's leads, packed; null without one. */
    private final byte @Nullable [] listed;

    private final FileOpener places;

    /** The rules as compiled on this machine; null until they are needed. */
    private transient @Nullable Compiled compiled;

    /**
     * A job for the logs of some rules.
     *
     * @param listed the leads of the contact list; null to take every lead that is seen, but for those who objected
     */
    ClusterJob(Rules rules, Sharing sharing, People people, @Nullable LeadDirectory listed, FileOpener places) {
        this.rules = rules;
        this.sharing = sharing;
        this.objections = people.objections();
        this.identities = packed(people.identities());
        this.listed = listed == null ? null : ids(listed);
        this.places = places;
    }

    Sharing sharing() {
        return sharing;
    }

    /** Number of tasks by which {@link #combine} is to be done. */
    public int shards() {
        return sharing.shards();
    }

    /** Number of tasks by which {@link #settle} is to be done. */
    public int keyShards() {
        return sharing.keyShards();
    }

    /**
     * Looks a range of a file through for the records that it leaves open.
     *
     * @throws UncheckedIOException when the file cannot be read
     */
    public Stretch look(BoundaryTask look) {
        try {
            return look.look(places);
        } catch (IOException failure) {
            throw new UncheckedIOException(look.file() + ": " + failure.getMessage(), failure);
        }
    }

    /**
     * Reads the rows of a task. The blocks go to {@link #combine}, or to {@link #settle} when the log's events have keys.
     */
    public Iterator<Parcel> read(FileTask task) {
        return new Outbox(new FileWork(this, task), Math.max(shards(), keyShards()));
    }

    /**
     * Finds the events that count of those with the same key. The blocks go to {@link #combine}.
     *
     * @param blocks all blocks of one shard of keys, in any order
     */
    public Iterator<Parcel> settle(Iterator<byte[]> blocks) {
        return new Outbox(new KeyWork(this, blocks), shards());
    }

    /**
     * Merges the states of leads. The answer goes to the engine.
     *
     * @param blocks all blocks of one shard of leads, in any order
     */
    public Iterator<byte[]> combine(Iterator<byte[]> blocks) {
        Outbox parcels = new Outbox(new MergeWork(this, blocks), 1);
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return parcels.hasNext();
            }

            @Override
            public byte[] next() {
                return parcels.next().bytes();
            }
        };
    }

    EventSource source(int log) {
        return compiled().logs().get(log);
    }

    /** Local leads of a task, none yet. */
    TaskLeads nobody() {
        return compiled().use().nothing(1, 0, Allowance.unlimited()).get(0);
    }

    /** A share of a log whose events go to these leads. */
    LogIntake share(int log, TaskLeads leads) {
        return share(log, leads, (LogIntake.Aside) null);
    }

    /** A share of a log whose events go to these leads, or, where the log has a key, to those who settle which of them count. */
    LogIntake share(int log, TaskLeads leads, Outbox out) {
        return share(log, leads, source(log).key().isEmpty() ? null : new Sender(log, sharing, out));
    }

    /** A share of a log; its events go to these leads or, where they have keys, are set aside. */
    private LogIntake share(int log, TaskLeads leads, LogIntake.@Nullable Aside aside) {
        Compiled all = compiled();
        LeadDirectory known = all.known();
        LogIntake.Log shared = new LogIntake.Log(
                all.logs().get(log),
                known == null ? leads.directory() : known,
                known != null,
                all.identities(),
                new EventKeys(),
                Set.of(),
                aside);
        return new LogIntake(shared, all.use(), leads);
    }

    Table open(FileTask task) {
        return task.open(places, source(task.log()).dialect(), sharing.chunkBytes());
    }

    /** Sends the events of a log to those who settle which of them count. */
    private record Sender(int log, Sharing sharing, Outbox out) implements LogIntake.Aside {

        @Override
        public void take(LeadName lead, long time, Packing row) {
            Packing parcel = out.to(sharing.keyShard(lead), Outbox.FREE);
            parcel.number(log);
            parcel.number(time);
            parcel.bytes(row);
        }

        @Override
        public void take(EventKeys.Key key, ContestedEvent event) {
            Packing bytes = new Packing();
            event.pack(bytes);
            Packing parcel = out.to(sharing.keyShard(key), Outbox.KEYED);
            parcel.number(log);
            parcel.word(key.high());
            parcel.word(key.low());
            parcel.bytes(bytes);
        }
    }

    /** Sends a report to the engine. */
    /** The leads who objected, which keep note of those that this machine has met. */
    Objections objections() {
        return objections;
    }

    void send(TaskReport report, Outbox out) {
        out.to(0, Outbox.REPORT).bytes(report.toBytes());
    }

    private static byte @Nullable [] packed(Identities identities) {
        if (identities.isEmpty()) {
            return null;
        }
        Packing bytes = new Packing();
        identities.pack(bytes);
        return bytes.toBytes();
    }

    private static byte[] ids(LeadDirectory directory) {
        Packing ids = new Packing();
        for (int lead = 0; lead < directory.size(); lead++) {
            ids.text(directory.spelling(lead));
        }
        return ids.toBytes();
    }

    private synchronized Compiled compiled() {
        Compiled known = compiled;
        if (known == null) {
            known = compile();
            compiled = known;
        }
        return known;
    }

    private Compiled compile() {
        RuleSet set = RuleFile.parse(rules.name(), rules.text()).rules();
        set.sources().lists().forEach(list -> list.list().fill(rules.lists().getOrDefault(list.name(), Set.of())));
        Map<String, EventSource> byName = new HashMap<>();
        set.sources().events().forEach(log -> byName.put(log.name(), log));
        List<EventSource> logs = new ArrayList<>();
        rules.logs().forEach(name -> logs.add(byName.get(name)));
        boolean exact = logs.stream().anyMatch(log -> log.lead().exact());
        EventPlan plan = new EventPlan(set, rules.asOf());
        return new Compiled(
                logs,
                new TaskScoring(plan, new StateBytes(plan), objections, listed != null, exact),
                listed == null ? null : known(listed, exact),
                identities == null ? Identities.NONE : Identities.unpacked(new Unpacking(identities), exact));
    }

    private LeadDirectory known(byte[] ids, boolean exact) {
        LeadDirectory directory = objections.directory();
        LeadName name = new LeadName(exact);
        Unpacking in = new Unpacking(ids);
        while (in.hasMore()) {
            name.set(in.text());
            directory.add(name);
        }
        return directory;
    }
}
