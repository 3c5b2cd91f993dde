package org.leadscore.ingest;

import java.io.Serializable;
import org.leadscore.problem.Excerpt;

/**
 * A row that could not be read.
 *
 * @param source the file as the user named it
 * @param line where the row begins, from 1
 * @param column in that line, in characters from 1, where the trouble is
 * @param reason on one line, whatever the row holds
 * @param raw the row as it stands in the file, undecodable bytes as U+FFFD, without its line end
 */
public record Reject(String source, long line, int column, String reason, String raw) implements Serializable {

    public Reject {
        reason = Excerpt.of(reason);
    }

    /** {@code file:line:column}. */
    public String place() {
        return source + ":" + line + ":" + column;
    }

    /** The reason behind the place. */
    public String message() {
        return place() + ": " + reason;
    }
}
