package org.leadscore.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.leadscore.engine.cluster.Cluster;
import org.leadscore.engine.cluster.ClusterLogScoring;
import org.leadscore.engine.events.LogReader;
import org.leadscore.engine.events.LogScoring;
import org.leadscore.engine.events.OwnEventUse;
import org.leadscore.engine.events.ScoringUse;
import org.leadscore.engine.files.Allowance;
import org.leadscore.engine.files.DoesNotFit;
import org.leadscore.engine.files.Exports;
import org.leadscore.engine.files.NotNumbers;
import org.leadscore.engine.files.Progress;
import org.leadscore.engine.files.SourceChecks;
import org.leadscore.engine.files.Tally;
import org.leadscore.engine.files.Workers;
import org.leadscore.engine.leads.ContactReader;
import org.leadscore.engine.leads.Contacts;
import org.leadscore.engine.leads.LeadDirectory;
import org.leadscore.engine.leads.LeadName;
import org.leadscore.engine.leads.Objections;
import org.leadscore.engine.leads.OutcomeReader;
import org.leadscore.engine.leads.Outcomes;
import org.leadscore.engine.leads.Ranking;
import org.leadscore.engine.leads.RankingPlan;
import org.leadscore.engine.leads.Redaction;
import org.leadscore.engine.leads.Result;
import org.leadscore.engine.parts.FollowingUp;
import org.leadscore.engine.parts.MemoryBudget;
import org.leadscore.engine.parts.RunInParts;
import org.leadscore.ingest.row.Reject;
import org.leadscore.lead.Text;
import org.leadscore.rules.RuleSet;
import org.leadscore.rules.file.RuleFile;
import org.leadscore.rules.next.Accounts;
import org.leadscore.rules.source.ContactSource;
import org.leadscore.rules.source.OutcomeSource;
import org.leadscore.score.Scorer;
import org.leadscore.score.contact.ContactPlan;
import org.leadscore.score.count.LeadStates;
import org.leadscore.score.event.EventPlan;
import org.leadscore.score.event.Evidence;
import org.leadscore.score.event.OwnEvent;
import org.leadscore.score.point.Explanation;
import org.leadscore.segment.Account;
import org.leadscore.segment.Ledger;
import org.leadscore.segment.Placements;
import org.leadscore.segment.Standings;

/**
 * Scores whole exports on one machine, in memory that grows with the leads and not with the events. Made by commands.
 * The same input gives the same result, whatever the order of rows and files and the number of threads.
 */
public final class Engine {

    private final LogScoring logs;

    /** The memory that a run may take; null for no limit. */
    private final @Nullable MemoryBudget room;

    private final Workers workers;
    private final Progress progress;
    private final Objections objections;

    /**
     * An engine without a limit of memory.
     *
     * @param threads at least one
     * @param objections leads who are left out
     */
    public Engine(int threads, Progress progress, Objections objections) {
        this(null, null, threads, progress, objections);
    }

    private Engine(
            @Nullable LogScoring logs,
            @Nullable MemoryBudget room,
            int threads,
            Progress progress,
            Objections objections) {
        this.workers = new Workers(threads);
        this.progress = progress;
        this.objections = objections;
        this.room = room;
        this.logs = logs != null
                ? logs
                : (allowance, plan, listed, files) -> new LogReader<>(
                                new ScoringUse(plan), listed, objections, allowance, workers, progress)
                        .read(files);
    }

    /**
     * An engine with a limit of memory: a run that does not fit is done in parts, on disk. The result has to be used
     * before the place of the room is closed.
     *
     * @param threads at least one
     */
    public static Engine within(MemoryBudget room, int threads, Progress progress, Objections objections) {
        return new Engine(null, room, threads, progress, objections);
    }

    /**
     * An engine that has a cluster read the logs; everything else is done on this machine.
     *
     * @param file the rule file of the rules that are run
     * @param threads at least one
     */
    public static Engine on(Cluster cluster, RuleFile file, int threads, Progress progress, Objections objections) {
        return new Engine(new ClusterLogScoring(cluster, file, objections), null, threads, progress, objections);
    }

    /** All that is known when everything has been read, and the order of the leads. */
    private record Ranked(
            ContactPlan contactPlan,
            Contacts contacts,
            Scorer scorer,
            LogReader.Outcome<LeadStates> read,
            Ranking ranking,
            Standings standings,
            List<Tally> tallies,
            List<Reject> rejects,
            List<NotNumbers> notNumbers) {}

    /** Runs as {@link #run(RuleSet, Exports, long, Ledger)} does, with a ledger without entries. */
    public Result run(RuleSet rules, Exports exports, long asOf) {
        return run(rules, exports, asOf, Ledger.NONE);
    }

    /**
     * Reads, ranks, and finds what happens next. The outcomes are read where the exports have them.
     *
     * @param asOf the moment of scoring, in milliseconds since 1970 UTC; later events never count
     * @param ledger the hand-offs and actions of earlier runs
     * @throws InputException when an export breaks off, is not one table, or has rows none of which can be read
     * @throws TooLittleMemory when one lead alone does not fit
     */
    public Result run(RuleSet rules, Exports exports, long asOf, Ledger ledger) {
        MemoryBudget limit = room;
        if (limit == null) {
            return runInMemory(rules, exports, asOf, ledger, Allowance.unlimited());
        }
        try {
            Allowance allowance = limit.run(rules);
            exports.watchRejects(allowance::take);
            return runInMemory(rules, exports, asOf, ledger, allowance);
        } catch (DoesNotFit
                | OutOfMemoryError full) { // the second only where somebody's share was thought smaller than it is
            progress.phase("beginning anew, in parts");
            exports.watchRejects(bytes -> {});
            exports.readForTheLastTime();
        }
        return new RunInParts(rules, exports, asOf, ledger, objections, workers, progress, limit).run();
    }

    private Result runInMemory(RuleSet rules, Exports exports, long asOf, Ledger ledger, Allowance allowance) {
        Ranked ranked = rank(rules, exports, asOf, allowance);
        LeadDirectory directory = ranked.read().directory();
        FollowingUp next = new FollowingUp(rules, ranked.ranking(), directory, ranked.contacts());
        Result.Sources sources = rules.followUp().acquisition() == null
                ? null
                : sources(next, ranked, outcomes(rules, exports, asOf, ranked, allowance));
        Accounts by = rules.followUp().accounts();
        List<Account> accounts = by == null ? List.of() : accounts(next, by, allowance);
        Placements placements = place(rules, asOf, ledger, ranked);
        return new Result(
                ranked.ranking(),
                ranked.ranking().ids(),
                ranked.ranking().census(),
                placements,
                sources,
                accounts,
                ranked.tallies(),
                ranked.rejects(),
                ranked.notNumbers(),
                exports.oddities(),
                SourceChecks.warnings(ranked.read().tallies(), rules.sources().contacts() != null, exports),
                1);
    }

    /**
     * The accounts, made while other work goes on where there are threads: they are asked for last, and need nothing
     * but the ranking.
     */
    private List<Account> accounts(FollowingUp next, Accounts accounts, Allowance allowance) {
        return workers.count() == 1
                ? next.accounts(accounts, allowance, room)
                : new Later<>(() -> next.accounts(accounts, allowance, room));
    }

    private static Result.Sources sources(FollowingUp next, Ranked ranked, Outcomes.@Nullable Joined outcomes) {
        return new Result.Sources(next.sources(ranked.standings(), outcomes).rows(), outcomes != null);
    }

    /** Null when nobody says who became a customer. */
    private Outcomes.@Nullable Joined outcomes(
            RuleSet rules, Exports exports, long asOf, Ranked ranked, Allowance allowance) {
        OutcomeSource source = rules.sources().outcomes();
        if (source == null || exports.outcomes().isEmpty()) {
            return null;
        }
        Outcomes outcomes = Outcomes.of(source, allowance);
        OutcomeReader reader = new OutcomeReader(rules, source, objections, asOf, outcomes);
        reader.read(exports.outcomes(), progress);
        Outcomes.Joined joined = outcomes.join(ranked.read().directory(), asOf);
        List<Reject> rejected = redacted(reader.rejects());
        SourceChecks.requireReadable(List.of(reader.tally(joined)), rejected);
        exports.requireDecodable();
        ranked.tallies().add(reader.tally(joined));
        ranked.rejects().addAll(rejected);
        ranked.notNumbers().addAll(reader.notNumbers());
        return joined;
    }

    /**
     * Reads and ranks, and explains one lead's score; empty when there is no such lead, or it objected.
     *
     * @param lead its id, compared as those of the sources are
     * @param asOf as for {@link #run(RuleSet, Exports, long, Ledger)}
     * @throws InputException as {@link #run(RuleSet, Exports, long, Ledger)} does
     */
    public Optional<Explained> explain(RuleSet rules, Exports exports, long asOf, String lead) {
        Ranked ranked = rank(rules, exports, asOf, Allowance.unlimited());
        LeadDirectory directory = ranked.read().directory();
        LeadName name = new LeadName(rules.sources().areIdsExact());
        name.set(Text.strip(lead));
        int found = directory.find(name);
        if (found < 0) {
            return Optional.empty();
        }
        Explanation explanation = ranked.scorer()
                .explain(
                        ranked.contactPlan(),
                        ranked.contacts().verdict(found),
                        ranked.read().kept(),
                        found);
        Ranking ranking = ranked.ranking();
        int rank = ranking.rankOf(found);
        return Optional.of(new Explained(
                rank,
                ranking.size(),
                directory.spelling(found),
                explanation,
                evidence(rules, exports, asOf, directory, found),
                place(rules, asOf, Ledger.NONE, ranked).of(rank)));
    }

    /** Reads the logs once more, for the events of one lead. */
    private List<Evidence> evidence(RuleSet rules, Exports exports, long asOf, LeadDirectory directory, int lead) {
        EventPlan plan = new EventPlan(rules, asOf);
        List<OwnEvent> events = new LogReader<>(
                        new OwnEventUse(plan, lead), directory, objections, workers, Progress.NONE)
                .read(exports.logs())
                .kept();
        return Evidence.of(rules.implicit(), plan, events);
    }

    private static Placements place(RuleSet rules, long asOf, Ledger ledger, Ranked ranked) {
        LeadDirectory directory = ranked.read().directory();
        return Placements.of(
                rules,
                asOf,
                ranked.standings(),
                directory.size(),
                ranked.ranking()::leadAt,
                FollowingUp.remembered(
                        ledger.entries(),
                        Ledger.Entry::lead,
                        directory,
                        rules.sources().areIdsExact()),
                ledger);
    }

    private Ranked rank(RuleSet rules, Exports exports, long asOf, Allowance allowance) {
        EventPlan eventPlan = new EventPlan(rules, asOf);
        ContactPlan contactPlan = new ContactPlan(rules, rules.sources().idColumns());
        LeadDirectory listed = null;
        Contacts contacts =
                new Contacts(contactPlan.onNobody(), rules.keptColumns().size(), allowance);
        List<Tally> tallies = new ArrayList<>();
        List<Reject> rejects = new ArrayList<>();
        List<NotNumbers> notNumbers = new ArrayList<>();

        progress.phase("reading");
        ContactSource source = rules.sources().contacts();
        if (source != null) {
            listed = objections.directory(allowance);
            ContactReader reader = new ContactReader(
                    source,
                    List.of(new ContactReader.View(contactPlan, contacts, asOf)),
                    rules.keptColumns(),
                    null,
                    listed);
            reader.read(exports.contacts(), progress);
            tallies.add(reader.tally());
            rejects.addAll(redacted(reader.rejects()));
            notNumbers.addAll(reader.notNumbers());
            SourceChecks.requireReadable(reader.tally(), rejects);
            exports.requireDecodable();
        }
        LogReader.Outcome<LeadStates> read = logs.read(allowance, eventPlan, listed, exports.logs());
        List<Reject> rejectedEvents = redacted(read.rejects());
        SourceChecks.requireReadable(read.tallies(), rejectedEvents);
        exports.requireDecodable();
        tallies.addAll(read.tallies());
        rejects.addAll(rejectedEvents);
        notNumbers.addAll(read.notNumbers());

        progress.phase("ranking");
        RankingPlan plan = new RankingPlan(rules, eventPlan);
        RankingPlan.Ordered leads = plan.rank(read.kept(), read.directory(), contacts, workers);
        return new Ranked(
                contactPlan,
                contacts,
                plan.scorer(),
                read,
                leads.ranking(),
                leads.standings(),
                tallies,
                rejects,
                notNumbers);
    }

    private List<Reject> redacted(List<Reject> rejects) {
        Redaction redaction = new Redaction(objections);
        return rejects.stream().map(redaction::apply).toList();
    }
}
