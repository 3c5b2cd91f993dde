package org.leadscore.ingest.input;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The facts of an input that a run has read, by which it can be known again. Made by an {@link Input}, gathered by
 * {@link InputsRead}.
 *
 * @param name of the file as the user knows it; {@code -} for standard input
 * @param place the URI of the file; null for a pipe
 * @param size the number of bytes that were read, as they stand, compressed if they are; of a {@code growing} file those up to
 *     the last line end when it was opened
 * @param modified the time of its last change; null for a pipe
 * @param checksum the CRC-32C of those bytes; null when this process has not read all of them, as on a cluster
 * @param growing true for a log that others may have made longer meanwhile
 */
public record InputFacts(
        String name,
        @Nullable String place,
        long size,
        @Nullable Instant modified,
        @Nullable Long checksum,
        boolean growing) {}
