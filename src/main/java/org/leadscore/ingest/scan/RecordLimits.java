package org.leadscore.ingest.scan;

import java.io.Serializable;

/**
 * The limits within which quotes are followed.
 *
 * @param field the most bytes, as UTF-8, that may stand between the quotes of a field
 * @param held the most bytes from the start of a record of several lines to the last of its quotes, if it is to be read; they
 *     are held in memory
 * @param record the most bytes to the last of its quotes, if it is to be rejected as a whole
 */
public record RecordLimits(int field, int held, int record) implements Serializable {

    public static final RecordLimits USUAL = new RecordLimits(1 << 22, 1 << 23, 1 << 27);
}
