package org.leadscore.ingest.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.leadscore.ingest.input.Input;
import org.leadscore.ingest.row.Oddities;
import org.leadscore.ingest.row.Row;
import org.leadscore.ingest.scan.Chunk;
import org.leadscore.lead.Text;
import org.leadscore.problem.InputException;
import org.leadscore.rules.source.Layout;

/** Holds tables of which the rule file says nothing against the cells that they were made of: they are right, or it is told. */
@DisplayNameGeneration(ReplaceUnderscores.class)
final class UnknownDialectLawsTest {

    private static final int TABLES = 4000;

    private static final Set<Oddities.Kind> FOUND = Set.of(
            Oddities.Kind.SEMICOLONS,
            Oddities.Kind.TABS,
            Oddities.Kind.PIPES,
            Oddities.Kind.UTF_16,
            Oddities.Kind.BEYOND_ASCII);

    static LongStream seeds() {
        return LongStream.range(0, TABLES);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void a_table_is_read_right_or_something_is_told(long seed) {
        ForeignTable table = new ForeignTable(seed);
        List<String> told = new ArrayList<>();

        List<List<String>> rows = read(table.bytes(), told);

        if (told.isEmpty()) {
            assertThat(rows).describedAs(table.toString()).isEqualTo(table.rows());
        }
    }

    /** The rows with the columns that a rule file asks for, stripped, as ids and times are; a text that is no time is told. */
    private static List<List<String>> read(byte[] bytes, List<String> told) {
        Layout layout = new Layout(List.of(), null, Layout.QUOTE, null, null, ForeignTable.ASKED);
        Map<Long, List<String>> rows = new TreeMap<>();
        try (Table table = Table.open(Input.of("t.csv", bytes), Dialects.of(null, null, 0, layout), Table.CHUNK)) {
            int[] columns = ForeignTable.ASKED.stream().mapToInt(table::require).toArray();
            table.expect(columns);
            ChunkReader reader = new ChunkReader(table);
            for (Chunk next = table.next(); next != null; next = table.next()) {
                reader.read(next, row -> rows.put(row.position(), cells(row, columns)));
            }
            table.finish().rejects().forEach(reject -> told.add(reject.message()));
            table.oddities().forEach((kind, column, count, first) -> tell(told, kind, first));
        } catch (InputException refused) {
            told.add(String.valueOf(refused.getMessage()));
        }
        rows.values().stream()
                .filter(row -> !row.get(1).matches("2026-\\d\\d-\\d\\d( \\d\\d:\\d\\d:\\d\\d)?"))
                .forEach(row -> told.add(row.get(1) + " is not a time"));
        return List.copyOf(rows.values());
    }

    /** Takes what the summary says of the rows; the delimiter and the encoding that were found say nothing against them. */
    private static void tell(List<String> told, Oddities.Kind kind, String first) {
        if (!FOUND.contains(kind)) {
            told.add(kind + " " + first);
        }
    }

    private static List<String> cells(Row row, int[] columns) {
        List<String> cells = new ArrayList<>();
        for (int column : columns) {
            cells.add(Text.strip(row.text(column)));
        }
        return cells;
    }
}
