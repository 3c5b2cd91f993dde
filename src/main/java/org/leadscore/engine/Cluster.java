package org.leadscore.engine;

import java.util.List;
import java.util.function.Consumer;
import org.leadscore.ingest.RemoteFiles;
import org.leadscore.ingest.Stretch;

/**
 * Machines that read logs together. Whatever becomes of some of them while they work, each task's answer counts once, and is
 * the same.
 */
public interface Cluster extends AutoCloseable {

    /** About how many tasks it does at a time. */
    int parallelism();

    /** Bytes of a file that are worth a task. */
    long partBytes();

    /** Files that its machines reach and that are named by URIs. */
    default RemoteFiles files() {
        return RemoteFiles.NONE;
    }

    /** How its machines open files. */
    PlaceReader places();

    /** Does {@link LogJob#look} for each, and answers in the order of the looks. */
    List<Stretch> look(LogJob job, List<LogLook> looks);

    /**
     * Does {@link LogJob#read} for each part, {@link LogJob#settle} for each shard of what came of {@code keyed}, and then
     * {@link LogJob#combine} for each shard of all.
     *
     * @param receiver told, in one thread, all that this comes to, in any order
     */
    void read(LogJob job, List<LogPart> unkeyed, List<LogPart> keyed, Consumer<byte[]> receiver);

    /** Lets go of it. */
    @Override
    default void close() {}
}
