package org.leadscore.segment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.leadscore.lead.Text;
import org.leadscore.lead.Utf8Slice;
import org.leadscore.lead.ZoneDays;
import org.leadscore.rules.next.Action;
import org.leadscore.rules.next.FollowUp;
import org.leadscore.rules.next.HandOff;
import org.leadscore.segment.Ledger.Entry;
import org.leadscore.segment.Ledger.Kind;

/**
 * Deals out the places: to each lead, in the order of their rank, a hand-off if there is room, and otherwise the
 * actions that are called for. Entries of the ledger that are dated on the day of the as-of time stand, and take their
 * room before any lead is asked.
 */
final class Placement {

    /** The name that the ledger has for a hand-off; a rule file has only one. */
    static final String HAND_OFF = "";

    private static final HandOver NO_ROOM = new HandOver.NoRoom();
    private static final HandOver NOBODY = new HandOver.Nobody();

    private final List<Action> actions;
    private final @Nullable HandOff handOff;
    private final ZoneDays timezone;

    /** The as-of time, in milliseconds since 1970 UTC. */
    private final long asOf;

    /** The day of the as-of time in the timezone, counted from 1970-01-01. */
    private final long today;

    private final Standings standings;

    /** The outcome of the hand-off by index; empty when the rules hand nobody over. */
    private final HandOver[] handOvers;

    /** One {@link HandOver.Yes} for each receiver. */
    private final List<HandOver> shared = new ArrayList<>();

    /** One object for each other outcome, by its text. */
    private final Map<String, HandOver> byText = new HashMap<>();

    /** Indexes of the leads that get each action. */
    private final BitSet[] getting;

    /** Number of leads by action that would have got it, had they not got it a short while ago. */
    private final int[] heldBack;

    /** Number of leads that each receiver can still take, by its index. */
    private final long[] room;

    /** Number of hand-offs that are left for the run. */
    private long places;

    /** Number of entries that are new for the ledger. */
    private int fresh;

    /**
     * A placement in which nothing is dealt out but the room of the day's earlier hand-offs.
     *
     * @param leads number of leads that are dealt to; their indexes count from 0
     * @param ledger whose hand-offs of the day take room
     */
    Placement(FollowUp followUp, ZoneDays timezone, long asOf, Standings standings, int leads, Ledger ledger) {
        this.actions = followUp.actions();
        this.timezone = timezone;
        this.asOf = asOf;
        this.today = timezone.dayOf(asOf);
        this.standings = standings;
        this.handOff = followUp.handOff();
        handOvers = new HandOver[handOff == null ? 0 : leads];
        places = handOff == null ? 0 : handOff.capacity();
        room = handOff == null
                ? new long[0]
                : handOff.assign().stream()
                        .mapToLong(HandOff.Assignee::capacity)
                        .toArray();
        getting = actions.stream().map(any -> new BitSet(leads)).toArray(BitSet[]::new);
        heldBack = new int[getting.length];
        if (handOff != null) {
            // Of those who are no leads any more, too: they are with sales, and somebody is at work for them.
            ledger.handedOver(this::isToday).forEach(entry -> takeRoom(entry, handOff));
        }
    }

    /**
     * Deals out to the next lead.
     *
     * @param index that it is asked for by from now on
     * @param lead its number among the standings
     * @param entries the ledger's entries of the lead
     */
    void deal(int index, int lead, List<Entry> entries) {
        if (handOff != null) {
            handOvers[index] = handOver(lead, entries, handOff);
        }
        act(index, lead, entries);
    }

    HandOver handOver(int index) {
        return handOvers.length == 0 ? HandOver.NO : handOvers[index];
    }

    /** True when the lead of this index gets the action. */
    boolean gets(int index, int action) {
        return getting[action].get(index);
    }

    /** The indexes of the leads that get the action. */
    BitSet getting(int action) {
        return getting[action];
    }

    /** Number of leads that would have got the action, had they not got it a short while ago. */
    int heldBack(int action) {
        return heldBack[action];
    }

    /** Number of entries that {@link #addDone} adds for all leads. */
    int countDone() {
        return fresh;
    }

    /** True when the lead is handed over or gets an action, in this run or in an earlier one of the day. */
    boolean isDealtTo(int index) {
        boolean is = handOver(index) instanceof HandOver.Yes;
        for (int i = 0; i < getting.length && !is; i++) {
            is = gets(index, i);
        }
        return is;
    }

    /**
     * Adds the entries for the ledger of this run that are not in it yet.
     *
     * @param entries the ledger's entries of the lead
     * @param id as it is to be remembered
     * @param done takes the new entries
     */
    void addDone(int index, List<Entry> entries, Utf8Slice id, List<Entry> done) {
        if (handOver(index) instanceof HandOver.Yes yes && standing(entries, Kind.HAND_OFF, HAND_OFF) == null) {
            done.add(new Entry(id, Kind.HAND_OFF, HAND_OFF, yes.to(), asOf));
        }
        for (int i = 0; i < getting.length; i++) {
            Action action = actions.get(i);
            if (gets(index, i) && standing(entries, Kind.ACTION, action.name()) == null) {
                done.add(new Entry(id, Kind.ACTION, action.name(), action.campaign(), asOf));
            }
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

    private HandOver handOver(int lead, List<Entry> entries, HandOff handOff) {
        Entry standing = standing(entries, Kind.HAND_OFF, HAND_OFF);
        if (standing != null) {
            return yes(standing.to());
        }
        if (!standings.isForSales(lead)) {
            return HandOver.NO;
        }
        long until = until(entries, Kind.HAND_OFF, HAND_OFF, handOff.againAfter());
        return until > asOf ? notAgain(until) : find(lead, handOff.assign());
    }

    /**
     * Finds a receiver with room. Asked before the run's places are, as the reason is then the same in the next run of
     * the day: room never grows, while places run out.
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
        fresh++;
        if (free < 0) {
            return yes("");
        }
        room[free]--;
        return yes(assign.get(free).to());
    }

    private void act(int index, int lead, List<Entry> entries) {
        boolean isHandedOver = handOver(index) instanceof HandOver.Yes;
        boolean hasOne = isHandedOver;
        for (int i = 0; i < getting.length; i++) {
            boolean stands = !entries.isEmpty()
                    && standing(entries, Kind.ACTION, actions.get(i).name()) != null;
            getting[i].set(index, stands);
            hasOne |= stands && !actions.get(i).also();
        }
        for (int i = 0; i < getting.length && !isHandedOver; i++) {
            Action action = actions.get(i);
            if (!standings.calledFor(lead, i) || !action.also() && hasOne || gets(index, i)) {
                continue;
            }
            hasOne |= !action.also();
            if (until(entries, Kind.ACTION, action.name(), action.againAfter()) > asOf) {
                heldBack[i]++;
            } else {
                getting[i].set(index);
                fresh++;
            }
        }
    }

    /** The newest entry of the day of the as-of time, whatever the hour; null when there is none. */
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

    /**
     * The time from which the deed may be done again, in milliseconds since 1970 UTC, {@link Long#MIN_VALUE} for at
     * once; entries of this day or later ones do not count.
     */
    private long until(List<Entry> entries, Kind kind, String name, long againAfter) {
        if (againAfter == 0) {
            return Long.MIN_VALUE;
        }
        long last = Long.MIN_VALUE;
        for (Entry entry : entries) {
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

    /** The first of all equal outcomes, so that a million of them take little room. */
    private HandOver one(HandOver handOver) {
        return byText.computeIfAbsent(handOver.text(), text -> handOver);
    }
}
