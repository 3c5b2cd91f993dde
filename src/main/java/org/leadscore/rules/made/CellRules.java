package org.leadscore.rules.made;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.leadscore.lead.NumberFormat;
import org.leadscore.rules.condition.Field;

/**
 * The part of a source's dialect that is about its cells: the columns that are made, the texts that stand for nothing, and the
 * form of numbers. Read from the keys {@code columns}, {@code nothing}, {@code decimal} and {@code thousands}.
 *
 * @param made in the order in which they are made
 * @param numbers of the columns that say so, by name
 * @param otherNumbers of all other columns
 */
public record CellRules(
        List<MadeColumn> made, Nothing nothing, Map<String, NumberFormat> numbers, NumberFormat otherNumbers) {

    /** The cells as they are, with a decimal point. */
    public static final CellRules USUAL = ofNumbers(NumberFormat.USUAL);

    /** The cells as they are, with numbers of that form. */
    public static CellRules ofNumbers(NumberFormat numbers) {
        return new CellRules(List.of(), Nothing.NONE, Map.of(), numbers);
    }

    public CellRules {
        made = List.copyOf(made);
        numbers = Map.copyOf(numbers);
    }

    /** The same, with these columns made alone. */
    public CellRules making(List<MadeColumn> others) {
        return new CellRules(others, nothing, numbers, otherNumbers);
    }

    /** The same, with more columns made, after those that are made already. */
    public CellRules alsoMaking(List<MadeColumn> more) {
        return making(Stream.concat(made.stream(), more.stream()).toList());
    }

    /** True when the cells are those of the file, each as it is. */
    public boolean changeNothing() {
        return made.isEmpty() && nothing.folded().isEmpty();
    }

    /** The column of the file that a column is made of, which may be itself; blank for one that is made of no column. */
    public String origin(String column) {
        String name = column;
        for (int i = made.size() - 1; i >= 0; i--) {
            if (made.get(i).name().equals(name)) {
                Field from = made.get(i).from();
                name = from == null ? "" : from.name();
            }
        }
        return name;
    }

    /** The form of a column's numbers. */
    public NumberFormat numbers(String column) {
        return numbers.getOrDefault(column, otherNumbers);
    }

    /** The text between several values in a cell of the column; null where a cell has one value. */
    public @Nullable String split(String column) {
        for (MadeColumn one : made) {
            if (one.name().equals(column)) {
                return one.split();
            }
        }
        return null;
    }
}
