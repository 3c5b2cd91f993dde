package org.leadscore.history;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.leadscore.calibrate.rows.Column;
import org.leadscore.calibrate.rows.Entry;
import org.leadscore.calibrate.rows.Entry.Place;
import org.leadscore.calibrate.rows.History;
import org.leadscore.calibrate.rows.HistoryBuilder;
import org.leadscore.engine.past.Past;
import org.leadscore.lead.NumberFormat;
import org.leadscore.lead.Text;
import org.leadscore.rules.RuleSet;
import org.leadscore.rules.condition.Field;
import org.leadscore.rules.file.RuleFile;
import org.leadscore.rules.made.Several;
import org.leadscore.rules.rewrite.NumberPlace;
import org.leadscore.rules.rule.Attribute;
import org.leadscore.rules.rule.Award;
import org.leadscore.rules.rule.ExplicitRule;
import org.leadscore.rules.rule.Group;
import org.leadscore.rules.rule.ImplicitRule;
import org.leadscore.rules.source.ContactSource;
import org.leadscore.score.MeasuringRules;

/** Turns the rules of a file into columns of a history, and fills them from a past that was read by measuring rules. */
final class PastColumns {

    /** Sets a column of the builder's newest row. */
    private interface Filling {
        void fill(HistoryBuilder builder, int column, Past past, int moment, int lead);
    }

    /** A column, and how it is filled. */
    private record Filled(Column column, Filling filling) {}

    /**
     * The numbers of a rule of which one holds.
     *
     * @param inOrder where those stand that measuring rules give, from 1
     * @param entries what there is to learn of them
     */
    private record Table(List<NumberPlace> inOrder, List<Entry> entries) {}

    private final RuleFile file;
    private final RuleSet rules;
    private final Set<NumberPlace> places; // of all numbers of the file
    private final List<Column> columns = new ArrayList<>();
    private final List<Filling> fillings = new ArrayList<>(); // by column
    private final List<Field> texts = new ArrayList<>(); // the fields of learn
    private final int[] factors; // by implicit rule: the measuring rule of its factor, or −1

    /**
     * Makes the columns of a file, explicit rules first.
     *
     * @param rules those of the file, over the sources that are read
     */
    PastColumns(RuleFile file, RuleSet rules) {
        this.file = file;
        this.rules = rules;
        this.places = new HashSet<>(file.numberPlaces());
        this.factors = MeasuringRules.factors(rules);
        for (int i = 0; i < rules.explicit().size(); i++) {
            add(i, rules.explicit().get(i));
        }
        for (int i = 0; i < rules.implicit().size(); i++) {
            add(i, rules.implicit().get(i));
        }
    }

    List<Column> columns() {
        return columns;
    }

    /** The fields of {@code learn}, whose texts are wanted, in this order, from the front of {@link Past#texts}. */
    List<Field> texts() {
        return texts;
    }

    /** Sets all columns of the builder's newest row to what the past says of a lead at a moment. */
    void fill(HistoryBuilder builder, Past past, int moment, int lead) {
        for (int column = 0; column < fillings.size(); column++) {
            fillings.get(column).fill(builder, column, past, moment, lead);
        }
    }

    private void add(int rule, ExplicitRule of) {
        add(of.attribute()
                .choose(
                        when -> choice(rule, of, ofCondition(of, when)),
                        tiers -> choice(rule, of, ofTiers(of, tiers)),
                        table -> choice(rule, of, ofValues(of, table)),
                        unlearned -> asked(of, unlearned)));
    }

    private void add(int rule, ImplicitRule of) {
        add(of.award().choose(each -> amount(rule, of, each), tiers -> choice(rule, of, tiers.tiers())));
    }

    private void add(Filled one) {
        columns.add(one.column());
        fillings.add(one.filling());
    }

    private Table ofCondition(ExplicitRule of, Attribute.When when) {
        return new Table(
                List.of(new NumberPlace.Points(of.name())), List.of(new Entry(Place.RULE, of.name(), when.points())));
    }

    private Table ofTiers(ExplicitRule of, Attribute.Tiers tiers) {
        List<NumberPlace> inOrder = new ArrayList<>();
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < tiers.tiers().size(); i++) {
            inOrder.add(new NumberPlace.Tier(of.name(), i));
            entries.add(tier(of.name(), i, tiers.tiers().get(i).points()));
        }
        return new Table(inOrder, entries);
    }

    private Table ofValues(ExplicitRule of, Attribute.Values table) {
        List<NumberPlace> inOrder = new ArrayList<>();
        List<Entry> entries = new ArrayList<>();
        MeasuringRules.values(table).forEach(value -> inOrder.add(new NumberPlace.Value(of.name(), value)));
        inOrder.add(new NumberPlace.Otherwise(of.name()));
        for (NumberPlace place : file.numberPlaces()) {
            if (place instanceof NumberPlace.Value value && value.rule().equals(of.name())) {
                long points = table.points().getOrDefault(value.value(), 0L);
                entries.add(new Entry(Place.VALUE, file.label(place), points));
            }
        }
        if (places.contains(new NumberPlace.Otherwise(of.name()))) {
            entries.add(new Entry(Place.OTHERWISE, "otherwise", table.otherwise()));
        }
        return new Table(inOrder, entries);
    }

    private Filled choice(int rule, ExplicitRule of, Table table) {
        int[] entryOf = entryOf(of.name(), table.inOrder(), table.entries());
        return new Filled(
                new Column.Choice(of.name(), table.entries(), weight(of.group()), isLearned(of.group())),
                (builder, column, past, moment, lead) -> {
                    int number = (int) past.explicit(moment, lead, rule);
                    builder.choice(column, number == 0 ? History.NONE : entryOf[number - 1]);
                });
    }

    private Filled asked(ExplicitRule of, Attribute.Unlearned unlearned) {
        int text = texts.size();
        texts.add(unlearned.field());
        BigDecimal weight = weight(of.group());
        boolean learned = isLearned(of.group());
        ContactSource contacts = rules.sources().contacts();
        String split = contacts == null
                ? null
                : contacts.dialect().split(unlearned.field().name());
        return switch (unlearned.form()) {
            case VALUES ->
                new Filled(
                        new Column.Values(of.name(), weight, learned),
                        (builder, column, past, moment, lead) -> builder.text(
                                column, Text.fold(first(past.texts(lead).get(text), split))));
            case TIERS -> {
                NumberFormat numbers = contacts == null
                        ? NumberFormat.USUAL
                        : contacts.dialect().numbers(unlearned.field().name());
                yield new Filled(
                        new Column.Numbers(of.name(), weight, learned), (builder, column, past, moment, lead) -> {
                            BigDecimal number =
                                    numbers.parse(first(past.texts(lead).get(text), split));
                            builder.number(column, number == null ? Double.NaN : number.doubleValue());
                        });
            }
        };
    }

    /** The first value of a cell, by which it counts where a table is to be learned. */
    private static String first(String cell, @Nullable String split) {
        List<String> values = Several.values(cell, split);
        return values.isEmpty() ? "" : values.get(0);
    }

    private Filled amount(int rule, ImplicitRule of, Award.Each each) {
        Entry entry = new Entry(Place.EACH, of.name(), each.points());
        return new Filled(
                new Column.Amount(of.name(), entry, weight(of.group()), isLearned(of.group())),
                (builder, column, past, moment, lead) -> builder.amount(column, past.implicit(moment, lead, rule)));
    }

    private Filled choice(int rule, ImplicitRule of, List<Award.Tier> tiers) {
        List<Entry> entries = new ArrayList<>();
        if (places.contains(new NumberPlace.Points(of.name()))) {
            entries.add(new Entry(Place.RULE, of.name(), tiers.get(0).points()));
        } else {
            for (int i = 0; i < tiers.size(); i++) {
                entries.add(tier(of.name(), i, tiers.get(i).points()));
            }
        }
        int factors = this.factors[rule];
        boolean fades = factors >= 0;
        return new Filled(
                new Column.Choice(of.name(), entries, weight(of.group()), isLearned(of.group()), fades),
                (builder, column, past, moment, lead) -> {
                    int number = (int) past.implicit(moment, lead, rule);
                    long factor = fades && number > 0 ? past.implicit(moment, lead, factors) : 0;
                    if (factor > 0) {
                        builder.choice(column, number - 1, factor);
                    } else {
                        builder.choice(column, number == 0 || fades ? History.NONE : number - 1);
                    }
                });
    }

    private Entry tier(String rule, int index, long points) {
        return new Entry(Place.TIER, file.label(new NumberPlace.Tier(rule, index)), points);
    }

    private static int[] entryOf(String rule, List<NumberPlace> inOrder, List<Entry> entries) {
        Map<NumberPlace, Integer> known = new HashMap<>();
        for (int i = 0; i < entries.size(); i++) {
            known.put(Places.of(rule, entries.get(i), i), i);
        }
        return inOrder.stream()
                .mapToInt(place -> known.getOrDefault(place, History.NONE))
                .toArray();
    }

    private boolean isLearned(@Nullable String group) {
        return weight(group).signum() != 0;
    }

    private BigDecimal weight(@Nullable String group) {
        Predicate<Group> isMeant = one -> one.name().equals(group);
        return rules.groups().stream()
                .filter(isMeant)
                .map(Group::weight)
                .findFirst()
                .orElse(BigDecimal.ONE);
    }
}
