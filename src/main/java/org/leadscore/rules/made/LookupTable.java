package org.leadscore.rules.made;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a lookup by their keys. Made empty by the reader of the rule file, filled once by the reader of its files,
 * before any contact is read; threads may share it then.
 */
public final class LookupTable {

    /**
     * The contents.
     *
     * @param columns the names of the columns, in the order of the file
     * @param rows by key, the values of the columns
     * @param read number of rows that were read
     */
    private record Content(List<String> columns, Map<String, String[]> rows, long read) {}

    private final LookupKey form;
    private volatile @Nullable Content content; // null until it is filled
    private volatile Set<String> hidden = Set.of(); // columns whose names the contact list has too

    /** A table without rows. */
    public LookupTable(LookupKey form) {
        this.form = form;
    }

    /** The form of its keys. */
    public LookupKey form() {
        return form;
    }

    /**
     * Fills it.
     *
     * @param columns the names of the columns
     * @param rows by key, the values of the columns
     * @param read number of rows that were read
     */
    public void fill(List<String> columns, Map<String, String[]> rows, long read) {
        content = new Content(List.copyOf(columns), rows, read);
    }

    /** Has columns count as those of the contact list, which has others of the same names. */
    public void hide(Set<String> columns) {
        hidden = Set.copyOf(columns);
    }

    /** True for a column of which the contact list has another one of the same name. */
    public boolean isHidden(String column) {
        return hidden.contains(column);
    }

    /** The names of the columns, in the order of the file. */
    public List<String> columns() {
        return content().columns();
    }

    /** Number of rows that were read. */
    public long rowsRead() {
        return content().read();
    }

    /** Number of keys. */
    public int keys() {
        return content().rows().size();
    }

    /**
     * True when a key has a row.
     *
     * @param split the text between several keys, of which one that has a row is enough; null where there is one
     */
    public boolean has(String text, @Nullable String split) {
        return find(text, split) != null;
    }

    /** The values of the row of a key, or of the first of several that has one, by column; null when there is none. */
    public String @Nullable [] find(String text, @Nullable String split) {
        Map<String, String[]> rows = content().rows();
        for (String value : Several.values(text, split)) {
            String key = form.of(value);
            String[] row = key.isEmpty() ? null : rows.get(key);
            if (row != null) {
                return row;
            }
        }
        return null;
    }

    private Content content() {
        Content filled = content;
        if (filled == null) {
            throw new IllegalStateException("a lookup is read before contacts are");
        }
        return filled;
    }
}
