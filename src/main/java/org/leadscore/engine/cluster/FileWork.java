package org.leadscore.engine.cluster;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.leadscore.engine.events.LogIntake;
import org.leadscore.ingest.scan.Chunk;
import org.leadscore.ingest.table.ChunkReader;
import org.leadscore.ingest.table.Read;
import org.leadscore.ingest.table.Table;
import org.leadscore.problem.InputException;

/**
 * Reads the rows of a task, chunk after chunk, and sends its leads, or its events where they have keys. One task of a
 * cluster.
 */
final class FileWork implements Outbox.Work {

    /** A table that is open, with its reader and the share that takes its rows. */
    private record Reading(Table table, ChunkReader reader, LogIntake share) {}

    private final ClusterJob job;
    private final FileTask task;

    /** The leads of the events of the task. */
    private final TaskLeads leads;

    /** Sends these leads at last. */
    private final LeadOutbox sender;

    /** The open table; null before it is opened. */
    private @Nullable Reading reading;

    /** Tells whether all rows are read, so that only leads are left to send. */
    private boolean read;

    FileWork(ClusterJob job, FileTask task) {
        this.job = job;
        this.task = task;
        this.leads = job.nobody();
        this.sender = new LeadOutbox(leads, job.sharing());
    }

    @Override
    public boolean goOn(Outbox out) {
        if (read) {
            return sender.goOn(out);
        }
        try {
            read = !readChunk(out);
            return true;
        } catch (InputException broken) {
            if (broken.getCause() instanceof IOException) {
                throw broken; // may go better next time, or on another machine
            }
            close();
            job.send(TaskReport.failed(task, String.valueOf(broken.getMessage())), out);
            return false;
        }
    }

    /** Reads the next chunk; false when there is none. */
    private boolean readChunk(Outbox out) {
        Reading at = reading;
        if (at == null) {
            at = open(out);
            reading = at;
        }
        Chunk chunk = at.table.next();
        if (chunk != null) {
            at.reader.read(chunk, at.share);
            return true;
        }
        Read all = at.table.finish();
        close();
        TaskReport report = new TaskReport(
                task.log(),
                task.ordinal(),
                at.table.places(),
                all.rows(),
                all.rejects(),
                at.share.counts().withLeftOut(at.table.leftOutRows()),
                at.share.wrongValues(),
                at.table.oddities(),
                job.objections().met(),
                null);
        job.send(report, out);
        return false;
    }

    private Reading open(Outbox out) {
        LogIntake share = job.share(task.log(), leads, out);
        Table table = job.open(task);
        table.expect(LogIntake.expected(job.source(task.log()), table));
        share.turnTo(table, task.ordinal());
        return new Reading(table, new ChunkReader(table), share);
    }

    private void close() {
        if (reading != null) {
            reading.table.close();
        }
    }
}
