package org.leadscore.engine.cluster;

import java.io.IOException;
import java.io.Serializable;
import org.leadscore.ingest.scan.RecordForm;
import org.leadscore.ingest.table.FileRange;
import org.leadscore.ingest.table.Stretch;

/**
 * A range of a file to be looked through for records that it leaves open. Made by {@link ClusterLogScoring}, one for each
 * task of {@link ClusterJob#look}.
 *
 * @param file the name that messages use
 * @param place a URI by which all machines find it
 * @param form of its records
 */
public record BoundaryTask(String file, String place, RecordForm form, FileRange.Range range) implements Serializable {

    Stretch look(FileOpener places) throws IOException {
        return Stretch.between(FileTask.at(file, place, places), form, range.from(), range.to());
    }
}
