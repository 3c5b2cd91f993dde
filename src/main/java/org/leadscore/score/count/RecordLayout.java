package org.leadscore.score.count;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.IdentityHashMap;
import java.util.List;

/**
 * Deals out the places in a lead's record, while the rules are compiled: a word for a number, a head and some words
 * behind it for a set. The places of one counter lie together.
 */
public final class RecordLayout {

    /** The words of a record from one index up to another, which is not included. */
    private record Places(int from, int to) {}

    /** The counters so far. */
    private final List<Counter> counters = new ArrayList<>();
    /** The places of each counter. */
    private final IdentityHashMap<Counter, Places> placesOf = new IdentityHashMap<>();
    /** By a set's head, the number of its entries that lie in the record. */
    private int[] inRecord = new int[16];
    /** Number of words dealt out so far. */
    private int words = LeadStates.FIRST_PLACE;
    /** The first word that belongs to no counter yet. */
    private int next = words;

    /** A place for a number. */
    public int nextWord() {
        return take(1);
    }

    /**
     * A place for a set, which is that of its head.
     *
     * @param inRecord the number of its entries that lie in the record; with more, all of them move elsewhere
     */
    public int nextSet(int inRecord) {
        int head = take(1 + inRecord);
        this.inRecord[head] = inRecord;
        return head;
    }

    /** Takes a counter, whose places are those that were dealt out since the one before. */
    public <C extends Counter> C add(C counter) {
        counters.add(counter);
        placesOf.put(counter, new Places(next, words));
        next = words;
        return counter;
    }

    /** Number of words of a lead's record. */
    int words() {
        return words;
    }

    /** The number of entries that lie in the record, by a set's head. */
    int[] inRecord() {
        return Arrays.copyOf(inRecord, words);
    }

    /** Adds the words that the counter looks at whenever it sees an event. */
    public void addPlaces(Counter counter, BitSet words) {
        Places places = placesOf.get(counter);
        if (places != null) {
            words.set(places.from(), places.to());
        }
    }

    /** The counters, in the order in which they were added. */
    public List<Counter> counters() {
        return List.copyOf(counters);
    }

    private int take(int count) {
        int place = words;
        words += count;
        if (words > inRecord.length) {
            inRecord = Arrays.copyOf(inRecord, 2 * words);
        }
        return place;
    }
}
