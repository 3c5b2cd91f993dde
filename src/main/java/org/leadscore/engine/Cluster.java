package org.leadscore.engine;

import java.util.List;
import java.util.function.Consumer;
import org.leadscore.ingest.RemoteFiles;
import org.leadscore.ingest.Stretch;

/**
 * Machines that read logs together. Made by a {@link ClusterProvider}, asked by the engine. Each task's answer counts
 * once, and is the same, even if machines are lost while they work.
 */
public interface Cluster extends AutoCloseable {

    /** About the number of tasks that it does at a time. */
    int parallelism();

    /** Number of bytes of a file that are worth a task. */
    long partBytes();

    /** The files that its machines reach and that are named by URIs. */
    default RemoteFiles files() {
        return RemoteFiles.NONE;
    }

    /** The reader of files for its machines, to which it is sent. */
    PlaceReader places();

    /** Does {@link LogJob#look} for each, and answers in the order of the looks. */
    List<Stretch> look(LogJob job, List<LogLook> looks);

    /**
     * Does {@link LogJob#read} for each part, {@link LogJob#settle} for each shard of the blocks that come of
     * {@code keyed}, and then {@link LogJob#combine} for each shard of all blocks.
     *
     * @param unkeyed parts of logs whose events have no keys
     * @param keyed parts of logs whose events have keys
     * @param receiver told, in one thread, all bytes that {@code combine} answers, in any order
     */
    void read(LogJob job, List<LogPart> unkeyed, List<LogPart> keyed, Consumer<byte[]> receiver);

    /** Lets go of the machines. */
    @Override
    default void close() {}
}
