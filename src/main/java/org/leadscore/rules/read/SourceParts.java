package org.leadscore.rules.read;

import java.nio.charset.Charset;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.leadscore.lead.Text;
import org.leadscore.lead.TimeFormat;
import org.leadscore.lead.ZoneDays;
import org.leadscore.problem.Location;
import org.leadscore.problem.Nearest;
import org.leadscore.rules.columns.ColumnsReader;
import org.leadscore.rules.condition.Field;
import org.leadscore.rules.made.CellRules;
import org.leadscore.rules.source.Columns;
import org.leadscore.rules.source.Demand;
import org.leadscore.rules.source.Dialect;
import org.leadscore.rules.source.SourceFiles;
import org.leadscore.rules.source.TimeColumns;
import org.leadscore.rules.yaml.Findings;
import org.leadscore.rules.yaml.MappingFields;
import org.leadscore.rules.yaml.ScalarTypes;
import org.leadscore.rules.yaml.YamlTree;
import org.leadscore.rules.yaml.YamlTree.Mapping;
import org.leadscore.rules.yaml.YamlTree.Scalar;

/** Reads the keys that all sources have: files, the form of tables, columns and times. */
public final class SourceParts {

    public static final Map<String, Character> DELIMITERS =
            Map.of("comma", ',', "semicolon", ';', "tab", '\t', "pipe", '|');

    /** The words for rows of fewer fields than the header: true for those that are read. */
    public static final Map<String, Boolean> RAGGED = Map.of("reject", false, "pad", true);

    /** The words for a quote within a quoted field: true for one behind a backslash. */
    public static final Map<String, Boolean> ESCAPES = Map.of("quote", false, "backslash", true);

    /** The words for apostrophes that guard against formulas: true for those that stay. */
    public static final Map<String, Boolean> GUARDS = Map.of("remove", false, "keep", true);

    public static final int MOST_SKIPPED = 1_000_000;

    private final Findings findings;
    private final ScalarTypes values;
    private final ZoneDays timezone;

    SourceParts(Findings findings, ZoneDays timezone) {
        this.findings = findings;
        this.values = new ScalarTypes(findings);
        this.timezone = timezone;
    }

    /** The zone under the key, or null when there is none that can be used. */
    static @Nullable ZoneDays zone(MappingFields fields, Findings findings) {
        Scalar name = fields.text("timezone");
        if (name == null) {
            return null;
        }
        try {
            return new ZoneDays(ZoneId.of(name.text()));
        } catch (DateTimeException unknown) {
            findings.problem(
                    name.at(),
                    "timezone must be a place such as Europe/Madrid, or UTC, not " + name.found()
                            + zoneHint(name.text()));
            return null;
        }
    }

    /** The zone of that city, or else the nearest name. */
    private static String zoneHint(String name) {
        String city = "/" + name.replace(' ', '_').toLowerCase(Locale.ROOT);
        return ZoneId.getAvailableZoneIds().stream()
                .filter(zone -> zone.toLowerCase(Locale.ROOT).endsWith(city))
                .sorted()
                .findFirst()
                .map(Nearest::question)
                .orElseGet(() -> Nearest.hint(name, ZoneId.getAvailableZoneIds()));
    }

    private TimeFormat iso() {
        return TimeFormat.iso(timezone);
    }

    Columns columns(List<Scalar> names, Location at) {
        return names.isEmpty()
                ? unreadable(at)
                : new Columns(names.stream().map(ConditionReader::column).toList());
    }

    /** Stands in for columns that could not be read. */
    private static Columns unreadable(Location at) {
        return Columns.of(Field.column("", at));
    }

    /** Reads the key {@code column} or {@code columns}. */
    Columns columns(MappingFields fields, String what, String example) {
        if (fields.has("column") && fields.has("columns")) {
            findings.problem(fields.at(), what + " has both column and columns; keep one of them");
        } else if (fields.lacks(List.of("column", "columns"))) {
            findings.problem(fields.at(), what + " needs a column: {column: " + example + "}");
        }
        return columns(fields.texts(fields.has("columns") ? "columns" : "column"), fields.at());
    }

    SourceFiles files(MappingFields fields) {
        List<String> patterns = fields.texts("path").stream().map(Scalar::text).toList();
        return new SourceFiles(patterns, false, fields.at("path"));
    }

    /**
     * Reads the columns and the format of a time under a key that is there. A column without a format of its own is
     * written in that of the source's {@code dates}.
     */
    TimeColumns time(MappingFields owner, String key, Dialect dialect) {
        YamlTree tree = owner.tree(key);
        if (!(tree instanceof Mapping)) {
            Columns columns = columns(owner.texts(key), owner.at(key));
            Field first = columns.fields().get(0);
            boolean isAlone = columns.fields().size() == 1;
            return new TimeColumns(columns, isAlone ? dialect.times(first.name()) : iso());
        }
        MappingFields fields =
                MappingFields.of(tree, key, findings, List.of("column", "columns", "format", "timezone"));
        if (fields == null) {
            return new TimeColumns(unreadable(tree.at()), iso());
        }
        ZoneDays zone = zone(fields, findings);
        ZoneDays used = zone == null ? timezone : zone;
        Scalar format = fields.text("format");
        return new TimeColumns(
                columns(fields, key, "timestamp"),
                format == null ? TimeFormat.iso(used) : format(format, "format", used));
    }

    Dialect dialect(MappingFields fields) {
        Integer skip = fields.whole("skip", 0, MOST_SKIPPED);
        return new Dialect(
                encoding(fields),
                delimiter(fields),
                skip == null ? 0 : skip,
                isChosen(fields, "ragged", RAGGED),
                isChosen(fields, "escape", ESCAPES),
                !isChosen(fields, "guard", GUARDS),
                cells(fields),
                dates(fields),
                iso());
    }

    /** Reads what a source says of its cells. */
    CellRules cells(MappingFields fields) {
        return new ColumnsReader(findings).read(fields);
    }

    /**
     * Reads the key {@code expect}.
     *
     * @param hasTimes whether the source is a log, of whose newest event something can be expected
     */
    Demand expect(MappingFields owner, boolean hasTimes) {
        YamlTree tree = owner.tree("expect");
        MappingFields fields = tree == null
                ? null
                : MappingFields.of(
                        tree,
                        "expect",
                        findings,
                        hasTimes ? List.of("newest", "rows") : List.of("rows"),
                        hasTimes ? Map.of() : Map.of("newest", "newest belongs to logs, as only events have times"));
        if (fields == null) {
            return Demand.NONE;
        }
        if (!fields.hasAny(List.of("newest", "rows"))) {
            findings.problem(
                    fields.at(), "expect needs " + (hasTimes ? "newest or rows: {newest: 3d}" : "rows: {rows: 1000}"));
        }
        Long newest = fields.duration("newest");
        Integer rows = fields.whole("rows", 1, Integer.MAX_VALUE);
        return new Demand(newest == null ? Demand.ANY_AGE : newest, rows == null ? 0 : rows);
    }

    private @Nullable Charset encoding(MappingFields fields) {
        Scalar name = fields.text("encoding");
        if (name == null) {
            return null;
        }
        try {
            return Charset.forName(name.text());
        } catch (IllegalArgumentException unknown) {
            findings.problem(
                    name.at(),
                    "encoding must be one such as UTF-8, ISO-8859-1 or windows-1252, not " + name.found()
                            + Nearest.hint(
                                    name.text(), Charset.availableCharsets().keySet()));
            return null;
        }
    }

    private @Nullable Character delimiter(MappingFields fields) {
        YamlTree tree = fields.tree("delimiter");
        Scalar scalar = tree == null ? null : values.scalar(tree, "delimiter", "one character");
        if (scalar == null) {
            return null;
        }
        Character word = DELIMITERS.get(scalar.text());
        if (word != null) {
            return word;
        }
        String text = scalar.text();
        if (text.length() != 1 || Character.isLetterOrDigit(text.charAt(0)) || "\"\r\n ".contains(text)) {
            findings.problem(
                    scalar.at(),
                    "delimiter must be one character such as \";\", or one of comma, semicolon, tab, pipe, not "
                            + scalar.found());
            return null;
        }
        return text.charAt(0);
    }

    private static boolean isChosen(MappingFields fields, String key, Map<String, Boolean> words) {
        Boolean chosen = fields.choice(key, words);
        return chosen != null && chosen;
    }

    private Map<String, TimeFormat> dates(MappingFields fields) {
        Map<String, TimeFormat> formats = new HashMap<>();
        YamlTree tree = fields.tree("dates");
        if (tree instanceof Mapping mapping) {
            mapping.entries().forEach((column, entry) -> {
                if (Text.isBlank(column)) {
                    findings.problem(entry.keyAt(), "dates needs the name of a column before ':'");
                }
                Scalar format = values.text(entry.value(), "the format of " + column);
                if (format != null) {
                    formats.put(column, format(format, "the format of " + column, timezone));
                }
            });
        } else if (tree != null) {
            findings.problem(
                    tree.at(), "dates must be a mapping such as {created_at: dd/MM/yyyy}, not " + tree.found());
        }
        return formats;
    }

    private TimeFormat format(Scalar format, String what, ZoneDays zone) {
        try {
            return TimeFormat.of(format.text(), zone);
        } catch (IllegalArgumentException unusable) {
            findings.problem(
                    format.at(),
                    what + " must name a whole date, such as dd/MM/yyyy HH:mm (MM is the month, mm the minute), "
                            + "or be epoch-seconds or epoch-millis, not " + format.found());
            return iso();
        }
    }
}
