package org.leadscore.ingest.row;

import java.io.Serializable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.leadscore.lead.CellText;
import org.leadscore.problem.Excerpt;
import org.leadscore.problem.Place;

/**
 * A row that could not be read.
 *
 * @param source the file as the user named it
 * @param line in which the row begins, from 1
 * @param column of the trouble, in its physical line, in characters from 1; 0 where it is not known
 * @param reason on one line, whatever the row holds
 * @param raw the row as it stands in the file, undecodable bytes as U+FFFD, without its line end
 */
public record Reject(String source, long line, int column, String reason, String raw) implements Serializable {

    /** The value of a cell in a reason, which quotes nothing else. */
    private static final Pattern VALUE = Pattern.compile("'(.*)'", Pattern.DOTALL);

    /** The text in place of a value that nobody may see. */
    private static final String REDACTED = "…";

    public Reject {
        reason = Excerpt.of(reason);
    }

    /** The place of the trouble: {@code file:line:column}. */
    public String place() {
        return Place.of(source, line, column);
    }

    /** The place and the reason, {@code file:line:column: reason}, in which a value is marked as one. */
    public String message() {
        return place() + ": "
                + VALUE.matcher(reason).replaceFirst(value -> Matcher.quoteReplacement(marked(value.group(1))));
    }

    private static String marked(String value) {
        return value.equals(REDACTED) ? "'" + value + "'" : CellText.of(value);
    }
}
