package org.leadscore.report.table;

import java.util.regex.Pattern;
import org.leadscore.lead.Text;

/**
 * Keeps a spreadsheet from running what stands in a cell. A cell that begins, after white space, with {@code = + - @}, tab or
 * CR, full-width forms included, gets an apostrophe in front; numbers, however they are written, and phone numbers are spared. A cell that already
 * looks as if it had been guarded gets one more, so that {@link #unguard} always finds the way back.
 */
public final class FormulaGuard {

    /**
     * A number as people and programs write it, with a point or a comma, also at its beginning or end, groups of three
     * digits, an exponent, and a percent sign. It is no formula in any language.
     */
    private static final Pattern NUMBER =
            Pattern.compile("[+-](?:[0-9]+[.,]?[0-9]*|[.,][0-9]+|[0-9]{1,3}(?:,[0-9]{3})+(?:[.][0-9]*)?"
                    + "|[0-9]{1,3}(?:[.][0-9]{3})+(?:,[0-9]*)?)(?:[eE][+-]?[0-9]+)?%?");

    private static final int FEWEST_DIGITS = 5;
    private static final int MOST_DIGITS = 18; // the 15 of E.164, and an extension

    private FormulaGuard() {}

    /** Puts an apostrophe in front of a cell that a spreadsheet would run, and leaves any other cell as it is. */
    public static String guard(String cell) {
        return needsGuard(cell, 0) ? "'" + cell : cell;
    }

    /** Takes off the apostrophe that {@link #guard} put there, or the formula around a text of digits, {@code ="0301"}. */
    public static String unguard(String cell) {
        if (cell.isEmpty()) {
            return cell;
        }
        return cell.charAt(0) == '\'' && needsGuard(cell, 1) ? cell.substring(1) : DigitText.textOf(cell);
    }

    private static boolean needsGuard(String cell, int from) {
        int length = cell.length();
        int start = from;
        while (start < length && cell.charAt(start) == '\'') {
            start++;
        }
        int i = start;
        for (; i < length && isSkipped(cell.charAt(i)); i++) {
            if (cell.charAt(i) == '\t' || cell.charAt(i) == '\r') {
                return true;
            }
        }
        return i < length && isTrigger(cell.charAt(i)) && !(start == i && isHarmless(cell.substring(i)));
    }

    private static boolean isSkipped(char c) {
        return c <= ' ' || c == '\uFEFF' || Text.isSpace(c);
    }

    private static boolean isTrigger(char c) {
        return switch (c) {
            case '=', '+', '-', '@', '\uFF1D', '\uFF0B', '\uFF0D', '\uFF20' -> true;
            default -> false;
        };
    }

    private static boolean isHarmless(String cell) {
        return NUMBER.matcher(Text.strip(cell)).matches() || isPhone(cell);
    }

    /**
     * True for a phone number: a plus, then 5 to 18 digits parted by no more than blanks, dots, hyphens, slashes and
     * brackets.
     */
    private static boolean isPhone(String cell) {
        if (cell.charAt(0) != '+') {
            return false;
        }
        int digits = 0;
        for (int i = 1; i < cell.length(); i++) {
            char c = cell.charAt(i);
            if (c >= '0' && c <= '9') {
                digits++;
            } else if (" .-/()\u00A0".indexOf(c) < 0) {
                return false;
            }
        }
        return digits >= FEWEST_DIGITS && digits <= MOST_DIGITS;
    }
}
