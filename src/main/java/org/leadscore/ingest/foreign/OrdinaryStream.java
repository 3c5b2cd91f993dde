package org.leadscore.ingest.foreign;

import java.io.IOException;
import java.io.InputStream;
import org.leadscore.ingest.scan.RecordLimits;
import org.leadscore.rules.source.Dialect;

/**
 * A stream that turns a table in another dialect into ordinary CSV: commas, doubled quotes, and the lines that the file has.
 * Made by {@code Table}, for tables whose layout {@link org.leadscore.rules.source.Layout#isForeign is foreign} alone.
 */
public final class OrdinaryStream extends InputStream {

    /** The delimiter of what is read. */
    public static final char DELIMITER = OrdinaryBytes.DELIMITER;

    private final InputStream in;
    private final ForeignRecords records;
    private final OrdinaryBytes out = new OrdinaryBytes();
    private int given; // bytes of the record that were read

    /**
     * Begins to read.
     *
     * @param utf8 the text, without a byte order mark
     * @param file its name
     */
    public OrdinaryStream(InputStream utf8, String file, Dialect dialect, RecordLimits limits) {
        in = utf8;
        records = new ForeignRecords(utf8, file, dialect, limits);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (given == out.length()) {
            out.clear();
            given = 0;
            if (!records.next(out) && out.length() == 0) {
                return -1;
            }
        }
        int read = Math.min(length, out.length() - given);
        System.arraycopy(out.bytes(), given, bytes, offset, read);
        given += read;
        return read;
    }

    /** The number of lines outside the section so far, blank ones left out. */
    public long outside() {
        return records.outside();
    }

    /** The first line outside the section; 0 where there is none. */
    public long firstOutside() {
        return records.firstOutside();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
