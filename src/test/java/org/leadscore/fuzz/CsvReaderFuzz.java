package org.leadscore.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.leadscore.ingest.scan.RecordLimits;
import org.leadscore.ingest.table.Dialects;
import org.leadscore.ingest.table.ReadTable;
import org.leadscore.ingest.table.ReferenceReader;
import org.leadscore.rules.source.Dialect;

/** Any bytes below a header: rows, rejects and their places are those of the specification, however the file is cut. */
public final class CsvReaderFuzz {

    private static final int[] CHUNKS = {1, 2, 3, 7, 16, 64, 4096};
    private static final char[] DELIMITERS = {',', ';', '\t', ' ', '|', '\u00a7'};
    private static final RecordLimits[] LIMITS = {
        new RecordLimits(1 << 22, 1 << 23, 1 << 27),
        new RecordLimits(0, 1, 1),
        new RecordLimits(0, 2, 25),
        new RecordLimits(3, 9, 30),
        new RecordLimits(12, 20, 1000)
    };

    private CsvReaderFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        FuzzInput in = new FuzzInput(input);
        int chunk = CHUNKS[in.choice(CHUNKS.length)];
        char delimiter = DELIMITERS[in.choice(DELIMITERS.length)];
        RecordLimits limits = LIMITS[in.choice(LIMITS.length)];
        Dialect dialect = Dialects.of(delimiter, in.coin(), in.coin(), in.coin());
        ByteArrayOutputStream table = new ByteArrayOutputStream();
        table.writeBytes("h1,h2,h3\n".replace(',', delimiter).getBytes(StandardCharsets.UTF_8));
        table.writeBytes(in.rest());
        byte[] bytes = table.toByteArray();

        String expected = ReadTable.outcome(() -> new ReferenceReader(bytes, dialect, limits).read());

        assertThat(ReadTable.outcome(() -> ReadTable.of(bytes, dialect, chunk, limits, 1)))
                .as("in chunks of %s", chunk)
                .isEqualTo(expected);
        assertThat(ReadTable.outcome(() -> ReadTable.inParts(bytes, dialect, 1 + 5 * chunk, chunk, limits)))
                .as("in parts of %s", 1 + 5 * chunk)
                .isEqualTo(expected);
    }
}
