package org.leadscore.ingest.input;

import java.io.IOException;
import java.io.InputStream;

/** A file that can be read from any of its bytes on. */
public interface OffsetFile {

    /** The name of the file as the user knows it. */
    String name();

    /** Opens the file at a byte, counted from 0; whoever opens it closes it. */
    InputStream open(long from) throws IOException;
}
