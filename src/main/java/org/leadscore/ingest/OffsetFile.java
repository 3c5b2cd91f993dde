package org.leadscore.ingest;

import java.io.IOException;
import java.io.InputStream;

/** A file that can be read from any of its bytes on. */
public interface OffsetFile {

    /** Its name as the user knows it. */
    String name();

    InputStream open(long from) throws IOException;
}
