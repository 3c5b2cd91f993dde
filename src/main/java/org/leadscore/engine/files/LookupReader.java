package org.leadscore.engine.files;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.leadscore.ingest.input.Input;
import org.leadscore.ingest.row.Oddities;
import org.leadscore.ingest.row.Reject;
import org.leadscore.ingest.row.Row;
import org.leadscore.ingest.row.RowHandler;
import org.leadscore.ingest.scan.Chunk;
import org.leadscore.ingest.table.ChunkReader;
import org.leadscore.ingest.table.Table;
import org.leadscore.lead.Text;
import org.leadscore.problem.InputException;
import org.leadscore.rules.source.Dialect;
import org.leadscore.rules.source.ListSource;
import org.leadscore.rules.source.LookupSource;

/**
 * Reads the tables of lookups and the files of lists, whole, into memory. Whatever cannot be read in them ends the run: a
 * value that is missing would make a rule fail in silence. Made by {@link Exports} for each of them.
 */
final class LookupReader {

    /** The most characters of text that one lookup or list may hold. */
    private static final long MOST_TEXT = 1L << 28;

    /** The most rows that one lookup or list may have. */
    private static final long MOST_ROWS = 5_000_000;

    private final String what; // in messages
    private final Dialect dialect;
    private final int chunkBytes;
    private final Map<String, String> texts = new HashMap<>(); // each text once
    private final Oddities oddities = new Oddities(); // of all files
    private long rows;
    private long leftOut;
    private long characters;

    private LookupReader(String what, Dialect dialect, int chunkBytes) {
        this.what = what;
        this.dialect = dialect;
        this.chunkBytes = chunkBytes;
    }

    /**
     * Fills a lookup.
     *
     * @return what is odd in its rows
     * @throws InputException when a file cannot be read, is too large, or has a key twice and the rule file refuses that
     */
    static List<Oddity> read(LookupSource source, List<Input> inputs, int chunkBytes) {
        LookupReader reader = new LookupReader("the lookup '" + source.name() + "'", source.dialect(), chunkBytes);
        Set<String> names = new LinkedHashSet<>();
        for (Input input : inputs) {
            try (Table table = Table.open(input, source.dialect(), chunkBytes)) {
                names.addAll(reader.columns(table));
            }
        }
        List<String> columns = List.copyOf(names);
        Map<String, String[]> byKey = new HashMap<>();
        for (Input input : inputs) {
            reader.readRows(input, source, columns, byKey);
        }
        source.table().fill(columns, byKey, reader.rows - reader.leftOut);
        return Oddity.of("lookup " + source.name(), reader.oddities);
    }

    /** The names of a table's columns that can be asked for: none that is blank, or there twice. */
    private List<String> columns(Table table) {
        Set<String> seen = new HashSet<>();
        Set<String> twice = new HashSet<>();
        table.header().stream().filter(name -> !seen.add(name)).forEach(twice::add);
        return table.header().stream()
                .filter(name -> !Text.isBlank(name) && !twice.contains(name))
                .toList();
    }

    private void readRows(Input input, LookupSource source, List<String> columns, Map<String, String[]> byKey) {
        try (Table table = Table.open(input, dialect, chunkBytes)) {
            int key = table.require(source.key().name());
            List<String> here = columns(table);
            int[] places = columns.stream()
                    .mapToInt(name -> here.contains(name) ? table.indexOf(name) : -1)
                    .toArray();
            List<Long> repeated = new ArrayList<>();
            read(table, key, row -> {
                String value = source.table().form().of(row.text(key));
                if (value.isEmpty()) {
                    return;
                }
                boolean isFirst = !byKey.containsKey(value);
                if (!isFirst && source.duplicates().isRefused()) {
                    repeated.add(row.position());
                } else if (isFirst || source.duplicates().lastCounts()) {
                    byKey.put(value, values(row, places));
                }
            });
            if (!repeated.isEmpty()) {
                throw new InputException(
                        "%s:%d:1: the key of this row stands in %s already%s; 'duplicates: first' or 'duplicates: last' would keep one row for each"
                                .formatted(
                                        table.name(),
                                        table.lineOf(repeated.get(0)),
                                        what,
                                        others(repeated.size() - 1)));
            }
        }
    }

    private static String others(int count) {
        return switch (count) {
            case 0 -> "";
            case 1 -> ", and that of another row too";
            default -> ", and those of " + count + " other rows too";
        };
    }

    private String[] values(Row row, int[] places) {
        String[] values = new String[places.length];
        for (int i = 0; i < places.length; i++) {
            values[i] = places[i] < 0 ? "" : once(row.text(places[i]));
        }
        return values;
    }

    private String once(String text) {
        String first = texts.putIfAbsent(text, text);
        if (first == null) {
            characters += text.length();
        }
        return first == null ? text : first;
    }

    /**
     * Fills a list.
     *
     * @return what is odd in its rows
     * @throws InputException when a file cannot be read, or is too large
     */
    static List<Oddity> read(ListSource source, List<Input> inputs, int chunkBytes) {
        LookupReader reader = new LookupReader("the list '" + source.name() + "'", source.dialect(), chunkBytes);
        Set<String> folded = new HashSet<>();
        for (Input input : inputs) {
            try (Table table = Table.open(input, source.dialect(), chunkBytes)) {
                int column = table.require(source.column().name());
                reader.read(table, column, row -> reader.addTo(folded, row.text(column), source));
            }
        }
        source.list().fill(folded);
        return Oddity.of("list " + source.name(), reader.oddities);
    }

    private void addTo(Set<String> folded, String cell, ListSource source) {
        for (String value : source.values(cell)) {
            if (folded.add(Text.fold(value))) {
                characters += value.length();
            }
        }
    }

    /** Reads all rows of a table. */
    private void read(Table table, int key, RowHandler taker) {
        table.expect(key);
        ChunkReader reader = new ChunkReader(table);
        for (Chunk chunk = table.next(); chunk != null; chunk = table.next()) {
            rows += reader.read(chunk, taker);
            refuseLarge(table);
        }
        List<Reject> rejects = table.finish().rejects();
        oddities.add(table.oddities());
        leftOut += table.leftOutRows();
        if (!rejects.isEmpty()) {
            throw new InputException(rejects.get(0).message() + "; " + what
                    + (rejects.size() == 1 ? " has a row" : " has " + rejects.size() + " rows")
                    + " that cannot be read, and a rule would miss " + (rejects.size() == 1 ? "it" : "them"));
        }
    }

    private void refuseLarge(Table table) {
        if (rows > MOST_ROWS || characters > MOST_TEXT) {
            throw new InputException(String.format(
                    Locale.ROOT,
                    "%s: %s is too large to be held in memory: %,d rows with %,d characters so far, and %,d rows with"
                            + " %,d characters are the most; export only the rows and columns that are needed",
                    table.name(),
                    what,
                    rows,
                    characters,
                    MOST_ROWS,
                    MOST_TEXT));
        }
    }
}
