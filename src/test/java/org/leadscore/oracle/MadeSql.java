package org.leadscore.oracle;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.leadscore.rules.made.CellRules;
import org.leadscore.rules.made.MadeColumn;
import org.leadscore.rules.made.Nothing;
import org.leadscore.rules.made.Step;

/** Made columns as SQL over the table of a file, and cells that stand for nothing. */
final class MadeSql {

    private static final String STRIPPED = "list_transform(%s, lambda p: strip(p))";

    private MadeSql() {}

    /** A query in brackets: the columns of the file, those that are hidden by another name, and the made ones behind them. */
    static String table(String file, List<String> header, CellRules cells) {
        Map<String, String> known = new HashMap<>();
        StringBuilder columns = new StringBuilder();
        List<String> made = cells.made().stream().map(MadeColumn::name).toList();
        for (String column : header) {
            String cell = unlessNothing(Sql.name(column), cells.nothing());
            String hidden = made.contains(column) ? column + " of the file" : column;
            columns.append(columns.isEmpty() ? "" : ", ")
                    .append(cell)
                    .append(" AS ")
                    .append(Sql.name(hidden));
            known.put(column, cell);
        }
        for (MadeColumn column : cells.made()) {
            String from = column.origin()
                    .choose(
                            origin -> known.getOrDefault(origin.column().name(), "''"),
                            name -> {
                                throw new IllegalArgumentException("there is no SQL for names of files");
                            },
                            constant -> Sql.text(constant.text()));
            String value = made(column, from, cells.nothing());
            columns.append(", ").append(value).append(" AS ").append(Sql.name(column.name()));
            known.put(column.name(), value);
        }
        return "(SELECT " + columns + " FROM " + file + ")";
    }

    private static String unlessNothing(String cell, Nothing nothing) {
        return nothing.folded().isEmpty()
                ? "coalesce(" + cell + ", '')"
                : "CASE WHEN fold(%s) IN %s THEN '' ELSE coalesce(%s, '') END"
                        .formatted(cell, Sql.texts(nothing.folded()), cell);
    }

    private static String made(MadeColumn column, String from, Nothing nothing) {
        String value = from;
        String elements = "NULL";
        if (column.json() != null) {
            String path = Sql.text("$." + column.json());
            String json = "CASE WHEN json_valid(%s) THEN %s ELSE NULL END".formatted(from, from);
            value = "coalesce(json_extract_string(%s, %s), '')".formatted(json, path);
            elements = "CASE WHEN json_type(%s, %s) = 'ARRAY' THEN CAST(json_extract_string(%s, %s) AS VARCHAR[]) END"
                    .formatted(json, path, json, path + " || '[*]'");
        }
        for (Step step : column.steps()) {
            value = step(step, value);
        }
        if (column.split() == null) {
            return unlessNothing(value, nothing);
        }
        String parts = "coalesce(%s, string_split(%s, %s))".formatted(elements, value, Sql.text(column.split()));
        String kept = "list_filter(%s, lambda p: p <> '' AND %s <> '')"
                .formatted(STRIPPED.formatted(parts), unlessNothing("p", nothing));
        return "array_to_string(%s, %s)".formatted(kept, Sql.text(column.split()));
    }

    private static String step(Step step, String value) {
        if (step instanceof Step.Address) {
            return "regexp_extract(%s, '[^\\s<>:,;?]+@[^\\s<>:,;?]+')".formatted(value);
        }
        if (step instanceof Step.Match match) {
            return "regexp_extract(%s, %s, 1)"
                    .formatted(value, Sql.text(match.pattern().pattern()));
        }
        if (step instanceof Step.Query query) {
            String raw = "regexp_extract(regexp_replace(%s, '#.*$', ''), %s, 1)"
                    .formatted(value, Sql.text("[?&]" + query.parameter() + "=([^&]*)"));
            return "url_decode(replace(%s, '+', ' '))".formatted(raw);
        }
        if (step instanceof Step.Part) {
            String authority =
                    "regexp_extract(regexp_replace(strip(%s), '^([a-z]+:)?//', ''), '^[^/?#]*')".formatted(value);
            return "regexp_replace(regexp_replace(%s, '^.*@', ''), ':[0-9]*$', '')".formatted(authority);
        }
        throw new IllegalArgumentException("there is no SQL for " + step);
    }
}
