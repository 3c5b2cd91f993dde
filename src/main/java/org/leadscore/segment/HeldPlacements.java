package org.leadscore.segment;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;
import org.leadscore.lead.Utf8Slice;
import org.leadscore.lead.ZoneDays;
import org.leadscore.rules.RuleSet;
import org.leadscore.rules.next.Action;
import org.leadscore.rules.next.FollowUp;
import org.leadscore.segment.Ledger.Entry;

/**
 * Placements of leads that are held in memory. Each lead is asked once for its standing; the outcomes are kept by rank.
 */
final class HeldPlacements implements Placements {

    private static final int AT_ONCE = 256;

    private final FollowUp followUp;
    private final Standings standings;

    /** Number of leads. */
    private final int leads;

    /** The number of the lead of each rank, counted from 0. */
    private final IntUnaryOperator byRank;

    /** The ledger's entries of each lead that has any, by the lead's number. */
    private final Map<Integer, List<Entry>> remembered;

    private final StreamedPlacement dealing;

    /** By the rank, counted from 0; empty where nobody is ever handed over. */
    private final HandOver[] handOvers;

    /** By action, who gets it, likewise by the rank. */
    private final BitSet[] getting;

    /** By segment, who is in it. */
    private final BitSet[] segments;

    /** Sum of all that was only read to bring it near; never of meaning. */
    private long touched;

    private HeldPlacements(
            FollowUp followUp,
            Standings standings,
            int leads,
            IntUnaryOperator byRank,
            Map<Integer, List<Entry>> remembered,
            StreamedPlacement dealing) {
        this.followUp = followUp;
        this.standings = standings;
        this.leads = leads;
        this.byRank = byRank;
        this.remembered = remembered;
        this.dealing = dealing;
        handOvers = new HandOver[followUp.handOff() == null ? 0 : leads];
        getting = followUp.actions().stream().map(any -> new BitSet(leads)).toArray(BitSet[]::new);
        segments = followUp.segments().stream().map(any -> new BitSet(leads)).toArray(BitSet[]::new);
    }

    static Placements of(
            RuleSet rules,
            long asOf,
            Standings standings,
            int leads,
            IntUnaryOperator byRank,
            Map<Integer, List<Entry>> remembered,
            Ledger ledger) {
        FollowUp followUp = rules.followUp();
        StreamedPlacement dealing = new StreamedPlacement(
                followUp, StreamedPlacement.names(rules), rules.timezone(), asOf, standings, ledger);
        HeldPlacements placements = new HeldPlacements(followUp, standings, leads, byRank, remembered, dealing);
        if (!followUp.isNone()) {
            for (int from = 0; from < leads; from += AT_ONCE) {
                placements.place(from, Math.min(leads, from + AT_ONCE));
            }
        }
        return placements;
    }

    static Placements none() {
        Standings nobody = new Standings(FollowUp.NONE, 0);
        StreamedPlacement dealing =
                new StreamedPlacement(FollowUp.NONE, List.of(), new ZoneDays(ZoneOffset.UTC), 0, nobody, Ledger.NONE);
        return new HeldPlacements(FollowUp.NONE, nobody, 0, rank -> rank, Map.of(), dealing);
    }

    /** Deals to some leads; a little of each standing is read first, so that the waits for memory overlap. */
    private void place(int from, int to) {
        for (int index = from; index < to; index++) {
            touched += standings.touch(byRank.applyAsInt(index));
        }
        for (int index = from; index < to; index++) {
            place(index);
        }
    }

    private void place(int index) {
        int lead = byRank.applyAsInt(index);
        dealing.next(lead, remembered(lead));
        if (handOvers.length > 0) {
            handOvers[index] = dealing.handOver();
        }
        for (int i = 0; i < getting.length; i++) {
            if (dealing.gets(i)) {
                getting[i].set(index);
            }
        }
        for (int i = 0; i < segments.length; i++) {
            if (dealing.isIn(i)) {
                segments[i].set(index);
            }
        }
    }

    @Override
    public int size() {
        return leads;
    }

    @Override
    public Placed of(int rank) {
        int index = rank - 1;
        List<Action> actions = List.of(); // as most leads have none
        for (int i = 0; i < followUp.actions().size(); i++) {
            if (getting[i].get(index)) {
                actions = actions.isEmpty() ? new ArrayList<>() : actions;
                actions.add(followUp.actions().get(i));
            }
        }
        return new Placed(standings.of(byRank.applyAsInt(index)), handOver(index), actions);
    }

    @Override
    public List<Integer> handedOver() {
        return ranks(areHandedOver());
    }

    @Override
    public List<Integer> getting(int action) {
        return ranks(getting[action]);
    }

    @Override
    public List<Integer> in(int segment) {
        return ranks(segments[segment]);
    }

    @Override
    public List<Entry> done(IntFunction<Utf8Slice> ids) {
        BitSet dealtTo = areHandedOver();
        for (BitSet of : getting) {
            dealtTo.or(of);
        }
        List<Entry> done = new ArrayList<>();
        dealtTo.stream()
                .forEach(index -> dealing.addDone(
                        handOver(index),
                        action -> getting[action].get(index),
                        remembered(byRank.applyAsInt(index)),
                        ids.apply(index + 1),
                        done));
        return done;
    }

    @Override
    public int countDone() {
        return dealing.countDone();
    }

    @Override
    public FollowUpCensus census() {
        return dealing.census();
    }

    /** A figure without meaning, whose use keeps the compiler from leaving out the touching of memory. */
    long touched() {
        return touched;
    }

    private HandOver handOver(int index) {
        return handOvers.length == 0 ? HandOver.NO : handOvers[index];
    }

    private BitSet areHandedOver() {
        BitSet handedOver = new BitSet(leads);
        for (int index = 0; index < handOvers.length; index++) {
            if (handOvers[index].kind().isHandedOver()) {
                handedOver.set(index);
            }
        }
        return handedOver;
    }

    private List<Entry> remembered(int lead) {
        return remembered.isEmpty() ? List.of() : remembered.getOrDefault(lead, List.of());
    }

    private static List<Integer> ranks(BitSet indexes) {
        List<Integer> ranks = new ArrayList<>(indexes.cardinality());
        for (int index = indexes.nextSetBit(0); index >= 0; index = indexes.nextSetBit(index + 1)) {
            ranks.add(index + 1);
        }
        return ranks;
    }
}
