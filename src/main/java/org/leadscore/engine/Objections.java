package org.leadscore.engine;

import java.io.Serializable;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongPredicate;
import java.util.stream.Stream;
import org.leadscore.lead.Text;

/** The leads who objected: their rows are counted, and otherwise it is as if they were not there. Immutable. */
public final class Objections implements Serializable {

    /** Nobody objected. */
    public static final Objections NONE = new Objections(false, List.of());

    /** Of an id: as written, as compared, and in {@link Redaction}. */
    private static final int COPIES = 3;

    /** What is around the characters of all of them. */
    private static final int BYTES_OF_OBJECTS = 320;

    private final boolean exact;
    private final List<String> ids;
    private final Set<String> compared = new HashSet<>();
    private final long[] fingerprints;

    private Objections(boolean exact, Collection<String> ids) {
        this.exact = exact;
        this.ids = ids.stream().map(Text::strip).distinct().toList();
        this.ids.forEach(id -> compared.add(compared(id)));
        LeadName name = new LeadName(exact);
        this.fingerprints = this.ids.stream()
                .mapToLong(id -> {
                    name.set(id);
                    return name.fingerprint();
                })
                .toArray();
    }

    /**
     * The leads of these ids.
     *
     * @param exact whether the case of ids counts
     */
    public static Objections of(boolean exact, Collection<String> ids) {
        return new Objections(exact, ids);
    }

    /** These and others; ids are compared as these are. */
    public Objections and(Objections others) {
        return new Objections(
                exact, Stream.concat(ids.stream(), others.ids.stream()).toList());
    }

    /** Whether this is the id of a lead who objected. */
    public boolean include(String lead) {
        return compared.contains(compared(lead));
    }

    /** A directory that has nobody yet, and knows who will not get into it. */
    LeadDirectory directory() {
        return directory(Allowance.unlimited());
    }

    /** Likewise. */
    LeadDirectory directory(Allowance allowance) {
        return directory(allowance, any -> true);
    }

    /**
     * Likewise, for some leads only.
     *
     * @param isAsked whether leads with that fingerprint may get in
     */
    LeadDirectory directory(Allowance allowance, LongPredicate isAsked) {
        LeadDirectory directory = new LeadDirectory(allowance);
        LeadName name = new LeadName(exact);
        for (int i = 0; i < fingerprints.length; i++) {
            if (isAsked.test(fingerprints[i])) {
                name.set(ids.get(i));
                directory.suppress(name);
            }
        }
        return directory;
    }

    /** About how many bytes of memory they take, with what is made of them to find them in rejects. */
    public long memory() {
        long characters = ids.stream().mapToLong(String::length).sum();
        return COPIES * characters + (long) BYTES_OF_OBJECTS * ids.size();
    }

    /** Stripped, in the order of the file. */
    List<String> ids() {
        return ids;
    }

    private String compared(String id) {
        return exact ? Text.strip(id) : Text.fold(id);
    }
}
