package org.leadscore.lead;

/**
 * Makes text from anywhere fit for a person at a terminal: what a terminal would obey, or what would turn the order of
 * the letters around, is shown by its number instead, as in <code>&#92;u001B</code>. Text that was made fit stays as it is.
 */
public final class ShownText {

    private static final char FIRST_PRINTABLE = ' ';
    private static final char FIRST_BEYOND_ASCII = 0x7F;

    private ShownText() {}

    /** Shows everything, values of cells too, but LF, TAB, and CR before LF, which are the program's own. */
    public static String of(CharSequence text) {
        return shown(CellText.shown(text.toString()), true);
    }

    /** Shows everything, ends of lines and TAB too, so that a value can neither begin a line nor move a column. */
    public static String onOneLine(CharSequence text) {
        return shown(text, false);
    }

    private static String shown(CharSequence text, boolean hasLines) {
        int at = 0;
        while (at < text.length() && !isObeyed(text.charAt(at))) {
            at++;
        }
        if (at == text.length()) {
            return text.toString(); // nearly always
        }
        StringBuilder shown = new StringBuilder(text.length() + 16).append(text, 0, at);
        for (; at < text.length(); at++) {
            char c = text.charAt(at);
            if (isObeyed(c) && !(hasLines && isLayout(text, at))) {
                shown.append("\\u%04X".formatted((int) c));
            } else {
                shown.append(c);
            }
        }
        return shown.toString();
    }

    private static boolean isLayout(CharSequence text, int at) {
        char c = text.charAt(at);
        return c == '\n' || c == '\t' || c == '\r' && at + 1 < text.length() && text.charAt(at + 1) == '\n';
    }

    /** Tells whether a character is shown by its number. */
    public static boolean isObeyed(int codePoint) {
        return codePoint <= Character.MAX_VALUE && isObeyed((char) codePoint);
    }

    /** Control characters, both separators of lines, and the marks of Unicode's bidirectional algorithm (UAX 9). */
    private static boolean isObeyed(char c) {
        if (c >= FIRST_PRINTABLE && c < FIRST_BEYOND_ASCII) {
            return false;
        }
        return Character.isISOControl(c)
                || c == '\u061C'
                || c >= '\u200E' && c <= '\u200F'
                || c >= '\u2028' && c <= '\u202E'
                || c >= '\u2066' && c <= '\u2069';
    }
}
