package org.leadscore.rules.made;

import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.leadscore.rules.condition.Field;

/**
 * Makes the values of single cells, for tables that are so small that they are read as texts. Made for one file, by whoever
 * reads it.
 */
public final class MadeCells {

    private final CellRules rules;
    private final String file;

    /** @param file the name of the file, with directories */
    public MadeCells(CellRules rules, String file) {
        this.rules = rules;
        this.file = Origin.FileName.of(file);
    }

    /** The column of the file that a column is made of, or that column itself; null where it is made of none. */
    public @Nullable String inFile(String column) {
        return inFile(column, rules.made().size());
    }

    private @Nullable String inFile(String column, int above) {
        int made = made(column, above);
        Field from = made < 0 ? null : rules.made().get(made).from();
        return made < 0 ? column : from == null ? null : inFile(from.name(), made);
    }

    /**
     * The values of a column in a row, as {@code split} says; none for a blank cell.
     *
     * @param cells finds the text of a column of the file
     * @return null where the cell should have been JSON, and is not
     */
    public @Nullable List<String> values(String column, UnaryOperator<String> cells) {
        String value = value(column, rules.made().size(), cells);
        String split = rules.split(column);
        if (value == null) {
            return null;
        }
        return Several.values(value, split);
    }

    private @Nullable String value(String column, int above, UnaryOperator<String> cells) {
        int at = made(column, above);
        if (at < 0) {
            String cell = cells.apply(column);
            return rules.nothing().is(cell) ? "" : cell;
        }
        MadeColumn made = rules.made().get(at);
        String text = made.origin()
                .choose(from -> value(from.column().name(), at, cells), name -> file, constant -> constant.text());
        return text == null ? null : made.make(text, rules.nothing());
    }

    private int made(String column, int above) {
        for (int i = above - 1; i >= 0; i--) {
            if (rules.made().get(i).name().equals(column)) {
                return i;
            }
        }
        return -1;
    }
}
