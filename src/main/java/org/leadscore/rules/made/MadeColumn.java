package org.leadscore.rules.made;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leadscore.lead.Text;
import org.leadscore.rules.condition.Field;

/**
 * A column that is made of another one, row by row. Each source may have some; {@code Table} gives it to
 * all who read the source, as if the file had it.
 *
 * @param column its name, which hides a column of the file that has the same one
 * @param json the path to the value in JSON; null where the text is none
 * @param steps what is done to the text then, one after the other
 * @param split the text between several values in one cell; null where a cell has one value
 */
public record MadeColumn(
        Field column,
        Origin origin,
        @Nullable JsonPath json,
        List<Step> steps,
        @Nullable String split) {

    /** The column of the file as it is, but for the several values in a cell. */
    public MadeColumn ofItself() {
        return new MadeColumn(column, new Origin.FromColumn(column), null, List.of(), split);
    }

    public MadeColumn {
        steps = List.copyOf(steps);
    }

    /**
     * A column of a lookup.
     *
     * @param by the column in which the key stands
     * @param split the text between several values in one cell; null where a cell has one value
     */
    public static MadeColumn ofLookup(Field column, Field by, Step.LookUp step, @Nullable String split) {
        return new MadeColumn(column, new Origin.FromColumn(by), null, List.of(step), split);
    }

    /** The place in a lookup from which the values come; null for a column of none. */
    public Step.@Nullable LookUp lookUp() {
        return !steps.isEmpty() && steps.get(0) instanceof Step.LookUp lookUp ? lookUp : null;
    }

    /**
     * Makes the value of a column of a lookup.
     *
     * @param value as the lookup has it; its own source says what it means
     * @return empty where it is blank
     */
    public String ofLookedUp(String value) {
        return Text.isBlank(value) ? "" : split == null ? value : joined(Several.values(value, split), split);
    }

    /** The name of the column. */
    public String name() {
        return column.name();
    }

    /** The column that it is made of; null where it is made of none. */
    public @Nullable Field from() {
        return origin.choose(from -> from.column(), file -> null, constant -> null);
    }

    /**
     * Makes the value of a text.
     *
     * @param nothing the texts that stand for no value
     * @return blank where nothing can be made; null where the text should have been JSON, and is not
     */
    public @Nullable String make(String text, Nothing nothing) {
        if (Text.isBlank(text)) {
            return "";
        }
        JsonPath.Found found = json == null ? new JsonPath.Found(List.of(text), false) : json.in(text, split != null);
        if (found == null) {
            return null;
        }
        List<String> values = new ArrayList<>();
        for (String value : found.values()) {
            String made = value;
            for (Step step : steps) {
                made = Text.isBlank(made) ? "" : step.apply(made);
            }
            values.addAll(split == null || found.isArray() ? List.of(made) : Several.parts(made, split));
        }
        values.removeIf(value -> Text.isBlank(value) || nothing.is(value));
        if (split == null) {
            return values.isEmpty() ? "" : values.get(0);
        }
        return joined(values, split);
    }

    /** Several values in one text. */
    private static String joined(List<String> values, String split) {
        List<String> stripped = values.stream().map(Text::strip).toList();
        boolean isMixed = stripped.stream().anyMatch(value -> value.contains(split));
        return String.join(isMixed ? Several.UNIT : split, stripped);
    }
}
