package org.leadscore.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;

/** Opens files by their places, on any machine of a cluster. */
public interface PlaceReader extends Serializable {

    /**
     * A file's bytes.
     *
     * @param place a URI, as {@link org.leadscore.ingest.Input#place} answers it
     * @param from the first byte that is wanted
     */
    InputStream open(String place, long from) throws IOException;
}
