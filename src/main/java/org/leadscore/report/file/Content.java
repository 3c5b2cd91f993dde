package org.leadscore.report.file;

import java.io.IOException;
import java.io.OutputStream;

/** The content of a report or file, which writes itself to a stream and leaves the stream open. */
@FunctionalInterface
public interface Content {

    /** Writes all of it. */
    void writeTo(OutputStream out) throws IOException;
}
