package org.leadscore.ingest.input;

import java.io.InputStream;
import java.util.concurrent.atomic.AtomicBoolean;

/** An input of a stream that the caller has opened; it can be read once. */
record StreamInput(String name, InputStream in, AtomicBoolean opened) implements Input {

    StreamInput(String name, InputStream in) {
        this(name, in, new AtomicBoolean());
    }

    @Override
    public InputStream open() {
        if (opened.getAndSet(true)) {
            throw new IllegalStateException(name + " was opened before");
        }
        return in;
    }

    @Override
    public long size() {
        return -1;
    }

    @Override
    public boolean isRepeatable() {
        return false;
    }
}
