package org.leadscore.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import org.leadscore.ingest.FilePart;
import org.leadscore.ingest.Input;
import org.leadscore.ingest.OffsetFile;
import org.leadscore.ingest.Table;
import org.leadscore.rules.Dialect;

/**
 * A file of a log, or a part of one, as one task of a cluster reads it. Made by {@link ScatteredLogs}, taken by
 * {@link LogJob#read}.
 *
 * @param log its number in the rule set
 * @param ordinal in the order of the log's files and of their parts
 * @param file the name that messages use
 * @param place a URI by which all machines find it
 * @param part null for the whole file
 */
public record LogPart(
        int log,
        int ordinal,
        String file,
        String place,
        @Nullable FilePart part) implements Serializable {

    Table open(PlaceReader places, Dialect dialect, int chunkBytes) {
        Input whole = new Placed(file, place, places);
        return part == null
                ? Table.open(whole, dialect, chunkBytes)
                : Table.openPart(whole, part.in(at(file, place, places)), dialect, chunkBytes, part.linesBefore());
    }

    static OffsetFile at(String file, String place, PlaceReader places) {
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
    private record Placed(String name, String place, PlaceReader places) implements Input {
        @Override
        public InputStream open() throws IOException {
            return places.open(place, 0);
        }

        @Override
        public long size() {
            return -1;
        }

        @Override
        public boolean isRepeatable() {
            return true;
        }
    }
}
