package org.leadscore.rules.report;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.leadscore.lead.Text;
import org.leadscore.problem.Nearest;
import org.leadscore.rules.condition.Field;
import org.leadscore.rules.next.Accounts;
import org.leadscore.rules.yaml.Findings;
import org.leadscore.rules.yaml.MappingFields;
import org.leadscore.rules.yaml.ScalarTypes;
import org.leadscore.rules.yaml.YamlTree;
import org.leadscore.rules.yaml.YamlTree.Gap;
import org.leadscore.rules.yaml.YamlTree.Mapping;
import org.leadscore.rules.yaml.YamlTree.Scalar;

/** Reads the key {@code report}. Made by the reader of the whole file. */
public final class ReportReader {

    private static final List<String> KEYS = List.of("columns", "language", "title", "headings");

    private static final Map<String, String> LANGUAGES = Report.LANGUAGES.stream()
            .collect(
                    Collectors.toMap(Function.identity(), Function.identity(), (one, same) -> one, LinkedHashMap::new));

    private final Findings findings;
    private final ScalarTypes values;
    private final Function<List<Scalar>, List<Field>> columns;

    /**
     * Reports to these findings.
     *
     * @param columns finds the contact columns that names stand for
     */
    public ReportReader(Findings findings, Function<List<Scalar>, List<Field>> columns) {
        this.findings = findings;
        this.values = new ScalarTypes(findings);
        this.columns = columns;
    }

    /**
     * Reads the key; what is wrong in it is reported.
     *
     * @param accounts whose columns can have other headings, too; null for none
     */
    public Report read(@Nullable YamlTree tree, @Nullable Accounts accounts) {
        MappingFields fields = tree == null ? null : MappingFields.of(tree, "report", findings, KEYS);
        if (fields == null) {
            return Report.NONE;
        }
        if (fields.lacks(KEYS)) {
            findings.problem(
                    fields.at(),
                    "report needs columns, the contact columns to carry into it: {columns: [company]}; or language, title, headings");
        }
        List<Field> carried = columns.apply(fields.texts("columns"));
        String language = fields.choice("language", LANGUAGES);
        Scalar title = fields.text("title");
        if (title != null) {
            requireLine("title", title);
        }
        return new Report(
                carried,
                language == null ? Report.NONE.language() : language,
                title == null ? null : Text.strip(title.text()),
                headings(fields.tree("headings"), carried, accounts));
    }

    private Map<String, String> headings(@Nullable YamlTree tree, List<Field> carried, @Nullable Accounts accounts) {
        if (!(tree instanceof Mapping mapping)) {
            if (tree != null && !(tree instanceof Gap)) {
                findings.problem(tree.at(), "headings must be a mapping such as {score: Points}, not " + tree.found());
            }
            return Map.of();
        }
        List<Field> ofAccounts = accounts == null ? List.of() : accounts.columns();
        List<String> known = Stream.concat(
                        Report.OWN_COLUMNS.stream(),
                        Stream.of(carried, ofAccounts).flatMap(List::stream).map(Field::name))
                .distinct()
                .toList();
        Map<String, String> names = new HashMap<>();
        known.forEach(name -> names.putIfAbsent(Text.fold(name), name));
        Map<String, Scalar> taken = new HashMap<>();
        Map<String, String> headings = new LinkedHashMap<>();
        mapping.entries().forEach((column, entry) -> {
            if (!known.contains(column)) {
                String hint = Nearest.hint(column, known, "; they have " + String.join(", ", known));
                findings.problem(entry.keyAt(), "the reports have no column '%s'%s".formatted(column, hint));
                return;
            }
            Scalar heading = entry.value() instanceof Gap ? null : values.text(entry.value(), column);
            if (heading == null || !requireLine("the heading of " + column, heading)) {
                return;
            }
            String text = Text.strip(heading.text());
            String other = names.get(Text.fold(text));
            Scalar first = taken.putIfAbsent(Text.fold(text), heading);
            if (other != null && !other.equals(column)) {
                findings.problem(
                        heading.at(),
                        "the heading '%s' is the name of another column; give %s another one".formatted(text, column));
            } else if (first != null) {
                findings.problem(
                        heading.at(),
                        "the heading '%s' stands above another column already, in line %d; give %s another one"
                                .formatted(text, first.at().line(), column));
            }
            headings.put(column, text);
        });
        return headings;
    }

    /** True for a text without line breaks and other controls, which neither a row of headings nor a title can have. */
    private boolean requireLine(String what, Scalar text) {
        boolean isLine = text.text().strip().chars().noneMatch(Character::isISOControl);
        if (!isLine) {
            findings.problem(text.at(), what + " must be one line, without line breaks and control characters");
        }
        return isLine;
    }
}
