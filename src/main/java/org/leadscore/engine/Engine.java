package org.leadscore.engine;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.leadscore.engine.cluster.Cluster;
import org.leadscore.engine.cluster.ClusterLogScoring;
import org.leadscore.engine.events.LinkReader;
import org.leadscore.engine.events.LogReader;
import org.leadscore.engine.events.LogScoring;
import org.leadscore.engine.events.OwnEventUse;
import org.leadscore.engine.events.ScoringUse;
import org.leadscore.engine.files.Allowance;
import org.leadscore.engine.files.DoesNotFit;
import org.leadscore.engine.files.Exports;
import org.leadscore.engine.files.Progress;
import org.leadscore.engine.files.SourceChecks;
import org.leadscore.engine.files.Tally;
import org.leadscore.engine.files.Workers;
import org.leadscore.engine.files.WrongValues;
import org.leadscore.engine.leads.CaseTwins;
import org.leadscore.engine.leads.ContactReader;
import org.leadscore.engine.leads.Contacts;
import org.leadscore.engine.leads.Identities;
import org.leadscore.engine.leads.KnownSince;
import org.leadscore.engine.leads.LeadDirectory;
import org.leadscore.engine.leads.LeadName;
import org.leadscore.engine.leads.LinkedIds;
import org.leadscore.engine.leads.LookupMatches;
import org.leadscore.engine.leads.Objections;
import org.leadscore.engine.leads.OutcomeReader;
import org.leadscore.engine.leads.Outcomes;
import org.leadscore.engine.leads.People;
import org.leadscore.engine.leads.Ranking;
import org.leadscore.engine.leads.RankingPlan;
import org.leadscore.engine.leads.Redaction;
import org.leadscore.engine.leads.Result;
import org.leadscore.engine.parts.FollowingUp;
import org.leadscore.engine.parts.MemoryBudget;
import org.leadscore.engine.parts.RunInParts;
import org.leadscore.engine.people.KnownPersons;
import org.leadscore.ingest.row.Reject;
import org.leadscore.lead.Text;
import org.leadscore.problem.InputException;
import org.leadscore.rules.RuleSet;
import org.leadscore.rules.file.RuleFile;
import org.leadscore.rules.next.Accounts;
import org.leadscore.rules.source.ContactSource;
import org.leadscore.rules.source.OutcomeSource;
import org.leadscore.score.contact.ContactPlan;
import org.leadscore.score.count.LeadStates;
import org.leadscore.score.event.EventPlan;
import org.leadscore.score.event.Evidence;
import org.leadscore.score.event.OwnEvent;
import org.leadscore.score.point.Explanation;
import org.leadscore.score.point.IdleRules;
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
                : (allowance, plan, people, listed, files) ->
                        new LogReader<>(new ScoringUse(plan), listed, people, allowance, workers, progress).read(files);
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
        return new Engine(new ClusterLogScoring(cluster, file), null, threads, progress, objections);
    }

    /**
     * The contact list as it was at the as-of time.
     *
     * @param directory its leads; null without a list, and then there are no contacts
     * @param asked the lead that is asked for, when it is in the list but not known yet; empty otherwise
     */
    private record Listed(
            @Nullable LeadDirectory directory, Contacts contacts, String asked, List<LookupMatches.Match> lookups) {}

    /**
     * All that is known when everything has been read, and the order of the leads.
     *
     * @param outcomes of the leads; null when no outcomes were read
     */
    private record Ranked(
            ContactPlan contactPlan,
            Contacts contacts,
            RankingPlan plan,
            LogReader.Outcome<LeadStates> read,
            Outcomes.@Nullable Joined outcomes,
            Ranking ranking,
            Standings standings,
            IdleRules idle,
            People people,
            List<Tally> tallies,
            List<Reject> rejects,
            List<WrongValues> wrongValues,
            List<LookupMatches.Match> lookups) {}

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
        exports.tellToo(objections.oddities());
        MemoryBudget limit = room;
        if (limit == null) {
            LinkedIds linked = linked(rules, exports, asOf, Allowance.unlimited());
            return runInMemory(rules, exports, linked, asOf, ledger, Allowance.unlimited());
        }
        Allowance ofLinks = limit.throughout();
        LinkedIds linked =
                limit.keeping("the ids that are linked to others", () -> linked(rules, exports, asOf, ofLinks));
        MemoryBudget left = limit.less(ofLinks.taken());
        try {
            Allowance allowance = left.run(rules);
            exports.watchRejects(allowance::take);
            return runInMemory(rules, exports, linked, asOf, ledger, allowance);
        } catch (DoesNotFit
                | OutOfMemoryError full) { // the second only where somebody's share was thought smaller than it is
            progress.phase("beginning anew, in parts");
            exports.watchRejects(bytes -> {});
            exports.readForTheLastTime();
        }
        return new RunInParts(rules, exports, linked, asOf, ledger, objections, workers, progress, left).run();
    }

    private LinkedIds linked(RuleSet rules, Exports exports, long asOf, Allowance allowance) {
        progress.phase("reading");
        return new LinkReader(rules.sources(), exports, asOf, allowance, workers, progress).read();
    }

    private Result runInMemory(
            RuleSet rules, Exports exports, LinkedIds linked, long asOf, Ledger ledger, Allowance allowance) {
        Ranked ranked = rank(rules, exports, linked, asOf, allowance, "");
        LeadDirectory directory = ranked.read().directory();
        FollowingUp next = new FollowingUp(rules, ranked.ranking(), directory, ranked.contacts());
        Result.Sources sources = rules.followUp().acquisition() == null ? null : sources(next, ranked);
        Accounts by = rules.followUp().accounts();
        List<Account> accounts = by == null ? List.of() : accounts(next, by, allowance);
        Placements placements = place(rules, asOf, others(ledger, linked, ranked), ranked);
        return new Result(
                ranked.ranking(),
                ranked.ranking().ids(),
                ranked.ranking().census(),
                placements,
                sources,
                accounts,
                ranked.tallies(),
                ranked.rejects(),
                ranked.wrongValues(),
                ranked.ranking().isEmpty() ? List.of() : ranked.idle().names(),
                exports.oddities(),
                warnings(rules, exports, ranked),
                1,
                ranked.people().objections(),
                ranked.lookups());
    }

    private static List<String> warnings(RuleSet rules, Exports exports, Ranked ranked) {
        boolean isListed = rules.sources().contacts() != null;
        List<String> warnings = new ArrayList<>(SourceChecks.warnings(
                ranked.read().tallies(),
                isListed && SourceChecks.isMostlyKnown(ranked.tallies().get(0)),
                exports));
        warnings.addAll(LookupMatches.doubts(ranked.lookups()));
        warnings.addAll(ranked.people().identities().doubts());
        String twin =
                isListed ? ranked.read().directory().twin() : ranked.read().twin();
        CaseTwins.warning(rules, exports, twin).ifPresent(warnings::add);
        return warnings;
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

    private static Result.Sources sources(FollowingUp next, Ranked ranked) {
        Outcomes.Joined outcomes = ranked.outcomes();
        return new Result.Sources(next.sources(ranked.standings(), outcomes).rows(), outcomes != null);
    }

    /**
     * Reads the outcomes; null when the rules or exports have none.
     *
     * @param tallies takes that of the outcomes; {@code rejects} and {@code wrongValues} likewise
     */
    private Outcomes.@Nullable Joined outcomes(
            RuleSet rules,
            Exports exports,
            People people,
            long asOf,
            LeadDirectory leads,
            Allowance allowance,
            List<Tally> tallies,
            List<Reject> rejects,
            List<WrongValues> wrongValues) {
        OutcomeSource source = rules.sources().outcomes();
        if (source == null || exports.outcomes().isEmpty()) {
            return null;
        }
        Outcomes outcomes = Outcomes.of(source, allowance);
        OutcomeReader reader = new OutcomeReader(rules, source, people.objections(), asOf, outcomes);
        reader.read(exports.outcomes(), progress);
        Outcomes.Joined joined = outcomes.join(leads, people.identities(), asOf);
        List<Reject> rejected = redacted(people.objections(), reader.rejects());
        SourceChecks.requireReadable(List.of(reader.tally(joined)), rejected);
        exports.requireDecodable();
        tallies.add(reader.tally(joined));
        rejects.addAll(rejected);
        wrongValues.addAll(reader.wrongValues());
        return joined;
    }

    /**
     * Reads and ranks, and explains one lead's score; empty when there is no such lead, or it objected.
     *
     * @param lead its id, compared as those of the sources are
     * @param asOf as for {@link #run(RuleSet, Exports, long, Ledger)}
     * @param ledger the hand-offs and actions of earlier runs
     * @throws InputException as {@link #run(RuleSet, Exports, long, Ledger)} does, and when the contact list says that
     *     the lead became known only later
     */
    public Optional<Explained> explain(RuleSet rules, Exports exports, long asOf, String lead, Ledger ledger) {
        return explain(rules, exports, asOf, lead, ledger, Text.strip(lead));
    }

    /** Explains as {@link #explain(RuleSet, Exports, long, String, Ledger)} does, with a ledger without entries. */
    public Optional<Explained> explain(RuleSet rules, Exports exports, long asOf, String lead) {
        return explain(rules, exports, asOf, lead, Ledger.NONE);
    }

    /** Explains as {@link #explain(RuleSet, Exports, long, String, Ledger)} does; empty also when the lead became known only later. */
    public Optional<Explained> explainIfKnown(RuleSet rules, Exports exports, long asOf, String lead, Ledger ledger) {
        return explain(rules, exports, asOf, lead, ledger, "");
    }

    /** @param asked the lead for whom it is a failure not to be known yet; empty for none */
    private Optional<Explained> explain(
            RuleSet rules, Exports exports, long asOf, String lead, Ledger ledger, String asked) {
        LinkedIds linked = linked(rules, exports, asOf, Allowance.unlimited());
        Ranked ranked = rank(rules, exports, linked, asOf, Allowance.unlimited(), asked);
        LeadDirectory directory = ranked.read().directory();
        LeadName name = new LeadName(rules.sources().areIdsExact());
        name.set(Text.strip(lead));
        int found = directory.find(name);
        Identities identities = ranked.people().identities();
        int id = found < 0 ? identities.find(name) : LeadDirectory.UNKNOWN;
        int itsLead = id < 0 ? id : identities.lead(id, asOf);
        if (id >= 0 && itsLead >= 0) {
            name.set(identities.spelling(itsLead));
            found = directory.find(name);
        }
        if (found < 0) {
            return Optional.empty();
        }
        Explanation explanation = ranked.plan()
                .scorer()
                .explain(
                        ranked.contactPlan(),
                        ranked.contacts().verdict(found),
                        ranked.read().kept(),
                        found,
                        ranked.plan().isCustomer(ranked.outcomes(), found));
        Ranking ranking = ranked.ranking();
        int rank = ranking.rankOf(found);
        EventPlan plan = new EventPlan(rules, asOf);
        List<OwnEvent> events = events(exports, plan, ranked.people(), directory, found);
        return Optional.of(new Explained(
                rank,
                ranking.size(),
                directory.spelling(found),
                otherIds(ranked.people().identities(), directory.spelling(found), events),
                explanation,
                Evidence.of(rules.implicit(), plan, events),
                place(rules, asOf, others(ledger, linked, ranked), ranked).of(rank)));
    }

    /**
     * The objections, with all ids of the persons who objected.
     *
     * @param asOf as for {@link #run(RuleSet, Exports, long, Ledger)}
     */
    public Objections objecting(RuleSet rules, Exports exports, long asOf) {
        return linked(rules, exports, asOf, Allowance.unlimited()).objecting(objections);
    }

    /** Reads the logs once more, for the events of one lead. */
    private List<OwnEvent> events(Exports exports, EventPlan plan, People people, LeadDirectory directory, int lead) {
        return new LogReader<>(new OwnEventUse(plan, lead), directory, people, workers, Progress.NONE)
                .read(exports.logs())
                .kept();
    }

    /** The ids that lead to a lead, at one time or another. */
    private static List<OtherId> otherIds(Identities identities, String lead, List<OwnEvent> events) {
        int own = identities.find(lead);
        if (own < 0) {
            return List.of();
        }
        KnownPersons persons = identities.persons();
        BitSet ids = persons.idsOf(own);
        List<OtherId> others = new ArrayList<>();
        ids.stream().filter(id -> id != own).forEach(id -> {
            int link = persons.firstTo(id, ids);
            LongSummaryStatistics times = events.stream()
                    .filter(event -> event.origin() == id)
                    .mapToLong(OwnEvent::time)
                    .summaryStatistics();
            others.add(new OtherId(
                    identities.spelling(id),
                    identities.spelling(persons.to(link)),
                    persons.time(link),
                    (int) times.getCount(),
                    times.getMin(),
                    times.getMax()));
        });
        others.sort((one, other) -> Text.compareByCodePoint(one.id(), other.id()));
        return others;
    }

    /** The ledger without the entries of any id of those who objected. */
    private static Ledger others(Ledger ledger, LinkedIds linked, Ranked ranked) {
        return linked.isEmpty() ? ledger : ledger.without(ranked.people().objections()::include);
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

    private Ranked rank(
            RuleSet rules, Exports exports, LinkedIds linked, long asOf, Allowance allowance, String asked) {
        Objections objecting = linked.objecting(objections);
        EventPlan eventPlan = new EventPlan(rules, asOf);
        ContactPlan contactPlan = new ContactPlan(rules, rules.sources().idColumns());
        List<Tally> tallies = new ArrayList<>();
        List<Reject> rejects = new ArrayList<>();
        List<WrongValues> wrongValues = new ArrayList<>();

        progress.phase("reading");
        Listed listed = listed(
                rules, exports, objecting, linked, asOf, contactPlan, allowance, asked, tallies, rejects, wrongValues);
        if (!listed.asked().isEmpty()) {
            throw new InputException("'" + listed.asked()
                    + "' is no lead yet: by since, the contact became known later than the as-of time");
        }
        Contacts contacts = listed.contacts();
        People people = new People(objecting, linked.identities(rules.sources().contacts() != null, asOf));
        LogReader.Outcome<LeadStates> read =
                logs.read(allowance, eventPlan, people, listed.directory(), exports.logs());
        List<Reject> rejectedEvents = redacted(objecting, read.rejects());
        SourceChecks.requireReadable(read.tallies(), rejectedEvents);
        exports.requireDecodable();
        tallies.addAll(read.tallies());
        rejects.addAll(rejectedEvents);
        wrongValues.addAll(read.wrongValues());

        Outcomes.Joined outcomes =
                outcomes(rules, exports, people, asOf, read.directory(), allowance, tallies, rejects, wrongValues);
        List<Reject> rejectedLinks = redacted(objecting, linked.rejects());
        linked.tallies().forEach(tally -> SourceChecks.requireReadable(tally, rejectedLinks));
        tallies.addAll(linked.tallies());
        rejects.addAll(rejectedLinks);

        progress.phase("ranking");
        RankingPlan plan = new RankingPlan(rules, eventPlan);
        RankingPlan.Ordered leads = plan.rank(read.kept(), read.directory(), contacts, outcomes, workers);
        return new Ranked(
                contactPlan,
                contacts,
                plan,
                read,
                outcomes,
                leads.ranking(),
                leads.standings(),
                leads.idle(),
                people,
                tallies,
                rejects,
                wrongValues,
                listed.lookups());
    }

    /**
     * Reads the contact list, and leaves out the contacts that were not known yet.
     *
     * @param linked told which ids have a contact row
     * @param asked the id of a lead that is asked for; empty for none
     * @param tallies takes that of the list; {@code rejects} and {@code wrongValues} likewise
     */
    private Listed listed(
            RuleSet rules,
            Exports exports,
            Objections objecting,
            LinkedIds linked,
            long asOf,
            ContactPlan plan,
            Allowance allowance,
            String asked,
            List<Tally> tallies,
            List<Reject> rejects,
            List<WrongValues> wrongValues) {
        ContactSource source = rules.sources().contacts();
        int columns = rules.keptColumns().size();
        Contacts contacts = new Contacts(plan.onNobody(), columns, allowance);
        if (source == null) {
            return new Listed(null, contacts, "", List.of());
        }
        LeadDirectory directory = objecting.directory(allowance);
        ContactReader reader = new ContactReader(
                source,
                new ContactReader.View(plan, contacts, asOf),
                rules.keptColumns(),
                KnownSince.by(asOf, source),
                directory);
        reader.read(exports.contacts(), progress);
        tallies.add(reader.tally());
        rejects.addAll(redacted(objecting, reader.rejects()));
        wrongValues.addAll(reader.wrongValues());
        SourceChecks.requireReadable(reader.tally(), rejects);
        linked.markAll(directory);
        if (reader.later().count() == 0) {
            return new Listed(directory, contacts, "", reader.lookups());
        }
        boolean exact = rules.sources().areIdsExact();
        LeadName name = new LeadName(exact);
        name.set(asked);
        LeadDirectory known = objecting.directory(allowance);
        Contacts kept = new Contacts(plan.onNobody(), columns, allowance);
        reader.later().copyKnown(directory, contacts, exact, known, kept);
        return new Listed(known, kept, reader.isLater(name) ? asked : "", reader.lookups());
    }

    private static List<Reject> redacted(Objections objecting, List<Reject> rejects) {
        Redaction redaction = new Redaction(objecting);
        return rejects.stream().map(redaction::apply).toList();
    }
}
