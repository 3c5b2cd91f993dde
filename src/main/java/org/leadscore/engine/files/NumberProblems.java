package org.leadscore.engine.files;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.leadscore.ingest.table.RowPlaces;
import org.leadscore.ingest.table.Table;

/** Counts, by column of one source, the values that should have been numbers, and keeps the first place. Not thread-safe. */
public final class NumberProblems implements Serializable {

    /**
     * The count and the first place of the values of one column, and the last row that was counted, so that none counts
     * twice.
     */
    private static final class Found implements Serializable {
        /** Number of rows with such a value. */
        long count;

        /** The number of the file of the first value; the greatest integer while there is none. */
        int file = Integer.MAX_VALUE;

        /** The position of its row in that file. */
        long position;

        /** Place of the value in its line, from 1. */
        int column;

        /** The number of the file of the row that was counted last; −1 while there is none. */
        int lastFile = -1;

        /** The position of that row in its file. */
        long lastPosition = -1;
    }

    /** The values by the name of their column. */
    private final TreeMap<String, Found> byColumn = new TreeMap<>();

    /**
     * Counts a value; several values of one row and column count once.
     *
     * @param file the number of the file in its source
     * @param position of the row in the file
     * @param column the place of the value in its line, from 1
     */
    public void add(String name, int file, long position, int column) {
        Found found = byColumn.computeIfAbsent(name, any -> new Found());
        if (found.lastFile == file && found.lastPosition == position) {
            return;
        }
        found.lastFile = file;
        found.lastPosition = position;
        found.count++;
        keepFirst(found, file, position, column);
    }

    /** Takes note of one more place of a value that was counted, or will be, in another row that says the same. */
    public void alsoAt(String name, int file, long position, int column) {
        keepFirst(byColumn.computeIfAbsent(name, any -> new Found()), file, position, column);
    }

    /** Adds the values of others, which were counted in other rows. */
    public void merge(NumberProblems others) {
        others.byColumn.forEach((name, other) -> {
            Found found = byColumn.computeIfAbsent(name, any -> new Found());
            found.count += other.count;
            keepFirst(found, other.file, other.position, other.column);
        });
    }

    /**
     * The values of each column.
     *
     * @param tables by file number, finished
     */
    public List<NotNumbers> report(String source, List<Table> tables) {
        return reportIn(source, tables.stream().map(Table::places).toList());
    }

    /**
     * The values of each column.
     *
     * @param tables by file number, the lines of their rows
     */
    public List<NotNumbers> reportIn(String source, List<RowPlaces> tables) {
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
