package org.leadscore.ingest.foreign;

import java.io.IOException;
import java.io.InputStream;
import org.leadscore.ingest.row.Reject;
import org.leadscore.ingest.scan.RecordLimits;
import org.leadscore.rules.source.Dialect;

/**
 * Puts rejects of ordinary CSV back into the dialect of their file: the row as it stands there, the column, and the reason
 * where it was no record. The file is read once more for that. Made by {@code Table}, given rejects in the order of their lines.
 */
public final class OriginalRejects implements AutoCloseable {

    /** In place of a column: it is not known. */
    private static final int UNKNOWN = 0;

    private final InputStream in;
    private final ForeignRecords records;
    private final OrdinaryBytes written = new OrdinaryBytes();
    private boolean hasEnded;

    /** Begins to read a text again; the parameters are those of {@link OrdinaryStream}. */
    public OriginalRejects(InputStream utf8, String file, Dialect dialect, RecordLimits limits) {
        in = utf8;
        records = new ForeignRecords(utf8, file, dialect, limits);
    }

    /** The reject in the dialect of the file. */
    public Reject of(Reject reject) throws IOException {
        while (!hasEnded && (written.length() == 0 || records.line() < reject.line())) {
            written.clear();
            hasEnded = !records.next(written);
        }
        if (hasEnded || records.line() != reject.line()) {
            return new Reject(reject.source(), reject.line(), UNKNOWN, reject.reason(), reject.raw());
        }
        String trouble = records.trouble();
        return trouble == null
                ? new Reject(
                        reject.source(),
                        reject.line(),
                        records.columnOf(written, reject.column()),
                        reject.reason(),
                        records.raw())
                : new Reject(reject.source(), reject.line(), records.troubleColumn(), trouble, records.raw());
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
