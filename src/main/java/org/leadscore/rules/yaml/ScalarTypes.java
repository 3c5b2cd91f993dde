package org.leadscore.rules.yaml;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.leadscore.lead.Numbers;
import org.leadscore.lead.Points;
import org.leadscore.lead.Text;
import org.leadscore.problem.Nearest;
import org.leadscore.rules.yaml.YamlTree.Gap;
import org.leadscore.rules.yaml.YamlTree.Scalar;
import org.leadscore.rules.yaml.YamlTree.Sequence;

/** Reads single values by type. A value that has not the type asked for is reported, and gives null. */
public final class ScalarTypes {

    private static final BigDecimal MOST_POINTS = BigDecimal.valueOf(100_000);
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Findings findings;

    /** Reports to these findings. */
    public ScalarTypes(Findings findings) {
        this.findings = findings;
    }

    /** Reads a text that is not blank. */
    public @Nullable Scalar text(YamlTree tree, String what) {
        Scalar scalar = anyText(tree, what);
        if (scalar == null || !Text.isBlank(scalar.text())) {
            return scalar;
        }
        findings.problem(tree.at(), what + " must not be blank");
        return null;
    }

    /** Reads a text, blank or not; warns when a comment may have cut it off. */
    public @Nullable Scalar anyText(YamlTree tree, String what) {
        Scalar scalar = scalar(tree, what, "text");
        if (scalar != null) {
            findings.warnIfCut(scalar);
        }
        return scalar;
    }

    /** Reads one text or a list of them, none of them blank; empty when it is neither. */
    public List<Scalar> texts(YamlTree tree, String what) {
        if (!(tree instanceof Sequence sequence)) {
            Scalar one = text(tree, what);
            return one == null ? List.of() : List.of(one);
        }
        if (sequence.items().isEmpty()) {
            findings.problem(tree.at(), what + " must not be an empty list");
        }
        List<Scalar> texts = new ArrayList<>();
        for (YamlTree item : sequence.items()) {
            Scalar text = text(item, what);
            if (text != null) {
                texts.add(text);
            }
        }
        return texts;
    }

    /** Reads a number; reports all else and returns null. */
    public @Nullable BigDecimal number(YamlTree tree, String what) {
        Scalar scalar = scalar(tree, what, "a number such as 5 or 2.5");
        if (scalar == null) {
            return null;
        }
        BigDecimal number = Numbers.parse(scalar.text(), '.');
        if (number == null) {
            String comma = Numbers.parse(scalar.text(), ',') == null ? "" : "; in rule files decimals have a point";
            findings.problem(tree.at(), what + " must be a number such as 5 or 2.5, not " + scalar.found() + comma);
        }
        return number;
    }

    /** Reads points, in millionths. */
    public @Nullable Long points(YamlTree tree, String what) {
        BigDecimal number = number(tree, what);
        if (number == null) {
            return null;
        }
        if (number.abs().compareTo(MOST_POINTS) > 0) {
            findings.problem(tree.at(), what + " must lie between -100000 and 100000, not " + tree.found());
            return null;
        }
        if (number.stripTrailingZeros().scale() > 3) {
            findings.problem(tree.at(), what + " must have at most three decimals, not " + tree.found());
            return null;
        }
        return Points.of(number);
    }

    /** Reads a duration, in milliseconds, longer than 0. */
    @Nullable
    public Long duration(YamlTree tree, String what) {
        Scalar scalar = scalar(tree, what, Durations.EXAMPLE);
        if (scalar == null) {
            return null;
        }
        OptionalLong millis = Durations.parse(scalar.text());
        if (millis.isEmpty()) {
            findings.problem(
                    tree.at(), what + " must be " + Durations.demand(scalar.text()) + ", not " + scalar.found());
            return null;
        }
        if (millis.getAsLong() == 0) {
            findings.problem(tree.at(), what + " must be longer than 0, not " + scalar.found());
            return null;
        }
        return millis.getAsLong();
    }

    /** Reads a share between 0 and 1, which is written as a percentage. */
    @Nullable
    BigDecimal share(YamlTree tree, String what) {
        Scalar scalar = scalar(tree, what, "a percentage such as 25%");
        if (scalar == null) {
            return null;
        }
        String text = scalar.text();
        BigDecimal number = text.endsWith("%") ? Numbers.parse(text.substring(0, text.length() - 1), '.') : null;
        if (number == null) {
            findings.problem(tree.at(), what + " must be a percentage such as 25%, not " + scalar.found());
            return null;
        }
        if (number.signum() < 0 || number.compareTo(HUNDRED) > 0) {
            findings.problem(tree.at(), what + " must lie between 0% and 100%, not " + scalar.found());
            return null;
        }
        return number.movePointLeft(2);
    }

    @Nullable
    Integer whole(YamlTree tree, String what, int least, int most) {
        Scalar scalar = scalar(tree, what, "a whole number");
        if (scalar == null) {
            return null;
        }
        BigDecimal number = Numbers.parse(scalar.text(), '.');
        if (number == null || number.stripTrailingZeros().scale() > 0) {
            findings.problem(tree.at(), what + " must be a whole number, not " + scalar.found());
            return null;
        }
        if (number.compareTo(BigDecimal.valueOf(least)) < 0) {
            findings.problem(tree.at(), what + " must be at least " + least + ", not " + scalar.found());
            return null;
        }
        if (number.compareTo(BigDecimal.valueOf(most)) > 0) {
            findings.problem(tree.at(), what + " must be at most " + most + ", not " + scalar.found());
            return null;
        }
        return number.intValueExact();
    }

    /** Reads {@code true} or {@code false}; reports all else and returns null. */
    public @Nullable Boolean truth(YamlTree tree, String what) {
        return choice(tree, what, Map.of("true", true, "false", false));
    }

    /** Reads one of some words, and answers its meaning. */
    public <T> @Nullable T choice(YamlTree tree, String what, Map<String, T> words) {
        String listed = listed(words.keySet());
        Scalar scalar = scalar(tree, what, listed);
        if (scalar == null) {
            return null;
        }
        T meaning = words.get(scalar.text());
        if (meaning == null) {
            findings.problem(
                    tree.at(),
                    what + " must be " + listed + ", not " + scalar.found()
                            + Nearest.hint(scalar.text(), words.keySet()));
        }
        return meaning;
    }

    private static String listed(Set<String> words) {
        Stream<String> quoted =
                words.stream().map(word -> Character.isLetter(word.charAt(0)) ? word : "\"" + word + "\"");
        return words.size() <= 2
                ? String.join(" or ", quoted.sorted(Comparator.reverseOrder()).toList())
                : "one of " + String.join(", ", quoted.sorted().toList());
    }

    /** Reads a single value; reports a list or a mapping and returns null. */
    public @Nullable Scalar scalar(YamlTree tree, String what, String wanted) {
        if (tree instanceof Scalar scalar) {
            return scalar;
        }
        if (!(tree instanceof Gap)) {
            findings.problem(tree.at(), what + " must be " + wanted + ", not " + tree.found());
        }
        return null;
    }
}
