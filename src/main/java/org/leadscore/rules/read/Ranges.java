package org.leadscore.rules.read;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leadscore.rules.condition.NumberRange;
import org.leadscore.rules.yaml.Findings;
import org.leadscore.rules.yaml.MappingFields;

/** Reads {@code at-least}, {@code at-most}, {@code above}, {@code below} and {@code exactly} into one range. */
public final class Ranges {

    public static final List<String> BOUNDS = List.of("at-least", "at-most", "above", "below");
    public static final List<String> OF_COUNTS = List.of("at-least", "at-most", "exactly", "above", "below");

    private Ranges() {}

    /**
     * Reads the bounds of a mapping; null when there is none, or none that can be used; the latter has been reported.
     */
    static @Nullable NumberRange read(MappingFields fields, Findings findings) {
        if (OF_COUNTS.stream().noneMatch(key -> fields.tree(key) != null)) {
            return null;
        }
        if (clash(fields, "at-least", "above", findings)
                || clash(fields, "at-most", "below", findings)
                || fields.has("exactly") && BOUNDS.stream().anyMatch(key -> clash(fields, key, "exactly", findings))) {
            return null;
        }
        BigDecimal exactly = fields.number("exactly");
        BigDecimal atLeast = fields.number("at-least");
        BigDecimal atMost = fields.number("at-most");
        BigDecimal above = fields.number("above");
        BigDecimal below = fields.number("below");
        BigDecimal low = first(exactly, atLeast, above);
        BigDecimal high = first(exactly, atMost, below);
        if (low == null && high == null) {
            return null;
        }
        NumberRange range = new NumberRange(low, above == null, high, below == null);
        if (range.isEmpty()) {
            findings.problem(
                    fields.at(atLeast != null ? "at-least" : "above"), "no number is in this range; swap its two ends");
            return null;
        }
        return range;
    }

    private static boolean clash(MappingFields fields, String one, String other, Findings findings) {
        if (fields.tree(one) == null || fields.tree(other) == null) {
            return false;
        }
        findings.problem(
                fields.keyAt(other), "%s and %s cannot stand together; keep one of them".formatted(one, other));
        return true;
    }

    private static @Nullable BigDecimal first(@Nullable BigDecimal a, @Nullable BigDecimal b, @Nullable BigDecimal c) {
        return a != null ? a : b != null ? b : c;
    }
}
