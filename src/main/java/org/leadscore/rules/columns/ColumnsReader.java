package org.leadscore.rules.columns;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.leadscore.lead.NumberFormat;
import org.leadscore.lead.Text;
import org.leadscore.rules.condition.Field;
import org.leadscore.rules.grammar.PatternMistake;
import org.leadscore.rules.made.CellRules;
import org.leadscore.rules.made.JsonPath;
import org.leadscore.rules.made.MadeColumn;
import org.leadscore.rules.made.Nothing;
import org.leadscore.rules.made.Origin;
import org.leadscore.rules.made.Step;
import org.leadscore.rules.made.Url;
import org.leadscore.rules.yaml.Findings;
import org.leadscore.rules.yaml.MappingFields;
import org.leadscore.rules.yaml.ScalarTypes;
import org.leadscore.rules.yaml.YamlTree;
import org.leadscore.rules.yaml.YamlTree.Mapping;
import org.leadscore.rules.yaml.YamlTree.Scalar;

/** Reads the keys of a source that are about its cells: {@code columns}, {@code nothing}, {@code decimal}, {@code thousands}. */
public final class ColumnsReader {

    /** The keys of a source that this reads. */
    public static final List<String> KEYS = List.of("columns", "nothing", "decimal", "thousands");

    public static final Map<String, Character> DECIMALS = Map.of(".", '.', ",", ',');

    public static final Map<String, Character> THOUSANDS = Map.of(",", ',', ".", '.', " ", ' ', "'", '\'');

    /** The parts of a URL that a column can be made of. */
    public static final Map<String, Url.Part> PARTS =
            Map.of("host", Url.Part.HOST, "path", Url.Part.PATH, "fragment", Url.Part.FRAGMENT);

    /** The word that stands for the name of the file, in place of a column. */
    private static final String FILE = "file";

    /** Stands before the name of a column that is a word of the language, too. */
    private static final String COLUMN = "column.";

    private static final List<String> OF_COLUMN =
            List.of("from", "constant", "json", "address", "query", "part", "match", "split", "number");

    private static final List<String> OF_NUMBER = List.of("thousands", "decimal");

    private final Findings findings;
    private final ScalarTypes values;

    /** Reports to these findings. */
    public ColumnsReader(Findings findings) {
        this.findings = findings;
        this.values = new ScalarTypes(findings);
    }

    /** Reads what a source says of its cells. */
    public CellRules read(MappingFields source) {
        NumberFormat usual = numbers(source, NumberFormat.USUAL);
        Set<String> nothing = source.texts("nothing").stream()
                .map(text -> Text.fold(text.text()))
                .collect(Collectors.toSet());
        List<MadeColumn> made = new ArrayList<>();
        Map<String, NumberFormat> numbers = new HashMap<>();
        YamlTree tree = source.tree("columns");
        if (tree instanceof Mapping mapping) {
            mapping.entries().forEach((name, entry) -> {
                Field column = Field.column(Text.strip(name), entry.keyAt());
                if (column.name().isEmpty()) {
                    findings.problem(entry.keyAt(), "columns needs the name of a column before ':'");
                    return;
                }
                MappingFields fields =
                        MappingFields.of(entry.value(), "the column " + column.name(), findings, OF_COLUMN);
                if (fields != null) {
                    column(column, fields, usual, made, numbers);
                }
            });
            refuseOrder(made);
        } else if (tree != null) {
            findings.problem(
                    tree.at(),
                    "columns must be a mapping such as {source: {from: url, query: utm_source}}, not " + tree.found());
        }
        return new CellRules(made, new Nothing(nothing), numbers, usual);
    }

    private void column(
            Field column,
            MappingFields fields,
            NumberFormat usual,
            List<MadeColumn> made,
            Map<String, NumberFormat> numbers) {
        if (!fields.hasAny(OF_COLUMN)) {
            if (fields.lacks(OF_COLUMN)) {
                findings.problem(
                        fields.at(),
                        "the column " + column.name() + " needs one of the keys " + String.join(", ", OF_COLUMN));
            }
            return;
        }
        if (fields.has("number")) {
            NumberFormat format = number(fields, usual);
            if (format != null) {
                numbers.put(column.name(), format);
            }
        }
        if (fields.hasAny(OF_COLUMN.subList(0, OF_COLUMN.size() - 1))) {
            made.add(new MadeColumn(column, origin(column, fields), json(fields), steps(fields), split(fields)));
        }
    }

    private Origin origin(Field column, MappingFields fields) {
        if (fields.has("constant")) {
            fields.refuse(
                    List.of("from", "json", "address", "query", "part", "match"), "%s has no meaning beside constant");
            Scalar constant = fields.text("constant");
            return new Origin.Constant(constant == null ? "" : constant.text());
        }
        Scalar from = fields.text("from");
        if (from == null) {
            return new Origin.FromColumn(column);
        }
        String name = Text.strip(from.text());
        String named = name.startsWith(COLUMN) ? name.substring(COLUMN.length()) : name;
        return name.equals(FILE) ? new Origin.FileName() : new Origin.FromColumn(Field.column(named, from.at()));
    }

    private List<Step> steps(MappingFields fields) {
        List<Step> steps = new ArrayList<>();
        if (Boolean.TRUE.equals(fields.choice("address", Map.of("true", true)))) {
            steps.add(new Step.Address());
        }
        Scalar query = fields.text("query");
        Url.Part part = fields.choice("part", PARTS);
        if (fields.has("query") && fields.has("part")) {
            findings.problem(fields.keyAt("part"), "part cannot stand beside query; a URL has one value for a column");
        } else if (query != null) {
            steps.add(new Step.Query(query.text()));
        } else if (part != null) {
            steps.add(new Step.Part(part));
        }
        Scalar match = fields.text("match");
        if (match != null) {
            addMatch(match, steps);
        }
        return steps;
    }

    private @Nullable JsonPath json(MappingFields fields) {
        Scalar json = fields.text("json");
        if (json == null) {
            return null;
        }
        try {
            return JsonPath.of(json.text());
        } catch (IllegalArgumentException wrong) {
            findings.problem(
                    json.at(),
                    "json must be a path such as plan, user.plan or items[0].sku, not " + json.found() + ": "
                            + wrong.getMessage());
            return null;
        }
    }

    private void addMatch(Scalar match, List<Step> steps) {
        String tooMuch = PatternMistake.tooMuch("match", match.text());
        if (!tooMuch.isEmpty()) {
            findings.problem(match.at(), tooMuch);
            return;
        }
        try {
            Pattern pattern = Pattern.compile(match.text());
            if (pattern.groupCount() == 1) {
                steps.add(new Step.Match(pattern));
            } else {
                findings.problem(
                        match.at(),
                        "match needs one group in round brackets, which is the value, as in '^(.+)_opened', and has "
                                + (pattern.groupCount() == 0 ? "none" : pattern.groupCount() + "")
                                + "; brackets that are no group are written (?:...)");
            }
        } catch (PatternSyntaxException wrong) {
            findings.problem(match.at(), PatternMistake.explain("match", wrong));
        }
    }

    private @Nullable String split(MappingFields fields) {
        YamlTree tree = fields.tree("split");
        Scalar split = tree == null ? null : values.anyText(tree, "split");
        if (split == null) {
            return null;
        }
        if (split.text().isEmpty()) {
            findings.problem(split.at(), "split must be the text between two values, such as ';', and is empty");
            return null;
        }
        return split.text();
    }

    private @Nullable NumberFormat number(MappingFields column, NumberFormat usual) {
        YamlTree tree = column.tree("number");
        MappingFields fields = tree == null ? null : MappingFields.of(tree, "number", findings, OF_NUMBER);
        if (fields == null) {
            return null;
        }
        if (fields.lacks(OF_NUMBER)) {
            findings.problem(fields.at(), "number needs thousands or decimal: {thousands: ',', decimal: '.'}");
        }
        return numbers(fields, usual);
    }

    /** Reads {@code decimal} and {@code thousands}; what is not said is as elsewhere, as far as that makes sense. */
    private NumberFormat numbers(MappingFields fields, NumberFormat usual) {
        Character decimal = fields.choice("decimal", DECIMALS);
        Character thousands = fields.choice("thousands", THOUSANDS);
        char point = decimal == null ? usual.decimal() : decimal;
        char separator = thousands == null ? usual.thousands() : thousands;
        if (point != separator) {
            return new NumberFormat(point, separator);
        }
        if (decimal == null || thousands == null) {
            if (thousands != null) {
                findings.problem(
                        fields.at("thousands"),
                        "thousands and the decimal point are both '" + separator + "'; write decimal: '"
                                + (separator == '.' ? ',' : '.') + "' beside it");
            }
        } else {
            findings.problem(
                    fields.at("thousands"), "thousands and decimal are both '" + separator + "'; they must differ");
        }
        return new NumberFormat(point, NumberFormat.NONE);
    }

    /** Reports columns that are made of one that is made further down, unless the file has that one, too. */
    private void refuseOrder(List<MadeColumn> made) {
        Map<String, MadeColumn> all = new LinkedHashMap<>();
        made.forEach(one -> all.put(one.name(), one));
        Set<String> above = new HashSet<>();
        for (MadeColumn one : made) {
            Field from = one.from();
            MadeColumn other = from == null || above.contains(from.name()) ? null : all.get(from.name());
            if (from != null && other != null && !isOfItself(other)) {
                findings.problem(
                        from.at(),
                        leadsTo(other, one.name(), all)
                                ? "'" + one.name() + "' is made of '" + from.name() + "', and that one of '"
                                        + one.name() + "'; one of them must be made of a column of the file"
                                : "'" + from.name() + "' is made further down; write it above '" + one.name() + "'");
            }
            above.add(one.name());
        }
    }

    private static boolean isOfItself(MadeColumn one) {
        Field from = one.from();
        return from != null && from.name().equals(one.name());
    }

    private static boolean leadsTo(MadeColumn start, String name, Map<String, MadeColumn> all) {
        MadeColumn at = start;
        for (int i = 0; i < all.size(); i++) {
            Field from = at.from();
            if (from == null) {
                return false;
            }
            if (from.name().equals(name)) {
                return true;
            }
            MadeColumn next = all.get(from.name());
            if (next == null) {
                return false;
            }
            at = next;
        }
        return false;
    }
}
