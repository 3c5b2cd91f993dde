package org.leadscore.engine.files;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import org.leadscore.ingest.table.RowPlaces;
import org.leadscore.ingest.table.Table;
import org.leadscore.lead.TimeFormat;
import org.leadscore.problem.Place;
import org.leadscore.rules.condition.Wanted;

/** Counts, by column of one source, the values that should have been numbers or dates, and keeps the first place. Not thread-safe. */
public final class ValueProblems implements Serializable {

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

    /**
     * A column and what its values should have been.
     *
     * @param name of the column
     */
    private record Key(String name, Wanted wanted) implements Comparable<Key>, Serializable {
        @Override
        public int compareTo(Key other) {
            int byName = name.compareTo(other.name);
            return byName != 0 ? byName : wanted.compareTo(other.wanted);
        }
    }

    /** The values by column. */
    private final TreeMap<Key, Found> byColumn = new TreeMap<>();

    /**
     * Counts a value; several values of one row and column count once.
     *
     * @param file the number of the file in its source
     * @param position of the row in the file
     * @param column the place of the value in its line, from 1
     */
    public void add(Wanted wanted, String name, int file, long position, int column) {
        Found found = byColumn.computeIfAbsent(new Key(name, wanted), any -> new Found());
        if (found.lastFile == file && found.lastPosition == position) {
            return;
        }
        found.lastFile = file;
        found.lastPosition = position;
        found.count++;
        keepFirst(found, file, position, column);
    }

    /** Takes note of one more place of a value that was counted, or will be, in another row that says the same. */
    public void alsoAt(Wanted wanted, String name, int file, long position, int column) {
        keepFirst(byColumn.computeIfAbsent(new Key(name, wanted), any -> new Found()), file, position, column);
    }

    /** Adds the values of others, which were counted in other rows. */
    public void merge(ValueProblems others) {
        others.byColumn.forEach((key, other) -> {
            Found found = byColumn.computeIfAbsent(key, any -> new Found());
            found.count += other.count;
            keepFirst(found, other.file, other.position, other.column);
        });
    }

    /**
     * The values of each column.
     *
     * @param dates the format of each column's dates, by its name
     * @param tables by file number, finished
     */
    public List<WrongValues> report(String source, Function<String, TimeFormat> dates, List<Table> tables) {
        return reportIn(source, dates, tables.stream().map(Table::places).toList());
    }

    /**
     * The values of each column.
     *
     * @param dates the format of each column's dates, by its name
     * @param tables by file number, the lines of their rows
     */
    public List<WrongValues> reportIn(String source, Function<String, TimeFormat> dates, List<RowPlaces> tables) {
        List<WrongValues> all = new ArrayList<>();
        byColumn.forEach((key, found) -> {
            RowPlaces table = tables.get(found.file);
            String place = Place.of(table.name(), table.lineOf(found.position), found.column);
            String right = key.wanted == Wanted.DATE ? dates.apply(key.name).description() : "";
            all.add(new WrongValues(key.wanted, source, key.name, found.count, place, right));
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
