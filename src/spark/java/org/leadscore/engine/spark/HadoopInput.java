package org.leadscore.engine.spark;


import org.leadscore.ingest.input.Input;
import org.leadscore.ingest.input.InputFacts;
import org.leadscore.problem.FileState;
import org.leadscore.problem.InputException;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Optional;
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
    public Input growing() {
        throw new InputException(name + ": growing: true is for files of this machine, which are named by a path;"
                + " read a copy of this one");
    }

    @Override
    public void requireUnchanged() throws IOException {
        FileStatus now = files.getFileStatus(status.getPath());
        if (now.getLen() != status.getLen() || now.getModificationTime() != status.getModificationTime()) {
            throw FileState.changed(name, "its size or time is not that which it was found with");
        }
    }

    @Override
    public Optional<InputFacts> facts() {
        Instant modified = Instant.ofEpochMilli(status.getModificationTime());
        return Optional.of(new InputFacts(name, place(), size(), modified, null, false));
    }

    @Override
    public String place() {
        return status.getPath().toUri().toString();
    }
}
