package org.leadscore.calibrate.table;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.leadscore.calibrate.rows.Counts;
import org.leadscore.calibrate.rows.HistoryRows;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.selection.Selection;

/** Rows of a history counted by a text that each of them has. The empty text is one like any other. */
public final class Crosstab {

    private static final String TEXT = "text";
    private static final String CONVERTED = "converted";

    private Crosstab() {}

    /**
     * Texts against outcomes.
     *
     * @param texts by place of the part; few different ones, as each costs a look at all places
     */
    public static Map<String, Counts> outcomes(HistoryRows part, List<String> texts) {
        StringColumn column = StringColumn.create(TEXT, texts);
        Selection converted = BooleanColumn.create(CONVERTED, part.outcomes()).isTrue();
        Map<String, Counts> outcomes = new HashMap<>();
        for (String text : column.unique()) {
            Selection having = column.isEqualTo(text);
            int leads = having.size();
            outcomes.put(text, new Counts(leads, having.and(converted).size()));
        }
        return outcomes;
    }

    /** The texts that are there most often, the most frequent first; those that are there equally often in the order of text. */
    public static List<String> mostFrequent(List<String> texts, int most) {
        return StringColumn.create(TEXT, texts)
                .countByCategory()
                .sortOn("-Count", "Category")
                .first(most)
                .stringColumn("Category")
                .asList();
    }
}
