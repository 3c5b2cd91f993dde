package org.leadscore.history;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.leadscore.calibrate.fit.Settings;
import org.leadscore.calibrate.rows.Counts;
import org.leadscore.calibrate.rows.History;
import org.leadscore.calibrate.rows.HistoryRows;
import org.leadscore.calibrate.rows.LeadRows;
import org.leadscore.calibrate.table.Crosstab;
import org.leadscore.calibrate.table.Discovery;
import org.leadscore.engine.past.Past;
import org.leadscore.engine.past.PastReader;
import org.leadscore.engine.past.Trait;
import org.leadscore.lead.NumberFormat;
import org.leadscore.lead.Text;
import org.leadscore.problem.InputException;
import org.leadscore.problem.Location;
import org.leadscore.rules.RuleSet;
import org.leadscore.rules.condition.Field;
import org.leadscore.rules.file.RuleFile;
import org.leadscore.rules.made.Several;
import org.leadscore.rules.read.ConditionWord;
import org.leadscore.rules.rewrite.TableText;
import org.leadscore.rules.rule.OwnMailing;
import org.leadscore.rules.source.ContactSource;
import org.leadscore.rules.source.OutcomeSource;

/**
 * Searches the columns of contacts and the events of the past for attributes that tell customers from others and that no rule
 * asks for yet. Names of people, their addresses and ids are left alone. {@link DiscoveryText} shows what it finds.
 */
public final class Discoveries {

    private static final int MOST_VALUES = 500;
    private static final int FEW_NUMBERS = 20;
    private static final int FIFTHS = 5;

    /** The least share, of leads that two attributes hold for, that both must hold for to be the same (Jaccard's index). */
    private static final double SAME = 0.6;

    /** An attribute that was found, and the condition that asks for it. */
    public record Proposal(Discovery discovery, Condition condition) {}

    /**
     * A condition in YAML.
     *
     * @param ofEvent true when it is asked of events, false when of the contact
     * @param isOurs true when the events are the sender's doing by their name, and no sign of life
     */
    public record Condition(boolean ofEvent, boolean isOurs, String yaml) {}

    /**
     * Leads with a number from a limit on, up to that of the next fifth.
     *
     * @param low null for the lowest
     */
    private record Fifth(@Nullable BigDecimal low, BitSet places) {}

    private final PastHistory measured;
    private final Past past;
    private final HistoryRows leads; // one row for each lead
    private final int[] leadOfRow; // by place among the leads: the number in the past
    private final Map<String, Condition> conditions = new LinkedHashMap<>(); // by name of the attribute
    private final Map<String, BitSet> holders = new LinkedHashMap<>(); // likewise: the places of leads that have it
    private final List<BitSet> covered = new ArrayList<>(); // the places of leads that a rule gives points already

    /**
     * Reads the past and collects the attributes of its leads.
     *
     * @param file the rule file, whose rules are over the sources that are read
     * @param contactColumns the columns of the contact list
     * @param trust fields, events and rules to look at even when they seem to give the outcome away
     * @throws InputException when no outcome is that of a lead, or nobody or everybody is a customer
     */
    public Discoveries(
            PastReader reader,
            RuleFile file,
            RuleSet rules,
            Timeline timeline,
            Set<String> contactColumns,
            Set<String> trust) {
        List<Field> columns = columns(rules, contactColumns);
        this.measured = PastHistory.measuredWithTraits(reader, file, rules, timeline, columns, trust);
        this.past = measured.past();
        measured.requireKnown(trust, null);
        History history = measured.history();
        this.leads = LeadRows.of(HistoryRows.all(history), Settings.SEED);
        Counts whole = whole();
        if (whole.conversions() == 0 || whole.conversions() == whole.leads()) {
            throw new InputException(
                    "nothing to discover: of " + whole.leads() + " leads " + (whole.conversions() == 0 ? "none" : "all")
                            + " converted; a longer --horizon or past may have both");
        }
        this.leadOfRow = new int[leads.size()];
        Arrays.setAll(leadOfRow, place -> measured.rows().lead(history.lead(leads.row(place))));
        addContacts(rules, columns);
        addEvents();
        addCovered(rules);
    }

    /** The past that was read. */
    public Past past() {
        return past;
    }

    /** Counts the leads that were looked at, and those of them that converted. */
    public Counts whole() {
        return new Counts(leads.size(), leads.conversions());
    }

    /** The fields, events and rules that were left out, as they seem to give the outcome away, and those trusted. */
    Suspects suspects() {
        return measured.suspects();
    }

    /** Number of rows of the history: more than leads where one stands at several snapshots. */
    public int rows() {
        return leads.history().rows();
    }

    /**
     * Selects the significant attributes that no rule asks for, the most valuable first. Of several that much the same leads
     * have, the first is taken.
     *
     * @param leastSupport how many leads must have it
     */
    public List<Proposal> proposals(int leastSupport) {
        List<String> names = holders.entrySet().stream()
                .filter(each -> each.getValue().cardinality() >= leastSupport
                        && each.getValue().cardinality() < leads.size())
                .map(Map.Entry::getKey)
                .toList();
        List<Counts> counts = names.stream()
                .map(name -> counts(Objects.requireNonNull(holders.get(name))))
                .toList();
        List<BitSet> taken = new ArrayList<>(covered);
        List<Proposal> proposals = new ArrayList<>();
        Discovery.of(names, counts, whole()).stream()
                .filter(discovery -> discovery.isSignificant() && discovery.points() != 0)
                .sorted(Discovery.mostValuableFirst())
                .forEach(discovery -> {
                    BitSet own = Objects.requireNonNull(holders.get(discovery.name()));
                    if (taken.stream().noneMatch(other -> isSame(own, other))) {
                        taken.add(own);
                        Condition condition = Objects.requireNonNull(conditions.get(discovery.name()));
                        proposals.add(new Proposal(discovery, condition));
                    }
                });
        return proposals;
    }

    private Counts counts(BitSet places) {
        int conversions = 0;
        for (int place = places.nextSetBit(0); place >= 0; place = places.nextSetBit(place + 1)) {
            conversions += leads.history().converted(leads.row(place)) ? 1 : 0;
        }
        return new Counts(places.cardinality(), conversions);
    }

    private static boolean isSame(BitSet one, BitSet other) {
        BitSet both = (BitSet) one.clone();
        both.and(other);
        int common = both.cardinality();
        return common >= SAME * (one.cardinality() + other.cardinality() - common);
    }

    private static List<Field> columns(RuleSet rules, Set<String> contactColumns) {
        Set<String> ids = rules.sources().idColumns();
        ContactSource contacts = rules.sources().contacts();
        if (contacts != null && contacts.since() != null) {
            contacts.since().columns().fields().forEach(field -> ids.add(field.name()));
        }
        OutcomeSource outcomes = rules.sources().outcomes();
        boolean inTheList = outcomes != null
                && contacts != null
                && outcomes.files().patterns().equals(contacts.files().patterns());
        if (outcomes != null && inTheList && outcomes.won() != null) {
            outcomes.won().fields().forEach(field -> ids.add(field.name()));
        }
        return contactColumns.stream()
                .filter(column -> !ids.contains(column))
                .map(column -> Field.column(column, new Location("", 1, 1)))
                .toList();
    }

    private void addContacts(RuleSet rules, List<Field> columns) {
        ContactSource contacts = rules.sources().contacts();
        for (int column = 0; column < columns.size(); column++) {
            String name = columns.get(column).name();
            if (suspects().leavesOut(Suspect.Kind.FIELD, name)) {
                continue;
            }
            NumberFormat numbers =
                    contacts == null ? NumberFormat.USUAL : contacts.dialect().numbers(name);
            String split = contacts == null ? null : contacts.dialect().split(name);
            List<List<String>> values = new ArrayList<>();
            TreeMap<BigDecimal, List<Integer>> byNumber = new TreeMap<>();
            BitSet empty = new BitSet();
            for (int place = 0; place < leadOfRow.length; place++) {
                List<String> ofLead = Several.values(measured.text(leadOfRow[place], name), split).stream()
                        .map(Text::fold)
                        .distinct()
                        .toList();
                values.add(ofLead);
                empty.set(place, ofLead.isEmpty());
                BigDecimal number = ofLead.size() == 1 ? numbers.parse(ofLead.get(0)) : null;
                if (number != null) {
                    byNumber.computeIfAbsent(number.stripTrailingZeros(), none -> new ArrayList<>())
                            .add(place);
                }
            }
            if (!empty.isEmpty()) {
                put(name + " is empty", new Condition(false, false, key(name) + ": {present: false}"), empty);
            }
            List<String> filled = values.stream().flatMap(List::stream).toList();
            if (PersonalData.isColumn(name) || PersonalData.areIds(filled)) {
                continue;
            }
            if (byNumber.size() > FEW_NUMBERS) {
                addFifths(name, byNumber);
            } else {
                addMostFrequent(name, values);
            }
        }
    }

    private void addMostFrequent(String name, List<List<String>> values) {
        Map<String, BitSet> byValue = new TreeMap<>();
        List<String> filled = values.stream()
                .flatMap(List::stream)
                .filter(value -> !PersonalData.isValue(value))
                .toList();
        Crosstab.mostFrequent(filled, MOST_VALUES).forEach(value -> byValue.put(value, new BitSet()));
        for (int place = 0; place < values.size(); place++) {
            for (String value : values.get(place)) {
                BitSet places = byValue.get(value);
                if (places != null) {
                    places.set(place);
                }
            }
        }
        byValue.forEach((value, places) ->
                put(name + " " + value, new Condition(false, false, key(name) + ": " + scalar(value)), places));
    }

    private void addFifths(String name, Map<BigDecimal, List<Integer>> byNumber) {
        int all = byNumber.values().stream().mapToInt(List::size).sum();
        int seen = 0;
        int number = 1;
        List<Fifth> fifths = new ArrayList<>(List.of(new Fifth(null, new BitSet())));
        for (Map.Entry<BigDecimal, List<Integer>> each : byNumber.entrySet()) {
            if (seen > 0 && seen >= (long) all * number / FIFTHS) {
                fifths.add(new Fifth(each.getKey(), new BitSet()));
                while (seen >= (long) all * number / FIFTHS) {
                    number++;
                }
            }
            BitSet places = fifths.get(fifths.size() - 1).places();
            each.getValue().forEach(places::set);
            seen += each.getValue().size();
        }
        mergeSmall(fifths, all);
        for (int i = 0; i < fifths.size() && fifths.size() > 1; i++) {
            BigDecimal low = fifths.get(i).low();
            BigDecimal high = i + 1 < fifths.size() ? fifths.get(i + 1).low() : null;
            Condition condition = new Condition(false, false, key(name) + ": " + test(low, high));
            put(range(name, low, high), condition, fifths.get(i).places());
        }
    }

    /**
     * Merges fifths that are less than half of one with a neighbour, the one below if there is one. They come about beside a
     * frequent number; proposed by themselves they would have too few leads, and leave a hole.
     */
    private static void mergeSmall(List<Fifth> fifths, int all) {
        for (int i = fifths.size() - 1; i >= 0 && fifths.size() > 1; i--) {
            BitSet places = fifths.get(i).places();
            if (2L * FIFTHS * places.cardinality() < all) {
                int neighbour = i == 0 ? 1 : i - 1;
                Fifth merged = new Fifth(
                        fifths.get(Math.min(i, neighbour)).low(),
                        fifths.get(neighbour).places());
                merged.places().or(places);
                fifths.set(neighbour, merged);
                fifths.remove(i);
            }
        }
    }

    private void addEvents() {
        Map<String, Trait> inOrder = new TreeMap<>();
        Map<String, List<String>> values = new HashMap<>(); // by column
        past.traits().stream()
                .filter(trait -> !trait.isPrefix() && !trait.column().equals(Trait.EVENT))
                .forEach(trait -> values.computeIfAbsent(trait.column(), none -> new ArrayList<>())
                        .add(trait.value()));
        past.traits().forEach(trait -> inOrder.merge(name(trait), trait, Discoveries::plainer));
        inOrder.forEach((name, trait) -> {
            boolean isPersonal = !trait.column().equals(Trait.EVENT) && PersonalData.isColumn(trait.column())
                    || PersonalData.areIds(values.getOrDefault(trait.column(), List.of()))
                    || PersonalData.isValue(trait.value());
            if (isPersonal || suspects().leavesOut(Suspect.Kind.EVENT, Suspects.name(trait))) {
                return;
            }
            BitSet places = new BitSet();
            for (int place = 0; place < leadOfRow.length; place++) {
                int moment = leads.history().snapshot(leads.row(place));
                places.set(place, past.has(moment, leadOfRow[place], trait));
            }
            String test = trait.isPrefix() ? "{starts-with: " + scalar(trait.value()) + "}" : scalar(trait.value());
            String column = trait.column().equals(Trait.EVENT) ? Trait.EVENT : key(trait.column());
            boolean isOurs = trait.column().equals(Trait.EVENT) && OwnMailing.isNamed(trait.value());
            put(name, new Condition(true, isOurs, column + ": " + test), places);
        });
    }

    private void addCovered(RuleSet rules) {
        for (int rule = 0; rule < rules.explicit().size(); rule++) {
            int of = rule;
            addCovered((moment, lead) -> past.explicit(moment, lead, of), false);
        }
        for (int rule = 0; rule < rules.implicit().size(); rule++) {
            int of = rule;
            addCovered((moment, lead) -> past.implicit(moment, lead, of), true);
        }
    }

    /** The number that a measuring rule gives a lead at a moment; 0 when it does not hold. */
    private interface Measure {
        long of(int moment, int lead);
    }

    /**
     * Adds the leads that a rule gives points already: those of each of its numbers, and those of all numbers together.
     *
     * @param together true for implicit rules, whose numbers are tiers below a thousand and measures from there on
     */
    private void addCovered(Measure measure, boolean together) {
        Map<Long, BitSet> byPlace = new HashMap<>();
        BitSet all = new BitSet();
        for (int place = 0; place < leadOfRow.length; place++) {
            long number = measure.of(leads.history().snapshot(leads.row(place)), leadOfRow[place]);
            if (number > 0) {
                all.set(place);
                if (!together || number < 1_000) {
                    byPlace.computeIfAbsent(number, none -> new BitSet()).set(place);
                }
            }
        }
        covered.addAll(byPlace.values());
        if (together) {
            covered.add(all);
        }
    }

    private void put(String name, Condition condition, BitSet places) {
        conditions.put(name, condition);
        holders.put(name, places);
    }

    /** Picks the trait to show of two that have the same name, whichever was met first. */
    private static Trait plainer(Trait one, Trait other) {
        Comparator<Trait> order = Comparator.comparing(Trait::isPrefix)
                .thenComparing(Trait::column)
                .thenComparing(Trait::value);
        return order.compare(one, other) <= 0 ? one : other;
    }

    private static String name(Trait trait) {
        return "did " + trait.column() + " " + trait.value() + (trait.isPrefix() ? "…" : "");
    }

    private static String range(String name, @Nullable BigDecimal low, @Nullable BigDecimal high) {
        return name
                + (low == null ? "" : " from " + low.toPlainString())
                + (high == null ? "" : " below " + high.toPlainString());
    }

    private static String test(@Nullable BigDecimal low, @Nullable BigDecimal high) {
        return "{" + (low == null ? "" : "at-least: " + low.toPlainString())
                + (low == null || high == null ? "" : ", ")
                + (high == null ? "" : "below: " + high.toPlainString()) + "}";
    }

    private static String key(String column) {
        return scalar(ConditionWord.keyAnywhere(column));
    }

    private static String scalar(String text) {
        return TableText.scalar(text);
    }
}
