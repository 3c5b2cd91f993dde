package org.leadscore.ingest.input;

import java.io.InputStream;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** An input of a stream that the caller has opened; it can be read once. */
final class StreamInput implements Input {

    private final String name;
    private final String shortName; // in the facts of a run
    private final InputStream in;
    private final AtomicBoolean opened = new AtomicBoolean();

    /** The facts; null until the stream has been read to its end. */
    private volatile @Nullable InputFacts facts;

    StreamInput(String name, String shortName, InputStream in) {
        this.name = name;
        this.shortName = shortName;
        this.in = in;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public InputStream open() {
        if (opened.getAndSet(true)) {
            throw new IllegalStateException(name + " was opened before");
        }
        return new WatchedStream(
                in, (bytes, checksum) -> facts = new InputFacts(shortName, null, bytes, null, checksum, false));
    }

    @Override
    public long size() {
        return -1;
    }

    @Override
    public boolean isRepeatable() {
        return false;
    }

    @Override
    public Optional<InputFacts> facts() {
        return Optional.ofNullable(facts);
    }
}
