package org.leadscore.engine.held;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.leadscore.engine.events.LinkReader;
import org.leadscore.engine.files.Allowance;
import org.leadscore.engine.files.Exports;
import org.leadscore.engine.files.Progress;
import org.leadscore.engine.files.Workers;
import org.leadscore.engine.leads.IdColumn;
import org.leadscore.engine.leads.Identities;
import org.leadscore.engine.leads.LeadName;
import org.leadscore.engine.leads.LinkedIds;
import org.leadscore.engine.leads.Objections;
import org.leadscore.engine.people.KnownPersons;
import org.leadscore.ingest.scan.Chunk;
import org.leadscore.ingest.table.ChunkReader;
import org.leadscore.ingest.table.Table;
import org.leadscore.lead.Text;
import org.leadscore.lead.TimeFormat;
import org.leadscore.rules.RuleSet;
import org.leadscore.rules.source.ContactSource;

/**
 * The persons who are asked about, each with all ids that lead to the same lead by any link, however late. Made by whoever tells
 * what is held, taken by {@link HeldReader}.
 */
public final class AskedPersons {

    /** Tells whether the case of ids counts. */
    private final boolean exact;

    /** All ids of each person, by the id that was given, which comes first. */
    private final Map<String, List<String>> ids = new LinkedHashMap<>();

    /** The links with the leads that the contact list has, and with all to whom links lead; none where no ids are linked. */
    private final List<Identities> identities = new ArrayList<>();

    /** The numbers of the persons' leads. */
    private final BitSet leads = new BitSet();

    private AskedPersons(boolean exact) {
        this.exact = exact;
    }

    /** The persons of some leads, each of whom has one id. */
    public static AskedPersons withoutLinks(boolean exact, List<String> leads) {
        AskedPersons persons = new AskedPersons(exact);
        leads.forEach(lead -> persons.ids.put(lead, List.of(lead)));
        return persons;
    }

    /**
     * The persons of some leads, by the links that the sources have.
     *
     * @param leads any of their ids, compared as those of the sources are
     * @throws org.leadscore.problem.InputException when a file with links breaks off or is not one table
     */
    public static AskedPersons of(RuleSet rules, Exports exports, List<String> leads) {
        boolean exact = rules.sources().areIdsExact();
        if (rules.sources().identities().isEmpty()) {
            return withoutLinks(exact, leads);
        }
        LinkedIds linked = new LinkReader(
                        rules.sources(), exports, Long.MAX_VALUE, Allowance.unlimited(), new Workers(1), Progress.NONE)
                .read();
        ContactSource list = rules.sources().contacts();
        if (list != null) {
            markContacts(list, exports.contacts(), linked);
        }
        AskedPersons persons = new AskedPersons(exact);
        if (list != null) {
            persons.identities.add(linked.identities(true, Long.MAX_VALUE));
        }
        persons.identities.add(linked.identities(false, Long.MAX_VALUE));
        leads.forEach(lead -> persons.ids.put(lead, persons.find(lead)));
        return persons;
    }

    private static void markContacts(ContactSource list, List<Exports.Export> files, LinkedIds linked) {
        IdColumn id = new IdColumn(list.lead(), IdColumn.Blank.ANONYMOUS);
        for (Exports.Export file : files) {
            try (Table table = file.openBefore()) {
                id.turnTo(table);
                ChunkReader reader = new ChunkReader(table);
                for (Chunk chunk = table.next(); chunk != null; chunk = table.next()) {
                    id.pass(reader.read(chunk, row -> {
                        if (id.find(row)) {
                            linked.mark(id.name());
                        }
                    }));
                }
            }
        }
    }

    /** All ids of the person who has this one, which comes first. */
    private List<String> find(String lead) {
        for (Identities each : identities) {
            for (String spelling : Objections.of(exact, List.of(lead)).ids()) {
                int id = each.find(spelling);
                int itsLead = id < 0 ? id : each.lead(id, Long.MAX_VALUE);
                if (itsLead >= 0) {
                    leads.set(itsLead);
                    Stream<String> others = each.persons().idsOf(itsLead).stream()
                            .filter(other -> other != id)
                            .mapToObj(each::spelling)
                            .sorted(Text::compareByCodePoint);
                    return Stream.concat(Stream.of(lead), others).toList();
                }
            }
        }
        return List.of(lead);
    }

    /** The ids of the person who was asked for by this one, which comes first. */
    public List<String> ids(String lead) {
        return ids.getOrDefault(lead, List.of(lead));
    }

    /** The ids of all persons, to be compared with as those of who objected are. */
    public Objections all() {
        return Objections.of(
                exact, ids.values().stream().flatMap(Collection::stream).toList());
    }

    /** The ids that were given, and those of the leads to whom they lead. */
    Objections themselves() {
        Set<String> own = new LinkedHashSet<>(ids.keySet());
        leads.stream().mapToObj(lead -> identities.get(0).spelling(lead)).forEach(own::add);
        return Objections.of(exact, own);
    }

    /**
     * Tells whether a row of an id that a person has is not the person's, as the id is also another one's and was so then.
     *
     * @param time of the row, in milliseconds since 1970 UTC; {@link TimeFormat#NONE} where it has none
     */
    boolean isAnothers(LeadName name, long time) {
        if (identities.isEmpty() || time == TimeFormat.NONE) {
            return false;
        }
        for (Identities each : identities) {
            int id = each.find(name);
            int lead = id < 0 ? id : each.lead(id, time);
            if (id < 0 || lead == KnownPersons.CONTESTED || lead >= 0 && leads.get(lead)) {
                return false;
            }
        }
        return true;
    }
}
