package org.leadscore.rules.read;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.leadscore.lead.Numbers;
import org.leadscore.lead.Text;
import org.leadscore.problem.Listing;
import org.leadscore.problem.Location;
import org.leadscore.problem.Nearest;
import org.leadscore.rules.Bucket;
import org.leadscore.rules.Expectation;
import org.leadscore.rules.Expectation.Figure;
import org.leadscore.rules.RuleSet;
import org.leadscore.rules.condition.LeadValue;
import org.leadscore.rules.condition.NumberRange;
import org.leadscore.rules.next.Action;
import org.leadscore.rules.next.FollowUp;
import org.leadscore.rules.next.Interest;
import org.leadscore.rules.next.Segment;
import org.leadscore.rules.next.Stage;
import org.leadscore.rules.rule.ExplicitRule;
import org.leadscore.rules.rule.ImplicitRule;
import org.leadscore.rules.yaml.Findings;
import org.leadscore.rules.yaml.MappingFields;
import org.leadscore.rules.yaml.ScalarTypes;
import org.leadscore.rules.yaml.YamlTree;
import org.leadscore.rules.yaml.YamlTree.Entry;
import org.leadscore.rules.yaml.YamlTree.Mapping;
import org.leadscore.rules.yaml.YamlTree.Scalar;
import org.leadscore.rules.yaml.YamlTree.Sequence;

/** Reads the key {@code expect} of an example. A name that the file does not have is reported. */
final class ExpectationsReader {

    private static final List<String> KEYS =
            Stream.of(Figure.values()).map(Figure::word).toList();
    private static final int MOST_NAMED = 20;

    /**
     * A part of the rule file without which a figure is not known.
     *
     * @param names that can come out; null when any can
     */
    private record Part(
            String key, boolean isThere, @Nullable List<String> names) {}

    private final Findings findings;
    private final RuleSet rules;
    private final ScalarTypes values;
    private final Set<String> unreadable;

    /** @param unreadable keys of the file under which something could not be read, so that not all names are known */
    ExpectationsReader(Findings findings, RuleSet rules, Set<String> unreadable) {
        this.unreadable = unreadable;
        this.findings = findings;
        this.rules = rules;
        this.values = new ScalarTypes(findings);
    }

    List<Expectation> read(YamlTree tree) {
        List<Expectation> expected = new ArrayList<>();
        MappingFields fields = MappingFields.of(tree, "expect", findings, KEYS);
        if (fields == null) {
            return expected;
        }
        for (Figure figure : Figure.values()) {
            YamlTree value = fields.tree(figure.word());
            if (value != null) {
                read(figure, value, fields.keyAt(figure.word()), expected);
            }
        }
        if (tree instanceof Mapping mapping && mapping.entries().isEmpty()) {
            findings.problem(tree.at(), "expect must not be empty; write what is to come out: {bucket: hot}");
        }
        expected.sort(Comparator.comparingInt((Expectation one) -> one.at().line())
                .thenComparingInt(one -> one.at().column()));
        return expected;
    }

    private void read(Figure figure, YamlTree tree, Location at, List<Expectation> expected) {
        switch (figure) {
            case SCORE, FIT, ENGAGEMENT, POINTS -> addAmount(figure, "", tree, at, expected);
            case RULES -> rules(tree, expected);
            case BUCKET -> addNamed(figure, tree, at, whole("buckets", names(rules.buckets(), Bucket::name)), expected);
            case STATUS -> addNamed(figure, tree, at, LeadValue.STATUSES, expected);
            case GRADE, STAGE, INTEREST, SOURCE, SEGMENTS, HAND_OFF, ACTION -> followUp(figure, tree, at, expected);
        }
    }

    private void followUp(Figure figure, YamlTree tree, Location at, List<Expectation> expected) {
        Part part = part(figure);
        if (!part.isThere() && !unreadable.contains(part.key())) {
            findings.problem(at, figure.word() + " is known in files with " + part.key() + ", which this one has not");
            return;
        }
        addNamed(figure, tree, at, whole(part.key(), part.names()), expected);
    }

    /** The names of a part of the file; null where not all of them could be read. */
    private @Nullable List<String> whole(String key, @Nullable List<String> names) {
        return unreadable.contains(key) ? null : names;
    }

    private Part part(Figure figure) {
        FollowUp parts = rules.followUp();
        return switch (figure) {
            case GRADE -> new Part("grades", parts.grades() != null, null);
            case STAGE -> new Part("stages", !parts.stages().isEmpty(), names(parts.stages(), Stage::name));
            case INTEREST ->
                new Part("interests", !parts.interests().isEmpty(), names(parts.interests(), Interest::name));
            case SOURCE -> new Part("acquisition", parts.acquisition() != null, null);
            case SEGMENTS -> new Part("segments", !parts.segments().isEmpty(), names(parts.segments(), Segment::name));
            case HAND_OFF -> new Part("hand-off", parts.handOff() != null, null);
            case ACTION -> new Part("actions", !parts.actions().isEmpty(), names(parts.actions(), Action::name));
            case SCORE, FIT, ENGAGEMENT, POINTS, RULES, BUCKET, STATUS ->
                throw new IllegalStateException(figure.word() + " is known in every file");
        };
    }

    private static <T> List<String> names(List<T> parts, Function<T, String> name) {
        return parts.stream().map(name).toList();
    }

    private void rules(YamlTree tree, List<Expectation> expected) {
        if (!(tree instanceof Mapping mapping)) {
            findings.problem(
                    tree.at(),
                    "rules must be a mapping of rules to their points, such as {Demo requested: 25}, not "
                            + tree.found());
            return;
        }
        List<String> known = Stream.concat(
                        rules.explicit().stream().map(ExplicitRule::name),
                        rules.implicit().stream().map(ImplicitRule::name))
                .toList();
        for (Map.Entry<String, Entry> rule : mapping.entries().entrySet()) {
            Location at = rule.getValue().keyAt();
            Optional<String> name = known(rule.getKey(), known);
            if (name.isPresent()) {
                addAmount(Figure.RULES, name.get(), rule.getValue().value(), at, expected);
            } else if (!unreadable.contains("explicit") && !unreadable.contains("implicit")) {
                refuse("rule", rule.getKey(), at, known);
            }
        }
    }

    private void addAmount(Figure figure, String rule, YamlTree tree, Location at, List<Expectation> expected) {
        String what = rule.isEmpty() ? figure.word() : "what rule '" + rule + "' gives";
        NumberRange range = range(tree, what);
        if (range != null) {
            expected.add(new Expectation.Amount(figure, rule, range, wanted(tree), at));
        }
    }

    private @Nullable NumberRange range(YamlTree tree, String what) {
        if (!(tree instanceof Mapping mapping)) {
            BigDecimal number = values.number(tree, what);
            return number == null ? null : new NumberRange(number, true, number, true);
        }
        if (mapping.entries().isEmpty()) {
            findings.problem(tree.at(), what + " must not be empty; write a bound such as {at-least: 70}");
        }
        MappingFields fields = MappingFields.of(tree, what, findings, Ranges.BOUNDS);
        return fields == null ? null : Ranges.read(fields, findings);
    }

    /**
     * Reads a name, a list of names, or either under {@code not}.
     *
     * @param known the names that can come out; null when any can
     */
    private void addNamed(
            Figure figure, YamlTree tree, Location at, @Nullable List<String> known, List<Expectation> expected) {
        YamlTree names = tree;
        boolean isNot = false;
        if (tree instanceof Mapping) {
            MappingFields fields = MappingFields.of(tree, figure.word(), findings, List.of("not"));
            YamlTree not = fields == null ? null : fields.tree("not");
            if (not == null) {
                return;
            }
            names = not;
            isNot = true;
        }
        List<String> found = new ArrayList<>();
        for (YamlTree item : names instanceof Sequence sequence ? sequence.items() : List.of(names)) {
            Scalar name = values.scalar(item, figure.word(), "a name or a list of names");
            if (name != null
                    && !Text.isBlank(name.text())
                    && known != null
                    && known(name.text(), known).isEmpty()) {
                refuse(figure.word(), name.text(), name.at(), known);
            } else if (name != null) {
                found.add(Text.strip(name.text()));
            }
        }
        if (found.isEmpty()) {
            if (names instanceof Sequence sequence && sequence.items().isEmpty()) {
                findings.problem(names.at(), figure.word() + " must not be an empty list; \"\" is for none");
            }
            return;
        }
        expected.add(new Expectation.Named(figure, found, isNot, wanted(found, isNot, figure), at));
    }

    private void refuse(String sort, String name, Location at, List<String> known) {
        if (known.stream().anyMatch(Text::isBlank)) { // one that could not be read, which has been reported
            return;
        }
        String otherwise = known.isEmpty() ? "; the file has none" : "; known are " + Listing.of(known, MOST_NAMED);
        String one = sort.equals("rules") ? "rule" : sort;
        findings.problem(at, "there is no " + one + " '" + name + "'" + Nearest.hint(name, known, otherwise));
    }

    private static Optional<String> known(String name, List<String> known) {
        return known.stream()
                .filter(each -> Text.fold(each).equals(Text.fold(name)))
                .findFirst();
    }

    private static String wanted(List<String> names, boolean isNot, Figure figure) {
        List<String> shown =
                names.stream().map(name -> name.isEmpty() ? "none" : name).toList();
        return (isNot ? "not " : "") + String.join(figure.isMany() && !isNot ? " and " : " or ", shown);
    }

    private static String wanted(YamlTree tree) {
        if (!(tree instanceof Mapping mapping)) {
            return tree instanceof Scalar scalar ? plain(scalar) : "";
        }
        List<String> bounds = new ArrayList<>();
        mapping.entries().forEach((bound, entry) -> {
            if (entry.value() instanceof Scalar scalar) {
                bounds.add(bound.replace('-', ' ') + " " + plain(scalar));
            }
        });
        return String.join(" and ", bounds);
    }

    private static String plain(Scalar scalar) {
        BigDecimal number = Numbers.parse(scalar.text(), '.');
        return number == null ? scalar.text() : number.toPlainString();
    }
}
