package org.leadscore.rules.read;

import static org.leadscore.rules.grammar.Shape.oneOf;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.leadscore.kind.TextKinds;
import org.leadscore.rules.condition.LeadValue.Sort;
import org.leadscore.rules.condition.Test;
import org.leadscore.rules.condition.Test.Has.Place;
import org.leadscore.rules.condition.Test.OnSide.Side;
import org.leadscore.rules.grammar.ScalarShapes;
import org.leadscore.rules.grammar.Shape;
import org.leadscore.rules.yaml.MappingFields;
import org.leadscore.rules.yaml.YamlTree;

/**
 * The operators of tests, in the order in which messages and the schema name them. Readers, schema and messages have all that they know
 * of operators from here.
 */
public enum Operator {
    IN("in", "Is one of these.", Operand.VALUES),
    NOT_IN("not-in", "Is there and none of these.", Operand.VALUES),
    NOT("not", "Is there and something else.", Operand.VALUE),
    IN_LIST("in-list", "Stands in this list of the key lists, or in one of these.", Operand.LISTS),
    NOT_IN_LIST("not-in-list", "Is there and stands in none of these lists.", Operand.LISTS),
    CONTAINS("contains", "Has this text in it, or one of these.", Operand.PARTS),
    STARTS_WITH("starts-with", "Begins with this text, or one of these.", Operand.PARTS),
    ENDS_WITH("ends-with", "Ends with this text, or one of these.", Operand.PARTS),
    MATCHES(
            "matches",
            "An RE2 regular expression finds a part of it; case counts unless it begins with (?i).",
            Operand.PATTERN),
    AT_LEAST("at-least", "Is this number or more.", Bound.FROM),
    AT_MOST("at-most", "Is this number or less.", Bound.UP_TO),
    ABOVE("above", "Is more than this number.", Bound.ABOVE),
    BELOW("below", "Is less than this number.", Bound.BELOW),
    BEFORE("before", "Is earlier than this date; a duration counts back from the scoring.", Operand.MOMENT),
    AFTER("after", "Is later than this date; a duration is the time before the scoring, up to it.", Operand.MOMENT),
    WITHIN_NEXT("within-next", "Is a date in this time from the scoring on.", Operand.DURATION),
    PRESENT("present", "true: is there and not blank; false: is absent or blank.", Operand.TRUTH),
    DOMAIN(
            "domain",
            "An e-mail address or URL at this domain, or below it; {list: NAME} for those of a list.",
            Operand.DOMAINS),
    KIND("kind", "A kind of text that is known by name.", Operand.KIND);

    /** The values that may stand behind an operator. */
    public enum Operand {
        /** A value that another equals, or several. */
        VALUES,
        /** A value that another equals. */
        VALUE,
        /** A text that is looked for in another, or several. */
        PARTS,
        /** A regular expression. */
        PATTERN,
        NUMBER,
        /** A date, a time, or how long ago. */
        MOMENT,
        /** A length of time. */
        DURATION,
        /** {@code true} or {@code false}. */
        TRUTH,
        /** The name of a list, or several. */
        LISTS,
        /** A domain of the internet, or several, or the name of a list of them. */
        DOMAINS,
        /** The name of a kind of text. */
        KIND;

        /** The key of a domain that stands in a list. */
        static final String LIST = "list";

        private static final String HOST = "^\\s*[@.]?[^\\s/@*:?#]+\\s*$";

        /**
         * The shape of a value of this sort.
         *
         * @param ofNumbers true when the value that is asked is always a number
         */
        public Shape shape(boolean ofNumbers) {
            return switch (this) {
                case VALUES ->
                    ofNumbers ? ScalarShapes.numberOr("array").items(ScalarShapes.number()) : ScalarShapes.texts();
                case VALUE -> ofNumbers ? ScalarShapes.number() : ScalarShapes.text();
                case PARTS -> ScalarShapes.texts();
                case PATTERN -> ScalarShapes.text();
                case NUMBER -> ScalarShapes.number();
                case MOMENT -> ScalarShapes.bound();
                case DURATION -> ScalarShapes.duration();
                case TRUTH -> ScalarShapes.truth();
                case LISTS -> ScalarShapes.texts();
                case DOMAINS ->
                    ScalarShapes.textOr("array", "object")
                            .pattern(HOST)
                            .items(ScalarShapes.scalar().pattern(HOST))
                            .closed()
                            .key(LIST, "The list of domains, or several.", ScalarShapes.texts())
                            .alone();
                case KIND -> oneOf(TextKinds.names());
            };
        }

        /** True when a value is given as a whole, so that a name that there is not can be told. */
        boolean isWhole() {
            return switch (this) {
                case VALUES, VALUE -> true;
                case PARTS, PATTERN, NUMBER, MOMENT, DURATION, TRUTH, LISTS, DOMAINS, KIND -> false;
            };
        }
    }

    /** The ends that a range of numbers can have, one of each side at most. */
    public enum Bound {
        FROM(true, true, "This or more."),
        UP_TO(false, true, "This or less."),
        ABOVE(true, false, "More than this."),
        BELOW(false, false, "Less than this.");

        private final boolean isLow;
        private final boolean isIn;
        private final String ofCounts;

        Bound(boolean isLow, boolean isIn, String ofCounts) {
            this.isLow = isLow;
            this.isIn = isIn;
            this.ofCounts = ofCounts;
        }

        /** True for the lower end, false for the upper one. */
        boolean isLow() {
            return isLow;
        }

        /** True when the number itself is in the range. */
        boolean isIn() {
            return isIn;
        }

        /** The sentence that the schema says of it where it bounds a count. */
        public String ofCounts() {
            return ofCounts;
        }
    }

    private final String word;
    private final String meaning;
    private final Operand operand;
    private final @Nullable Bound bound;

    Operator(String word, String meaning, Operand operand) {
        this(word, meaning, operand, null);
    }

    /** An end of a range. */
    Operator(String word, String meaning, Bound bound) {
        this(word, meaning, Operand.NUMBER, bound);
    }

    Operator(String word, String meaning, Operand operand, @Nullable Bound bound) {
        this.word = word;
        this.meaning = meaning;
        this.operand = operand;
        this.bound = bound;
    }

    /** The operator of that name. */
    public static Optional<Operator> named(String word) {
        return all().filter(operator -> operator.word.equals(word)).findFirst();
    }

    /** The names of all operators. */
    public static List<String> words() {
        return words(List.of(values()));
    }

    public static List<String> words(List<Operator> operators) {
        return operators.stream().map(Operator::word).toList();
    }

    /** The operators that can be asked of values of leads of that sort. */
    public static List<Operator> askedOf(Sort sort) {
        return all().filter(operator -> sort == Sort.TEXT || operator.sorts().contains(sort))
                .toList();
    }

    /** The operators that are ends of a range. Those of one mapping make one range. */
    public static List<Operator> bounds() {
        return all().filter(operator -> operator.bound != null).toList();
    }

    private static Stream<Operator> all() {
        return Stream.of(values());
    }

    /** The name that rule files have for it. */
    public String word() {
        return word;
    }

    /** The sentence that the schema says of it. */
    public String meaning() {
        return meaning;
    }

    /** The sort of value that stands behind it. */
    public Operand operand() {
        return operand;
    }

    /** The end of a range that it is; null for those that are none. */
    public @Nullable Bound bound() {
        return bound;
    }

    /** The bounds further down that are the same end of a range, and so cannot stand beside it. */
    public List<Operator> clashing() {
        return bounds().stream().filter(this::clashesWith).toList();
    }

    private boolean clashesWith(Operator other) {
        return bound != null && other.bound != null && bound.isLow == other.bound.isLow && compareTo(other) < 0;
    }

    /**
     * Makes a test of it.
     *
     * @param fields the mapping that it stands in, of which all bounds are read at once
     * @param value what stands behind it
     */
    Test read(TestReader reader, MappingFields fields, YamlTree value) {
        return switch (this) {
            case IN -> new Test.OneOf(reader.folded(value, word));
            case NOT_IN -> new Test.NoneOf(reader.folded(value, word));
            case NOT -> reader.not(value);
            case IN_LIST -> reader.inList(value, word);
            case NOT_IN_LIST -> reader.notInList(value, word);
            case CONTAINS -> reader.has(Place.ANYWHERE, value, word);
            case STARTS_WITH -> reader.has(Place.START, value, word);
            case ENDS_WITH -> reader.has(Place.END, value, word);
            case MATCHES -> reader.matches(value);
            case AT_LEAST, AT_MOST, ABOVE, BELOW -> reader.range(fields);
            case BEFORE -> reader.onSide(Side.BEFORE, value, word);
            case AFTER -> reader.onSide(Side.AFTER, value, word);
            case WITHIN_NEXT -> reader.withinNext(value);
            case PRESENT -> reader.present(value);
            case DOMAIN -> reader.domain(value);
            case KIND -> reader.kind(value);
        };
    }

    /** The sorts of values that it can be asked of, besides free text, of which all operators can. */
    private Set<Sort> sorts() {
        return switch (this) {
            case IN -> Set.of(Sort.NUMBER, Sort.AGE, Sort.NAME, Sort.NAMES);
            case NOT_IN, NOT, CONTAINS, STARTS_WITH, ENDS_WITH, MATCHES -> Set.of(Sort.NAME);
            case AT_LEAST, AT_MOST, ABOVE, BELOW -> Set.of(Sort.NUMBER, Sort.AGE);
            case PRESENT -> Set.of(Sort.AGE, Sort.NAME, Sort.NAMES);
            case BEFORE, AFTER, WITHIN_NEXT, IN_LIST, NOT_IN_LIST, DOMAIN, KIND -> Set.of();
        };
    }
}
