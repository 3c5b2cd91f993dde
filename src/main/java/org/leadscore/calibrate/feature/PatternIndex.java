package org.leadscore.calibrate.feature;

import java.util.Arrays;
import java.util.List;
import org.leadscore.calibrate.rows.History;
import org.leadscore.calibrate.rows.HistoryRows;
import org.leadscore.calibrate.rows.Mix;

/** A hash table that finds rows equal in all columns, with open addressing. {@link Patterns} numbers its rows by it. */
final class PatternIndex {

    private static final int FREE = -1;

    private final HistoryRows part;
    private final History history;
    private final List<Feature> features;
    private int[] table; // by slot: a pattern, or FREE; the length is a power of two
    private int[] firstPlaces; // by pattern: the place of its first row
    private long[] hashes; // by pattern
    private int found; // number of patterns so far

    PatternIndex(HistoryRows part, List<Feature> features) {
        this.part = part;
        this.history = part.history();
        this.features = features;
        table = new int[1 << 10];
        Arrays.fill(table, FREE);
        firstPlaces = new int[table.length / 2];
        hashes = new long[table.length / 2];
    }

    /** Writes the pattern of each place and answers the first place of each pattern. */
    int[] fill(int[] patternOfPlace) {
        for (int place = 0; place < patternOfPlace.length; place++) {
            if (found == firstPlaces.length) {
                grow();
            }
            patternOfPlace[place] = find(place);
        }
        return Arrays.copyOf(firstPlaces, found);
    }

    private int find(int place) {
        int row = part.row(place);
        long hash = hash(row);
        int slot = (int) hash & (table.length - 1);
        while (table[slot] != FREE) {
            int pattern = table[slot];
            if (hashes[pattern] == hash && equal(part.row(firstPlaces[pattern]), row)) {
                return pattern;
            }
            slot = (slot + 1) & (table.length - 1);
        }
        table[slot] = found;
        hashes[found] = hash;
        firstPlaces[found] = place;
        return found++;
    }

    private long hash(int row) {
        long hash = 0;
        for (Feature feature : features) {
            hash = Mix.of(hash, content(feature, row));
        }
        return hash;
    }

    private boolean equal(int one, int other) {
        for (Feature feature : features) {
            if (content(feature, one) != content(feature, other)) {
                return false;
            }
        }
        return true;
    }

    private long content(Feature feature, int row) {
        if (feature.isAmount()) {
            return history.amount(feature.index(), row);
        }
        int entry = feature.choice().applyAsInt(row);
        return feature.fades() ? (long) entry << Integer.SIZE | history.factor(feature.index(), row) : entry;
    }

    private void grow() {
        firstPlaces = Arrays.copyOf(firstPlaces, found * 2);
        hashes = Arrays.copyOf(hashes, found * 2);
        table = new int[table.length * 2];
        Arrays.fill(table, FREE);
        for (int pattern = 0; pattern < found; pattern++) {
            int slot = (int) hashes[pattern] & (table.length - 1);
            while (table[slot] != FREE) {
                slot = (slot + 1) & (table.length - 1);
            }
            table[slot] = pattern;
        }
    }
}
