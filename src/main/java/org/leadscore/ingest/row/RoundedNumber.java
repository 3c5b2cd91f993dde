package org.leadscore.ingest.row;

/** Tells numbers in scientific notation, as spreadsheets write those of twelve digits and more: {@code 4.9E+11}. */
final class RoundedNumber {

    private static final int SHORTEST = 4; // bytes of 4E+9
    private static final int MOST_DIGITS = 3; // of the exponent

    private RoundedNumber() {}

    /** True for digits, with a decimal point or comma among them or not, then E, plus, and the exponent. */
    static boolean is(byte[] bytes, int start, int length) {
        if (length < SHORTEST || !isDigit(bytes[start])) {
            return false;
        }
        int end = start + length;
        int at = end - 2;
        while (at > end - 1 - MOST_DIGITS && isDigit(bytes[at])) {
            at--;
        }
        if (bytes[at] != '+' || !isDigit(bytes[end - 1]) || at <= start + 1 || (bytes[at - 1] | ' ') != 'e') {
            return false;
        }
        return isNumber(bytes, start, at - 1);
    }

    private static boolean isNumber(byte[] bytes, int from, int to) {
        int points = 0;
        for (int at = from; at < to; at++) {
            if (!isDigit(bytes[at])) {
                points++;
                if (at == from || at == to - 1 || bytes[at] != '.' && bytes[at] != ',') {
                    return false;
                }
            }
        }
        return points <= 1;
    }

    private static boolean isDigit(byte b) {
        return b >= '0' && b <= '9';
    }
}
