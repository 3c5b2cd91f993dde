package org.leadscore.engine.spark;


import org.leadscore.engine.cluster.Cluster;
import org.leadscore.engine.cluster.ClusterProvider;
import org.leadscore.problem.UsageException;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.jspecify.annotations.Nullable;

/** Connects to the cluster that {@code --master} names, or that {@code spark-submit} was told of. */
public final class SparkClusters implements ClusterProvider {

    /** Bytes of a file that a task reads, unless the configuration says otherwise. */
    static final String PART_BYTES = "spark.leadscore.partBytes";

    private static final long USUAL_PART_BYTES = 64 << 20;

    @Override
    public String name() {
        return "spark";
    }

    @Override
    public Cluster connect(@Nullable String master) {
        SparkConf settings = new SparkConf();
        if (master != null) {
            settings.setMaster(master);
        } else if (!settings.contains("spark.master")) {
            throw new UsageException("--engine spark needs --master URL, such as spark://host:7077 or local[*],"
                    + " unless spark-submit starts it");
        }
        settings.setIfMissing("spark.app.name", "leadscore");
        settings.setIfMissing("spark.driver.maxResultSize", "0"); // the states of all leads are meant to come here
        Path code = code();
        if (code != null && !settings.contains("spark.jars")) {
            settings.setJars(new String[] {code.toString()});
        }
        JavaSparkContext spark = new JavaSparkContext(settings);
        spark.setLogLevel("ERROR"); // what a task fails of is told by the failure, and a lost machine by the master
        return new SparkCluster(spark, settings.getSizeAsBytes(PART_BYTES, Long.toString(USUAL_PART_BYTES)));
    }

    /** The jar that this class is in; null when it is in none. */
    private static @Nullable Path code() {
        CodeSource source = SparkClusters.class.getProtectionDomain().getCodeSource();
        try {
            Path place = source == null ? null : Path.of(source.getLocation().toURI());
            return place != null && Files.isRegularFile(place) ? place : null;
        } catch (URISyntaxException notAFile) {
            return null;
        }
    }
}
