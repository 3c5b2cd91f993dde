package org.leadscore.engine;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.leadscore.ingest.RowPlaces;
import org.leadscore.ingest.Table;

/** Counts, by column of one source, the values that should have been numbers, and keeps the first place. Not thread-safe. */
final class NumberTrouble implements Serializable {

    /** The first value so far, and the last row that was counted, so that none counts twice. */
    private static final class Found implements Serializable {
        long count;
        int file = Integer.MAX_VALUE;
        long position;
        int column;
        int lastFile = -1;
        long lastPosition = -1;
    }

    private final TreeMap<String, Found> byColumn = new TreeMap<>();

    /** Counts a value, once a row. */
    void add(String name, int file, long position, int column) {
        Found found = byColumn.computeIfAbsent(name, any -> new Found());
        if (found.lastFile == file && found.lastPosition == position) {
            return;
        }
        found.lastFile = file;
        found.lastPosition = position;
        found.count++;
        keepFirst(found, file, position, column);
    }

    /** The place of a value that counts, or has counted, by another row that says the same. */
    void alsoAt(String name, int file, long position, int column) {
        keepFirst(byColumn.computeIfAbsent(name, any -> new Found()), file, position, column);
    }

    void merge(NumberTrouble others) {
        others.byColumn.forEach((name, other) -> {
            Found found = byColumn.computeIfAbsent(name, any -> new Found());
            found.count += other.count;
            keepFirst(found, other.file, other.position, other.column);
        });
    }

    /** @param tables by file number, finished */
    List<NotNumbers> report(String source, List<Table> tables) {
        return reportIn(source, tables.stream().map(Table::places).toList());
    }

    /** @param tables by file number, where their rows stand */
    List<NotNumbers> reportIn(String source, List<RowPlaces> tables) {
        List<NotNumbers> all = new ArrayList<>();
        byColumn.forEach((name, found) -> {
            RowPlaces table = tables.get(found.file);
            String place = table.name() + ":" + table.lineOf(found.position) + ":" + found.column;
            all.add(new NotNumbers(source, name, found.count, place));
        });
        return all;
    }

    private static void keepFirst(Found found, int file, long position, int column) {
        if (file < found.file || file == found.file && position < found.position) {
            found.file = file;
            found.position = position;
            found.column = column;
        }
    }
}
