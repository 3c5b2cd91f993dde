package org.leadscore.rules.source;

import java.util.ArrayList;
import java.util.List;
import org.leadscore.rules.condition.Field;
import org.leadscore.rules.made.LookupTable;
import org.leadscore.rules.made.MadeColumn;
import org.leadscore.rules.made.Step;

/**
 * A table that gives each contact the columns of one of its rows, found by a key.
 *
 * @param name stands before the names of its columns, with a dot between
 * @param key the column of the table that has the key
 * @param by the column of the contact list that has the key
 * @param duplicates the meaning of a second row with the same key
 * @param table its rows, which whoever opens the sources reads
 */
public record LookupSource(
        String name,
        SourceFiles files,
        Dialect dialect,
        Field key,
        Field by,
        ContactSource.Duplicates duplicates,
        LookupTable table) {

    /** The lookup without its rows, for leads of which the columns are given. */
    public LookupSource withoutFiles() {
        return new LookupSource(
                name,
                new SourceFiles(List.of(), files.fromCommandLine(), files.at()),
                dialect,
                key,
                by,
                duplicates,
                new LookupTable(table.form()));
    }

    /** True when a column of that name is one of this lookup, whether or not the file has it. */
    public boolean has(String column) {
        return column.length() > name.length()
                && column.charAt(name.length()) == '.'
                && column.startsWith(name)
                && !table.isHidden(column);
    }

    /** The name that one of its columns has in the file. */
    public String inFile(String column) {
        return column.substring(name.length() + 1);
    }

    /** The name that a column of the file has in rules. */
    public String inRules(String column) {
        return name + "." + column;
    }

    /**
     * The columns that contacts get.
     *
     * @param contacts the dialect of the contact list
     */
    public List<MadeColumn> columns(Dialect contacts) {
        String keys = contacts.split(by.name());
        List<MadeColumn> made = new ArrayList<>();
        for (int i = 0; i < table.columns().size(); i++) {
            String column = inRules(table.columns().get(i));
            if (!table.isHidden(column)) {
                Field field = Field.column(column, files.at());
                made.add(MadeColumn.ofLookup(field, by, new Step.LookUp(table, i, keys), contacts.split(column)));
            }
        }
        return made;
    }
}
