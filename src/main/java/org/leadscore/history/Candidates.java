package org.leadscore.history;

import static java.util.stream.Collectors.toSet;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;
import org.leadscore.calibrate.feature.EntryCounts;
import org.leadscore.calibrate.feature.Feature;
import org.leadscore.calibrate.fit.Settings;
import org.leadscore.calibrate.quality.Giveaway;
import org.leadscore.calibrate.rows.Column;
import org.leadscore.calibrate.rows.Counts;
import org.leadscore.calibrate.rows.Entry;
import org.leadscore.calibrate.rows.History;
import org.leadscore.calibrate.rows.HistoryBuilder;
import org.leadscore.calibrate.rows.HistoryRows;
import org.leadscore.calibrate.rows.LeadRows;
import org.leadscore.engine.past.Past;
import org.leadscore.engine.past.Trait;
import org.leadscore.lead.NumberFormat;
import org.leadscore.lead.Text;
import org.leadscore.problem.Excerpt;

/**
 * Collects what may give the outcome away, with the attributes that leads have by it: fields, events and rules. Made and
 * emptied by {@link Suspects}. A field is compared with who is a customer in the end, as it is known only as of the export; a
 * rule with the conversions that it is learned from.
 */
final class Candidates {

    private static final int VALUES = 0; // columns of the history of one field
    private static final int NUMBERS = 1;
    private static final int LEAST_SHARE = 100; // a value that fewer than one lead in a hundred has is not looked at
    private static final String ZERO = "at-least: 0, at-most: 0"; // the tier that learning makes of zero

    private final Past past;
    private final PastRows rows; // which put leads in the order of their ids
    private final boolean[] customers; // by lead in that order
    private final Counts whole; // all leads of the past
    private final List<Candidate> all = new ArrayList<>();
    private final List<String> doubts = new ArrayList<>(); // clauses

    Candidates(Past past, PastRows rows) {
        this.past = past;
        this.rows = rows;
        customers = new boolean[past.leads()];
        for (int lead = 0; lead < customers.length; lead++) {
            customers[lead] = past.customerSince(rows.lead(lead)) != Past.NEVER;
        }
        int converted = (int) IntStream.range(0, customers.length)
                .filter(lead -> customers[lead])
                .count();
        whole = new Counts(customers.length, converted);
    }

    /** The candidates, in the order in which they were added. */
    List<Candidate> all() {
        return all;
    }

    /** A clause for each field that is filled much more often for customers than for others, and is no suspect for that. */
    List<String> doubts() {
        return doubts;
    }

    /**
     * Adds a field of contacts.
     *
     * @param text its place in {@link Past#texts}
     * @param numbers the form of its numbers
     * @param hasValues false to look only at whether it is filled
     */
    void addField(String name, int text, NumberFormat numbers, boolean hasValues) {
        BigDecimal one = BigDecimal.ONE;
        HistoryBuilder builder =
                HistoryBuilder.flat(List.of(new Column.Values(name, one, true), new Column.Numbers(name, one, true)));
        for (int lead = 0; lead < customers.length; lead++) {
            String value = past.text(rows.lead(lead), text);
            BigDecimal number = numbers.parse(value);
            builder.row(lead, 0, customers[lead]);
            builder.text(VALUES, Text.fold(value));
            builder.number(NUMBERS, number == null ? Double.NaN : number.doubleValue());
        }
        HistoryRows leads = HistoryRows.all(builder.build());
        Candidate field = candidate(Suspect.Kind.FIELD, name, whole);
        addFilled(field, leads);
        if (!hasValues) {
            return;
        }
        addRareValues(field, leads);
        addTable(field, leads, Feature.of(leads, VALUES), entry -> "'" + name + "' " + value(entry));
        Feature tiers = Feature.of(leads, NUMBERS);
        addTable(field, leads, tiers, entry -> "'" + name + "' is in the tier " + entry.label());
        addNotZero(field, leads, tiers, "'" + name + "' is not 0");
    }

    /** Adds whether there is a value at all. */
    private void addFilled(Candidate field, HistoryRows leads) {
        Counts filled = counts(leads, place -> leads.history().text(VALUES, leads.row(place)) != 0);
        field.add("'" + field.name() + "' is filled", filled);
        int others = whole.leads() - whole.conversions();
        int filledOthers = filled.leads() - filled.conversions();
        String clause = String.format(
                Locale.ROOT,
                "'%s' is filled for %.1f %% of the customers and %.1f %% of the others",
                field.name(),
                100.0 * filled.conversions() / Math.max(1, whole.conversions()),
                100.0 * filledOthers / Math.max(1, others));
        boolean isMost = filled.conversions() * 2L > whole.conversions();
        if (isMost && filledOthers * 100L < others) {
            field.give(clause);
        } else if (isMost && filled.conversions() * (double) others > 5.0 * filledOthers * whole.conversions()) {
            doubts.add(clause);
        }
    }

    /** Adds each value that is not in the table of frequent ones. */
    private void addRareValues(Candidate field, HistoryRows leads) {
        History history = leads.history();
        List<String> texts = history.texts(VALUES);
        int[] having = new int[texts.size()];
        int[] conversions = new int[texts.size()];
        for (int row = 0; row < history.rows(); row++) {
            having[history.text(VALUES, row)]++;
            conversions[history.text(VALUES, row)] += history.converted(row) ? 1 : 0;
        }
        Set<String> frequent = Feature.of(leads, VALUES).entries().stream()
                .filter(entry -> entry.place() == Entry.Place.VALUE)
                .map(Entry::label)
                .collect(toSet());
        for (int i = 1; i < having.length; i++) {
            if ((long) having[i] * LEAST_SHARE >= whole.leads() && !frequent.contains(texts.get(i))) {
                Entry value = new Entry(Entry.Place.VALUE, texts.get(i), 0);
                field.add("'" + field.name() + "' " + value(value), new Counts(having[i], conversions[i]));
            }
        }
    }

    /**
     * Adds an event, or a value of a column of events.
     *
     * @param name by which it is trusted
     */
    void addEvent(String name, Trait trait) {
        Candidate event = candidate(Suspect.Kind.EVENT, name, whole);
        int[] has = new int[customers.length];
        int leads = 0;
        int conversions = 0;
        for (int lead = 0; lead < has.length; lead++) {
            if (past.since(rows.lead(lead), trait) != Past.NEVER) {
                has[lead] = 1;
                leads++;
                conversions += customers[lead] ? 1 : 0;
            }
        }
        event.add("the event '" + Excerpt.of(name) + "' happened", new Counts(leads, conversions));
        event.add(Giveaway.area(has, customers));
    }

    /**
     * Adds the rules that are to be learned of the first so many columns of a history.
     *
     * @param looked the number of columns
     */
    void addRules(History history, int looked) {
        HistoryRows leads = LeadRows.of(HistoryRows.all(history), Settings.SEED);
        Counts converted = new Counts(leads.size(), leads.conversions());
        for (int i = 0; i < looked; i++) {
            Column column = history.columns().get(i);
            if (column.learned()) {
                addRule(candidate(Suspect.Kind.RULE, column.rule(), converted), leads, Feature.of(leads, i));
            }
        }
    }

    private static void addRule(Candidate rule, HistoryRows leads, Feature feature) {
        String start = "the rule '" + rule.name() + "' ";
        if (feature.isAmount()) {
            rule.add(start + "holds", counts(leads, place -> feature.choice().applyAsInt(leads.row(place)) >= 0));
            addMeasure(rule, leads, row -> leads.history().amount(feature.index(), row));
            return;
        }
        addTable(rule, leads, feature, entry -> start + holds(entry));
        addNotZero(rule, leads, feature, start + "is not at 0");
        if (feature.fades() && feature.entries().size() == 1) {
            addMeasure(
                    rule,
                    leads,
                    row -> feature.choice().applyAsInt(row) < 0
                            ? 0
                            : leads.history().factor(feature.index(), row));
        }
    }

    /** Adds a measure of rows, more of which may be good or bad. */
    private static void addMeasure(Candidate rule, HistoryRows leads, IntToLongFunction measureOfRow) {
        long[] measures = new long[leads.size()];
        Arrays.setAll(measures, place -> measureOfRow.applyAsLong(leads.row(place)));
        rule.add(Giveaway.areaOfMeasure(measures, leads.outcomes()));
    }

    private static String holds(Entry entry) {
        return entry.place() == Entry.Place.RULE ? "holds" : "is at '" + Excerpt.of(entry.label()) + "'";
    }

    private static String value(Entry entry) {
        if (entry.place() == Entry.Place.OTHERWISE) {
            return "has a rare value";
        }
        return entry.label().isEmpty() ? "is empty" : "is '" + Excerpt.of(entry.label()) + "'";
    }

    private static void addTable(Candidate of, HistoryRows leads, Feature feature, Function<Entry, String> clause) {
        EntryCounts counts = EntryCounts.of(leads, List.of(feature), row -> true);
        for (int entry = 0; entry < feature.entries().size(); entry++) {
            of.add(clause.apply(feature.entries().get(entry)), counts.counts(0, entry));
        }
        int[] groups = new int[leads.size()];
        Arrays.setAll(groups, place -> feature.choice().applyAsInt(leads.row(place)) + 1);
        of.add(Giveaway.area(groups, leads.outcomes()));
    }

    /** Adds the numbers that are not 0, where zero has a tier of its own. */
    private static void addNotZero(Candidate of, HistoryRows leads, Feature tiers, String clause) {
        boolean isZeroApart =
                tiers.entries().stream().anyMatch(entry -> entry.label().equals(ZERO));
        if (isZeroApart) {
            of.add(clause, counts(leads, place -> tiers.choice().applyAsInt(leads.row(place)) > 0));
        }
    }

    private static Counts counts(HistoryRows leads, IntPredicate has) {
        int[] places = IntStream.range(0, leads.size()).filter(has).toArray();
        int conversions = (int) Arrays.stream(places)
                .filter(place -> leads.history().converted(leads.row(place)))
                .count();
        return new Counts(places.length, conversions);
    }

    private Candidate candidate(Suspect.Kind kind, String name, Counts leads) {
        Candidate candidate = new Candidate(kind, name, leads);
        all.add(candidate);
        return candidate;
    }
}
