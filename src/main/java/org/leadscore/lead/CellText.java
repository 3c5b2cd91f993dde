package org.leadscore.lead;

import java.util.List;

/**
 * Marks the values of cells in messages, so that whoever prints a message decides whether they are shown: on standard error they
 * are not, unless {@code --show-values} is given, as that is kept by schedulers and sent to people who may not see the data.
 * Made where a message is put together; files and standard output get it by {@link #shown}.
 */
public final class CellText {

    /** Noncharacters of Unicode, which no text that is exchanged has. */
    private static final char VALUE = '\uFDD0';

    private static final char REMARK = '\uFDD1';
    private static final char END = '\uFDD2';
    private static final char NONE = '\uFFFD';

    private static final int LONGEST_FORM = 24;
    private static final int FEWEST_DIGITS = 6;

    private CellText() {}

    /** A value that a message is about: shown in quotes, or else by its form, as in {@code a value of the form 99/99/9999}. */
    public static String of(String value) {
        return VALUE + cleaned(value) + END;
    }

    /** A value beside what it is called, as in {@code the lead 'x'}: shown in quotes, or else left out. */
    public static String beside(String value) {
        return remark(" '" + value + "'");
    }

    /** A part of a message that is shown as it is, or else left out. */
    public static String remark(String part) {
        return REMARK + cleaned(part) + END;
    }

    /**
     * The names of the columns of a table, as a message lists them; where one of them looks like a value, the header is likely
     * missing, and the first row is in its place: then they are shown as values are.
     *
     * @param listing the names, as they are to stand in the message
     */
    public static String columns(List<String> names, String listing) {
        return names.stream().noneMatch(CellText::looksLikeValue)
                ? listing
                : names.size() + " that look like the values of a row" + remark(": " + listing);
    }

    /** True for a mail address, and for six digits and more without letters, as dates, times and telephone numbers have. */
    private static boolean looksLikeValue(String name) {
        int at = name.indexOf('@');
        return at > 0 && at < name.length() - 1
                || name.chars().filter(Character::isDigit).count() >= FEWEST_DIGITS
                        && name.chars().noneMatch(c -> Character.isLetter(c) && c != 'T' && c != 'Z');
    }

    /** The message with all values. */
    public static String shown(String message) {
        return replaced(message, true);
    }

    /** The message without its values. */
    public static String hidden(String message) {
        return replaced(message, false);
    }

    /** True when the message has values, shown or not. */
    public static boolean isIn(String message) {
        return message.indexOf(VALUE) >= 0 || message.indexOf(REMARK) >= 0;
    }

    private static String cleaned(String value) {
        return value.replace(VALUE, NONE).replace(REMARK, NONE).replace(END, NONE);
    }

    private static String replaced(String message, boolean shows) {
        if (!isIn(message)) {
            return message;
        }
        StringBuilder text = new StringBuilder(message.length());
        int at = 0;
        while (at < message.length()) {
            char c = message.charAt(at);
            if (c != VALUE && c != REMARK) {
                text.append(c == END ? "" : String.valueOf(c));
                at++;
                continue;
            }
            int end = message.indexOf(END, at);
            int to = end < 0 ? message.length() : end; // a message that was cut
            String value = message.substring(at + 1, to);
            if (c == VALUE) {
                text.append(shows ? "'" + value + "'" : "a value of the form " + form(value));
            } else if (shows) {
                text.append(value);
            }
            at = to + 1;
        }
        return text.toString();
    }

    /** The form of a value: 9 for each digit, a for each letter, all else as it is, cut if it is long. */
    private static String form(String value) {
        StringBuilder form = new StringBuilder();
        int length = 0;
        for (int at = 0; at < value.length() && length < LONGEST_FORM; length++) {
            int c = value.codePointAt(at);
            form.appendCodePoint(Character.isDigit(c) ? '9' : Character.isLetter(c) ? 'a' : c);
            at += Character.charCount(c);
            if (length + 1 == LONGEST_FORM && at < value.length()) {
                form.append('…');
            }
        }
        return form.toString();
    }
}
