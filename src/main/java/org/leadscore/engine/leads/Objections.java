package org.leadscore.engine.leads;

import java.io.Serializable;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongPredicate;
import java.util.stream.Stream;
import org.leadscore.engine.files.Allowance;
import org.leadscore.lead.Text;

/**
 * The leads who objected to being scored: their rows are counted, and are left out otherwise. Made from the files of
 * objections, taken by the engine. Immutable.
 */
public final class Objections implements Serializable {

    /** Objections of no leads. */
    public static final Objections NONE = new Objections(false, List.of());

    /** Number of copies of an id in memory: as written, as compared, and in {@link Redaction}. */
    private static final int COPIES = 3;

    /** Bytes of memory of an id beside its characters. */
    private static final int BYTES_OF_OBJECTS = 320;

    /** Tells whether the case of ids counts. */
    private final boolean exact;

    /** The ids, stripped, each once, in the order of the file. */
    private final List<String> ids;

    /** The ids as they are compared. */
    private final Set<String> compared = new HashSet<>();

    private Objections(boolean exact, Collection<String> ids) {
        this.exact = exact;
        this.ids = ids.stream().map(Text::strip).distinct().toList();
        this.ids.forEach(id -> compared.add(compared(id)));
    }

    /**
     * The objections of the leads of these ids.
     *
     * @param exact whether the case of ids counts
     */
    public static Objections of(boolean exact, Collection<String> ids) {
        return new Objections(exact, ids);
    }

    /** These objections and others; all ids are compared as these are. */
    public Objections and(Objections others) {
        return new Objections(
                exact, Stream.concat(ids.stream(), others.ids.stream()).toList());
    }

    /** True when this is the id of a lead who objected. */
    public boolean include(String lead) {
        return compared.contains(compared(lead));
    }

    /** A directory without leads, which knows the ids of leads who objected. */
    public LeadDirectory directory() {
        return directory(Allowance.unlimited());
    }

    /** A directory without leads, which knows the ids of leads who objected, for whose memory an allowance is asked. */
    public LeadDirectory directory(Allowance allowance) {
        return directory(allowance, any -> true);
    }

    /**
     * A directory for some leads only, which knows the ids of those of them who objected.
     *
     * @param isAsked true for the fingerprints of the leads that the directory is for
     */
    public LeadDirectory directory(Allowance allowance, LongPredicate isAsked) {
        LeadDirectory directory = new LeadDirectory(allowance);
        LeadName name = new LeadName(exact);
        for (String id : ids) {
            name.set(id);
            if (isAsked.test(name.fingerprint())) {
                directory.suppress(name);
            }
        }
        return directory;
    }

    /** About the number of bytes of memory that they take, with the words by which they are found in rejects. */
    public long memory() {
        long characters = ids.stream().mapToLong(String::length).sum();
        return COPIES * characters + (long) BYTES_OF_OBJECTS * ids.size();
    }

    /** The ids, stripped, in the order of the file. */
    public List<String> ids() {
        return ids;
    }

    private String compared(String id) {
        return exact ? Text.strip(id) : Text.fold(id);
    }
}
