package org.leadscore.engine.spark;


import org.leadscore.engine.cluster.FileOpener;

import java.io.IOException;
import java.io.InputStream;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.Path;
import org.apache.spark.util.SerializableConfiguration;

/** Opens files of any Hadoop file system, those of the machine included. */
record HadoopPlaces(SerializableConfiguration configuration) implements FileOpener {

    @Override
    public InputStream open(String place, long from) throws IOException {
        Path path = HadoopFiles.path(place);
        FSDataInputStream in = path.getFileSystem(configuration.value()).open(path);
        boolean open = false;
        try {
            in.seek(from);
            open = true;
            return in;
        } finally {
            if (!open) {
                in.close();
            }
        }
    }
}
