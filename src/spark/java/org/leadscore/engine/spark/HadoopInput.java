package org.leadscore.engine.spark;


import org.leadscore.ingest.input.Input;

import java.io.IOException;
import java.io.InputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;

/** A file of a Hadoop file system. */
record HadoopInput(String name, FileSystem files, FileStatus status) implements Input {

    @Override
    public InputStream open() throws IOException {
        return files.open(status.getPath());
    }

    @Override
    public long size() {
        return status.getLen();
    }

    @Override
    public boolean isRepeatable() {
        return true;
    }

    @Override
    public String place() {
        return status.getPath().toUri().toString();
    }
}
