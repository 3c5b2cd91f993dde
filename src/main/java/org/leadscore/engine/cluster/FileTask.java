package org.leadscore.engine.cluster;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import org.leadscore.ingest.input.Input;
import org.leadscore.ingest.input.LimitedStream;
import org.leadscore.ingest.input.OffsetFile;
import org.leadscore.ingest.input.Unreadable;
import org.leadscore.ingest.source.TablesWithin;
import org.leadscore.ingest.table.FileRange;
import org.leadscore.ingest.table.Table;
import org.leadscore.rules.source.Dialect;

/**
 * A file of a log, or a range of one, as one task of a cluster reads it. Made by {@link ClusterLogScoring}, taken by
 * {@link ClusterJob#read}.
 *
 * @param log its number in the rule set
 * @param ordinal in the order of the log's files and of their ranges
 * @param file the name that messages use
 * @param place a URI by which all machines find it
 * @param inside the name of the table within that file; null when it is the file
 * @param range null for the whole file
 * @param extent the bytes of the file that are read, of which a range is a part
 */
public record FileTask(
        int log,
        int ordinal,
        String file,
        String place,
        @Nullable String inside,
        @Nullable FileRange range,
        Extent extent)
        implements Serializable {

    /**
     * The bytes of a file that are read.
     *
     * @param size the number of bytes
     * @param isGrowing true when others may add to the file meanwhile
     * @param endsUnfinished true when the beginning of a row stands behind the last task of the file
     */
    record Extent(long size, boolean isGrowing, boolean endsUnfinished) implements Serializable {}

    Table open(FileOpener places, Dialect dialect, int chunkBytes) {
        Input whole = whole(places);
        Table table = range == null
                ? Table.open(whole, dialect, chunkBytes)
                : Table.openRange(whole, range.in(at(file, place, places)), dialect, chunkBytes, range.linesBefore());
        if (extent.endsUnfinished()) {
            table.leaveUnfinished();
        }
        return table;
    }

    private Input whole(FileOpener places) {
        if (inside == null) {
            return new Placed(file, place, places, extent);
        }
        String container = file.substring(0, file.length() - inside.length() - 1); // without the mark between them
        try {
            return TablesWithin.exactly(new Placed(container, place, places, extent), inside);
        } catch (IOException e) {
            throw Unreadable.because(container, e);
        }
    }

    static OffsetFile at(String file, String place, FileOpener places) {
        return new OffsetFile() {
            @Override
            public String name() {
                return file;
            }

            @Override
            public InputStream open(long from) throws IOException {
                return places.open(place, from);
            }
        };
    }

    /** A file that is opened by its place. */
    private record Placed(String name, String place, FileOpener places, Extent extent) implements Input {
        @Override
        public InputStream open() throws IOException {
            return new LimitedStream(places.open(place, 0), extent.size());
        }

        @Override
        public InputStream openAt(long from) throws IOException {
            return new LimitedStream(places.open(place, from), extent.size() - from);
        }

        @Override
        public long size() {
            return extent.size();
        }

        @Override
        public boolean isRepeatable() {
            return true;
        }

        @Override
        public boolean isGrowing() {
            return extent.isGrowing();
        }
    }
}
