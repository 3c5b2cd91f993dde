package org.leadscore.report.earlier;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.leadscore.engine.files.Workers;
import org.leadscore.report.earlier.PreviousRanking.Before;
import org.leadscore.report.table.Cells;
import org.leadscore.rules.RuleSet;
import org.leadscore.rules.next.Stage;
import org.leadscore.score.point.RankedLead;
import org.leadscore.score.point.Score;
import org.leadscore.score.point.Status;
import org.leadscore.segment.Placed;

/**
 * The changes since an earlier ranking, lead by lead and as a whole. Made for a run with {@code --previous}, taken by
 * the writers of the ranking and the summary. Immutable; may be asked from several threads.
 */
public final class Changes {

    public static final List<String> COLUMNS = List.of("previous_score", "change", "moved");

    /** Number of leads that a thread compares at once. */
    private static final int SLICE = 1024;

    /** The earlier ranking, as messages call it. */
    private final String since;

    /**
     * The lead in the earlier ranking, by rank counted from 0; null for a lead that was not in it. Empty where there is
     * nothing to compare with.
     */
    private final @Nullable Before[] before;

    /** Decimals of scores. */
    private final int decimals;

    /** Tells whether both rankings have stages. */
    private final boolean comparesStages;

    /** Ids of the leads that came into the highest bucket. */
    private final List<String> risen;

    /** Ids of the leads that fell into the lowest bucket. */
    private final List<String> fallen;

    /** Ids of the scored leads that came into the first stage. */
    private final List<String> advanced;

    /** Ids of the scored leads that fell back into the last stage. */
    private final List<String> receded;

    /** Ids of the leads that are not in this ranking any more. */
    private final List<String> gone;

    /** Number of leads that were not in the earlier ranking. */
    private final int appeared;

    /** Tells whether any lead could be compared. */
    private final boolean isKnown;

    private Changes(
            String since,
            @Nullable Before[] before,
            int decimals,
            boolean comparesStages,
            List<String> risen,
            List<String> fallen,
            List<String> advanced,
            List<String> receded,
            List<String> gone,
            int appeared,
            boolean isKnown) {
        this.since = since;
        this.before = before;
        this.decimals = decimals;
        this.comparesStages = comparesStages;
        this.risen = List.copyOf(risen);
        this.fallen = List.copyOf(fallen);
        this.advanced = List.copyOf(advanced);
        this.receded = List.copyOf(receded);
        this.gone = List.copyOf(gone);
        this.appeared = appeared;
        this.isKnown = isKnown;
    }

    /**
     * Compares all leads with an earlier ranking.
     *
     * @param since what messages call the earlier ranking
     * @param leads all leads of this run, in the order of their rank; may be asked from several threads at once
     * @param placed by rank, the lead's standing; asked only where stages are compared, from several threads at once
     * @param unspoken true for the id of a lead that is not to be named, though it was in the earlier ranking
     * @param threads at least one; the outcome is the same for any number
     */
    public static Changes between(
            String since,
            PreviousRanking previous,
            List<RankedLead> leads,
            IntFunction<Placed> placed,
            RuleSet rules,
            Predicate<String> unspoken,
            int threads) {
        String highest = rules.buckets().get(0).name();
        String lowest = rules.buckets().get(rules.buckets().size() - 1).name();
        @Nullable Before[] before = new Before[previous == PreviousRanking.NONE ? 0 : leads.size()];
        String[] places = new String[before.length];
        List<Stage> ofRules = rules.followUp().stages();
        boolean comparesStages = previous.hasStages() && !ofRules.isEmpty();
        String firstStage = comparesStages ? ofRules.get(0).name() : "";
        String lastStage = comparesStages ? ofRules.get(ofRules.size() - 1).name() : "";
        String[] stages = new String[comparesStages ? before.length : 0];
        Map<String, String> goneBefore = new LinkedHashMap<>();
        previous.gone().forEach(lead -> goneBefore.put(previous.key(lead), lead));
        List<Set<String>> back = new Workers(threads)
                .share((before.length + SLICE - 1) / SLICE, HashSet<String>::new, (ofThread, slice) -> {
                    int end = Math.min(before.length, (slice + 1) * SLICE);
                    for (RankedLead lead : leads.subList(slice * SLICE, end)) {
                        String key = previous.key(lead.lead());
                        before[lead.rank() - 1] = previous.of(key);
                        places[lead.rank() - 1] = PreviousRanking.place(lead.score());
                        if (comparesStages) {
                            stages[lead.rank() - 1] = stage(lead.score(), placed.apply(lead.rank()));
                        }
                        if (goneBefore.containsKey(key)) {
                            ofThread.add(key);
                        }
                    }
                });
        back.forEach(goneBefore.keySet()::removeAll);
        List<Integer> risen = new ArrayList<>();
        List<Integer> fallen = new ArrayList<>();
        List<Integer> advanced = new ArrayList<>();
        List<Integer> receded = new ArrayList<>();
        int appeared = 0;
        boolean isKnown = false;
        for (int i = 0; i < before.length; i++) {
            Before one = before[i];
            boolean isNew = one == null || one.isNew();
            appeared += isNew ? 1 : 0;
            if (!isNew && one.score() == null) {
                continue;
            }
            isKnown = true;
            String placeBefore = isNew ? "" : one.place();
            if (places[i].equals(highest) && !placeBefore.equals(highest)) {
                risen.add(i);
            }
            if (places[i].equals(lowest) && !isNew && !placeBefore.equals(lowest)) {
                fallen.add(i);
            }
            if (comparesStages) {
                String stageBefore = isNew ? "" : one.stage();
                if (stages[i].equals(firstStage) && !stageBefore.equals(firstStage)) {
                    advanced.add(i);
                } else if (stages[i].equals(lastStage) && !isNew && !stageBefore.equals(lastStage)) {
                    receded.add(i);
                }
            }
        }
        return new Changes(
                since,
                before,
                rules.scale().decimals(),
                comparesStages,
                ids(risen, leads),
                ids(fallen, leads),
                ids(advanced, leads),
                ids(receded, leads),
                gone(previous, before, goneBefore, unspoken),
                appeared,
                isKnown);
    }

    /** The stage of a scored lead; empty for one in none, and for all others, whom nobody calls. */
    private static String stage(Score score, Placed placed) {
        return score.status() == Status.SCORED ? word(placed.standing().stage()) : "";
    }

    private static String word(@Nullable String stage) {
        return stage == null ? "" : stage;
    }

    private static List<String> ids(List<Integer> places, List<RankedLead> leads) {
        return places.stream().map(place -> leads.get(place).lead()).toList();
    }

    /**
     * The ids of leads of the earlier ranking that are not in this one.
     *
     * @param before the leads of the earlier ranking that still are, by rank
     * @param goneBefore ids of the leads that were gone by then and still are, by the form in which ids are compared
     */
    private static List<String> gone(
            PreviousRanking previous,
            @Nullable Before[] before,
            Map<String, String> goneBefore,
            Predicate<String> unspoken) {
        BitSet found = new BitSet(previous.leads().size());
        for (Before one : before) {
            if (one != null) {
                found.set(one.number());
            }
        }
        Map<String, String> gone = new LinkedHashMap<>(goneBefore);
        for (Before one : previous.leads()) {
            if (!found.get(one.number()) && !one.isNew()) {
                gone.put(previous.key(one.lead()), one.lead());
            }
        }
        gone.values().removeIf(unspoken);
        return List.copyOf(gone.values());
    }

    /** The earlier ranking, as the user named it. */
    public String since() {
        return since;
    }

    /** True when any lead could be compared with the earlier ranking. */
    public boolean isKnown() {
        return isKnown;
    }

    /** Ids of the leads that came into the highest bucket, in the order of rank. */
    public List<String> risen() {
        return risen;
    }

    /** Ids of the leads that fell into the lowest bucket, in the order of rank. */
    public List<String> fallen() {
        return fallen;
    }

    /** True when both rankings have stages. */
    public boolean comparesStages() {
        return comparesStages;
    }

    /** Ids of the scored leads that came into the first stage, in the order of rank. */
    public List<String> advanced() {
        return advanced;
    }

    /** Ids of the scored leads that fell back into the last stage, in the order of rank. */
    public List<String> receded() {
        return receded;
    }

    /** Ids of the leads that were in the earlier ranking and are not in this one. */
    public List<String> gone() {
        return gone;
    }

    /** Number of leads that were not in the earlier ranking. */
    public int appeared() {
        return appeared;
    }

    /**
     * Writes the lead's cells of {@link #COLUMNS}.
     *
     * @param stage of the lead; null for none
     */
    public void write(Cells table, RankedLead lead, @Nullable String stage) throws IOException {
        Score score = lead.score();
        Before one = before.length == 0 ? null : before[lead.rank() - 1];
        boolean isNew = before.length > 0 && (one == null || one.isNew());
        BigDecimal scoreBefore = one == null ? null : one.score();
        if (isNew || one == null || scoreBefore == null) {
            table.plain("");
            table.plain("");
            table.plain(isNew ? Moved.NEW : "");
            return;
        }
        BigDecimal change = BigDecimal.valueOf(score.value(), decimals).subtract(scoreBefore);
        table.number(scoreBefore.toPlainString());
        table.number(change.toPlainString());
        String stageBefore = comparesStages ? one.stage() : word(stage);
        table.text(new Moved(one.place(), stageBefore).to(PreviousRanking.place(score), word(stage)));
    }
}
