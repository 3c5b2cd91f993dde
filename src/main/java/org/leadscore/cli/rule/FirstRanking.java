package org.leadscore.cli.rule;

import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.leadscore.cli.run.Surroundings;
import org.leadscore.engine.Engine;
import org.leadscore.engine.files.Exports;
import org.leadscore.engine.files.Progress;
import org.leadscore.engine.leads.Objections;
import org.leadscore.engine.leads.Result;
import org.leadscore.engine.parts.MemoryBudget;
import org.leadscore.engine.parts.TooLittleMemory;
import org.leadscore.engine.probe.ExportReader;
import org.leadscore.lead.ZoneDays;
import org.leadscore.problem.InputException;
import org.leadscore.rules.RuleSet;
import org.leadscore.rules.file.RuleFile;
import org.leadscore.score.point.RankedLead;
import org.leadscore.spill.SpillPlace;

/**
 * The ranking that a first rule file gives, by the beginning of its exports. Made by {@link InitJob}, which tells the user
 * when it ranks nobody before anybody else.
 *
 * @param leads number of leads in it
 * @param isFlat whether all leads have the same score and status
 * @param asOf the day behind the newest event, for a ranking that is flat today and not on that day; empty otherwise
 * @param problem the reason why there is no ranking; empty when there is one
 */
record FirstRanking(int leads, boolean isFlat, String asOf, String problem) {

    /** About the number of bytes of each file that are looked at, as for the rules. */
    private static final long BEGINNING = 1 << 22;

    /** The age of the newest event, in milliseconds, from which it is the age that makes a ranking flat. */
    private static final long WEEK = 7 * ZoneDays.DAY;

    /** Scores the beginning of the exports by the rule file, as of now and, if that tells nobody apart, of the newest event. */
    static FirstRanking of(Path file, Surroundings surroundings) {
        RuleSet rules = RuleFile.read(file).rules();
        long now = surroundings.clock().millis();
        try {
            FirstRanking today = as(rules, file, surroundings, now);
            long newest = today.isFlat() && today.leads() > 1 ? newest(rules, file, surroundings, now) : Long.MIN_VALUE;
            if (newest == Long.MIN_VALUE || now - newest < WEEK) {
                return today;
            }
            FirstRanking then = as(rules, file, surroundings, newest);
            String day = Instant.ofEpochMilli(newest + ZoneDays.DAY).toString().substring(0, 10);
            return then.isFlat() ? today : new FirstRanking(then.leads(), true, day, "");
        } catch (InputException | TooLittleMemory unusable) {
            return new FirstRanking(0, false, "", String.valueOf(unusable.getMessage()));
        }
    }

    private static FirstRanking as(RuleSet rules, Path file, Surroundings surroundings, long asOf) {
        int threads = Runtime.getRuntime().availableProcessors();
        try (Exports exports = open(rules, file, surroundings);
                SpillPlace place = SpillPlace.ofSystem()) {
            MemoryBudget room = MemoryBudget.within(surroundings.heap(), threads, place);
            Result result =
                    Engine.within(room, threads, Progress.NONE, Objections.NONE).run(rules, exports, asOf);
            Set<List<Object>> standings = new HashSet<>();
            int leads = 0;
            for (RankedLead lead : result.leads()) {
                leads++;
                standings.add(List.of(lead.score().status(), lead.score().value()));
            }
            return new FirstRanking(leads, standings.size() <= 1, "", "");
        }
    }

    private static long newest(RuleSet rules, Path file, Surroundings surroundings, long now) {
        try (Exports exports = open(rules, file, surroundings)) {
            return new ExportReader(rules, now).read(exports).newest();
        }
    }

    private static Exports open(RuleSet rules, Path file, Surroundings surroundings) {
        Exports exports = Exports.withOutcomes(rules.sources(), rules.conversions(), file, surroundings.in());
        exports.readAtMost(BEGINNING);
        return exports;
    }

    /**
     * The sentence for a ranking that tells nobody apart, or has a single lead; empty for one that does.
     *
     * @param missing words for what would tell leads apart
     */
    Optional<String> sentence(String missing) {
        if (!problem.isEmpty()) {
            return Optional.of("the rules were not tried on the exports: " + problem);
        }
        if (!asOf.isEmpty()) {
            return Optional.of("what was done is so long ago that it gives no points today; the newest event is of "
                    + asOf + ": score as of that day, or give newer logs");
        }
        if (leads == 0) {
            return Optional.of("no lead could be scored; " + missing);
        }
        if (leads == 1) {
            return Optional.of(
                    "only one lead is in what was looked at, and there is nobody to rank it against; give the whole export; then "
                            + missing);
        }
        return isFlat
                ? Optional.of(String.format(
                        Locale.ROOT,
                        "all of the %,d leads that were looked at have the same score, as nothing in these files tells them apart; %s",
                        leads,
                        missing))
                : Optional.empty();
    }

    /** The option of {@code score} that the exports need, with a blank before it; empty where none is. */
    String option() {
        return asOf.isEmpty() ? "" : " --as-of " + asOf;
    }
}
