package org.leadscore.ingest.input;

import java.io.ByteArrayInputStream;
import java.io.InputStream;

/** An input whose bytes are in memory. */
final class BytesInput implements Input {

    private final String name;
    private final byte[] bytes;

    BytesInput(String name, byte[] bytes) {
        this.name = name;
        this.bytes = bytes.clone();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public InputStream open() {
        return new ByteArrayInputStream(bytes);
    }

    @Override
    public long size() {
        return bytes.length;
    }

    @Override
    public boolean isRepeatable() {
        return true;
    }
}
