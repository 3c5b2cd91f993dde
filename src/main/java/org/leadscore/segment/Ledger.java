package org.leadscore.segment;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.leadscore.lead.Text;

/**
 * The memory of earlier runs: which lead was handed over to whom, which action it got, and when. Leads are compared as ids
 * are, names as text is. The entries have one order, whatever the order in which they were added, and none is there twice.
 * Immutable.
 */
public final class Ledger {

    /** What an entry remembers. */
    public enum Kind {
        HAND_OFF("hand-off"),
        ACTION("action");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** As the ledger's file has it. */
        public String word() {
            return word;
        }
    }

    /**
     * One thing that was done with one lead.
     *
     * @param lead its id as it was written then
     * @param name of the action; for a hand-off whatever the rule file calls it
     * @param to who got the lead, or the campaign; may be blank
     * @param time the as-of time of that run, in milliseconds since 1970 UTC
     */
    public record Entry(String lead, Kind kind, String name, String to, long time) {

        public Entry {
            if (Text.isBlank(lead)) {
                throw new IllegalArgumentException("an entry needs a lead");
            }
        }
    }

    /** Nothing was ever done. */
    public static final Ledger NONE = new Ledger(false, List.of());

    private final boolean exact;
    private final List<Entry> entries;
    private final Map<String, List<Entry>> byLead;

    private Ledger(boolean exact, List<Entry> entries) {
        this.exact = exact;
        this.entries = List.copyOf(entries);
        this.byLead = entries.stream().collect(groupingBy(entry -> key(entry.lead()), HashMap::new, toList()));
    }

    /**
     * A ledger of these entries.
     *
     * @param exact whether the case of ids counts
     */
    public static Ledger of(boolean exact, Collection<Entry> entries) {
        TreeSet<Entry> ordered = new TreeSet<>(order(exact));
        entries.stream()
                .sorted(Comparator.comparing(Entry::lead, Text::compareByCodePoint))
                .forEach(ordered::add);
        return new Ledger(exact, new ArrayList<>(ordered));
    }

    /** By time, then lead, kind, name and receiver; of entries that differ only in how the lead is spelled, one is left. */
    public List<Entry> entries() {
        return entries;
    }

    /** All that was done with a lead, oldest first. */
    public List<Entry> of(String lead) {
        return byLead.getOrDefault(key(lead), List.of());
    }

    /** When this was last done with the lead. */
    public Optional<Entry> newest(String lead, Kind kind, String name) {
        Entry newest = null;
        for (Entry entry : of(lead)) {
            if (entry.kind() == kind && Text.fold(entry.name()).equals(Text.fold(name))) {
                newest = entry;
            }
        }
        return Optional.ofNullable(newest);
    }

    /** This ledger and more. */
    public Ledger with(Collection<Entry> more) {
        List<Entry> all = new ArrayList<>(entries);
        all.addAll(more);
        return of(exact, all);
    }

    /** This ledger without the leads, given by their ids as written, for which the condition holds. */
    public Ledger without(Predicate<String> leads) {
        return new Ledger(
                exact,
                entries.stream().filter(entry -> !leads.test(entry.lead())).toList());
    }

    private String key(String lead) {
        return key(exact, lead);
    }

    private static String key(boolean exact, String lead) {
        return exact ? Text.strip(lead) : Text.fold(lead);
    }

    private static Comparator<Entry> order(boolean exact) {
        return Comparator.comparingLong(Entry::time)
                .thenComparing(entry -> key(exact, entry.lead()), Text::compareByCodePoint)
                .thenComparing(Entry::kind)
                .thenComparing(Entry::name, Text::compareByCodePoint)
                .thenComparing(Entry::to, Text::compareByCodePoint);
    }
}
