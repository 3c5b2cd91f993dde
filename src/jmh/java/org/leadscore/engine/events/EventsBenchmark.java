package org.leadscore.engine.events;


import org.leadscore.SampleLog;
import org.leadscore.engine.leads.Identities;
import org.leadscore.engine.leads.LeadDirectory;
import org.leadscore.engine.leads.LeadName;
import org.leadscore.ingest.input.Input;
import org.leadscore.ingest.scan.Chunk;
import org.leadscore.ingest.table.ChunkReader;
import org.leadscore.ingest.table.Table;
import org.leadscore.rules.RuleSet;
import org.leadscore.rules.file.RuleFile;
import org.leadscore.rules.source.EventSource;
import org.leadscore.score.count.LeadStates;
import org.leadscore.score.event.EventPlan;

import java.time.Instant;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Measures taking an event from the bytes of its row into the state of its lead, all that a log needs, by one thread. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class EventsBenchmark {

    private static final String RULES = """
            version: 1
            sources: {events: [{name: log, path: log.csv, lead: email, time: timestamp, event: event}]}
            implicit:
              - {name: Viewed, did: page_view, points: 1, decay: {half-life: 30d}}
              - {name: Came back, did: page_view, count: days, times: {at-least: 3, within: 90d}, points: 10}
              - {name: Pricing, did: {event: page_view, url: {contains: /pricing/}}, tiers: [{at-least: 1, points: 5}]}
              - {name: Time, did: page_view, sum: duration_s, per: 600, points: 1}
              - {name: Campaigns, did: email_open, count: {distinct: campaign}, points: 1, max: 10}
              - {name: Downloads, did: download, points: 3, limit: 5, decay: {linear: 180d}}
            buckets: [{name: all, from: 0}]
            """;

    @Param({"1000", "500000"})
    private int leads;

    private final RuleSet rules = RuleFile.parse("rules.yaml", RULES).rules();
    private final EventSource source = rules.sources().events().get(0);
    private final LeadDirectory directory = new LeadDirectory();
    private byte[] csv = {};
    private LogIntake share;

    /** Adds the leads and writes the log. */
    @Setup
    public void addLeads() {
        LeadName name = new LeadName(false);
        for (int lead = 0; lead < leads; lead++) {
            name.set(SampleLog.lead(lead));
            directory.add(name);
        }
        csv = SampleLog.csv(leads);
        EventPlan plan =
                new EventPlan(rules, Instant.parse("2026-11-22T08:00:00Z").toEpochMilli());
        LeadStates states = plan.newStates(leads);
        LogIntake.Log log = new LogIntake.Log(source, directory, true, Identities.NONE, new EventKeys(), Set.of());
        share = new LogIntake(log, new ScoringUse(plan), states);
    }

    /** Reads the log once; a row is an operation. */
    @Benchmark
    @OperationsPerInvocation(SampleLog.ROWS)
    public long takeIn() {
        try (Table table = Table.open(Input.of("log.csv", csv), source.dialect(), Table.CHUNK)) {
            share.turnTo(table, 0);
            ChunkReader reader = new ChunkReader(table);
            for (Chunk chunk = table.next(); chunk != null; chunk = table.next()) {
                reader.read(chunk, share);
            }
            table.finish();
        }
        return share.counts().matched();
    }
}
