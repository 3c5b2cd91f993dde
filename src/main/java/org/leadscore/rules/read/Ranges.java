package org.leadscore.rules.read;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.leadscore.rules.condition.NumberRange;
import org.leadscore.rules.yaml.Findings;
import org.leadscore.rules.yaml.MappingFields;

/** Reads {@code at-least}, {@code at-most}, {@code above}, {@code below} and {@code exactly} into one range. */
public final class Ranges {

    /** Stands for both ends at once, where a count is asked for. */
    public static final String EXACTLY = "exactly";

    public static final List<String> BOUNDS = Operator.words(Operator.bounds());
    public static final List<String> OF_COUNTS = Stream.of(bounds(true), List.of(EXACTLY), bounds(false))
            .flatMap(List::stream)
            .toList();

    private Ranges() {}

    /**
     * Reads the bounds of a mapping; null when there is none, or none that can be used; the latter has been reported.
     */
    static @Nullable NumberRange read(MappingFields fields, Findings findings) {
        if (OF_COUNTS.stream().noneMatch(key -> fields.tree(key) != null) || clash(fields, findings)) {
            return null;
        }
        BigDecimal exactly = fields.number(EXACTLY);
        BigDecimal low = exactly;
        BigDecimal high = exactly;
        boolean lowIsIn = true;
        boolean highIsIn = true;
        String lowest = EXACTLY;
        for (Operator operator : Operator.bounds()) {
            Operator.Bound bound = operator.bound();
            BigDecimal number = fields.number(operator.word());
            if (bound != null && number != null && bound.isLow()) {
                low = number;
                lowIsIn = bound.isIn();
                lowest = operator.word();
            } else if (bound != null && number != null) {
                high = number;
                highIsIn = bound.isIn();
            }
        }
        if (low == null && high == null) {
            return null;
        }
        NumberRange range = new NumberRange(low, lowIsIn, high, highIsIn);
        if (range.isEmpty()) {
            findings.problem(fields.at(lowest), "no number is in this range; swap its two ends");
            return null;
        }
        return range;
    }

    /** Reports the first two that cannot stand together. */
    private static boolean clash(MappingFields fields, Findings findings) {
        return Operator.bounds().stream()
                        .anyMatch(bound -> Operator.words(bound.clashing()).stream()
                                .anyMatch(other -> clash(fields, bound.word(), other, findings)))
                || fields.has(EXACTLY) && BOUNDS.stream().anyMatch(key -> clash(fields, key, EXACTLY, findings));
    }

    private static boolean clash(MappingFields fields, String one, String other, Findings findings) {
        if (fields.tree(one) == null || fields.tree(other) == null) {
            return false;
        }
        findings.problem(
                fields.keyAt(other), "%s and %s cannot stand together; keep one of them".formatted(one, other));
        return true;
    }

    private static List<String> bounds(boolean areIn) {
        return Operator.words(Operator.bounds().stream()
                .filter(operator -> operator.bound() != null && operator.bound().isIn() == areIn)
                .toList());
    }
}
