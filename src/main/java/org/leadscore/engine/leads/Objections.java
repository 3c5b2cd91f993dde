package org.leadscore.engine.leads;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntPredicate;
import java.util.function.LongPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.leadscore.engine.files.Allowance;
import org.leadscore.engine.files.Oddity;
import org.leadscore.lead.Text;

/**
 * The leads who objected to being scored: their rows are counted, and are left out otherwise. Made from the files of
 * objections, taken by the engine. A lead is the one who objected also where either of the two ids is written in another way,
 * as {@link IdSpelling} knows them. Nothing changes but the note of those that were met in a run; thread-safe.
 */
public final class Objections implements Serializable {

    /** Objections of no leads. */
    public static final Objections NONE = new Objections(false, List.of(), List.of());

    /** Number of copies of an id in memory: as written, as compared, and in {@link Redaction}. */
    private static final int COPIES = 3;

    /** Bytes of memory of an id beside its characters. */
    private static final int BYTES_OF_OBJECTS = 320;

    /**
     * An objection as it was read.
     *
     * @param spellings of the id, at least one
     * @param place {@code file:line}; blank where there is none
     */
    public record Row(List<String> spellings, String place) implements Serializable {
        public Row {
            spellings = List.copyOf(spellings);
        }
    }

    /** Tells whether the case of ids counts. */
    private final boolean exact;

    private final List<Row> rows;

    /** The ids, stripped, in each spelling that a row has and in the plain one, each once, in the order of the files. */
    private final List<String> ids;

    /** The number of the person, from 0, by the plain spelling of an id. */
    private final Map<String, Integer> persons = new HashMap<>();

    /** The place of the first row of each person. */
    private final List<String> places = new ArrayList<>();

    /** The ids as they are compared, in the spellings of the rows. */
    private final Set<String> compared = new HashSet<>();

    /** The oddities of the files that they were read from. */
    private final List<Oddity> oddities;

    /** The persons who were met as leads in this run. */
    private final Set<Integer> met = ConcurrentHashMap.newKeySet();

    /** The persons who were met in a spelling that no row has. */
    private final Set<Integer> metOtherwise = ConcurrentHashMap.newKeySet();

    private Objections(boolean exact, List<Row> rows, List<Oddity> oddities) {
        this.exact = exact;
        this.oddities = List.copyOf(oddities);
        this.rows = List.copyOf(rows);
        Set<String> distinct = new LinkedHashSet<>();
        for (Row row : rows) {
            int person = places.size();
            for (String id : row.spellings()) {
                person = Math.min(person, persons.getOrDefault(plain(id), person));
            }
            if (person == places.size()) {
                places.add(row.place());
            }
            for (String id : row.spellings()) {
                distinct.add(Text.strip(id));
                distinct.add(plain(id));
                compared.add(compared(id));
                persons.putIfAbsent(plain(id), person);
            }
        }
        this.ids = List.copyOf(distinct);
    }

    /**
     * The objections of the leads of these ids.
     *
     * @param exact whether the case of ids counts
     */
    public static Objections of(boolean exact, Collection<String> ids) {
        return ofRows(exact, ids.stream().map(id -> new Row(List.of(id), "")).toList());
    }

    /**
     * The objections of rows that were read.
     *
     * @param exact whether the case of ids counts
     */
    public static Objections ofRows(boolean exact, List<Row> rows) {
        return new Objections(exact, rows, List.of());
    }

    /** These objections and others; all ids are compared as these are. */
    public Objections and(Objections others) {
        return new Objections(
                exact,
                Stream.concat(rows.stream(), others.rows.stream()).toList(),
                Stream.concat(oddities.stream(), others.oddities.stream()).toList());
    }

    /** The same objections, from files that have these oddities. */
    Objections withOddities(List<Oddity> found) {
        return new Objections(exact, rows, found);
    }

    /** The oddities of the files that they were read from. */
    public List<Oddity> oddities() {
        return oddities;
    }

    /**
     * The same objections, of people who have other ids besides.
     *
     * @param others by the number of a person, all ids of that person
     */
    Objections withOtherIds(Map<Integer, List<String>> others) {
        List<Row> all = new ArrayList<>();
        Set<Integer> done = new HashSet<>();
        for (Row row : rows) {
            int person = persons.getOrDefault(plain(row.spellings().get(0)), -1);
            List<String> more = done.add(person) ? others.getOrDefault(person, List.of()) : List.of();
            all.add(new Row(
                    Stream.concat(row.spellings().stream(), more.stream()).toList(), row.place()));
        }
        return new Objections(exact, all, oddities);
    }

    /** The number of the person who has an id in one of the spellings of the rows or in the plain one; below 0 for none. */
    int person(LeadName name) {
        return persons.getOrDefault(plain(name.text()), -1);
    }

    /** True when this is the id of a lead who objected. */
    public boolean include(String lead) {
        return !persons.isEmpty() && (compared.contains(compared(lead)) || persons.containsKey(plain(lead)));
    }

    /**
     * True when an id that is in no row as it is written is that of a lead who objected.
     *
     * @param folded the id as compared, in UTF-8
     */
    boolean includeOtherwise(byte[] folded, int from, int length) {
        return !persons.isEmpty()
                && IdSpelling.isOdd(folded, from, length)
                && persons.containsKey(plain(new String(folded, from, length, UTF_8)));
    }

    /** Takes note that a lead who objected was met. */
    void meet(LeadName name) {
        String id = name.text();
        Integer person = persons.get(plain(id));
        if (person != null) {
            met.add(person);
            if (!compared.contains(compared(id))) {
                metOtherwise.add(person);
            }
        }
    }

    /** The persons who were met so far, by their numbers, to be told to these objections on another machine. */
    public Met met() {
        return new Met(Set.copyOf(met), Set.copyOf(metOtherwise));
    }

    /** Takes note of those who were met on another machine. */
    public void meet(Met there) {
        met.addAll(there.met());
        metOtherwise.addAll(there.otherwise());
    }

    /**
     * The persons who were met, by their numbers.
     *
     * @param otherwise those of them who were met in a spelling that no row has
     */
    public record Met(Set<Integer> met, Set<Integer> otherwise) implements Serializable {

        /** Nobody. */
        public static final Met NOBODY = new Met(Set.of(), Set.of());
    }

    /** The number of persons who objected. */
    public int count() {
        return places.size();
    }

    /** The places of the objections of persons who are no leads of this run, in the order of the files. */
    public List<String> placesOfNobodys() {
        return placesOf(person -> !met.contains(person));
    }

    /** The places of the objections of leads whose id is written in another way, in the order of the files. */
    public List<String> placesOfOtherSpellings() {
        return placesOf(metOtherwise::contains);
    }

    private List<String> placesOf(IntPredicate isAsked) {
        return IntStream.range(0, places.size())
                .filter(isAsked)
                .mapToObj(places::get)
                .toList();
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
        directory.heed(this);
        return directory;
    }

    /** About the number of bytes of memory that they take, with the words by which they are found in rejects. */
    public long memory() {
        long characters = ids.stream().mapToLong(String::length).sum();
        return COPIES * characters + (long) BYTES_OF_OBJECTS * ids.size();
    }

    /** The ids, stripped, in the order of the files, in all spellings that are known. */
    public List<String> ids() {
        return ids;
    }

    private String compared(String id) {
        return exact ? Text.strip(id) : Text.fold(id);
    }

    private String plain(String id) {
        return IdSpelling.plain(id, exact);
    }
}
