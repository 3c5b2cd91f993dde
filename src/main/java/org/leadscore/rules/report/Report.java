package org.leadscore.rules.report;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.leadscore.rules.condition.Field;

/**
 * The key {@code report} of a rule file: what the reports carry along, and how they speak to those who read them.
 *
 * @param columns contact columns to carry along
 * @param language one of {@link #LANGUAGES}, by its code
 * @param title of the pages; null where they name themselves
 * @param headings of columns that are called otherwise than this program calls them, by its names for them
 */
public record Report(
        List<Field> columns, String language, @Nullable String title, Map<String, String> headings) {

    /** The languages that the reports can be in, by their codes of ISO 639. */
    public static final List<String> LANGUAGES = List.of("en", "es", "de", "ro");

    /** The columns of the program's own that can have other headings, each once, in the order of the reports. */
    public static final List<String> OWN_COLUMNS = List.of(
            "rank",
            "lead",
            "score",
            "bucket",
            "status",
            "fit",
            "engagement",
            "reasons",
            "last_activity",
            "grade",
            "stage",
            "interest",
            "interest_score",
            "source",
            "segments",
            "hand_off",
            "action",
            "previous_score",
            "change",
            "moved",
            "to",
            "campaign",
            "offer",
            "account",
            "leads",
            "best_lead",
            "best_rank");

    /** The report of a file that says nothing of it. */
    public static final Report NONE = of(List.of());

    public Report {
        columns = List.copyOf(columns);
        headings = Map.copyOf(headings);
    }

    /** A report in English that carries columns along, with the headings that they have. */
    public static Report of(List<Field> columns) {
        return new Report(columns, LANGUAGES.get(0), null, Map.of());
    }

    /** The heading of a column of the program's own. */
    public String heading(String column) {
        return headings.getOrDefault(column, column);
    }

    /** The headings of columns of the program's own, in their order. */
    public List<String> headings(List<String> own) {
        return own.stream().map(this::heading).toList();
    }

    /** The headings of columns of the contacts. Where one has the name of a column of the program's own, it keeps it. */
    public List<String> headingsOf(List<Field> carried) {
        return carried.stream()
                .map(Field::name)
                .map(name -> OWN_COLUMNS.contains(name) ? name : heading(name))
                .toList();
    }
}
