package org.leadscore.engine;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.leadscore.ingest.Reject;
import org.leadscore.ingest.RejectShelf;
import org.leadscore.lead.Packing;
import org.leadscore.spill.RecordFile;
import org.leadscore.spill.SpillFile;
import org.leadscore.spill.SpillPlace;

/** The rejects of a run, on disk, source after source. Taken in by one thread; those of objectors lose their text. */
final class SpilledRejects implements Consumer<Reject>, RejectShelf {

    private final Redaction redaction;
    private final SpillFile ofChunks;
    private final RecordFile records;
    private final Packing record = new Packing();
    private @Nullable Reject first;
    private long ofSource;

    SpilledRejects(Objections objections, SpillPlace place) {
        this.redaction = new Redaction(objections);
        this.ofChunks = place.newFile();
        this.records = new RecordFile(place);
    }

    /** The next rejects are of another source. */
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

    /** How many the source has so far. */
    long ofSource() {
        return ofSource;
    }

    /** The first of the source, if there is one. */
    List<Reject> firstOfSource() {
        return first == null ? List.of() : List.of(first);
    }

    /** All of them; there are no more to come. */
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
