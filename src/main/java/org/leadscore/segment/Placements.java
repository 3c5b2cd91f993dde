package org.leadscore.segment;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;
import org.leadscore.lead.Text;
import org.leadscore.lead.ZoneDays;
import org.leadscore.rules.Action;
import org.leadscore.rules.FollowUp;
import org.leadscore.rules.HandOff;
import org.leadscore.rules.Interest;
import org.leadscore.rules.RuleSet;
import org.leadscore.rules.Segment;
import org.leadscore.rules.Stage;
import org.leadscore.segment.Ledger.Entry;
import org.leadscore.segment.Ledger.Kind;

/**
 * Where every lead stands and what happens next with it, by rank, counted from 1. Immutable once made; may be asked from
 * several threads.
 */
public final class Placements {

    /** The name that the ledger has for a hand-off; a rule file has only one. */
    static final String HAND_OFF = "";

    /** Of no leads. */
    public static final Placements NONE = none();

    private final FollowUp followUp;
    private final long asOf;
    private final Standings standings;
    private final Placement placement;
    private final int leads;
    private final IntUnaryOperator byRank;

    private Placements(
            FollowUp followUp,
            long asOf,
            Standings standings,
            Placement placement,
            int leads,
            IntUnaryOperator byRank) {
        this.followUp = followUp;
        this.asOf = asOf;
        this.standings = standings;
        this.placement = placement;
        this.leads = leads;
        this.byRank = byRank;
    }

    /**
     * Hands over and finds actions.
     *
     * @param asOf milliseconds since 1970 UTC
     * @param standings of all leads
     * @param byRank the number of the lead of each rank, counted from 0
     * @param remembered what the ledger has of each lead, by the lead's number
     */
    public static Placements of(
            RuleSet rules,
            long asOf,
            Standings standings,
            int leads,
            IntUnaryOperator byRank,
            Map<Integer, List<Entry>> remembered) {
        Placement placement =
                Placement.of(rules.followUp(), rules.timezone(), asOf, standings, leads, byRank, remembered);
        return new Placements(rules.followUp(), asOf, standings, placement, leads, byRank);
    }

    private static Placements none() {
        Standings nobody = new Standings(FollowUp.NONE, 0);
        ZoneDays utc = new ZoneDays(ZoneOffset.UTC);
        Placement placement = Placement.of(FollowUp.NONE, utc, 0, nobody, 0, rank -> rank, Map.of());
        return new Placements(FollowUp.NONE, 0, nobody, placement, 0, rank -> rank);
    }

    /** How many leads there are. */
    public int size() {
        return leads;
    }

    /** All there is to say of the lead of this rank. */
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

    /** The ranks of those who were handed over, in their order. */
    public List<Integer> handedOver() {
        return ranks(lead -> placement.handOver(lead) instanceof HandOver.Yes);
    }

    /** The ranks of those who get the action of this index, in their order. */
    public List<Integer> getting(int action) {
        return ranks(lead -> placement.gets(lead, action));
    }

    /** The ranks of those who are in the segment of this index, in their order. */
    public List<Integer> in(int segment) {
        return ranks(lead -> standings.isIn(lead, segment));
    }

    /**
     * What was done in this run and is not in the ledger yet, in the order of ranks.
     *
     * @param ids the lead's id as written, by rank
     */
    public List<Entry> done(IntFunction<String> ids) {
        List<Entry> done = new ArrayList<>();
        for (int rank = 1; rank <= leads; rank++) {
            int lead = lead(rank);
            if (placement.handOver(lead) instanceof HandOver.Yes yes
                    && !placement.stood(lead, Kind.HAND_OFF, HAND_OFF)) {
                done.add(new Entry(ids.apply(rank), Kind.HAND_OFF, HAND_OFF, yes.to(), asOf));
            }
            for (int i = 0; i < followUp.actions().size(); i++) {
                Action action = followUp.actions().get(i);
                if (placement.gets(lead, i) && !placement.stood(lead, Kind.ACTION, action.name())) {
                    done.add(new Entry(ids.apply(rank), Kind.ACTION, action.name(), action.campaign(), asOf));
                }
            }
        }
        return done;
    }

    /** The source of the lead of this rank, as written; null when it is not known. */
    public @Nullable String source(int rank) {
        return standings.source(lead(rank));
    }

    /** How many leads stand where and get what. */
    public FollowUpCensus census() {
        int[] interests = new int[followUp.interests().size()];
        int[] stages = new int[followUp.stages().size()];
        int[] segments = new int[followUp.segments().size()];
        int[] actions = new int[followUp.actions().size()];
        for (int lead = 0; lead < leads; lead++) {
            count(interests, standings.interest(lead));
            count(stages, standings.stage(lead));
            for (int i = 0; i < segments.length; i++) {
                segments[i] += standings.isIn(lead, i) ? 1 : 0;
            }
            for (int i = 0; i < actions.length; i++) {
                actions[i] += placement.gets(lead, i) ? 1 : 0;
            }
        }
        List<FollowUpCensus.Actions> done = new ArrayList<>();
        for (int i = 0; i < actions.length; i++) {
            done.add(new FollowUpCensus.Actions(
                    followUp.actions().get(i).name(), actions[i], (int) placement.heldBack(i)));
        }
        return new FollowUpCensus(
                named(followUp.interests().stream().map(Interest::name).toList(), interests),
                named(followUp.stages().stream().map(Stage::name).toList(), stages),
                named(followUp.segments().stream().map(Segment::name).toList(), segments),
                followUp.handOff() == null ? null : handOffs(followUp.handOff()),
                done);
    }

    private FollowUpCensus.HandOffs handOffs(HandOff handOff) {
        Map<String, Integer> to = new LinkedHashMap<>();
        handOff.assign().forEach(assignee -> to.put(assignee.to(), 0));
        Map<String, Integer> toOthers = new TreeMap<>(Text::compareByCodePoint);
        Map<Class<?>, Integer> others = new HashMap<>();
        for (int lead = 0; lead < leads; lead++) {
            HandOver handOver = placement.handOver(lead);
            if (handOver instanceof HandOver.Yes yes) {
                (to.containsKey(yes.to()) ? to : toOthers).merge(yes.to(), 1, Integer::sum);
            } else {
                others.merge(handOver.getClass(), 1, Integer::sum);
            }
        }
        to.putAll(toOthers);
        return new FollowUpCensus.HandOffs(
                to,
                others.getOrDefault(HandOver.NoRoom.class, 0),
                others.getOrDefault(HandOver.AllFull.class, 0),
                others.getOrDefault(HandOver.Nobody.class, 0),
                others.getOrDefault(HandOver.NotAgain.class, 0));
    }

    private static void count(int[] counts, int index) {
        if (index >= 0) {
            counts[index]++;
        }
    }

    private static Map<String, Integer> named(List<String> names, int[] counts) {
        Map<String, Integer> named = new LinkedHashMap<>();
        for (int i = 0; i < counts.length; i++) {
            named.put(names.get(i), counts[i]);
        }
        return named;
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
