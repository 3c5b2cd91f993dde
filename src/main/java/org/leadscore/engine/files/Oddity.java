package org.leadscore.engine.files;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.leadscore.ingest.row.Oddities;
import org.leadscore.ingest.row.RowRules;

/**
 * Something in the rows of a source that is read, and of which a person should know. Made by {@link Exports}, shown in the
 * summary.
 *
 * @param column blank for what is counted by rows
 * @param firstPlace the first place of it, {@code file:line:column}; of lines above a header, that of the header
 */
public record Oddity(String source, Oddities.Kind kind, String column, long count, String firstPlace)
        implements Serializable {

    private static final String FOR_LEAVE_OUT = " for leave-out";

    /** The oddities of a source, but for those that only help to find out what encoding it is in. */
    public static List<Oddity> of(String source, Oddities oddities) {
        List<Oddity> found = new ArrayList<>();
        oddities.forEach((kind, column, count, first) -> {
            if (kind != Oddities.Kind.UNDECODABLE && kind != Oddities.Kind.BEYOND_ASCII) {
                found.add(new Oddity(source, kind, column, count, first));
            }
        });
        return found;
    }

    /** The kind in one word, as {@code empty_at_end}. */
    public String word() {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    /** True for what may make results wrong; the others are only told. */
    public boolean isDoubtful() {
        return kind == Oddities.Kind.LINES_LIKE_ROWS
                || kind == Oddities.Kind.LIKE_ROW_ABOVE
                || kind == Oddities.Kind.ROUNDED_ID
                || kind == Oddities.Kind.NO_JSON
                || kind == Oddities.Kind.CONTROL;
    }

    /** True for what says which lines of a file are the table. */
    public boolean isOfLayout() {
        return kind == Oddities.Kind.ABOVE_HEADER
                || kind == Oddities.Kind.OUTSIDE_SECTION
                || kind == Oddities.Kind.FOOTER;
    }

    /** True for what was found of a file's dialect, of which the rule file says nothing. */
    public boolean isOfDialect() {
        return kind == Oddities.Kind.SEMICOLONS
                || kind == Oddities.Kind.TABS
                || kind == Oddities.Kind.PIPES
                || kind == Oddities.Kind.UTF_16;
    }

    /** True for values that should be numbers or dates, as a condition by which rows are left out asks for that. */
    public boolean isWrongForLeaveOut() {
        return kind == Oddities.Kind.NO_NUMBER || kind == Oddities.Kind.NO_DATE;
    }

    /** A sentence without its full stop, with the count and the first place. */
    public String sentence() {
        String where = column.isEmpty() ? source : source + ", column " + column;
        String at = kind == Oddities.Kind.ABOVE_HEADER ? ", which was found at " : ", the first at ";
        return where + ": " + what() + at + firstPlace + advice();
    }

    private String what() {
        return switch (kind) {
            case SEMICOLONS -> parted("semicolons");
            case TABS -> parted("tabs");
            case PIPES -> parted("pipes");
            case UTF_16 -> counted("file") + (count == 1 ? " is" : " are") + " in UTF-16, by the byte order mark";
            case UNFINISHED ->
                rows("is", "are") + " not written to the end yet, and " + (count == 1 ? "is" : "are")
                        + " left for the next run";
            case ABOVE_HEADER -> counted("line") + (count == 1 ? " stands" : " stand") + " above the header";
            case LIKE_ROW_ABOVE ->
                counted("file") + (count == 1 ? " has" : " have") + " a line above the header that may be a row";
            case OUTSIDE_SECTION ->
                counted("line") + (count == 1 ? " stands" : " stand") + " outside the section, and "
                        + (count == 1 ? "is" : "are") + " not read";
            case FOOTER ->
                counted("line") + (count == 1 ? " stands" : " stand")
                        + " behind a blank line, with another number of fields than the header, and "
                        + (count == 1 ? "is" : "are") + " no row" + (count == 1 ? "" : "s");
            case EMPTY_AT_END -> rows("has", "have") + " empty fields behind the last column, which are left out";
            case SHORT -> rows("is", "are") + " shorter than the header and filled up with empty fields";
            case BLANKS_AROUND_QUOTES -> rows("has", "have") + " blanks around quotes, which are left out";
            case BYTE_ORDER_MARK -> rows("begins", "begin") + " with a byte order mark, which is left out";
            case GUARD ->
                counted("value") + (count == 1 ? " has" : " have") + " a guard against formulas, which is taken off";
            case NO_JSON -> counted("value") + (count == 1 ? " is" : " are") + " no JSON, and blank";
            case LEFT_OUT -> rows("is", "are") + " left out";
            case NO_NUMBER -> counted("value") + (count == 1 ? " is no number" : " are no numbers") + FOR_LEAVE_OUT;
            case NO_DATE -> counted("value") + (count == 1 ? " is no date" : " are no dates") + FOR_LEAVE_OUT;
            case LINES_LIKE_ROWS -> rows("has", "have") + " lines in quotes that look like rows of their own";
            case ROUNDED_ID ->
                counted("id") + (count == 1 ? " is a number" : " are numbers") + " in scientific notation";
            case CONTROL -> rows("has", "have") + " bytes from 80 to 9F, which are control characters in ISO-8859-1";
            case UNDECODABLE -> rows("has", "have") + " bytes that are not UTF-8";
            case BEYOND_ASCII -> rows("has", "have") + " characters beyond ASCII";
        };
    }

    private String advice() {
        return switch (kind) {
            case LINES_LIKE_ROWS -> "; is a quote meant as text there? quote: none reads it so";
            case LIKE_ROW_ABOVE ->
                "; if it is one, move it below the header, and if it is a title, pass over it with skip";
            case ROUNDED_ID ->
                "; a spreadsheet has rounded them, and several ids may have become one: export the column as text";
            case CONTROL -> "; is it " + RowRules.OTHER_ENCODING + ", which has letters and signs there?";
            default -> "";
        };
    }

    private String parted(String signs) {
        return counted("file") + (count == 1 ? " has " : " have ") + signs + " between fields, as the header shows";
    }

    private String rows(String one, String several) {
        return counted("row") + " " + (count == 1 ? one : several);
    }

    private String counted(String what) {
        return String.format(Locale.ROOT, "%,d %s%s", count, what, count == 1 ? "" : "s");
    }
}
