package org.leadscore.oracle;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.leadscore.engine.cluster.BoundaryTask;
import org.leadscore.engine.cluster.Cluster;
import org.leadscore.engine.cluster.ClusterJob;
import org.leadscore.engine.cluster.FileOpener;
import org.leadscore.engine.cluster.FileTask;
import org.leadscore.engine.cluster.Parcel;
import org.leadscore.ingest.table.Stretch;

/** One machine that does all tasks, in a random order, some of them twice, each with a job that has travelled. */
final class ClusterOfOne implements Cluster {

    /** Opens files of this machine. */
    private record LocalFiles() implements FileOpener {
        @Override
        public InputStream open(String place, long from) throws IOException {
            SeekableByteChannel file = Files.newByteChannel(Path.of(URI.create(place)));
            return Channels.newInputStream(file.position(from));
        }
    }

    private final int partBytes;
    private final Random random = new Random(11);

    ClusterOfOne(int partBytes) {
        this.partBytes = partBytes;
    }

    @Override
    public int parallelism() {
        return 3;
    }

    @Override
    public long partBytes() {
        return partBytes;
    }

    @Override
    public FileOpener places() {
        return new LocalFiles();
    }

    @Override
    public List<Stretch> look(ClusterJob job, List<BoundaryTask> looks) {
        return looks.stream().map(look -> travelled(job).look(travelled(look))).toList();
    }

    @Override
    public void read(ClusterJob job, List<FileTask> unkeyed, List<FileTask> keyed, Consumer<byte[]> receiver) {
        Map<Integer, List<byte[]>> byKey = new TreeMap<>();
        Map<Integer, List<byte[]>> byLead = new TreeMap<>();
        for (FileTask part : shuffled(keyed)) {
            keep(travelled(job).read(travelled(part)), byKey);
        }
        for (FileTask part : shuffled(unkeyed)) {
            if (random.nextInt(4) == 0) {
                keep(travelled(job).read(part), new TreeMap<>()); // on a machine that died
            }
            keep(travelled(job).read(travelled(part)), byLead);
        }
        for (int shard : shuffled(byKey.keySet())) {
            keep(travelled(job).settle(shuffled(byKey.get(shard)).iterator()), byLead);
        }
        for (int shard : shuffled(byLead.keySet())) {
            travelled(job).combine(shuffled(byLead.get(shard)).iterator()).forEachRemaining(receiver);
        }
    }

    private static void keep(Iterator<Parcel> blocks, Map<Integer, List<byte[]>> byShard) {
        blocks.forEachRemaining(block ->
                byShard.computeIfAbsent(block.shard(), any -> new ArrayList<>()).add(block.bytes()));
    }

    private <T> List<T> shuffled(Iterable<T> all) {
        List<T> shuffled = new ArrayList<>();
        all.forEach(shuffled::add);
        Collections.shuffle(shuffled, random);
        return shuffled;
    }

    @SuppressWarnings("unchecked") // it comes back as what it was
    private static <T> T travelled(T object) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            new ObjectOutputStream(bytes).writeObject(object);
            return (T) new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())).readObject();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (ClassNotFoundException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
