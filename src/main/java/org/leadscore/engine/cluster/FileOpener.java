package org.leadscore.engine.cluster;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;

/** Opens files by their places, on any machine of a cluster, to which the reader is sent. */
public interface FileOpener extends Serializable {

    /**
     * Opens a file at one of its bytes.
     *
     * @param place a URI, as {@link org.leadscore.ingest.input.Input#place} answers it
     * @param from the first byte that is wanted, from 0
     */
    InputStream open(String place, long from) throws IOException;
}
