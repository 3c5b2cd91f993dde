package org.leadscore.segment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.leadscore.lead.Text;
import org.leadscore.lead.ZoneDays;
import org.leadscore.rules.Action;
import org.leadscore.rules.FollowUp;
import org.leadscore.rules.HandOff;
import org.leadscore.segment.Ledger.Entry;
import org.leadscore.segment.Ledger.Kind;

/**
 * Deals out the places: goes through the leads in the order of their rank, hands over those for whom there is room, and finds
 * the actions for all others. What the ledger dates on the day of the as-of time stands, and takes its room before anybody is
 * asked.
 */
final class Placement {

    /** The name that the ledger has for a hand-off; a rule file has only one. */
    static final String HAND_OFF = "";

    private static final HandOver NO_ROOM = new HandOver.NoRoom();
    private static final HandOver NOBODY = new HandOver.Nobody();

    private final List<Action> actions;
    private final @Nullable HandOff handOff;
    private final ZoneDays timezone;
    private final long asOf;
    private final long today;
    private final Standings standings;
    private final Map<Integer, List<Entry>> remembered;
    private final HandOver[] handOvers;
    private final List<HandOver> shared = new ArrayList<>();
    private final Map<String, HandOver> byText = new HashMap<>();
    private final long[] given;
    private final long[] heldBack;
    private final int words;
    private final long[] room;
    private long places;

    private Placement(
            FollowUp followUp,
            ZoneDays timezone,
            long asOf,
            Standings standings,
            int leads,
            Map<Integer, List<Entry>> remembered,
            Ledger ledger) {
        this.actions = followUp.actions();
        this.timezone = timezone;
        this.asOf = asOf;
        this.today = timezone.dayOf(asOf);
        this.standings = standings;
        this.remembered = remembered;
        this.handOff = followUp.handOff();
        handOvers = new HandOver[handOff == null ? 0 : leads];
        Arrays.fill(handOvers, HandOver.NO);
        places = handOff == null ? 0 : handOff.capacity();
        room = handOff == null
                ? new long[0]
                : handOff.assign().stream()
                        .mapToLong(HandOff.Assignee::capacity)
                        .toArray();
        words = (actions.size() + Long.SIZE - 1) / Long.SIZE;
        given = new long[leads * words];
        heldBack = new long[actions.size()];
        if (handOff != null) {
            // Of those who are no leads any more, too: they are with sales, and somebody is at work for them.
            ledger.handedOver(this::isToday).forEach(entry -> takeRoom(entry, handOff));
        }
    }

    /**
     * Deals out what there is.
     *
     * @param byRank the lead of each rank, counted from 0
     * @param remembered what the ledger has of each lead
     * @param ledger whose hand-offs of the day take room
     */
    static Placement of(
            FollowUp followUp,
            ZoneDays timezone,
            long asOf,
            Standings standings,
            int leads,
            IntUnaryOperator byRank,
            Map<Integer, List<Entry>> remembered,
            Ledger ledger) {
        Placement placement = new Placement(followUp, timezone, asOf, standings, leads, remembered, ledger);
        HandOff handOff = followUp.handOff();
        if (handOff != null) {
            remembered.forEach(placement::letStand);
            for (int rank = 0; rank < leads; rank++) {
                placement.handOver(byRank.applyAsInt(rank), handOff);
            }
        }
        if (!placement.actions.isEmpty()) {
            for (int lead = 0; lead < leads; lead++) {
                placement.act(lead);
            }
        }
        return placement;
    }

    /**
     * For leads that come one by one, each as number 0.
     *
     * @param standings of that one
     * @param remembered what the ledger has of that one
     * @param ledger whose hand-offs of the day take room
     */
    static Placement ofOne(
            FollowUp followUp,
            ZoneDays timezone,
            long asOf,
            Standings standings,
            Map<Integer, List<Entry>> remembered,
            Ledger ledger) {
        return new Placement(followUp, timezone, asOf, standings, 1, remembered, ledger);
    }

    /** Deals out what there is for the next lead, number 0. */
    void dealToNext() {
        Arrays.fill(given, 0);
        if (handOff != null) {
            handOvers[0] = HandOver.NO;
            letStand(0, remembered.getOrDefault(0, List.of()));
            handOver(0, handOff);
        }
        if (!actions.isEmpty()) {
            act(0);
        }
    }

    HandOver handOver(int lead) {
        return handOvers.length == 0 ? HandOver.NO : handOvers[lead];
    }

    /** Whether the lead gets the action of this index. */
    boolean gets(int lead, int action) {
        return (given[lead * words + action / Long.SIZE] >>> action & 1) != 0;
    }

    /** How many leads would have got the action of this index, had they not got it a short while ago. */
    long heldBack(int action) {
        return heldBack[action];
    }

    /** Whether the ledger has this already, on the day of the as-of time. */
    private boolean stood(int lead, Kind kind, String name) {
        return standing(remembered.getOrDefault(lead, List.of()), kind, name) != null;
    }

    /** How many entries {@link #addDone} would add. */
    int countDone(int lead) {
        int count = handOver(lead) instanceof HandOver.Yes && !stood(lead, Kind.HAND_OFF, HAND_OFF) ? 1 : 0;
        for (int i = 0; i < actions.size(); i++) {
            count += getsNow(lead, i) ? 1 : 0;
        }
        return count;
    }

    /** Adds what was done with the lead in this run and is not in the ledger yet. */
    void addDone(int lead, Supplier<String> id, List<Entry> done) {
        if (handOver(lead) instanceof HandOver.Yes yes && !stood(lead, Kind.HAND_OFF, HAND_OFF)) {
            done.add(new Entry(id.get(), Kind.HAND_OFF, HAND_OFF, yes.to(), asOf));
        }
        for (int i = 0; i < actions.size(); i++) {
            if (getsNow(lead, i)) {
                Action action = actions.get(i);
                done.add(new Entry(id.get(), Kind.ACTION, action.name(), action.campaign(), asOf));
            }
        }
    }

    /** Whether the lead gets the action of this index from this run, and not from an earlier one of the day. */
    private boolean getsNow(int lead, int action) {
        return gets(lead, action)
                && !stood(lead, Kind.ACTION, actions.get(action).name());
    }

    private void letStand(int lead, List<Entry> entries) {
        Entry entry = standing(entries, Kind.HAND_OFF, HAND_OFF);
        if (entry != null) {
            handOvers[lead] = yes(entry.to());
        }
    }

    private void takeRoom(Entry entry, HandOff handOff) {
        places--;
        for (int i = 0; i < room.length; i++) {
            if (Text.fold(handOff.assign().get(i).to()).equals(Text.fold(entry.to()))) {
                room[i]--;
            }
        }
    }

    private void handOver(int lead, HandOff handOff) {
        if (!(handOvers[lead] instanceof HandOver.No) || !standings.isForSales(lead)) {
            return;
        }
        long until = until(lead, Kind.HAND_OFF, HAND_OFF, handOff.againAfter());
        handOvers[lead] = until > asOf ? notAgain(until) : find(lead, handOff.assign());
    }

    /**
     * Whoever has room is asked for before the run's places, as that reason is the same in the next run of the day: room never
     * grows, while places run out.
     */
    private HandOver find(int lead, List<HandOff.Assignee> assign) {
        List<String> suited = new ArrayList<>();
        int free = -1;
        for (int i = 0; i < room.length; i++) {
            if (standings.suits(lead, i)) {
                suited.add(assign.get(i).to());
                free = free < 0 && room[i] > 0 ? i : free;
            }
        }
        if (suited.isEmpty() && !assign.isEmpty()) {
            return NOBODY;
        }
        if (free < 0 && !assign.isEmpty()) {
            return one(new HandOver.AllFull(suited));
        }
        if (places <= 0) {
            return NO_ROOM;
        }
        places--;
        if (free < 0) {
            return yes("");
        }
        room[free]--;
        return yes(assign.get(free).to());
    }

    private void act(int lead) {
        List<Entry> entries = remembered.getOrDefault(lead, List.of());
        boolean hasOne = handOver(lead) instanceof HandOver.Yes;
        boolean isHandedOver = hasOne;
        for (int i = 0; i < actions.size() && !entries.isEmpty(); i++) {
            if (standing(entries, Kind.ACTION, actions.get(i).name()) != null) {
                give(lead, i);
                hasOne |= !actions.get(i).also();
            }
        }
        for (int i = 0; i < actions.size() && !isHandedOver; i++) {
            Action action = actions.get(i);
            if (!standings.calledFor(lead, i) || !action.also() && hasOne || gets(lead, i)) {
                continue;
            }
            hasOne |= !action.also();
            if (until(lead, Kind.ACTION, action.name(), action.againAfter()) > asOf) {
                heldBack[i]++;
            } else {
                give(lead, i);
            }
        }
    }

    private void give(int lead, int action) {
        given[lead * words + action / Long.SIZE] |= 1L << action;
    }

    /** What was done on the day of the as-of time, whatever the hour. */
    private @Nullable Entry standing(List<Entry> entries, Kind kind, String name) {
        Entry found = null;
        for (Entry entry : entries) {
            if (is(entry, kind, name) && isToday(entry.time())) {
                found = entry;
            }
        }
        return found;
    }

    private boolean isToday(long time) {
        return timezone.dayOf(time) == today;
    }

    /** When it may be done again; what was done on later days does not count, as if it were not yet known. */
    private long until(int lead, Kind kind, String name, long againAfter) {
        if (againAfter == 0) {
            return Long.MIN_VALUE;
        }
        long last = Long.MIN_VALUE;
        for (Entry entry : remembered.getOrDefault(lead, List.of())) {
            if (is(entry, kind, name) && timezone.dayOf(entry.time()) < today) {
                last = Math.max(last, entry.time());
            }
        }
        return last == Long.MIN_VALUE ? last : last + againAfter;
    }

    private static boolean is(Entry entry, Kind kind, String name) {
        return entry.kind() == kind
                && (kind == Kind.HAND_OFF || Text.fold(entry.name()).equals(Text.fold(name)));
    }

    private HandOver notAgain(long until) {
        return one(new HandOver.NotAgain(LocalDate.ofInstant(Instant.ofEpochMilli(until), timezone.zone())));
    }

    private HandOver yes(String to) {
        for (HandOver known : shared) {
            if (known instanceof HandOver.Yes yes && yes.to().equals(to)) {
                return known;
            }
        }
        HandOver.Yes fresh = new HandOver.Yes(to);
        shared.add(fresh);
        return fresh;
    }

    /** The first of all equal ones, so that a million of them take little room. */
    private HandOver one(HandOver handOver) {
        return byText.computeIfAbsent(handOver.text(), text -> handOver);
    }
}
