package org.leadscore.engine.spark;



import java.net.URI;
import org.apache.hadoop.fs.RawLocalFileSystem;

/** A file system that only Hadoop knows: files of this machine under a scheme of their own. */
public final class ShelfFileSystem extends RawLocalFileSystem {

    static final String SCHEME = "shelf";

    @Override
    public String getScheme() {
        return SCHEME;
    }

    @Override
    public URI getUri() {
        return URI.create(SCHEME + "://here/");
    }
}
