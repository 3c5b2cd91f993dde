package org.leadscore.engine.leads;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.leadscore.engine.files.Tally;
import org.leadscore.engine.people.Links;
import org.leadscore.engine.people.PersonGraph;
import org.leadscore.ingest.row.Reject;

/**
 * The ids that sources link to others, before it is known which of them are leads. Made by the reader of links; gives the
 * objections of whole persons, and, when the contact list is read, {@link Identities}. The ids with a contact row are marked
 * by one thread.
 */
public final class LinkedIds {

    /** The linked ids where no source says that ids belong together. */
    public static LinkedIds none() {
        return new LinkedIds(new LeadDirectory(), new Links(), false, Map.of(), List.of(), List.of());
    }

    private final LeadDirectory ids;
    private final Links links;
    private final boolean exact;
    private final Map<String, Set<String>> leadOn;
    private final List<Tally> tallies;
    private final List<Reject> rejects;

    /** The ids that keep to themselves. */
    private final BitSet kept = new BitSet();

    /**
     * The ids of links.
     *
     * @param exact whether the case of ids counts
     * @param leadOn names of the columns whose ids lead on to others, by the name of the log
     * @param tallies that of the files of links; none where there are no such files
     * @param rejects of these files
     */
    public LinkedIds(
            LeadDirectory ids,
            Links links,
            boolean exact,
            Map<String, Set<String>> leadOn,
            List<Tally> tallies,
            List<Reject> rejects) {
        this.ids = ids;
        this.links = links;
        this.exact = exact;
        this.leadOn = Map.copyOf(leadOn);
        this.tallies = List.copyOf(tallies);
        this.rejects = List.copyOf(rejects);
    }

    /** True where no source says that ids belong together. */
    public boolean isEmpty() {
        return ids.size() == 0 && leadOn.isEmpty();
    }

    /** The tally of the files of links; none where there are no such files. */
    public List<Tally> tallies() {
        return tallies;
    }

    /** The rejects of the files of links. */
    public List<Reject> rejects() {
        return rejects;
    }

    /** The objections, with all ids of the persons who objected; a person's ids keep to themselves from now on. */
    public Objections objecting(Objections given) {
        if (ids.size() == 0 || given.ids().isEmpty()) {
            return given;
        }
        SortedMap<Integer, SortedSet<Integer>> byPerson = new TreeMap<>();
        LeadName name = new LeadName(exact);
        for (String id : given.ids()) {
            name.set(id);
            int found = ids.find(name);
            if (found >= 0) {
                byPerson.computeIfAbsent(given.person(name), any -> new TreeSet<>())
                        .add(found);
            }
        }
        for (int id = 0; id < ids.size(); id++) {
            name.set(ids.spelling(id));
            if (given.includeOtherwise(name.folded(), 0, name.foldedLength())) {
                byPerson.computeIfAbsent(given.person(name), any -> new TreeSet<>())
                        .add(id);
            }
        }
        return byPerson.isEmpty() ? given : objecting(given, byPerson);
    }

    private Objections objecting(Objections given, SortedMap<Integer, SortedSet<Integer>> byPerson) {
        Map<Integer, List<String>> more = new HashMap<>();
        PersonGraph.allOfTheirPersons(ids.size(), links, byPerson).forEach((person, theirs) -> {
            theirs.forEach(kept::set);
            more.put(person, theirs.stream().map(ids::spelling).toList());
        });
        return given.withOtherIds(more);
    }

    /** Marks an id that has a contact row of its own, if it is linked. */
    public void mark(LeadName contact) {
        int id = ids.find(contact);
        if (id >= 0) {
            kept.set(id);
        }
    }

    /** Marks the ids that have a contact row of their own. */
    public void markAll(LeadDirectory contacts) {
        LeadName name = new LeadName(exact);
        for (int id = 0; id < ids.size(); id++) {
            name.set(ids.spelling(id));
            if (contacts.find(name) != LeadDirectory.UNKNOWN) {
                kept.set(id);
            }
        }
    }

    /**
     * The identities, when all ids with a contact row are marked.
     *
     * @param areListed true where there is a contact list
     * @param moment links that are later are not there yet; milliseconds since 1970 UTC
     */
    public Identities identities(boolean areListed, long moment) {
        return isEmpty() ? Identities.NONE : Identities.of(this, kept, areListed, moment);
    }

    LeadDirectory ids() {
        return ids;
    }

    Links links() {
        return links;
    }

    boolean areExact() {
        return exact;
    }

    Map<String, Set<String>> leadOn() {
        return leadOn;
    }
}
