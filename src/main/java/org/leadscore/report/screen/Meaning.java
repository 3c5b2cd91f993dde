package org.leadscore.report.screen;

/**
 * The meanings that a colour can tell beside the words that tell them, never alone. The one place that knows how a terminal is asked
 * for a colour.
 */
public enum Meaning {

    /** The head of a table, or a figure that others add up to. */
    HEADING("1"),

    /** Good news: the highest bucket, points that were given, nothing found. */
    GOOD("32"),

    /** Something to look at: a warning, a bucket between the others. */
    DOUBT("33"),

    /** Bad news: an error, points that were taken. */
    BAD("31"),

    /** A remark that can be passed over. */
    ASIDE("2");

    private static final String END = "\u001B[0m";

    private final String begin;

    /** @param rendition the parameter of Select Graphic Rendition (ECMA-48) */
    Meaning(String rendition) {
        begin = "\u001B[" + rendition + "m";
    }

    /** The text in the colour of this meaning; the colour ends behind it. */
    String paint(String text) {
        return text.isEmpty() ? text : begin + text + END;
    }
}
