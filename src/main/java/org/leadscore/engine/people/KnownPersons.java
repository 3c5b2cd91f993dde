package org.leadscore.engine.people;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.leadscore.lead.Packing;
import org.leadscore.lead.Unpacking;

/**
 * Finds the lead that an id led to at a time, by the links that are known at one moment. Made by {@link PersonGraph}.
 *
 * <p>From an id go the links of the last time at or before the event, or else those of the first time after it; a link that
 * cannot lead to a lead is passed over. So it goes on from id to id to a lead. Links of the same time to different leads, and
 * links that go round in a circle, are contested. Immutable.
 */
public final class KnownPersons {

    /** In place of a lead: the id leads to nobody. */
    public static final int NOBODY = -1;

    /** In place of a lead: the id leads to different leads at the same time, or round in a circle. */
    public static final int CONTESTED = -2;

    /** In place of a link: none. */
    public static final int NO_LINK = -1;

    /** The number of links after which a way is looked at for circles. */
    private static final int LONG_WAY = 64;

    /** The links that can lead to a lead. */
    private final LinkTable links;

    private final BitSet leads;

    /** The ids from which a circle is reached. */
    private final BitSet circling;

    KnownPersons(LinkTable links, BitSet leads, BitSet circling) {
        this.links = links;
        this.leads = leads;
        this.circling = circling;
    }

    /** Number of ids. */
    public int ids() {
        return links.ids();
    }

    /** True when the id is a lead. */
    public boolean isLead(int id) {
        return leads.get(id);
    }

    /**
     * The lead to which an event of an id belongs; {@link #NOBODY} or {@link #CONTESTED} where there is none.
     *
     * @param time of the event, in milliseconds since 1970 UTC
     */
    public int lead(int id, long time) {
        int at = id;
        for (int steps = 0; steps < LONG_WAY; steps++) {
            if (leads.get(at)) {
                return at;
            }
            if (!links.hasLinks(at)) {
                return circling.get(at) ? CONTESTED : NOBODY;
            }
            int link = chosen(at, time);
            if (isOneOfSeveral(at, link)) {
                break;
            }
            at = links.to()[link];
        }
        return leadOfAllWays(id, time);
    }

    /**
     * The link that an event of an id goes by first; {@link #NO_LINK} where none leads on. Of several of the same time, the
     * first in the order of ids.
     */
    public int link(int id, long time) {
        if (leads.get(id) || !links.hasLinks(id)) {
            return NO_LINK;
        }
        int link = chosen(id, time);
        while (link > links.begins()[id] && links.times()[link - 1] == links.times()[link]) {
            link--;
        }
        return link;
    }

    /** The id that a link leads to. */
    public int to(int link) {
        return links.to()[link];
    }

    /** The time of a link, in milliseconds since 1970 UTC, or {@link Links#ALWAYS}. */
    public long time(int link) {
        return links.times()[link];
    }

    /**
     * The moment from which the lead of an event is known: the greatest time of the links by which it is found, in
     * milliseconds since 1970 UTC; {@link Links#ALWAYS} where none has a time.
     */
    public long knownFrom(int id, long time) {
        long known = Links.ALWAYS;
        Deque<Integer> open = new ArrayDeque<>();
        BitSet met = new BitSet();
        open.add(id);
        met.set(id);
        while (!open.isEmpty()) {
            int at = open.remove();
            for (int link = link(at, time); isOfWay(link, at, time); link++) {
                known = Math.max(known, links.times()[link]);
                if (!met.get(links.to()[link])) {
                    met.set(links.to()[link]);
                    open.add(links.to()[link]);
                }
            }
        }
        return known;
    }

    /** All ids from which a way leads to a lead, at one time or another; the lead is among them. */
    public BitSet idsOf(int lead) {
        BitSet ids = new BitSet();
        ids.set(lead);
        for (int before = 0; before < ids.cardinality(); ) {
            before = ids.cardinality();
            for (int id = 0; id < links.ids(); id++) {
                for (int link = links.begins()[id]; link < links.begins()[id + 1]; link++) {
                    if (ids.get(links.to()[link])) {
                        ids.set(id);
                    }
                }
            }
        }
        return ids;
    }

    /** The first link of an id to one of some ids; {@link #NO_LINK} for none. */
    public int firstTo(int id, BitSet some) {
        for (int link = links.begins()[id]; link < links.begins()[id + 1]; link++) {
            if (some.get(links.to()[link])) {
                return link;
            }
        }
        return NO_LINK;
    }

    /** Writes all of it. */
    public void pack(Packing out) {
        out.number(links.ids());
        for (int id = 0; id < links.ids(); id++) {
            out.number((leads.get(id) ? 1 : 0) + (circling.get(id) ? 2 : 0));
            out.number(links.begins()[id + 1] - links.begins()[id]);
            for (int link = links.begins()[id]; link < links.begins()[id + 1]; link++) {
                out.number(links.to()[link]);
                out.word(links.times()[link]);
            }
        }
    }

    /** The persons that {@link #pack} wrote. */
    public static KnownPersons unpacked(Unpacking in) {
        int ids = (int) in.number();
        BitSet leads = new BitSet();
        BitSet circling = new BitSet();
        Links links = new Links();
        for (int id = 0; id < ids; id++) {
            long flags = in.number();
            leads.set(id, (flags & 1) != 0);
            circling.set(id, (flags & 2) != 0);
            int count = (int) in.number();
            for (int link = 0; link < count; link++) {
                links.add(id, (int) in.number(), in.word());
            }
        }
        return new KnownPersons(LinkTable.of(ids, links), leads, circling);
    }

    /** The last link at or before the time, or else the last of those of the first time after it. */
    private int chosen(int id, long time) {
        int link = links.lastUntil(id, time);
        if (link >= links.begins()[id]) {
            return link;
        }
        return links.lastUntil(id, links.times()[links.begins()[id]]);
    }

    /** True when another link of the id has the same time as this one, which is the last of its time. */
    private boolean isOneOfSeveral(int id, int link) {
        return link > links.begins()[id] && links.times()[link - 1] == links.times()[link];
    }

    /** True for a link that is one of those by which an event of the id goes. */
    private boolean isOfWay(int link, int id, long time) {
        return link != NO_LINK
                && link < links.begins()[id + 1]
                && links.times()[link] == links.times()[chosen(id, time)];
    }

    /** Follows all links of the same time, each id once; contested where they end in several leads, or in a circle. */
    private int leadOfAllWays(int id, long time) {
        int found = NOBODY;
        Map<Integer, Boolean> isOpen = new HashMap<>();
        Deque<Integer> way = new ArrayDeque<>();
        way.push(id);
        while (!way.isEmpty()) {
            int at = way.pop();
            if (at < 0) {
                isOpen.put(-at - 1, false);
                continue;
            }
            Boolean before = isOpen.get(at);
            if (before != null) {
                if (before) {
                    return CONTESTED;
                }
                continue;
            }
            if (leads.get(at)) {
                if (found != NOBODY && found != at) {
                    return CONTESTED;
                }
                found = at;
                isOpen.put(at, false);
                continue;
            }
            isOpen.put(at, true);
            way.push(-at - 1); // it is left when all behind it has been seen
            for (int link = link(at, time); isOfWay(link, at, time); link++) {
                way.push(links.to()[link]);
            }
        }
        return found;
    }
}
