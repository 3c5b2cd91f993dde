package org.leadscore.history;

import static java.util.stream.Collectors.toSet;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.leadscore.engine.past.Past;
import org.leadscore.engine.past.PastReader;
import org.leadscore.lead.NumberFormat;
import org.leadscore.lead.Text;
import org.leadscore.lead.TimeFormat;
import org.leadscore.problem.Excerpt;
import org.leadscore.problem.Location;
import org.leadscore.rules.RuleSet;
import org.leadscore.rules.condition.Field;
import org.leadscore.rules.rewrite.ColumnRule;
import org.leadscore.rules.rewrite.LearnedTable;
import org.leadscore.rules.rewrite.Revision;
import org.leadscore.rules.rule.Attribute.Unlearned.Form;
import org.leadscore.rules.rule.ExplicitRule;
import org.leadscore.rules.rule.ImplicitRule;
import org.leadscore.rules.rule.LearnAll;
import org.leadscore.rules.source.ContactSource;
import org.leadscore.rules.source.OutcomeSource;

/**
 * The rules that {@code learn: all} stands for: one for each column of the contacts that says something of a lead. Made from
 * the values of all leads, whatever their order.
 */
public final class AllColumns {

    /** The most different numbers that are learned as values; more of them are learned as tiers. */
    private static final int MOST_CODES = 20;

    private final RuleSet rules;
    private final ContactSource contacts;
    /** The rules, in the order of the header. */
    private final List<ColumnRule> chosen = new ArrayList<>();
    /** The columns that no rule is made of, each with the reason. */
    private final List<String> passedOver = new ArrayList<>();

    private AllColumns(RuleSet rules, ContactSource contacts) {
        this.rules = rules;
        this.contacts = contacts;
    }

    /**
     * Chooses the columns by the values of the leads.
     *
     * @param rules that have {@code learn: all}
     * @param header of the contacts
     * @throws org.leadscore.problem.InputException when an export cannot be read
     */
    public static AllColumns of(PastReader reader, RuleSet rules, Timeline timeline, Collection<String> header) {
        LearnAll all = Objects.requireNonNull(rules.learnAll());
        AllColumns columns =
                new AllColumns(rules, Objects.requireNonNull(rules.sources().contacts()));
        Set<String> others = columns.spokenFor();
        all.but().forEach(field -> others.add(field.name()));
        Location nowhere = new Location("", 1, 1);
        List<Field> fields = header.stream()
                .filter(name -> !Text.isBlank(name) && !others.contains(name))
                .map(name -> Field.column(name, nowhere))
                .toList();
        Past past = reader.read(
                rules.withRules(List.of(), List.of()), timeline.moments().subList(0, 1), timeline.end(), fields);
        for (int i = 0; i < fields.size(); i++) {
            columns.add(fields.get(i).name(), i, past);
        }
        return columns;
    }

    /** The rules, in the order of the header. */
    public List<ColumnRule> rules() {
        return List.copyOf(chosen);
    }

    /**
     * The rules that a revision has points for, in the order of the header. A table of nothing but zeros is left out: it would say
     * nothing, and {@code check} would warn of it.
     */
    public List<ColumnRule> withPoints(Revision revision) {
        return chosen.stream().filter(rule -> hasPoints(rule, revision)).toList();
    }

    /** The revision without the tables of columns that have no points. */
    public Revision revision(Revision learned) {
        Set<String> none = chosen.stream()
                .filter(rule -> !hasPoints(rule, learned))
                .map(ColumnRule::name)
                .collect(toSet());
        Map<String, LearnedTable> tables = new HashMap<>(learned.tables());
        tables.keySet().removeAll(none);
        return new Revision(learned.numbers(), tables, learned.keys());
    }

    /** Tells in a line what became of the columns. */
    public String told(Revision revision) {
        List<String> left = new ArrayList<>();
        for (ColumnRule rule : chosen) {
            if (!hasPoints(rule, revision)) {
                left.add(shown(rule.column())
                        + (revision.tables().containsKey(rule.name()) ? " (0 points)" : " (not learned)"));
            }
        }
        left.addAll(passedOver);
        int tables = withPoints(revision).size();
        return "learn: all stands for " + tables + (tables == 1 ? " column" : " columns")
                + (left.isEmpty() ? "" : "; without a table: " + String.join(", ", left)) + "\n";
    }

    private static boolean hasPoints(ColumnRule rule, Revision revision) {
        LearnedTable table = revision.tables().get(rule.name());
        if (table == null) {
            return false;
        }
        Long otherwise = table.otherwise();
        return otherwise != null && otherwise != 0
                || table.choose(
                        values -> values.points().values().stream().anyMatch(points -> points != 0),
                        tiers -> tiers.tiers().stream().anyMatch(tier -> tier.points() != 0));
    }

    /** Columns that are not to be learned: of ids, of the outcome, of times, and of rules with a table of their own. */
    private Set<String> spokenFor() {
        Set<String> names = new HashSet<>(rules.sources().idColumns());
        OutcomeSource outcomes = rules.sources().outcomes();
        if (outcomes != null
                && outcomes.files().patterns().equals(contacts.files().patterns())) {
            outcomes.lead().fields().forEach(field -> names.add(field.name()));
            if (outcomes.won() != null) {
                outcomes.won().fields().forEach(field -> names.add(field.name()));
            }
            if (outcomes.time() != null) {
                outcomes.time().columns().fields().forEach(field -> names.add(field.name()));
            }
        }
        if (contacts.since() != null) {
            contacts.since().columns().fields().forEach(field -> names.add(field.name()));
        }
        names.addAll(contacts.dialect().dates().keySet());
        for (ExplicitRule rule : rules.explicit()) {
            if (rule.attribute().choose(when -> false, tiers -> true, values -> true, unlearned -> true)) {
                rule.attribute().fields().forEach(field -> names.add(field.name()));
            }
        }
        return names;
    }

    private void add(String column, int index, Past past) {
        NumberFormat format = contacts.dialect().numbers(column);
        TimeFormat times = contacts.dialect().times(column);
        Set<String> texts = new HashSet<>();
        Set<BigDecimal> numbers = new HashSet<>();
        int filled = 0;
        int numeric = 0;
        int timed = 0;
        for (int lead = 0; lead < past.leads(); lead++) {
            String text = Text.fold(past.text(lead, index));
            texts.add(text);
            if (!text.isEmpty()) {
                filled++;
                BigDecimal number = format.parse(text);
                if (number != null) {
                    numeric++;
                    numbers.add(number.stripTrailingZeros());
                } else if (times.millis(text) != TimeFormat.NONE) {
                    timed++;
                }
            }
        }
        boolean areTiers = isMost(numeric, filled) && numbers.size() > MOST_CODES;
        if (texts.size() < 2) {
            passedOver.add(shown(column) + " (the same for all)");
        } else if (isMost(timed, filled)) {
            passedOver.add(shown(column) + " (times)");
        } else if (areTiers && PersonalData.isColumn(column)) {
            passedOver.add(shown(column) + " (numbers that are names)");
        } else {
            chosen.add(new ColumnRule(name(column), column, areTiers ? Form.TIERS : Form.VALUES));
        }
    }

    private static boolean isMost(int some, int all) {
        return all > 0 && some * 10L >= all * 9L;
    }

    /** The name of the rule of a column, with a number behind it where another rule has that name. */
    private String name(String column) {
        Set<String> taken = Stream.of(
                        rules.explicit().stream().map(ExplicitRule::name),
                        rules.implicit().stream().map(ImplicitRule::name),
                        chosen.stream().map(ColumnRule::name))
                .flatMap(names -> names)
                .map(Text::fold)
                .collect(toSet());
        String plain = Text.strip(column).replace(';', ',');
        String free = plain;
        for (int number = 2; taken.contains(Text.fold(free)); number++) {
            free = plain + " " + number;
        }
        return free;
    }

    private static String shown(String column) {
        return Excerpt.of(column);
    }
}
