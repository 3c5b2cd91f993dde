package org.leadscore.ingest.row;

/**
 * The marks by which exporters keep spreadsheets from taking a text for a formula or a number: an apostrophe before it, as in
 * {@code '+34600111222} and {@code '0012}, or a formula that is nothing but a text, {@code ="0012"}.
 */
final class Guards {

    static final byte APOSTROPHE = '\'';

    private static final String FORMULA_SIGNS = "=+-@";
    private static final String NUMBER_SIGNS = "0123456789 .-/";
    private static final int LEAST_FORMULA = 3; // characters of =""
    private static final int BEFORE_TEXT = 2; // characters of ="

    private Guards() {}

    /** The number of characters to skip at the start of a value: 1 for an apostrophe, 2 for a formula, 0 without a guard. */
    static int skipped(char[] chars, int start, int length) {
        if (length < 2) {
            return 0;
        }
        if (chars[start] == APOSTROPHE) {
            return isGuarded(chars, start + 1, start + length) ? 1 : 0;
        }
        boolean isFormula = length >= LEAST_FORMULA
                && chars[start] == '='
                && chars[start + 1] == '"'
                && chars[start + length - 1] == '"'
                && hasDoubledQuotesOnly(chars, start + BEFORE_TEXT, start + length - 1);
        return isFormula ? BEFORE_TEXT : 0;
    }

    /** Makes single quotes of the doubled ones in a formula's text, in place, and returns the length of the text. */
    static int unquoted(char[] chars, int start, int length) {
        int from = start + BEFORE_TEXT;
        int end = from;
        for (int at = from; at < start + length - 1; at++) {
            chars[end] = chars[at];
            end++;
            at += chars[at] == '"' ? 1 : 0;
        }
        return end - from;
    }

    /** True when a formula could follow, or nothing but digits, blanks, dots, dashes and slashes, at least one digit. */
    private static boolean isGuarded(char[] chars, int from, int to) {
        if (FORMULA_SIGNS.indexOf(chars[from]) >= 0) {
            return true;
        }
        boolean hasDigit = false;
        for (int at = from; at < to; at++) {
            if (NUMBER_SIGNS.indexOf(chars[at]) < 0) {
                return false;
            }
            hasDigit |= Character.isDigit(chars[at]);
        }
        return hasDigit;
    }

    private static boolean hasDoubledQuotesOnly(char[] chars, int from, int to) {
        for (int at = from; at < to; at++) {
            if (chars[at] == '"') {
                at++;
                if (at == to || chars[at] != '"') {
                    return false;
                }
            }
        }
        return true;
    }
}
