package org.leadscore.engine.leads;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.leadscore.engine.people.KnownPersons;
import org.leadscore.engine.people.PersonGraph;
import org.leadscore.lead.CellText;
import org.leadscore.lead.Packing;
import org.leadscore.lead.Text;
import org.leadscore.lead.Unpacking;
import org.leadscore.lead.Utf8Slice;

/**
 * Says of an id to which lead it led at a time, as that is known at one moment. Made of {@link LinkedIds} when all links are
 * read, asked wherever the id of an event or an outcome is read. Safe to share among threads.
 */
public final class Identities {

    /** Identities where each id is a person. */
    public static final Identities NONE = new Identities(
            new LeadDirectory(),
            false,
            0,
            PersonGraph.NONE.at(0),
            PersonGraph.NONE,
            Map.of(),
            new BitSet(),
            new long[1]);

    private static final int BITS_OF_ID = 16;

    /** The fewest ids of which it is doubtful that most of them lead to nobody, or to one person. */
    private static final int FEWEST_DOUBTFUL = 10;

    private final LeadDirectory ids;
    private final boolean exact;
    private final long moment;
    private final KnownPersons persons;

    /** The persons at every moment; that of the one moment alone where it was sent to another machine. */
    private final PersonGraph graph;

    /** Names of the columns whose ids lead on to others, by the name of the log. */
    private final Map<String, Set<String>> leadOn;

    /** The ids that stand in such columns, and those of whom links lead on. */
    private final BitSet leading;

    /** Has a bit for the fingerprint of each id, and few others, as most ids of events are linked to none. */
    private final long[] filter;

    private Identities(
            LeadDirectory ids,
            boolean exact,
            long moment,
            KnownPersons persons,
            PersonGraph graph,
            Map<String, Set<String>> leadOn,
            BitSet leading,
            long[] filter) {
        this.ids = ids;
        this.exact = exact;
        this.moment = moment;
        this.persons = persons;
        this.graph = graph;
        this.leadOn = leadOn;
        this.leading = leading;
        this.filter = filter;
    }

    /**
     * The identities of linked ids.
     *
     * @param kept numbers of the ids that keep to themselves
     * @param areListed true when leads are those of a contact list
     * @param moment links that are later are not there yet; milliseconds since 1970 UTC
     */
    static Identities of(LinkedIds linked, BitSet kept, boolean areListed, long moment) {
        LeadDirectory ids = linked.ids();
        BitSet leading = new BitSet();
        for (int id = 0; id < ids.size(); id++) {
            leading.set(id, linked.links().isLeading(id));
        }
        PersonGraph graph = PersonGraph.of(ids.size(), linked.links(), kept, areListed);
        return new Identities(
                ids,
                linked.areExact(),
                moment,
                graph.at(moment),
                graph,
                linked.leadOn(),
                leading,
                filter(ids, linked.areExact()));
    }

    private static long[] filter(LeadDirectory ids, boolean exact) {
        int words = 1;
        while ((long) words * Long.SIZE < (long) BITS_OF_ID * ids.size()) {
            words *= 2;
        }
        long[] filter = new long[words];
        LeadName name = new LeadName(exact);
        for (int id = 0; id < ids.size(); id++) {
            name.set(ids.spelling(id));
            filter[word(name.fingerprint(), words)] |= 1L << name.fingerprint();
        }
        return filter;
    }

    private static int word(long fingerprint, int words) {
        return (int) (fingerprint >>> Integer.SIZE) & words - 1;
    }

    /** The same identities as they are known at another moment. */
    public Identities at(long another) {
        return isEmpty()
                ? this
                : new Identities(ids, exact, another, graph.at(another), graph, leadOn, leading, filter);
    }

    /** The moment, in milliseconds since 1970 UTC, after which a link is not there yet. */
    public long moment() {
        return moment;
    }

    /** True when the case of ids counts. */
    public boolean areExact() {
        return exact;
    }

    /** True where no source says that ids belong together. */
    public boolean isEmpty() {
        return ids.size() == 0 && leadOn.isEmpty();
    }

    /** The names of the columns of a log whose ids lead on to others. */
    public Set<String> leadOn(String log) {
        return leadOn.getOrDefault(log, Set.of());
    }

    /** The number of an id that is linked; {@link LeadDirectory#UNKNOWN} for others. */
    public int find(LeadName name) {
        return mayHave(name.fingerprint()) ? ids.find(name) : LeadDirectory.UNKNOWN;
    }

    /** The number of the id of a row; {@link LeadDirectory#UNKNOWN} where it is not linked. */
    public int find(LeadNames names, int row) {
        return mayHave(names.fingerprints()[row]) ? ids.find(names, row) : LeadDirectory.UNKNOWN;
    }

    /**
     * The number of the id of the lead that an id led to.
     *
     * @return {@link KnownPersons#NOBODY} or {@link KnownPersons#CONTESTED} where there is none
     */
    public int lead(int id, long time) {
        return persons.lead(id, time);
    }

    /** The persons as they are known at the moment. */
    public KnownPersons persons() {
        return persons;
    }

    /** True for an id that stands in a column of ids that lead on, so that who has it and leads to nobody is anonymous. */
    public boolean isLeading(int id) {
        return leading.get(id);
    }

    /** The id of a number, as it is written. */
    public byte[] written(int id) {
        Utf8Slice slice = ids.slice(id);
        byte[] bytes = new byte[slice.length()];
        slice.copyTo(bytes, 0);
        return bytes;
    }

    /** The id of a number, as it is written. */
    public String spelling(int id) {
        return ids.spelling(id);
    }

    /** The number of an id as it is written; below 0 where it is not linked. */
    public int find(String id) {
        LeadName name = new LeadName(exact);
        name.set(Text.strip(id));
        return find(name);
    }

    /** Doubts about the links as a whole, as sentences: that most of them lead to nobody, or all to one person. */
    public List<String> doubts() {
        int linked = 0;
        int toNobody = 0;
        Map<Integer, Integer> byLead = new TreeMap<>();
        for (int id = leading.nextSetBit(0); id >= 0; id = leading.nextSetBit(id + 1)) {
            if (!persons.isLead(id)) {
                int lead = persons.lead(id, moment);
                linked++;
                toNobody += lead == KnownPersons.NOBODY ? 1 : 0;
                if (lead >= 0) {
                    byLead.merge(lead, 1, Integer::sum);
                }
            }
        }
        List<String> doubts = new ArrayList<>();
        if (toNobody > 0 && (toNobody == linked || toNobody >= FEWEST_DOUBTFUL && 2 * toNobody > linked)) {
            doubts.add(String.format(
                    Locale.ROOT,
                    "identities: %,d of %,d ids that lead on lead to nobody in the contact list; does 'to' name the column whose ids the contact list has?",
                    toNobody,
                    linked));
        }
        for (Map.Entry<Integer, Integer> lead : byLead.entrySet()) {
            if (lead.getValue() >= FEWEST_DOUBTFUL && 2 * lead.getValue() > linked) {
                doubts.add(String.format(
                        Locale.ROOT,
                        "identities: %,d of %,d ids that lead on lead to one id%s; is it one person, or a word for nobody?",
                        lead.getValue(),
                        linked,
                        CellText.beside(ids.spelling(lead.getKey()))));
            }
        }
        return doubts;
    }

    /** Writes all that is known at the moment. */
    public void pack(Packing out) {
        out.number(moment);
        out.number(leadOn.size());
        leadOn.forEach((log, columns) -> {
            out.text(log);
            out.number(columns.size());
            columns.forEach(out::text);
        });
        out.number(ids.size());
        for (int id = 0; id < ids.size(); id++) {
            out.text(ids.spelling(id));
            out.number(leading.get(id) ? 1 : 0);
        }
        persons.pack(out);
    }

    /**
     * The identities that {@link #pack} wrote, known at the same moment only.
     *
     * @param exact whether the case of ids counts
     */
    public static Identities unpacked(Unpacking in, boolean exact) {
        long moment = in.number();
        Map<String, Set<String>> leadOn = new HashMap<>();
        for (long logs = in.number(); logs > 0; logs--) {
            String log = in.text();
            Set<String> columns = new HashSet<>();
            for (long count = in.number(); count > 0; count--) {
                columns.add(in.text());
            }
            leadOn.put(log, columns);
        }
        LeadDirectory ids = new LeadDirectory();
        BitSet leading = new BitSet();
        LeadName name = new LeadName(exact);
        for (long count = in.number(); count > 0; count--) {
            name.set(in.text());
            leading.set(ids.add(name), in.number() == 1);
        }
        return new Identities(
                ids, exact, moment, KnownPersons.unpacked(in), PersonGraph.NONE, leadOn, leading, filter(ids, exact));
    }

    private boolean mayHave(long fingerprint) {
        return (filter[word(fingerprint, filter.length)] & 1L << fingerprint) != 0;
    }
}
