package org.leadscore.engine.parts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.leadscore.lead.Packing;
import org.leadscore.lead.Unpacking;
import org.leadscore.lead.Utf8Slice;
import org.leadscore.rules.next.Action;
import org.leadscore.rules.next.FollowUp;
import org.leadscore.segment.FollowUpCensus;
import org.leadscore.segment.HandOver;
import org.leadscore.segment.Ledger.Entry;
import org.leadscore.segment.Ledger.Kind;
import org.leadscore.segment.Placed;
import org.leadscore.segment.Placements;
import org.leadscore.segment.Standings;
import org.leadscore.segment.StreamedPlacement;
import org.leadscore.spill.RecordFile;
import org.leadscore.spill.SpillPlace;

/**
 * Placements on disk. All leads are added first, in the order of their rank, by {@link SpilledRanking}; then the
 * reports ask.
 */
final class SpilledPlacements implements Placements {

    private static final List<Kind> KINDS = List.of(Kind.values());

    private final FollowUp followUp;
    private final StreamedPlacement dealing;

    /** The leads by rank, with their standing and outcome at the beginning of their records. */
    private final RecordFile ranking;

    /** The ranks of leads that were handed over. */
    private final RecordFile handedOver;

    /** Ranks of the leads that get each action. */
    private final List<RecordFile> actions = new ArrayList<>();

    /** Ranks of the leads of each segment. */
    private final List<RecordFile> segments = new ArrayList<>();

    /** The entries that are new for the ledger. */
    private final RecordFile done;

    /** The outcomes that were met, each once; records have their indexes. */
    private final List<HandOver> handOvers = new ArrayList<>();

    /** The index of each outcome in {@link #handOvers}. */
    private final Map<HandOver, Integer> numbers = new HashMap<>();

    /** The rank at hand as a record. */
    private final Packing rank = new Packing();

    /** The entry at hand as a record. */
    private final Packing entry = new Packing();

    /**
     * Placements of no leads yet.
     *
     * @param ranking the records of the leads, each of which begins with the bytes that {@link #add} wrote
     */
    SpilledPlacements(FollowUp followUp, StreamedPlacement dealing, RecordFile ranking, SpillPlace place) {
        this.followUp = followUp;
        this.dealing = dealing;
        this.ranking = ranking;
        this.handedOver = new RecordFile(place);
        this.done = new RecordFile(place);
        followUp.actions().forEach(any -> actions.add(new RecordFile(place)));
        followUp.segments().forEach(any -> segments.add(new RecordFile(place)));
    }

    /**
     * Deals to the lead of the next rank.
     *
     * @param remembered the ledger's entries of the lead
     * @param out takes the outcome and the standing of the lead
     */
    void add(int nextRank, RankedRecord lead, List<Entry> remembered, Packing out) {
        dealing.next(lead.standing(), remembered);
        rank.clear();
        rank.number(nextRank);
        HandOver handOver = dealing.handOver();
        out.number(number(handOver));
        if (handOver.kind().isHandedOver()) {
            handedOver.append(rank);
        }
        List<Integer> got = dealing.got();
        out.number(got.size());
        for (int action : got) {
            out.number(action);
            actions.get(action).append(rank);
        }
        dealing.segments().forEach(segment -> segments.get(segment).append(rank));
        for (Entry one : dealing.done(Utf8Slice.of(ReportRow.id(lead.row())))) {
            entry.clear();
            entry.text(one.lead());
            entry.number(KINDS.indexOf(one.kind()));
            entry.text(one.name());
            entry.text(one.to());
            entry.number(one.time());
            done.append(entry);
        }
        lead.appendStanding(out);
    }

    /** The source of the lead that was added last; null when that is not known. */
    @Nullable
    String sourceOfLast() {
        return dealing.source();
    }

    /** Ends all lists; must be called before any is asked for. */
    void finish() {
        handedOver.finish();
        done.finish();
        actions.forEach(RecordFile::finish);
        segments.forEach(RecordFile::finish);
    }

    private int number(HandOver handOver) {
        return numbers.computeIfAbsent(handOver, fresh -> {
            handOvers.add(fresh);
            return handOvers.size() - 1;
        });
    }

    @Override
    public int size() {
        return ranking.size();
    }

    @Override
    public Placed of(int rankOfLead) {
        Unpacking in = SpilledRanking.placement(ranking.at(rankOfLead - 1));
        HandOver handOver = handOvers.get((int) in.number());
        List<Action> got = new ArrayList<>();
        for (long left = in.number(); left > 0; left--) {
            got.add(followUp.actions().get((int) in.number()));
        }
        return new Placed(standings(in).of(0), handOver, got);
    }

    @Override
    public List<Integer> handedOver() {
        return ranks(handedOver);
    }

    @Override
    public List<Integer> getting(int action) {
        return ranks(actions.get(action));
    }

    @Override
    public List<Integer> in(int segment) {
        return ranks(segments.get(segment));
    }

    @Override
    public List<Entry> done(IntFunction<Utf8Slice> ids) {
        return done.as((index, in) -> {
            String lead = in.text();
            Kind kind = KINDS.get((int) in.number());
            return new Entry(lead, kind, in.text(), in.text(), in.number());
        });
    }

    @Override
    public int countDone() {
        return done.size();
    }

    @Override
    public FollowUpCensus census() {
        return dealing.census();
    }

    private static List<Integer> ranks(RecordFile of) {
        return of.as((index, in) -> (int) in.number());
    }

    private Standings standings(Unpacking in) {
        Standings one = Standings.ofOne(followUp);
        one.unpack(0, in);
        return one;
    }
}
