package org.leadscore.problem;

import org.leadscore.lead.ShownText;

/** A piece of somebody's file as a message can show it: on one line, nothing in it that a terminal obeys, not too long. */
public final class Excerpt {

    private static final int LONGEST = 240;
    private static final char NONE = '\uFFFD';
    private static final String CUT = "…";

    private Excerpt() {}

    /**
     * Makes a text fit to be shown: white space of any kind becomes a blank, a noncharacter U+FFFD; what a terminal would
     * obey is shown as {@link ShownText} shows it; a text of more than 240 characters loses its middle.
     */
    public static String of(String text) {
        int length = text.codePointCount(0, text.length());
        if (length > LONGEST) {
            int half = LONGEST / 2;
            String begin = text.substring(0, text.offsetByCodePoints(0, half));
            String end = text.substring(text.offsetByCodePoints(text.length(), -half));
            return tame(begin) + CUT + tame(end);
        }
        return tame(text);
    }

    /**
     * Cuts the piece from one character up to another out of a line, with a mark at each end where the line goes on; a
     * tab becomes four blanks. What a terminal would obey becomes U+FFFD, which leaves the columns where they are.
     */
    static String of(int[] line, int from, int to) {
        StringBuilder shown = new StringBuilder(from > 0 ? CUT : "");
        for (int i = from; i < to; i++) {
            shown.append(line[i] == '\t' ? "    " : Character.toString(inOneCell(line[i])));
        }
        return shown.append(to < line.length ? CUT : "").toString();
    }

    private static String tame(String text) {
        return ShownText.onOneLine(text.codePoints()
                .map(Excerpt::tame)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append));
    }

    private static int tame(int codePoint) {
        if (Character.isWhitespace(codePoint)) {
            return ' ';
        }
        boolean isNone = (codePoint & 0xFFFE) == 0xFFFE; // no character ever, and refused in rule files
        return isNone ? NONE : codePoint;
    }

    private static int inOneCell(int codePoint) {
        int tamed = tame(codePoint);
        return ShownText.isObeyed(tamed) ? NONE : tamed;
    }
}
