package org.leadscore.engine;

import org.jspecify.annotations.Nullable;
import org.leadscore.problem.UsageException;

/** A kind of cluster that {@code --engine} can name. Found by {@link java.util.ServiceLoader}. */
public interface ClusterProvider {

    /** What {@code --engine} calls it. */
    String name();

    /**
     * The cluster, ready to work; the caller closes it.
     *
     * @param master where it is; null when the surroundings tell
     * @throws UsageException when they do not
     */
    Cluster connect(@Nullable String master);
}
