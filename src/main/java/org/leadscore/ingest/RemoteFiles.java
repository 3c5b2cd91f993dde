package org.leadscore.ingest;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Files that are named by URIs and that no path of this machine leads to. */
public interface RemoteFiles {

    /** No such files. */
    RemoteFiles NONE = new RemoteFiles() {
        @Override
        public boolean include(String pattern) {
            return false;
        }

        @Override
        public List<Input> find(String pattern) {
            return List.of();
        }

        @Override
        public void put(Path from, String to) throws IOException {
            throw new IOException("there is no way to write " + to);
        }
    };

    /** Whether the pattern is such a URI. */
    boolean include(String pattern);

    /** The files that the pattern names, by name; none when there is no such file. */
    List<Input> find(String pattern) throws IOException;

    /** Copies a file there, which appears whole or not at all, in the place of one that may be there. */
    void put(Path from, String to) throws IOException;
}
