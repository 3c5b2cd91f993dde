package org.leadscore.ingest;

import java.util.List;

/**
 * What a table turned out to hold.
 *
 * @param rows all rows below the header, rejects included
 * @param rejects in the order of their lines
 */
public record Read(long rows, List<Reject> rejects) {

    public Read {
        rejects = List.copyOf(rejects);
    }
}
