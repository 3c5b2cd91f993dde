package org.leadscore.report;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.leadscore.report.PreviousRanking.Before;
import org.leadscore.rules.RuleSet;
import org.leadscore.score.RankedLead;
import org.leadscore.score.Score;

/** What changed since an earlier ranking, lead by lead and as a whole. Immutable; may be asked from several threads. */
public final class Changes {

    static final List<String> COLUMNS = List.of("previous_score", "change", "moved");

    private final String since;
    private final PreviousRanking previous;
    private final int decimals;
    private final List<String> risen;
    private final List<String> fallen;
    private final List<String> gone;
    private final int appeared;
    private final boolean isKnown;

    private Changes(
            String since,
            PreviousRanking previous,
            int decimals,
            List<String> risen,
            List<String> fallen,
            List<String> gone,
            int appeared,
            boolean isKnown) {
        this.since = since;
        this.previous = previous;
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
     * @param leads all of this run, in the order of their rank
     * @param unspoken ids of leads who are not to be told of, though they were in the earlier ranking
     */
    public static Changes between(
            String since, PreviousRanking previous, List<RankedLead> leads, RuleSet rules, Predicate<String> unspoken) {
        String highest = rules.buckets().get(0).name();
        String lowest = rules.buckets().get(rules.buckets().size() - 1).name();
        Map<String, Before> left = new LinkedHashMap<>(previous.leads());
        Map<String, String> gone = new LinkedHashMap<>();
        previous.gone().forEach(lead -> gone.put(previous.key(lead), lead));
        List<String> risen = new ArrayList<>();
        List<String> fallen = new ArrayList<>();
        int appeared = 0;
        boolean isKnown = false;
        for (RankedLead lead : leads) {
            Before before = left.remove(previous.key(lead.lead()));
            gone.remove(previous.key(lead.lead()));
            String place = PreviousRanking.place(lead.score());
            boolean isNew = previous != PreviousRanking.NONE && (before == null || before.isNew());
            appeared += isNew ? 1 : 0;
            if (!isNew && (before == null || before.score() == null)) {
                continue;
            }
            isKnown = true;
            String placeBefore = isNew || before == null ? "" : before.place();
            if (place.equals(highest) && !placeBefore.equals(highest)) {
                risen.add(lead.lead());
            }
            if (place.equals(lowest) && !placeBefore.isEmpty() && !placeBefore.equals(lowest)) {
                fallen.add(lead.lead());
            }
        }
        left.forEach((key, before) -> {
            if (!before.isNew()) {
                gone.put(key, before.lead());
            }
        });
        gone.values().removeIf(unspoken);
        return new Changes(
                since,
                previous,
                rules.scale().decimals(),
                risen,
                fallen,
                List.copyOf(gone.values()),
                appeared,
                isKnown);
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
        Before before = previous.of(lead.lead());
        boolean isNew = previous != PreviousRanking.NONE && (before == null || before.isNew());
        BigDecimal scoreBefore = before == null ? null : before.score();
        if (isNew || before == null || scoreBefore == null) {
            table.plain("");
            table.plain("");
            table.plain(isNew ? PreviousRanking.NEW : "");
            return;
        }
        BigDecimal change = BigDecimal.valueOf(score.value(), decimals).subtract(scoreBefore);
        String place = PreviousRanking.place(score);
        table.number(scoreBefore.toPlainString());
        table.number(change.toPlainString());
        table.text(before.place().equals(place) ? "" : before.place() + PreviousRanking.MOVED_TO + place);
    }
}
