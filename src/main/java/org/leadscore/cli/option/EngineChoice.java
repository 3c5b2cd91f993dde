package org.leadscore.cli.option;

import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;
import org.leadscore.engine.cluster.Cluster;
import org.leadscore.engine.cluster.ClusterProvider;
import org.leadscore.problem.UsageException;

/**
 * The engine that reads the logs.
 *
 * @param name {@link #EMBEDDED} or {@link #SPARK}
 * @param master the address of the cluster; null when there is none, or the environment of Spark tells it
 */
public record EngineChoice(String name, @Nullable String master) {

    public static final String EMBEDDED = "embedded";
    static final String SPARK = "spark";

    public EngineChoice {
        if (!name.equals(EMBEDDED) && !name.equals(SPARK)) {
            throw new UsageException("--engine " + name + ": there is " + EMBEDDED + ", and there is " + SPARK);
        }
        if (master != null && name.equals(EMBEDDED)) {
            throw new UsageException("--master " + master + " is the place of a cluster; give --engine spark as well");
        }
    }

    /** True when this process reads the logs itself. */
    public boolean isEmbedded() {
        return name.equals(EMBEDDED);
    }

    /**
     * Connects to the cluster, which the caller closes; null for the embedded engine, which needs none.
     *
     * @throws UsageException when the program was built without Spark, or runs without it
     */
    public @Nullable Cluster connect() {
        return connect(ServiceLoader.load(ClusterProvider.class));
    }

    /**
     * Connects to the cluster by one of the given providers; null for the embedded engine.
     *
     * @throws UsageException when the program was built without Spark, or runs without it
     */
    public @Nullable Cluster connect(Iterable<ClusterProvider> providers) {
        if (isEmbedded()) {
            return null;
        }
        for (ClusterProvider provider : providers) {
            if (provider.name().equals(name)) {
                return connect(provider);
            }
        }
        throw new UsageException("--engine spark: this leadscore was built without it; 'mvn -Pspark package' builds"
                + " target/leadscore-spark.jar, which spark-submit starts, or scripts/leadscore where SPARK_HOME is set"
                + " (docs/spark.md)");
    }

    private Cluster connect(ClusterProvider provider) {
        try {
            return provider.connect(master);
        } catch (NoClassDefFoundError missing) {
            throw new UsageException(
                    "--engine spark: Spark itself is missing; set SPARK_HOME for scripts/leadscore, or start"
                            + " target/leadscore-spark.jar by spark-submit (docs/spark.md)",
                    missing);
        }
    }
}
