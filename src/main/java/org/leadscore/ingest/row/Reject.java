package org.leadscore.ingest.row;

import java.io.Serializable;
import org.leadscore.problem.Excerpt;

/**
 * A row that could not be read.
 *
 * @param source the file as the user named it
 * @param line in which the row begins, from 1
 * @param column of the trouble, in its physical line, in characters from 1
 * @param reason on one line, whatever the row holds
 * @param raw the row as it stands in the file, undecodable bytes as U+FFFD, without its line end
 */
public record Reject(String source, long line, int column, String reason, String raw) implements Serializable {

    public Reject {
        reason = Excerpt.of(reason);
    }

    /** The place of the trouble: {@code file:line:column}. */
    public String place() {
        return source + ":" + line + ":" + column;
    }

    /** The place and the reason: {@code file:line:column: reason}. */
    public String message() {
        return place() + ": " + reason;
    }
}
