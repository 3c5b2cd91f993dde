package org.leadscore.report;

import java.io.IOException;
import java.io.OutputStream;

/** Something that can be written to any stream, and leaves it open. */
@FunctionalInterface
public interface Content {

    void writeTo(OutputStream out) throws IOException;
}
