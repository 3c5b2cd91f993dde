package org.leadscore.engine.parts;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.leadscore.engine.leads.Objections;
import org.leadscore.engine.leads.Redaction;
import org.leadscore.ingest.row.Reject;
import org.leadscore.ingest.row.RejectStore;
import org.leadscore.lead.Packing;
import org.leadscore.spill.RecordFile;
import org.leadscore.spill.SpillFile;
import org.leadscore.spill.SpillPlace;

/**
 * The rejects of a run, on disk, source after source. Taken in by one thread, after {@link Redaction} has removed the
 * text of those of leads who objected.
 */
final class SpilledRejects implements Consumer<Reject>, RejectStore {

    private final Redaction redaction;

    /** The rejects of chunks that are being read, as readers put them. */
    private final SpillFile ofChunks;

    /** All rejects, in the order of sources, files and lines. */
    private final RecordFile records;

    /** The reject at hand as a record. */
    private final Packing record = new Packing();

    /** The first reject of the source; null while there is none. */
    private @Nullable Reject first;

    /** Number of rejects of the source. */
    private long ofSource;

    SpilledRejects(Objections objections, SpillPlace place) {
        this.redaction = new Redaction(objections);
        this.ofChunks = place.newFile();
        this.records = new RecordFile(place);
    }

    /** Turns to another source, of which the next rejects are. */
    void nextSource() {
        first = null;
        ofSource = 0;
    }

    @Override
    public void accept(Reject found) {
        Reject reject = redaction.apply(found);
        if (first == null) {
            first = reject;
        }
        ofSource++;
        record.clear();
        record.text(reject.source());
        record.number(reject.line());
        record.number(reject.column());
        record.text(reject.reason());
        record.text(reject.raw());
        records.append(record);
    }

    /** Number of rejects of the source so far. */
    long ofSource() {
        return ofSource;
    }

    /** The first reject of the source, or an empty list when there is none. */
    List<Reject> firstOfSource() {
        return first == null ? List.of() : List.of(first);
    }

    /** All rejects, in order. May be called once, when there are no more to come. */
    List<Reject> all() {
        ofChunks.close();
        records.finish();
        return records.as((index, in) -> new Reject(in.text(), in.number(), (int) in.number(), in.text(), in.text()));
    }

    @Override
    public long put(byte[] rejects) {
        return ofChunks.append(rejects);
    }

    @Override
    public byte[] get(long place, int length) {
        return ofChunks.read(place, length);
    }
}
