package org.leadscore.engine;

import java.io.IOException;
import java.io.Serializable;
import org.leadscore.ingest.FilePart;
import org.leadscore.ingest.Stretch;

/**
 * A range of a file to be looked through for records that it leaves open. Made by {@link ScatteredLogs}, one for each
 * task of {@link LogJob#look}.
 *
 * @param file the name that messages use
 * @param place a URI by which all machines find it
 * @param delimiter between its fields
 */
public record LogLook(String file, String place, char delimiter, FilePart.Range range) implements Serializable {

    Stretch look(PlaceReader places) throws IOException {
        return Stretch.between(LogPart.at(file, place, places), delimiter, range.from(), range.to());
    }
}
