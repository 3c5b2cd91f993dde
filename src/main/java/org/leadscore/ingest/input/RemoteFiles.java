package org.leadscore.ingest.input;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Access to files that are named by URIs and that no path of this machine leads to. */
public interface RemoteFiles {

    /** Access to no such files. */
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

    /**
     * True when the name has the form of such a URI, {@code scheme://…}, whether or not anything can open it. The scheme has two
     * letters or more, as one letter is a drive of Windows.
     */
    static boolean isUri(String file) {
        return file.matches("(?s)[A-Za-z][A-Za-z0-9+.-]+://.*");
    }

    /** True when the pattern is such a URI. */
    boolean include(String pattern);

    /** Finds the files that the pattern names, in the order of their names; none when there is no such file. */
    List<Input> find(String pattern) throws IOException;

    /** Copies a file of this machine to a URI, where it replaces one that may be there; it appears whole or not at all. */
    void put(Path from, String to) throws IOException;
}
