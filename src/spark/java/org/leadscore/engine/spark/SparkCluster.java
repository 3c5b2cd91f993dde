package org.leadscore.engine.spark;


import org.leadscore.engine.cluster.BoundaryTask;
import org.leadscore.engine.cluster.Cluster;
import org.leadscore.engine.cluster.ClusterJob;
import org.leadscore.engine.cluster.FileOpener;
import org.leadscore.engine.cluster.FileTask;
import org.leadscore.engine.cluster.Parcel;
import org.leadscore.ingest.input.RemoteFiles;
import org.leadscore.ingest.table.Stretch;
import org.leadscore.problem.InputException;

import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apache.spark.HashPartitioner;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.util.SerializableConfiguration;
import scala.Tuple2;

/** A cluster by Spark: each file of a log, or a range of it, is a task, and the blocks that come of it are shuffled to the shards they are for. */
final class SparkCluster implements Cluster {

    /** Finds in a failure the message of the machine that gave up on a file. */
    private static final Pattern REFUSAL = Pattern.compile("InputException: (.*?)(?:\\R\\s+at |\\RDriver|$)", Pattern.DOTALL);

    /**
     * Number of shards of leads that come to this machine at once: each such load is a job, and is in its memory twice.
     */
    private static final int FEWEST_AT_ONCE = 8;

    private final JavaSparkContext spark;
    private final long partBytes;

    SparkCluster(JavaSparkContext spark, long partBytes) {
        this.spark = spark;
        this.partBytes = partBytes;
    }

    @Override
    public int parallelism() {
        return spark.defaultParallelism();
    }

    @Override
    public long partBytes() {
        return partBytes;
    }

    @Override
    public FileOpener places() {
        return new HadoopPlaces(new SerializableConfiguration(spark.hadoopConfiguration()));
    }

    @Override
    public RemoteFiles files() {
        return new HadoopFiles(spark.hadoopConfiguration());
    }

    @Override
    public List<Stretch> look(ClusterJob job, List<BoundaryTask> looks) {
        return done(() -> {
            Broadcast<ClusterJob> everywhere = spark.broadcast(job);
            return spark.parallelize(looks, looks.size())
                    .map(look -> everywhere.value().look(look))
                    .collect();
        });
    }

    @Override
    public void read(ClusterJob job, List<FileTask> unkeyed, List<FileTask> keyed, Consumer<byte[]> receiver) {
        JavaRDD<byte[]> combined = done(() -> combined(job, unkeyed, keyed));
        int atOnce = Math.max(FEWEST_AT_ONCE, parallelism());
        for (int shard = 0; shard < job.shards(); shard += atOnce) {
            int[] some = IntStream.range(shard, Math.min(job.shards(), shard + atOnce))
                    .toArray();
            for (List<byte[]> one : done(() -> combined.collectPartitions(some))) {
                one.forEach(receiver);
            }
        }
    }

    private JavaRDD<byte[]> combined(ClusterJob job, List<FileTask> unkeyed, List<FileTask> keyed) {
        Broadcast<ClusterJob> everywhere = spark.broadcast(job);
        JavaPairRDD<Integer, byte[]> blocks = blocks(everywhere, unkeyed);
        if (!keyed.isEmpty()) {
            blocks = blocks.union(blocks(everywhere, keyed)
                    .partitionBy(new HashPartitioner(job.keyShards()))
                    .mapPartitionsToPair(ofShard -> pairs(everywhere.value().settle(bytes(ofShard)))));
        }
        return blocks.partitionBy(new HashPartitioner(job.shards()))
                .mapPartitions(ofShard -> everywhere.value().combine(bytes(ofShard)));
    }

    @Override
    public void close() {
        spark.close();
    }

    private JavaPairRDD<Integer, byte[]> blocks(Broadcast<ClusterJob> job, List<FileTask> tasks) {
        return spark.parallelize(tasks, Math.max(1, tasks.size()))
                .flatMapToPair(task -> pairs(job.value().read(task)));
    }

    private static Iterator<Tuple2<Integer, byte[]>> pairs(Iterator<Parcel> blocks) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return blocks.hasNext();
            }

            @Override
            public Tuple2<Integer, byte[]> next() {
                Parcel block = blocks.next();
                return new Tuple2<>(block.shard(), block.bytes());
            }
        };
    }

    private static Iterator<byte[]> bytes(Iterator<Tuple2<Integer, byte[]>> pairs) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return pairs.hasNext();
            }

            @Override
            public byte[] next() {
                return pairs.next()._2();
            }
        };
    }

    private static <T> T done(Supplier<T> work) {
        try {
            return work.get();
        } catch (Exception failure) { // Spark's own is checked, and Scala does not say that it is thrown
            Matcher refusal = REFUSAL.matcher(String.valueOf(failure.getMessage()));
            throw new InputException(
                    refusal.find()
                            ? refusal.group(1)
                            : "the cluster cannot read the logs: "
                                    + String.valueOf(failure.getMessage()).lines().findFirst().orElse(""),
                    failure);
        }
    }
}
