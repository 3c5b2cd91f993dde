package org.leadscore.ingest.made;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.leadscore.rules.condition.Field;
import org.leadscore.rules.made.CellRules;
import org.leadscore.rules.made.MadeColumn;
import org.leadscore.rules.made.Origin;

/**
 * The columns of one table: those of its file, and behind them those that are made. Made by {@code Table}, taken by
 * {@link MadeFields}.
 */
public final class MadeHeader {

    /** In place of a column: there is none. */
    public static final int NONE = -1;

    private final CellRules cells;
    private final int columns; // of the file
    private final String file; // its name, without directories
    private final List<String> names;
    private final int[] origins; // by made column: the column that it is made of, or NONE
    private final int[] places; // by made column: the column of the file in which its value stands, or NONE
    private final boolean[] unasked; // by made column: true for one of a lookup that nobody has asked for
    private final Map<String, String> lacking =
            new LinkedHashMap<>(); // names of origins that are not there, by made column

    /**
     * Finds the columns that others are made of.
     *
     * @param names of the file's columns
     * @param indexOf finds a column of the file by its name; below 0 when it has none
     * @param file its name, with directories
     */
    public MadeHeader(CellRules cells, List<String> names, ToIntFunction<String> indexOf, String file) {
        this.cells = cells;
        this.columns = names.size();
        this.file = Origin.FileName.of(file);
        List<MadeColumn> made = cells.made();
        origins = new int[made.size()];
        places = new int[made.size()];
        unasked = new boolean[made.size()];
        for (int i = 0; i < origins.length; i++) {
            origins[i] = origin(i, indexOf);
            unasked[i] = made.get(i).lookUp() != null;
            places[i] = origins[i] < columns ? origins[i] : places[origins[i] - columns];
        }
        this.names = made.isEmpty() ? names : all(names, made);
    }

    /** The names of all columns; blank for those that are hidden. */
    private static List<String> all(List<String> names, List<MadeColumn> made) {
        Set<String> hiding = made.stream().map(MadeColumn::name).collect(Collectors.toSet());
        List<String> all = new ArrayList<>();
        names.forEach(name -> all.add(hiding.contains(name) ? "" : name));
        made.forEach(one -> all.add(one.name()));
        return List.copyOf(all);
    }

    private int origin(int made, ToIntFunction<String> indexOf) {
        Field from = cells.made().get(made).from();
        if (from == null) {
            return NONE;
        }
        for (int i = made - 1; i >= 0; i--) {
            if (cells.made().get(i).name().equals(from.name())) {
                if (lacking.containsKey(from.name())) {
                    lacking.put(cells.made().get(made).name(), lacking.getOrDefault(from.name(), ""));
                }
                return columns + i;
            }
        }
        int found = indexOf.applyAsInt(from.name());
        if (found < 0) {
            lacking.put(cells.made().get(made).name(), from.name());
        }
        return Math.max(NONE, found);
    }

    /** The names of all columns, stripped; blank where a column has none, or is hidden by one that is made. */
    public List<String> names() {
        return names;
    }

    /** The place of a made column among all columns; {@link #NONE} when there is none of that name. */
    public int indexOf(String name) {
        for (int i = origins.length - 1; i >= 0; i--) {
            if (cells.made().get(i).name().equals(name)) {
                ask(i);
                return columns + i;
            }
        }
        return NONE;
    }

    /** Has all columns made, those of lookups too that nobody asks for by name. */
    public void askForAll() {
        Arrays.fill(unasked, false);
    }

    private void ask(int made) {
        unasked[made] = false;
        if (origins[made] >= columns) {
            ask(origins[made] - columns);
        }
    }

    /** True when a made column is to be filled in. */
    boolean isAsked(int made) {
        return !unasked[made];
    }

    /** The column of the file in which the value of a column stands; {@link #NONE} for one that is made of nothing in it. */
    public int inFile(int column) {
        return column < columns ? column : places[column - columns];
    }

    /** The columns that cannot be made, as the file does not have what they are made of, by their names. */
    public Map<String, String> lacking() {
        return lacking;
    }

    /** By made column, the column of the file in which its value stands, or {@link #NONE}. */
    public int[] places() {
        return Arrays.copyOf(places, places.length);
    }

    /** True when there is nothing to be done with a row. */
    public boolean isPlain() {
        return cells.changeNothing();
    }

    CellRules cells() {
        return cells;
    }

    int columnsOfFile() {
        return columns;
    }

    int origin(int made) {
        return origins[made];
    }

    String fileName() {
        return file;
    }
}
