package org.leadscore.report;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.leadscore.engine.Workers;
import org.leadscore.report.PreviousRanking.Before;
import org.leadscore.rules.RuleSet;
import org.leadscore.score.RankedLead;
import org.leadscore.score.Score;

/** What changed since an earlier ranking, lead by lead and as a whole. Immutable; may be asked from several threads. */
public final class Changes {

    static final List<String> COLUMNS = List.of("previous_score", "change", "moved");

    /** Leads of which a thread compares as many at once. */
    private static final int SLICE = 1024;

    private final String since;

    /** By rank; null for who was not there. Nobody, where there is nothing to compare with. */
    private final @Nullable Before[] before;

    private final int decimals;
    private final List<String> risen;
    private final List<String> fallen;
    private final List<String> gone;
    private final int appeared;
    private final boolean isKnown;

    private Changes(
            String since,
            @Nullable Before[] before,
            int decimals,
            List<String> risen,
            List<String> fallen,
            List<String> gone,
            int appeared,
            boolean isKnown) {
        this.since = since;
        this.before = before;
        this.decimals = decimals;
        this.risen = List.copyOf(risen);
        this.fallen = List.copyOf(fallen);
        this.gone = List.copyOf(gone);
        this.appeared = appeared;
        this.isKnown = isKnown;
    }

    /**
     * Compares all leads.
     *
     * @param since what messages call the earlier ranking
     * @param leads all of this run, in the order of their rank; may be asked from several threads at once
     * @param unspoken ids of leads who are not to be told of, though they were in the earlier ranking
     * @param threads at least one; what comes out is the same
     */
    public static Changes between(
            String since,
            PreviousRanking previous,
            List<RankedLead> leads,
            RuleSet rules,
            Predicate<String> unspoken,
            int threads) {
        String highest = rules.buckets().get(0).name();
        String lowest = rules.buckets().get(rules.buckets().size() - 1).name();
        @Nullable Before[] before = new Before[previous == PreviousRanking.NONE ? 0 : leads.size()];
        String[] places = new String[before.length];
        Map<String, String> goneBefore = new LinkedHashMap<>();
        previous.gone().forEach(lead -> goneBefore.put(previous.key(lead), lead));
        List<Set<String>> back = new Workers(threads)
                .share((before.length + SLICE - 1) / SLICE, HashSet<String>::new, (ofThread, slice) -> {
                    int end = Math.min(before.length, (slice + 1) * SLICE);
                    for (RankedLead lead : leads.subList(slice * SLICE, end)) {
                        String key = previous.key(lead.lead());
                        before[lead.rank() - 1] = previous.of(key);
                        places[lead.rank() - 1] = PreviousRanking.place(lead.score());
                        if (goneBefore.containsKey(key)) {
                            ofThread.add(key);
                        }
                    }
                });
        back.forEach(goneBefore.keySet()::removeAll);
        List<Integer> risen = new ArrayList<>();
        List<Integer> fallen = new ArrayList<>();
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
        }
        return new Changes(
                since,
                before,
                rules.scale().decimals(),
                ids(risen, leads),
                ids(fallen, leads),
                gone(previous, before, goneBefore, unspoken),
                appeared,
                isKnown);
    }

    private static List<String> ids(List<Integer> places, List<RankedLead> leads) {
        return places.stream().map(place -> leads.get(place).lead()).toList();
    }

    /**
     * Ids of those who are not there any more.
     *
     * @param before those of the earlier ranking who still are
     * @param goneBefore ids of those who were gone by then and still are, by how ids are compared
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
    String since() {
        return since;
    }

    /** False when there was nothing to compare with. */
    boolean isKnown() {
        return isKnown;
    }

    /** Ids of those who came into the highest bucket, in the order of rank. */
    List<String> risen() {
        return risen;
    }

    /** Ids of those who fell into the lowest bucket, in the order of rank. */
    List<String> fallen() {
        return fallen;
    }

    /** Ids of those who were in the earlier ranking and are not in this one. */
    public List<String> gone() {
        return gone;
    }

    /** How many were not in the earlier ranking. */
    int appeared() {
        return appeared;
    }

    /** Writes the lead's cells of {@link #COLUMNS}. */
    void write(CsvTable table, RankedLead lead) throws IOException {
        Score score = lead.score();
        Before one = before.length == 0 ? null : before[lead.rank() - 1];
        boolean isNew = before.length > 0 && (one == null || one.isNew());
        BigDecimal scoreBefore = one == null ? null : one.score();
        if (isNew || one == null || scoreBefore == null) {
            table.plain("");
            table.plain("");
            table.plain(isNew ? PreviousRanking.NEW : "");
            return;
        }
        BigDecimal change = BigDecimal.valueOf(score.value(), decimals).subtract(scoreBefore);
        String place = PreviousRanking.place(score);
        table.number(scoreBefore.toPlainString());
        table.number(change.toPlainString());
        table.text(one.place().equals(place) ? "" : one.place() + PreviousRanking.MOVED_TO + place);
    }
}
