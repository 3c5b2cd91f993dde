package org.leadscore.engine.spark;

import org.apache.spark.api.java.JavaSparkContext;
import org.leadscore.engine.Cluster;

/** Clusters for tests. */
public final class Clusters {

    private Clusters() {}

    public static Cluster of(JavaSparkContext spark, long partBytes) {
        return new SparkCluster(spark, partBytes);
    }
}
