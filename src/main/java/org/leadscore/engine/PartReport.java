package org.leadscore.engine;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leadscore.ingest.Reject;
import org.leadscore.ingest.RowPlaces;

/**
 * The report of a task about the rows it met, besides the states of their leads. Made by {@link PartWork} and
 * {@link KeyWork}, gathered by {@link ScatteredLogs}.
 *
 * @param log the number of the log
 * @param ordinal of the part; {@link #OF_KEYS} when the rows are those that count of all with their key
 * @param places the lines of its rows; null when the part could not be read
 * @param rows number of rows of the part, rejects included
 * @param numbers values that should have been numbers; the ordinals of parts stand for files
 * @param failure why the part could not be read; null when it could
 */
record PartReport(
        int log,
        int ordinal,
        @Nullable RowPlaces places,
        long rows,
        List<Reject> rejects,
        EventCounts counts,
        NumberTrouble numbers,
        @Nullable String failure)
        implements Serializable {

    static final int OF_KEYS = -1;

    static PartReport failed(LogPart part, String failure) {
        return new PartReport(
                part.log(), part.ordinal(), null, 0, List.of(), EventCounts.NONE, new NumberTrouble(), failure);
    }

    static PartReport ofKeys(int log, LogShare share) {
        return new PartReport(log, OF_KEYS, null, 0, List.of(), EventCounts.of(share), share.numbers(), null);
    }

    byte[] toBytes() {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
                out.writeObject(this);
            }
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible); // nothing is written outside memory
        }
    }

    /**
     * Reads a report.
     *
     * @param bytes that a machine of the same cluster made of a report, by the same version of the program
     */
    static PartReport of(byte[] bytes) {
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
            return (PartReport) in.readObject();
        } catch (IOException | ClassNotFoundException defect) {
            throw new IllegalStateException(defect);
        }
    }
}
