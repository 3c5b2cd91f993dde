package org.leadscore.engine.spark;


import org.leadscore.ingest.input.Input;
import org.leadscore.ingest.input.RemoteFiles;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Options;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.UnsupportedFileSystemException;

/** Files of any Hadoop file system, named by URIs such as {@code hdfs://host/exports/web-*.csv}. */
final class HadoopFiles implements RemoteFiles {

    private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+://.*", Pattern.DOTALL);

    private final Configuration configuration;

    HadoopFiles(Configuration configuration) {
        this.configuration = configuration;
    }

    /** The path of a URI as a file system gave it, whose percent escapes stand for other characters. */
    static Path path(String place) {
        return new Path(URI.create(place));
    }

    @Override
    public boolean include(String pattern) {
        return SCHEME.matcher(pattern).matches();
    }

    @Override
    public List<Input> find(String pattern) throws IOException {
        Path path = new Path(pattern);
        FileSystem files = path.getFileSystem(configuration);
        List<Input> found = new ArrayList<>();
        try {
            found.add(input(files, files.getFileStatus(path), pattern));
            return found;
        } catch (FileNotFoundException aPattern) {
            FileStatus[] matching = files.globStatus(path, each -> !each.getName().startsWith("."));
            if (matching != null) {
                Arrays.stream(matching)
                        .filter(FileStatus::isFile)
                        .sorted()
                        .forEach(each -> found.add(input(files, each, each.getPath().toString())));
            }
            return found;
        }
    }

    @Override
    public void put(java.nio.file.Path from, String to) throws IOException {
        Path target = new Path(to);
        Path part = new Path(target.getParent(), "." + target.getName() + ".part");
        FileSystem files = target.getFileSystem(configuration);
        files.mkdirs(target.getParent());
        files.copyFromLocalFile(false, true, new Path(from.toUri()), part);
        replace(files, part, target);
    }

    /**
     * Moves a file over another, in one step where the file system can do that; otherwise the old file is deleted
     * first.
     */
    private void replace(FileSystem files, Path part, Path target) throws IOException {
        try {
            FileContext.getFileContext(files.getUri(), configuration).rename(part, target, Options.Rename.OVERWRITE);
        } catch (UnsupportedFileSystemException onlyTheOlderWay) {
            files.delete(target, false);
            if (!files.rename(part, target)) {
                throw new IOException("it stands whole in " + part + " and cannot be moved from there");
            }
        }
    }

    private static Input input(FileSystem files, FileStatus status, String name) {
        return new HadoopInput(name, files, status);
    }
}
