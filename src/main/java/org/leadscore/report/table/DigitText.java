package org.leadscore.report.table;

/**
 * Texts of digits that Excel would take for numbers and change: it drops zeros and a plus in front, and knows fifteen
 * digits of a number. {@link CsvTable} writes them as the formula {@code ="0301"}, whose value is the text.
 */
final class DigitText {

    /** The most digits of a number that Excel keeps. */
    static final int MOST = 15;

    private static final String BEFORE = "=\"";

    private DigitText() {}

    /** True for digits that begin with a zero, and are more than one, or with a plus, or that are more than fifteen. */
    static boolean isChanged(String text) {
        int length = text.length();
        int from = length > 0 && (text.charAt(0) == '+' || text.charAt(0) == '-') ? 1 : 0;
        for (int i = from; i < length; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        int digits = length - from;
        return digits > MOST || digits > 0 && text.charAt(0) == '+' || digits > 1 && text.charAt(from) == '0';
    }

    /** The formula whose value is a text. */
    static String formula(String text) {
        return BEFORE + text.replace("\"", "\"\"") + '"';
    }

    /** The text of a formula that is nothing but a text; any other cell as it is. */
    static String textOf(String cell) {
        int end = cell.length() - 1;
        if (end < BEFORE.length() || !cell.startsWith(BEFORE) || cell.charAt(end) != '"') {
            return cell;
        }
        StringBuilder text = new StringBuilder(end);
        for (int i = BEFORE.length(); i < end; i++) {
            if (cell.charAt(i) == '"') {
                i++;
                if (i == end || cell.charAt(i) != '"') {
                    return cell;
                }
            }
            text.append(cell.charAt(i));
        }
        return text.toString();
    }
}
