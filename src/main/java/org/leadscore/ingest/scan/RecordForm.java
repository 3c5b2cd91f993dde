package org.leadscore.ingest.scan;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;

/**
 * The form of a table's records, as far as it decides where they begin and end. Made by {@code Table}, taken by
 * {@link QuoteScan}, on this machine or on those of a cluster.
 *
 * @param columns number of fields of the header
 * @param pads true when a record may have fewer fields than the header
 * @param backslash true when a quote behind a backslash is text within a quoted field
 */
public record RecordForm(char delimiter, int columns, boolean pads, boolean backslash, RecordLimits limits)
        implements Serializable {

    /** True for a space or a tab that is no delimiter. */
    public boolean isBlank(int character) {
        return (character == ' ' || character == '\t') && character != delimiter;
    }

    /** The delimiter in UTF-8. */
    public byte[] delimiterBytes() {
        return String.valueOf(delimiter).getBytes(StandardCharsets.UTF_8);
    }
}
