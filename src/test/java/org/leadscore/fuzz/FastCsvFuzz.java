package org.leadscore.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.leadscore.ingest.scan.RecordLimits;
import org.leadscore.ingest.table.Dialects;
import org.leadscore.ingest.table.ReadTable;
import org.leadscore.problem.InputException;
import org.leadscore.rules.source.Dialect;

/**
 * Any bytes as a whole file, header included: it is read, or refused by name; every chunk size gives the same; rows that
 * are cut are those that FastCSV reads; and a file in which nothing is odd has exactly FastCSV's cells.
 */
public final class FastCsvFuzz {

    private static final int[] CHUNKS = {1, 2, 3, 7, 16, 64};
    private static final int LARGE = 4096;

    private FastCsvFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        FuzzInput in = new FuzzInput(input);
        int chunk = CHUNKS[in.choice(CHUNKS.length)];
        Dialect dialect = Dialects.of(',', in.coin(), in.coin(), in.coin());
        byte[] bytes = in.rest();
        ReadTable table;
        try {
            table = ReadTable.of(bytes, dialect, LARGE, RecordLimits.USUAL, 1);
        } catch (InputException refused) {
            assertThat(refused).hasMessageStartingWith("t.csv");
            assertThat(ReadTable.outcome(() -> ReadTable.of(bytes, dialect, chunk, RecordLimits.USUAL, 1)))
                    .isEqualTo(refused.getMessage());
            return;
        }
        assertThat(ReadTable.outcome(() -> ReadTable.of(bytes, dialect, chunk, RecordLimits.USUAL, 1)))
                .isEqualTo(table.toString());
        assertThat(ReadTable.outcome(() -> ReadTable.parsed(bytes, dialect, chunk)))
                .isEqualTo(table.toString());
        if (table.rejects().isEmpty() && table.oddities().isEmpty() && isPlain(bytes)) {
            assertThat(texts(table)).isEqualTo(library(bytes));
        }
    }

    /** True for a text whose header says what its cells are: no backslashes, and no blank that the reader may strip. */
    private static boolean isPlain(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        String header = text.lines().findFirst().orElse("");
        return text.indexOf('\\') < 0
                && text.indexOf('\uFEFF') < 0
                && header.matches("[a-z0-9,]+")
                && !text.startsWith("\n")
                && !text.startsWith("\r");
    }

    private static List<String> texts(ReadTable table) {
        Stream<String> rows = table.rows().stream().map(row -> row.replaceFirst("^[0-9]+ ", ""));
        return Stream.concat(Stream.of(String.join(" ", table.header())), rows)
                .map(row -> row.replaceAll("@[0-9]+", ""))
                .toList();
    }

    private static List<String> library(byte[] bytes) {
        List<String> rows = new ArrayList<>();
        int columns = 0;
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .skipEmptyLines(true)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(new String(bytes, StandardCharsets.UTF_8))) {
            for (CsvRecord row : reader) {
                List<String> cells = new ArrayList<>(row.getFields());
                columns = Math.max(columns, cells.size());
                while (cells.size() < columns) { // a blank row may be short
                    cells.add("");
                }
                rows.add(String.join(" ", cells).replaceAll("@[0-9]+", ""));
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return rows;
    }
}
