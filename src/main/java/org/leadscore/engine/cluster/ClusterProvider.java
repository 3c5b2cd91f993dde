package org.leadscore.engine.cluster;

import org.jspecify.annotations.Nullable;

/** A kind of cluster that {@code --engine} can name. Found by {@link java.util.ServiceLoader}. */
public interface ClusterProvider {

    /** The name by which {@code --engine} asks for it. */
    String name();

    /**
     * Connects to the cluster; the caller closes it.
     *
     * @param master its address; null when the surroundings tell
     * @throws UsageException when neither tells
     */
    Cluster connect(@Nullable String master);
}
