package org.leadscore.report.earlier;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.leadscore.engine.files.Workers;
import org.leadscore.lead.TimeFormat;
import org.leadscore.report.earlier.PreviousRanking.Before;
import org.leadscore.report.file.ReportList;
import org.leadscore.report.table.Cells;
import org.leadscore.rules.Bucket;
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

    /** The most leads that are kept for {@link #movers}, in each direction. */
    public static final int MOST_MOVERS = 1000;

    /**
     * A lead that moved.
     *
     * @param rank in this ranking, from 1
     * @param before its score in the earlier ranking
     * @param placeBefore its bucket in the earlier ranking, or the word that stands for none
     */
    public record Mover(int rank, BigDecimal before, String placeBefore) {}

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

    /** The leads that moved. */
    private final Movement movement;

    /** The facts of the earlier ranking; null where they are not known. */
    private final ReportList.@Nullable Earlier earlier;

    /** The names of the buckets, the highest first. */
    private final List<String> buckets;

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
            boolean isKnown,
            Movement movement,
            ReportList.@Nullable Earlier earlier,
            List<String> buckets) {
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
        this.movement = movement;
        this.earlier = earlier;
        this.buckets = buckets;
    }

    /**
     * Compares all leads with an earlier ranking.
     *
     * @param since what messages call the earlier ranking
     * @param leads all leads of this run, in the order of their rank; may be asked from several threads at once
     * @param placed by rank, the lead's standing; asked only where stages are compared, from several threads at once
     * @param earlier the facts of the earlier ranking, as {@link #earlier} has them; null where they are not known
     * @param unspoken true for the id of a lead that is not to be named, though it was in the earlier ranking
     * @param threads at least one; the outcome is the same for any number
     */
    public static Changes between(
            String since,
            PreviousRanking previous,
            List<RankedLead> leads,
            IntFunction<Placed> placed,
            RuleSet rules,
            ReportList.@Nullable Earlier earlier,
            Predicate<String> unspoken,
            int threads) {
        String highest = rules.buckets().get(0).name();
        String lowest = rules.buckets().get(rules.buckets().size() - 1).name();
        @Nullable Before[] before = new Before[previous == PreviousRanking.NONE ? 0 : leads.size()];
        String[] places = new String[before.length];
        long[] values = new long[before.length];
        List<Stage> ofRules = rules.followUp().stages();
        boolean comparesStages = previous.hasStages() && !ofRules.isEmpty();
        List<String> buckets = rules.buckets().stream().map(Bucket::name).toList();
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
                        values[lead.rank() - 1] = lead.score().value();
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
        Movement movement =
                Movement.of(before, places, values, buckets, rules.scale().decimals());
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
                isKnown,
                movement,
                earlier,
                buckets);
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
     * Number of leads that went up: into a higher bucket, or in the same one to a higher score. Leads are compared that are in
     * both rankings, with a score, and are or were {@linkplain Status#SCORED scored}. To be in no bucket, or without data, is
     * lower than any bucket; where one of the two places is another, or a bucket that the rules do not have, the score alone
     * tells.
     */
    public int up() {
        return movement.up().count();
    }

    /** Number of leads that went down: into a lower bucket, or in the same one to a lower score. */
    public int down() {
        return movement.down().count();
    }

    /** Number of leads that were compared and have the same bucket and score as before. */
    public int unchanged() {
        return movement.unchanged();
    }

    /**
     * The leads that moved most: those that changed their bucket first, then those whose score changed most, then those of
     * the better rank.
     *
     * @param up for those that went {@link #up}; false for those that went {@link #down}
     * @param most how many at most; there are never more than {@link #MOST_MOVERS}
     */
    public List<Mover> movers(boolean up, int most) {
        List<Mover> movers = (up ? movement.up() : movement.down()).movers();
        return movers.subList(0, Math.min(most, movers.size()));
    }

    /** The place of a lead now, as {@link Mover#placeBefore} tells that of the earlier ranking. */
    public static String place(Score score) {
        return PreviousRanking.place(score);
    }

    /**
     * The score of a lead in the earlier ranking; null for one that was not in it, or whose score then is not known.
     *
     * @param rank in this ranking, from 1
     */
    public @Nullable BigDecimal before(int rank) {
        Before one = before.length == 0 ? null : before[rank - 1];
        return one == null || one.isNew() ? null : one.score();
    }

    /**
     * Number of leads of the earlier ranking by bucket: first the buckets of the rules, in their order, then such as only that
     * ranking has. Empty where it is not known.
     */
    public Map<String, Integer> bucketsBefore() {
        Map<String, Integer> counts = new LinkedHashMap<>();
        if (earlier != null) {
            buckets.forEach(bucket -> counts.put(bucket, 0));
            counts.putAll(earlier.buckets());
        }
        return counts;
    }

    /** Number of leads that the earlier ranking handed over; empty where it does not tell. */
    public OptionalInt handedOverBefore() {
        return known(earlier == null ? -1 : earlier.handedOver());
    }

    /** Number of leads that waited in the earlier ranking for being handed over; empty where it does not tell. */
    public OptionalInt waitingBefore() {
        return known(earlier == null ? -1 : earlier.waiting());
    }

    /** The as-of time of the earlier ranking, in milliseconds since 1970 UTC, or {@link TimeFormat#NONE}. */
    public long asOfBefore() {
        return earlier == null ? TimeFormat.NONE : earlier.asOf();
    }

    /** The facts of the earlier ranking, to be kept for another run of the same day; null where they are not known. */
    public ReportList.@Nullable Earlier earlier() {
        return earlier;
    }

    private static OptionalInt known(int count) {
        return count < 0 ? OptionalInt.empty() : OptionalInt.of(count);
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
