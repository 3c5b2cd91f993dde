package org.leadscore.ingest.table;

import java.util.List;
import org.leadscore.ingest.row.Reject;

/**
 * The result of reading a table to its end, from {@link Table#finish}.
 *
 * @param rows number of rows below the header, rejects included
 * @param rejects in the order of their lines
 */
public record Read(long rows, List<Reject> rejects) {

    public Read {
        rejects = List.copyOf(rejects);
    }
}
