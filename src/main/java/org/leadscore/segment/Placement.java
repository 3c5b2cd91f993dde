package org.leadscore.segment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
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

    /** One {@link HandOver.Yes} for each receiver. */
    private final List<HandOver.Yes> shared = new ArrayList<>();

    /** One object for each other outcome, by its text. */
    private final Map<String, HandOver> byText = new HashMap<>();

    /** Number of leads by action that would have got it, had they not got it a short while ago. */
    private final int[] heldBack;

    /** Indexes of the leads that get each action. */
    private final boolean[] getting;

    /** Number of leads that each receiver can still take, by its index. */
    private final long[] room;

    private HandOver handOver = HandOver.NO;

    /** Number of hand-offs that are left for the run. */
    private long places;

    /** Number of entries that are new for the ledger. */
    private int fresh;

    /**
     * Nothing is dealt out yet.
     *
     * @param ledger whose hand-offs of the day take room
     */
    Placement(FollowUp followUp, ZoneDays timezone, long asOf, Standings standings, Ledger ledger) {
        this.actions = followUp.actions();
        this.timezone = timezone;
        this.asOf = asOf;
        this.today = timezone.dayOf(asOf);
        this.standings = standings;
        this.handOff = followUp.handOff();
        places = handOff == null ? 0 : handOff.capacity();
        room = handOff == null
                ? new long[0]
                : handOff.assign().stream()
                        .mapToLong(HandOff.Assignee::capacity)
                        .toArray();
        getting = new boolean[actions.size()];
        heldBack = new int[getting.length];
        if (handOff != null) {
            // Of those who are no leads any more, too: they are with sales, and somebody is at work for them.
            ledger.handedOver(this::isToday).forEach(entry -> takeRoom(entry, handOff));
        }
    }

    /**
     * Deals out what there is for the next lead.
     *
     * @param lead its number among the standings
     * @param entries what the ledger has of it
     */
    void deal(int lead, List<Entry> entries) {
        handOver = handOff == null ? HandOver.NO : handOver(lead, entries, handOff);
        act(lead, entries);
    }

    /** The hand-over of the lead that was dealt to last. */
    HandOver handOver() {
        return handOver;
    }

    /** True when the lead of this index gets the action. */
    boolean gets(int action) {
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

    /**
     * Adds what was done with a lead in this run and is not in the ledger yet.
     *
     * @param given what became of it
     * @param got by action, whether it gets it
     * @param entries what the ledger has of it
     * @param id as it is to be remembered
     */
    void addDone(HandOver given, IntPredicate got, List<Entry> entries, Utf8Slice id, List<Entry> done) {
        if (given.kind().isHandedOver() && standing(entries, Kind.HAND_OFF, HAND_OFF) == null) {
            done.add(new Entry(id, Kind.HAND_OFF, HAND_OFF, given.to(), asOf));
        }
        for (int i = 0; i < getting.length; i++) {
            Action action = actions.get(i);
            if (got.test(i) && standing(entries, Kind.ACTION, action.name()) == null) {
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

    private void act(int lead, List<Entry> entries) {
        boolean isHandedOver = handOver.kind().isHandedOver();
        boolean hasOne = isHandedOver;
        for (int i = 0; i < getting.length; i++) {
            boolean stands = !entries.isEmpty()
                    && standing(entries, Kind.ACTION, actions.get(i).name()) != null;
            getting[i] = stands;
            hasOne |= stands && !actions.get(i).also();
        }
        for (int i = 0; i < getting.length && !isHandedOver; i++) {
            Action action = actions.get(i);
            if (!standings.calledFor(lead, i) || !action.also() && hasOne || getting[i]) {
                continue;
            }
            hasOne |= !action.also();
            if (until(entries, Kind.ACTION, action.name(), action.againAfter()) > asOf) {
                heldBack[i]++;
            } else {
                getting[i] = true;
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
                && (!kind.hasName() || Text.fold(entry.name()).equals(Text.fold(name)));
    }

    private HandOver notAgain(long until) {
        return one(new HandOver.NotAgain(LocalDate.ofInstant(Instant.ofEpochMilli(until), timezone.zone())));
    }

    private HandOver yes(String to) {
        for (HandOver.Yes known : shared) {
            if (known.to().equals(to)) {
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
