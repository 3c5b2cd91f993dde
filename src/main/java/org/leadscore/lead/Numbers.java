package org.leadscore.lead;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes numbers in rule files and data. A number is an optional sign, digits, and at most one decimal point
 * with digits after it.
 */
public final class Numbers {

    private Numbers() {}

    /** Writes a number as people do: without an exponent, and without zeros at the end of its decimals. */
    public static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    /**
     * Reads the exact value of a text, or null when the text is no number; surrounding white space does not matter.
     *
     * @param decimal the character of the decimal point, {@code '.'} or {@code ','}
     */
    public static @Nullable BigDecimal parse(String text, char decimal) {
        String stripped = Text.strip(text);
        int length = stripped.length();
        int i = length > 0 && (stripped.charAt(0) == '+' || stripped.charAt(0) == '-') ? 1 : 0;
        int point = -1;
        int first = i;
        for (; i < length; i++) {
            char c = stripped.charAt(i);
            if (c == decimal && point < 0 && i > first && i < length - 1) {
                point = i;
            } else if (c < '0' || c > '9') {
                return null;
            }
        }
        if (length == first) {
            return null;
        }
        return new BigDecimal(point < 0 ? stripped : stripped.replace(decimal, '.'));
    }
}
