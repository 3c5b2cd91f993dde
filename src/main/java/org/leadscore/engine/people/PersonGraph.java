package org.leadscore.engine.people;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The links between ids, of which some lead to leads. Ids are numbers, from 0. Made when all links are read; how it stands
 * at a moment is a {@link KnownPersons}. The same links give the same graph in any order. Immutable.
 */
public final class PersonGraph {

    /** The graph without ids. */
    public static final PersonGraph NONE = of(0, new Links(), new BitSet(), true);

    private final LinkTable links;

    /** The ids that keep to themselves, as they have a contact row of their own or objected. */
    private final BitSet kept;

    /** True when only ids that keep to themselves are leads; otherwise those are that lead to nobody else. */
    private final boolean areListed;

    private PersonGraph(LinkTable links, BitSet kept, boolean areListed) {
        this.links = links;
        this.kept = kept;
        this.areListed = areListed;
    }

    /**
     * The graph of some links.
     *
     * @param ids number of ids
     * @param kept the ids that keep to themselves; no link leads on from them
     * @param areListed true when only these are leads
     */
    public static PersonGraph of(int ids, Links links, BitSet kept, boolean areListed) {
        BitSet own = (BitSet) kept.clone();
        return new PersonGraph(
                LinkTable.of(ids, links).select(id -> !own.get(id), time -> true, id -> true), own, areListed);
    }

    /**
     * All ids of the persons whom some ids belong to: those to which one of them leads, and those that lead to one of these,
     * at whatever time. An id that several persons have is that of one of them at least.
     *
     * @param some ids by the number of their person
     * @return all ids of these persons, in ascending order; if an id of one leads to an id of another, that is told of both
     */
    public static SortedMap<Integer, SortedSet<Integer>> allOfTheirPersons(
            int ids, Links links, SortedMap<Integer, SortedSet<Integer>> some) {
        SortedMap<Integer, SortedSet<Integer>> all = new TreeMap<>();
        BitSet met = new BitSet();
        some.forEach((person, theirs) -> {
            all.put(person, new TreeSet<>(theirs));
            theirs.forEach(met::set);
        });
        LinkTable onwards = LinkTable.of(ids, links);
        all.values().forEach(theirs -> spread(onwards, theirs, met, true));
        LinkTable backwards = reversed(onwards);
        all.values().forEach(theirs -> spread(backwards, theirs, met, false));
        return all;
    }

    /**
     * Adds the ids that links lead to from ids of a person, as far as nobody has met them.
     *
     * @param tellsMet whether to add also those that were met, from which it does not go on
     */
    private static void spread(LinkTable links, SortedSet<Integer> theirs, BitSet met, boolean tellsMet) {
        Deque<Integer> open = new ArrayDeque<>(theirs);
        while (!open.isEmpty()) {
            int id = open.remove();
            for (int link = links.begins()[id]; link < links.begins()[id + 1]; link++) {
                int next = links.to()[link];
                if (!met.get(next)) {
                    met.set(next);
                    open.add(next);
                    theirs.add(next);
                } else if (tellsMet) {
                    theirs.add(next);
                }
            }
        }
    }

    /**
     * The persons as they are known at a moment: a link that is later is not there yet.
     *
     * @param moment milliseconds since 1970 UTC
     */
    public KnownPersons at(long moment) {
        LinkTable there = links.select(id -> true, time -> time <= moment, id -> true);
        BitSet leads = new BitSet();
        for (int id = 0; id < there.ids(); id++) {
            leads.set(id, kept.get(id) || !areListed && !there.hasLinks(id));
        }
        LinkTable backwards = reversed(there);
        BitSet leading = (BitSet) leads.clone();
        spread(backwards, leading);
        return new KnownPersons(
                there.select(id -> !leads.get(id), time -> true, leading::get), leads, circling(there, backwards));
    }

    /** The ids from which links go round in a circle: those that are left when ids without a link are taken away. */
    private static BitSet circling(LinkTable links, LinkTable backwards) {
        int[] left = new int[links.ids()];
        BitSet circling = new BitSet();
        Deque<Integer> ended = new ArrayDeque<>();
        for (int id = 0; id < left.length; id++) {
            left[id] = links.begins()[id + 1] - links.begins()[id];
            circling.set(id);
            if (left[id] == 0) {
                ended.add(id);
            }
        }
        while (!ended.isEmpty()) {
            int id = ended.remove();
            circling.clear(id);
            for (int link = backwards.begins()[id]; link < backwards.begins()[id + 1]; link++) {
                int before = backwards.to()[link];
                if (--left[before] == 0) {
                    ended.add(before);
                }
            }
        }
        return circling;
    }

    /** The same links the other way round, each as often as it is there. */
    private static LinkTable reversed(LinkTable links) {
        int[] begins = new int[links.ids() + 1];
        for (int id : links.to()) {
            begins[id + 1]++;
        }
        for (int id = 0; id < links.ids(); id++) {
            begins[id + 1] += begins[id];
        }
        int[] next = begins.clone();
        int[] from = new int[links.to().length];
        for (int id = 0; id < links.ids(); id++) {
            for (int link = links.begins()[id]; link < links.begins()[id + 1]; link++) {
                from[next[links.to()[link]]++] = id;
            }
        }
        return new LinkTable(begins, from, new long[from.length]);
    }

    /** Adds all ids that links lead to from one of the given ids. */
    private static void spread(LinkTable links, BitSet some) {
        Deque<Integer> open = new ArrayDeque<>();
        some.stream().forEach(open::add);
        while (!open.isEmpty()) {
            int id = open.remove();
            for (int link = links.begins()[id]; link < links.begins()[id + 1]; link++) {
                int next = links.to()[link];
                if (!some.get(next)) {
                    some.set(next);
                    open.add(next);
                }
            }
        }
    }
}
