package org.leadscore.ingest.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.leadscore.ingest.input.Input;
import org.leadscore.ingest.row.Row;
import org.leadscore.ingest.scan.Chunk;
import org.leadscore.rules.source.Dialect;

/** Holds tables in the dialects of other tools against the cells that they were made of. */
@DisplayNameGeneration(ReplaceUnderscores.class)
final class PollutedTableLawsTest {

    static LongStream seeds() {
        return LongStream.range(0, 2000);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void all_cells_come_out_right_and_in_their_lines_when_the_dialect_is_given(long seed) {
        PollutedTable polluted = new PollutedTable(seed);
        Dialect dialect = polluted.write();
        byte[] bytes = polluted.bytes(dialect);

        assertThat(read(bytes, dialect, Table.CHUNK))
                .describedAs(polluted.toString())
                .isEqualTo(polluted.rows);
        assertThat(read(bytes, dialect, 40)).describedAs("in small chunks").isEqualTo(polluted.rows);
    }

    /** Each row as its line and its cells; rejects too, as what they say. */
    private static List<String> read(byte[] bytes, Dialect dialect, int chunk) {
        Map<Long, String> byPosition = new TreeMap<>();
        try (Table table = Table.open(Input.of("t.csv", bytes), dialect, chunk)) {
            ChunkReader reader = new ChunkReader(table);
            for (Chunk next = table.next(); next != null; next = table.next()) {
                reader.read(next, row -> byPosition.put(row.position(), cells(row)));
            }
            List<String> rows = new ArrayList<>();
            Read read = table.finish();
            byPosition.forEach((position, cells) -> rows.add(table.lineOf(position) + " " + cells));
            read.rejects().forEach(reject -> rows.add("reject " + reject.message()));
            return rows;
        }
    }

    private static String cells(Row row) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < row.size(); i++) {
            cells.add(row.text(i));
        }
        return cells.toString();
    }
}
