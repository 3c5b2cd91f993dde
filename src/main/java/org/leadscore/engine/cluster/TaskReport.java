package org.leadscore.engine.cluster;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leadscore.engine.events.EventCounts;
import org.leadscore.engine.events.LogIntake;
import org.leadscore.engine.files.ValueProblems;
import org.leadscore.engine.leads.Objections;
import org.leadscore.ingest.row.Oddities;
import org.leadscore.ingest.row.Reject;
import org.leadscore.ingest.table.RowPlaces;

/**
 * The report of a task about the rows it met, besides the states of their leads. Made by {@link FileWork} and
 * {@link KeyWork}, gathered by {@link ClusterLogScoring}.
 *
 * @param log the number of the log
 * @param ordinal of the task; {@link #OF_KEYS} when the rows are those that count of all with their key
 * @param places the lines of its rows; null when the task's file could not be read
 * @param rows number of rows of the task, rejects included
 * @param wrongValues values that should have been numbers or dates; the ordinals of tasks stand for files
 * @param oddities of its rows
 * @param objected the leads who objected that were met so far
 * @param failure why the task's file could not be read; null when it could
 */
record TaskReport(
        int log,
        int ordinal,
        @Nullable RowPlaces places,
        long rows,
        List<Reject> rejects,
        EventCounts counts,
        ValueProblems wrongValues,
        Oddities oddities,
        Objections.Met objected,
        @Nullable String failure)
        implements Serializable {

    static final int OF_KEYS = -1;

    static TaskReport failed(FileTask task, String failure) {
        return new TaskReport(
                task.log(),
                task.ordinal(),
                null,
                0,
                List.of(),
                EventCounts.NONE,
                new ValueProblems(),
                new Oddities(),
                Objections.Met.NOBODY,
                failure);
    }

    static TaskReport ofKeys(int log, LogIntake share, Objections.Met objected) {
        return new TaskReport(
                log, OF_KEYS, null, 0, List.of(), share.counts(), share.wrongValues(), new Oddities(), objected, null);
    }

    /** A report of no rows, only of a lead that tasks spell differently. */
    static TaskReport ofTwin(String twin) {
        return new TaskReport(
                0,
                OF_KEYS,
                null,
                0,
                List.of(),
                EventCounts.NONE.withTwin(twin),
                new ValueProblems(),
                new Oddities(),
                Objections.Met.NOBODY,
                null);
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
    static TaskReport of(byte[] bytes) {
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
            return (TaskReport) in.readObject();
        } catch (IOException | ClassNotFoundException defect) {
            throw new IllegalStateException(defect);
        }
    }
}
