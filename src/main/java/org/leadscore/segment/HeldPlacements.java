package org.leadscore.segment;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;
import org.leadscore.lead.ZoneDays;
import org.leadscore.rules.Action;
import org.leadscore.rules.FollowUp;
import org.leadscore.rules.RuleSet;
import org.leadscore.segment.Ledger.Entry;

/** Placements of leads that are held in memory. */
final class HeldPlacements implements Placements {

    private final FollowUp followUp;
    private final Standings standings;
    private final Placement placement;
    private final int leads;
    private final IntUnaryOperator byRank;

    private HeldPlacements(
            FollowUp followUp, Standings standings, Placement placement, int leads, IntUnaryOperator byRank) {
        this.followUp = followUp;
        this.standings = standings;
        this.placement = placement;
        this.leads = leads;
        this.byRank = byRank;
    }

    static Placements of(
            RuleSet rules,
            long asOf,
            Standings standings,
            int leads,
            IntUnaryOperator byRank,
            Map<Integer, List<Entry>> remembered,
            Ledger ledger) {
        Placement placement =
                Placement.of(rules.followUp(), rules.timezone(), asOf, standings, leads, byRank, remembered, ledger);
        return new HeldPlacements(rules.followUp(), standings, placement, leads, byRank);
    }

    static Placements none() {
        Standings nobody = new Standings(FollowUp.NONE, 0);
        ZoneDays utc = new ZoneDays(ZoneOffset.UTC);
        Placement placement = Placement.of(FollowUp.NONE, utc, 0, nobody, 0, rank -> rank, Map.of(), Ledger.NONE);
        return new HeldPlacements(FollowUp.NONE, nobody, placement, 0, rank -> rank);
    }

    @Override
    public int size() {
        return leads;
    }

    @Override
    public Placed of(int rank) {
        int lead = lead(rank);
        List<Action> actions = List.of(); // as most leads have none
        for (int i = 0; i < followUp.actions().size(); i++) {
            if (placement.gets(lead, i)) {
                actions = actions.isEmpty() ? new ArrayList<>() : actions;
                actions.add(followUp.actions().get(i));
            }
        }
        return new Placed(standings.of(lead), placement.handOver(lead), actions);
    }

    @Override
    public List<Integer> handedOver() {
        return ranks(lead -> placement.handOver(lead) instanceof HandOver.Yes);
    }

    @Override
    public List<Integer> getting(int action) {
        return ranks(lead -> placement.gets(lead, action));
    }

    @Override
    public List<Integer> in(int segment) {
        return ranks(lead -> standings.isIn(lead, segment));
    }

    @Override
    public List<Entry> done(IntFunction<String> ids) {
        List<Entry> done = new ArrayList<>();
        for (int rank = 1; rank <= leads; rank++) {
            int index = rank;
            placement.addDone(lead(rank), () -> ids.apply(index), done);
        }
        return done;
    }

    @Override
    public int countDone() {
        int count = 0;
        for (int lead = 0; lead < leads; lead++) {
            count += placement.countDone(lead);
        }
        return count;
    }

    @Override
    public @Nullable String source(int rank) {
        return standings.source(lead(rank));
    }

    @Override
    public FollowUpCensus census() {
        FollowUpTally tally = new FollowUpTally(followUp);
        for (int lead = 0; lead < leads; lead++) {
            tally.add(lead, standings, placement);
        }
        return tally.census(placement);
    }

    private List<Integer> ranks(IntPredicate leads) {
        List<Integer> ranks = new ArrayList<>();
        for (int rank = 1; rank <= size(); rank++) {
            if (leads.test(lead(rank))) {
                ranks.add(rank);
            }
        }
        return ranks;
    }

    private int lead(int rank) {
        return byRank.applyAsInt(rank - 1);
    }
}
