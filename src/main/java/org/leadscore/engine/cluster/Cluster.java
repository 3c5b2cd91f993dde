package org.leadscore.engine.cluster;

import java.util.List;
import java.util.function.Consumer;
import org.leadscore.ingest.input.RemoteFiles;
import org.leadscore.ingest.table.Stretch;

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
    FileOpener places();

    /** Does {@link ClusterJob#look} for each, and answers in the order of the looks. */
    List<Stretch> look(ClusterJob job, List<BoundaryTask> looks);

    /**
     * Does {@link ClusterJob#read} for each task, {@link ClusterJob#settle} for each shard of the blocks that come of
     * {@code keyed}, and then {@link ClusterJob#combine} for each shard of all blocks.
     *
     * @param unkeyed tasks of logs whose events have no keys
     * @param keyed tasks of logs whose events have keys
     * @param receiver told, in one thread, all bytes that {@code combine} answers, in any order
     */
    void read(ClusterJob job, List<FileTask> unkeyed, List<FileTask> keyed, Consumer<byte[]> receiver);

    /** Lets go of the machines. */
    @Override
    default void close() {}
}
