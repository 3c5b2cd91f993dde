package org.leadscore.ingest.table;


import org.leadscore.ingest.row.Reject;

import java.util.List;

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
