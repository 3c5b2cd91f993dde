package org.leadscore.report.screen;

import java.util.ArrayList;
import java.util.List;
import org.leadscore.problem.Width;

/** Measures, cuts and breaks text by the columns that it takes on a screen. Takes text that is fit to be shown, without colours. */
public final class ScreenText {

    private static final String CUT = "…";

    private ScreenText() {}

    /** The number of columns that a text on one line takes. */
    public static int width(String text) {
        int width = 0;
        for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            width += Width.of(text.codePointAt(at));
        }
        return width;
    }

    /** The text, or its beginning with an ellipsis if it takes more columns than there are. */
    public static String cut(String text, int columns) {
        return width(text) <= columns ? text : text.substring(0, fitting(text, 0, columns - 1)) + CUT;
    }

    /** The text with blanks behind it, so that it takes so many columns. */
    public static String toLeft(String text, int columns) {
        return text + " ".repeat(Math.max(0, columns - width(text)));
    }

    /** The text with blanks before it, so that it takes so many columns. */
    public static String toRight(String text, int columns) {
        return " ".repeat(Math.max(0, columns - width(text))) + text;
    }

    /**
     * Breaks a text into lines at its blanks. A word that is too long has a line of its own: whoever copies a path wants it whole.
     *
     * @param hanging the number of blanks before each line but the first
     */
    public static List<String> sentence(String text, int columns, int hanging) {
        return lines(text, columns, hanging, false);
    }

    /** Breaks the text of a cell into lines at its blanks, and within words that are too long; a line of its own indent. */
    public static List<String> cell(String text, int columns) {
        int indent = indent(text);
        return lines(text, columns, indent + 2 < columns / 2 ? indent + (indent > 0 ? 2 : 0) : 0, true);
    }

    private static List<String> lines(String text, int columns, int hanging, boolean breaksWords) {
        List<String> lines = new ArrayList<>();
        if (width(text) <= columns) {
            lines.add(text);
            return lines;
        }
        int indent = indent(text);
        StringBuilder line = new StringBuilder(" ".repeat(indent));
        int width = indent;
        boolean isEmpty = true;
        for (String word : text.substring(indent).split(" ", -1)) {
            int more = width(word);
            if (!isEmpty && width + 1 + more > columns) {
                lines.add(line.toString().stripTrailing());
                line = new StringBuilder(" ".repeat(hanging));
                width = hanging;
                isEmpty = true;
            }
            String rest = word;
            while (breaksWords && width + (isEmpty ? 0 : 1) + width(rest) > columns) {
                int end = Math.max(fitting(rest, 0, columns - width), next(rest, 0));
                lines.add(line + rest.substring(0, end));
                rest = rest.substring(end);
                line = new StringBuilder(" ".repeat(hanging));
                width = hanging;
                isEmpty = true;
            }
            line.append(isEmpty ? "" : " ").append(rest);
            width += (isEmpty ? 0 : 1) + width(rest);
            isEmpty = false;
        }
        if (!line.toString().isBlank()) {
            lines.add(line.toString().stripTrailing());
        }
        return lines;
    }

    private static int indent(String text) {
        int indent = 0;
        while (indent < text.length() && text.charAt(indent) == ' ') {
            indent++;
        }
        return indent;
    }

    /** The index up to which the text from another one on takes no more columns than there are, with the marks that belong to the last. */
    private static int fitting(String text, int from, int columns) {
        int at = from;
        int left = columns;
        while (at < text.length()) {
            int codePoint = text.codePointAt(at);
            left -= Width.of(codePoint);
            if (left < 0) {
                return at;
            }
            at += Character.charCount(codePoint);
        }
        return at;
    }

    private static int next(String text, int at) {
        return at < text.length() ? at + Character.charCount(text.codePointAt(at)) : at;
    }
}
