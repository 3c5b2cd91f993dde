package org.leadscore.segment;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongPredicate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.leadscore.lead.KeyOrder;
import org.leadscore.lead.Text;
import org.leadscore.lead.Utf8Slice;

/**
 * The memory of earlier runs: which lead was handed over to whom, which action it got, and when. Ids of leads are
 * compared as those of the sources are, names as {@link Text} compares. The entries have one order, whatever the order
 * in which they were added, and none is there twice. Immutable.
 */
public final class Ledger {

    /** The kind of deed that an entry remembers. */
    public enum Kind {
        HAND_OFF("hand-off", false),
        ACTION("action", true);

        private final String word;
        private final boolean hasName;

        Kind(String word, boolean hasName) {
            this.word = word;
            this.hasName = hasName;
        }

        /** True when there are several of it, told apart by their names. */
        public boolean hasName() {
            return hasName;
        }

        /** The word for it in the ledger's file. */
        public String word() {
            return word;
        }
    }

    /**
     * A deed that was done with one lead.
     *
     * @param id of the lead, as it was written then
     * @param name of the action; for a hand-off whatever the rule file calls it
     * @param to the receiver of the lead, or the campaign; may be blank
     * @param time the as-of time of that run, in milliseconds since 1970 UTC
     */
    public record Entry(Utf8Slice id, Kind kind, String name, String to, long time) {

        public Entry {
            if (!id.isFolded() && Text.isBlank(id.toString())) {
                throw new IllegalArgumentException("an entry needs a lead");
            }
        }

        /** An entry whose id is given as a text. */
        public Entry(String lead, Kind kind, String name, String to, long time) {
            this(Utf8Slice.of(lead), kind, name, to, time);
        }

        /** The id as a text. */
        public String lead() {
            return id.toString();
        }
    }

    /** A ledger without entries. */
    public static final Ledger NONE = new Ledger(false, List.of());

    /** An entry with the form of the lead's id that is compared. */
    private record Keyed(Utf8Slice key, Entry entry) {

        /** Compares by time, lead, kind, name and receiver. */
        int compareTo(Keyed other) {
            int byTime = Long.compare(entry.time(), other.entry.time());
            if (byTime != 0) {
                return byTime;
            }
            int byLead = key.compareTo(other.key);
            if (byLead != 0) {
                return byLead;
            }
            int byKind = entry.kind().compareTo(other.entry.kind());
            if (byKind != 0) {
                return byKind;
            }
            int byName = Text.compareByCodePoint(entry.name(), other.entry.name());
            return byName != 0 ? byName : Text.compareByCodePoint(entry.to(), other.entry.to());
        }

        /** Compares as {@link #compareTo}, and equal entries by the spelling of the lead. */
        int compareSpelled(Keyed other) {
            int compared = compareTo(other);
            return compared != 0 ? compared : entry.id().compareTo(other.entry.id());
        }
    }

    private final boolean exact;
    private final List<Keyed> entries;
    private @Nullable Map<Utf8Slice, List<Entry>> byLead;

    /**
     * A ledger of entries that are sorted.
     *
     * @param entries in their order, none of them twice
     */
    private Ledger(boolean exact, List<Keyed> entries) {
        this.exact = exact;
        this.entries = entries;
    }

    /**
     * A ledger of these entries.
     *
     * @param exact whether the case of ids counts
     */
    public static Ledger of(boolean exact, Collection<Entry> entries) {
        return new Ledger(exact, List.of()).with(entries);
    }

    /**
     * The entries by time, then lead, kind, name and receiver; of entries that differ only in how the lead is spelled,
     * one is left.
     */
    public List<Entry> entries() {
        return new AbstractList<>() {
            @Override
            public Entry get(int index) {
                return entries.get(index).entry();
            }

            @Override
            public int size() {
                return entries.size();
            }
        };
    }

    /** The entries of a lead, oldest first; empty when there are none. */
    public List<Entry> of(String lead) {
        Map<Utf8Slice, List<Entry>> known = byLead;
        if (known == null) {
            known = new HashMap<>();
            for (Keyed keyed : entries) {
                known.computeIfAbsent(keyed.key(), none -> new ArrayList<>()).add(keyed.entry());
            }
            byLead = known; // whoever comes first, it is the same
        }
        return known.getOrDefault(key(exact, Utf8Slice.of(lead)), List.of());
    }

    /**
     * The newest hand-off of each lead that was handed over in that time.
     *
     * @param isInTime tells of an as-of time, in milliseconds since 1970 UTC, whether it counts
     */
    Collection<Entry> handedOver(LongPredicate isInTime) {
        Map<Utf8Slice, Entry> newest = new LinkedHashMap<>();
        for (Keyed keyed : entries) {
            Entry entry = keyed.entry();
            if (entry.kind() == Kind.HAND_OFF && isInTime.test(entry.time())) {
                newest.put(keyed.key(), entry);
            }
        }
        return newest.values();
    }

    /** A ledger of these entries and more. */
    public Ledger with(Collection<Entry> more) {
        List<Keyed> all = new ArrayList<>(entries.size() + more.size());
        all.addAll(entries); // they are in order, which sorting makes use of
        all.addAll(keyed(more));
        all.sort(Keyed::compareSpelled);
        List<Keyed> distinct = new ArrayList<>(all.size());
        for (Keyed keyed : all) {
            if (distinct.isEmpty() || distinct.get(distinct.size() - 1).compareTo(keyed) != 0) {
                distinct.add(keyed);
            }
        }
        return new Ledger(exact, distinct);
    }

    /** Keys the entries, and brings them near their order, so that sorting has little left to do. */
    private List<Keyed> keyed(Collection<Entry> more) {
        List<Entry> fresh = List.copyOf(more);
        List<Utf8Slice> keys = new ArrayList<>(fresh.size());
        for (Entry entry : fresh) {
            keys.add(key(exact, entry.id()));
        }
        List<Keyed> near = new ArrayList<>(keys.size());
        for (int index : KeyOrder.near(keys)) {
            near.add(new Keyed(keys.get(index), fresh.get(index)));
        }
        return near;
    }

    /**
     * A ledger without the entries of some leads.
     *
     * @param leads tells of an id, as written, whether its entries are left out
     */
    public Ledger without(Predicate<String> leads) {
        return new Ledger(
                exact,
                entries.stream()
                        .filter(keyed -> !leads.test(keyed.entry().lead()))
                        .toList());
    }

    /**
     * A ledger without the entries that are older than a time.
     *
     * @param oldest the time of the oldest entry that stays, in milliseconds since 1970 UTC
     */
    public Ledger since(long oldest) {
        if (entries.isEmpty() || entries.get(0).entry().time() >= oldest) {
            return this;
        }
        return new Ledger(
                exact,
                entries.stream().filter(keyed -> keyed.entry().time() >= oldest).toList());
    }

    private static Utf8Slice key(boolean exact, Utf8Slice id) {
        if (id.isFolded()) {
            return id;
        }
        String lead = id.toString();
        return Utf8Slice.of(exact ? Text.strip(lead) : Text.fold(lead));
    }
}
