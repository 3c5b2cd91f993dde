package org.leadscore.engine.spark;


import org.leadscore.engine.cluster.Cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;

/** Clusters for tests. */
public final class Clusters {

    private Clusters() {}

    /** Starts two processes with one core each that run the classes under test; SPARK_HOME holds Spark's. */
    public static JavaSparkContext ofTwoProcesses() throws IOException {
        Path release = Path.of(System.getenv("SPARK_HOME"), "RELEASE"); // by which Spark knows that its jars are in jars
        if (!Files.exists(release)) {
            Files.createFile(release);
        }
        String classes = Path.of("target/classes").toAbsolutePath().toString();
        JavaSparkContext spark = new JavaSparkContext(new SparkConf()
                .setMaster("local-cluster[2,1,1024]")
                .setAppName("contract")
                .set("spark.ui.enabled", "false")
                .set("spark.executor.memory", "512m")
                .set("spark.executor.extraClassPath", classes));
        spark.setLogLevel("ERROR");
        return spark;
    }

    /** Makes a cluster of a context; {@code partBytes} is the size of a part of a file, in bytes. */
    public static Cluster of(JavaSparkContext spark, long partBytes) {
        return new SparkCluster(spark, partBytes);
    }
}
