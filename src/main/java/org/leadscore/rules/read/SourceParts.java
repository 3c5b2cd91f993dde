package org.leadscore.rules.read;

import static java.util.stream.Collectors.toMap;

import java.nio.charset.Charset;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
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
import org.leadscore.rules.made.MadeColumn;
import org.leadscore.rules.made.Origin;
import org.leadscore.rules.source.Columns;
import org.leadscore.rules.source.Demand;
import org.leadscore.rules.source.Dialect;
import org.leadscore.rules.source.Layout;
import org.leadscore.rules.source.SourceFiles;
import org.leadscore.rules.source.TimeColumns;
import org.leadscore.rules.yaml.Findings;
import org.leadscore.rules.yaml.MappingFields;
import org.leadscore.rules.yaml.ScalarTypes;
import org.leadscore.rules.yaml.YamlTree;
import org.leadscore.rules.yaml.YamlTree.Mapping;
import org.leadscore.rules.yaml.YamlTree.Scalar;
import org.leadscore.rules.yaml.YamlTree.Sequence;

/** Reads the keys that all sources have: files, the form of tables, columns and times. */
public final class SourceParts {

    /** The words for delimiters; none where a line is one field. */
    public static final Map<String, String> DELIMITERS =
            Map.of("comma", ",", "semicolon", ";", "tab", "\t", "pipe", "|", "blank", " ", "none", "");

    /** The words for the signs around fields. */
    public static final Map<String, String> QUOTES = Map.of("double", "\"", "single", "'", "none", "");

    /** The words for rows of fewer fields than the header: true for those that are read. */
    public static final Map<String, Boolean> RAGGED = Map.of("reject", false, "pad", true);

    private static final String DOUBLED = " ";

    /** The words for what makes a quote text within a quoted field: blank for another quote, a sign, or nothing. */
    public static final Map<String, String> ESCAPES =
            Map.of("quote", DOUBLED, "backslash", Layout.BACKSLASH, "none", "");

    /** The words for apostrophes that guard against formulas: true for those that stay. */
    public static final Map<String, Boolean> GUARDS = Map.of("remove", false, "keep", true);

    private static final int LONGEST_DELIMITER = 20;

    public static final int MOST_SKIPPED = 1_000_000;

    private static final String CONSTANT = "constant";

    /** The name of the column that holds the one time of all rows. */
    private static final String CONSTANT_TIME = "time (constant)";

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
        if (fields.has("member") && fields.has("sheet")) {
            findings.problem(
                    fields.keyAt("sheet"),
                    "sheet cannot stand beside member: sheet is for workbooks, and member for zip archives");
        }
        return new SourceFiles(patterns, false, fields.at("path"), inside(fields, "member"), inside(fields, "sheet"));
    }

    /** The name of what is wanted within an archive or a workbook; empty when nothing is said. */
    private static String inside(MappingFields fields, String key) {
        Scalar name = fields.text(key);
        return name == null ? "" : name.text();
    }

    /**
     * Reads the columns and the format of a time under a key that is there. A column without a format of its own is
     * written in that of the source's {@code dates}.
     */
    TimeColumns time(MappingFields owner, String key, Dialect dialect) {
        Writing usual = new Writing(languageOf(owner), dialect.decimal());
        YamlTree tree = owner.tree(key);
        if (!(tree instanceof Mapping)) {
            Columns columns = columns(owner.texts(key), owner.at(key));
            Field first = columns.fields().get(0);
            boolean isAlone = columns.fields().size() == 1;
            return new TimeColumns(columns, isAlone ? dialect.times(first.name()) : iso());
        }
        MappingFields fields = MappingFields.of(
                tree, key, findings, List.of("column", "columns", CONSTANT, "format", "timezone", "language"));
        if (fields == null) {
            return new TimeColumns(unreadable(tree.at()), iso());
        }
        ZoneDays zone = zone(fields, findings);
        ZoneDays used = zone == null ? timezone : zone;
        Writing writing = new Writing(language(fields, usual.language()), usual.decimal());
        List<Scalar> formats = fields.texts("format");
        TimeFormat format = formats.isEmpty() ? TimeFormat.iso(used) : format(formats, "format", used, writing);
        return new TimeColumns(
                fields.has(CONSTANT) ? constant(fields, key, format) : columns(fields, key, "timestamp"), format);
    }

    /** The column that is made of one time for all rows; reports a text that is no time. */
    private Columns constant(MappingFields fields, String key, TimeFormat format) {
        Scalar text = fields.text(CONSTANT);
        if (fields.has("column") || fields.has("columns")) {
            findings.problem(fields.keyAt(CONSTANT), key + " has both constant and a column; keep one of them");
        }
        if (text != null && format.millis(text.text()) == TimeFormat.NONE) {
            findings.problem(text.at(), "constant must be a time " + format.description() + ", not " + text.found());
        }
        return Columns.of(Field.column(CONSTANT_TIME, fields.at(CONSTANT)));
    }

    /** The dialect, with the column that holds the time of all rows where the key gives one. */
    Dialect withConstantTime(MappingFields owner, String key, Dialect dialect) {
        if (!(owner.has(key) && owner.tree(key) instanceof Mapping time)) {
            return dialect;
        }
        YamlTree.Entry constant = time.entries().get(CONSTANT);
        if (constant == null || !(constant.value() instanceof Scalar text)) {
            return dialect;
        }
        Field column = Field.column(CONSTANT_TIME, text.at());
        return dialect.alsoMaking(
                List.of(new MadeColumn(column, new Origin.Constant(text.text()), null, List.of(), null)));
    }

    /**
     * The way in which a source writes what its times are made of.
     *
     * @param language of the names of months and days
     * @param decimal the decimal point
     */
    private record Writing(String language, char decimal) {
        private static final String ENGLISH = "en";
    }

    /** Reads the key {@code language}, and reports one that is not known. */
    private static String language(MappingFields fields, String usual) {
        String language = fields.has("language") ? fields.choice("language", languages()) : null;
        return language == null ? usual : language;
    }

    /** The language of a source that was reported, if it is none, when its {@code dates} were read. */
    private static String languageOf(MappingFields source) {
        Scalar language = source.has("language") && source.tree("language") instanceof Scalar scalar ? scalar : null;
        return language != null && TimeFormat.languages().contains(language.text()) ? language.text() : Writing.ENGLISH;
    }

    /** The languages of names of months and days, each by its code. */
    public static Map<String, String> languages() {
        return TimeFormat.languages().stream().collect(toMap(code -> code, code -> code));
    }

    Dialect dialect(MappingFields fields) {
        Integer skip = fields.whole("skip", 0, MOST_SKIPPED);
        YamlTree growing = fields.tree("growing");
        CellRules cells = cells(fields);
        String delimiter = delimiter(fields);
        boolean isOneSign = delimiter != null && delimiter.length() == 1 && !delimiter.equals(" ");
        Layout layout = layout(fields, isOneSign ? null : delimiter);
        refuseClashes(fields, delimiter == null ? "" : delimiter, layout);
        return new Dialect(
                encoding(fields),
                delimiter != null && isOneSign ? delimiter.charAt(0) : null,
                skip == null ? 0 : skip,
                isChosen(fields, "ragged", RAGGED),
                Layout.BACKSLASH.equals(layout.escape()),
                !isChosen(fields, "guard", GUARDS),
                growing != null && Boolean.TRUE.equals(values.truth(growing, "growing")),
                cells,
                dates(
                        fields,
                        new Writing(
                                language(fields, Writing.ENGLISH),
                                cells.otherNumbers().decimal())),
                iso(),
                List.of(),
                layout,
                null);
    }

    private Layout layout(MappingFields fields, @Nullable String delimiter) {
        String quote = sign(fields, "quote", QUOTES);
        String escape = sign(fields, "escape", ESCAPES);
        boolean isDoubled = escape == null || escape.equals(DOUBLED) || escape.equals(quote);
        Scalar section = fields.text("section");
        return new Layout(
                header(fields),
                delimiter,
                quote == null ? Layout.QUOTE : quote,
                isDoubled ? null : escape,
                section == null ? null : section.text(),
                List.of());
    }

    /** Reads the names of the columns of a file without a header; a blank one stands for a column without a name. */
    private List<String> header(MappingFields fields) {
        YamlTree tree = fields.tree("header");
        if (tree == null) {
            return List.of();
        }
        if (tree instanceof Sequence sequence && sequence.items().isEmpty()) {
            findings.problem(
                    tree.at(), "header must not be an empty list; it names the columns of a file without a header");
        }
        List<String> names = new ArrayList<>();
        for (YamlTree item : tree instanceof Sequence sequence ? sequence.items() : List.of(tree)) {
            Scalar scalar = values.anyText(item, "a name in header");
            String name = scalar == null ? "" : Text.strip(scalar.text());
            if (!name.isEmpty() && names.contains(name)) {
                findings.problem(item.at(), "header names the column '" + name + "' twice");
            }
            names.add(name);
        }
        if (!names.isEmpty() && names.stream().allMatch(String::isEmpty)) {
            findings.problem(tree.at(), "header must name columns: [id, name]");
            return List.of();
        }
        return names;
    }

    /** The sign under a key, or what a word for it stands for; null where there is none that can be used. */
    private @Nullable String sign(MappingFields fields, String key, Map<String, String> words) {
        YamlTree tree = fields.tree(key);
        Scalar scalar = tree == null ? null : values.scalar(tree, key, "one character");
        if (scalar == null) {
            return null;
        }
        String text = scalar.text();
        String word = words.get(text);
        if (word != null) {
            return word;
        }
        boolean isOne = text.codePointCount(0, text.length()) == 1;
        if (!isOne || Character.isLetterOrDigit(text.codePointAt(0)) || Text.isBlank(text)) {
            findings.problem(
                    scalar.at(),
                    key + " must be one character, or one of "
                            + String.join(", ", words.keySet().stream().sorted().toList()) + ", not " + scalar.found()
                            + Nearest.hint(text, words.keySet()));
            return null;
        }
        return text;
    }

    /** Reports signs that cannot be told from each other. */
    private void refuseClashes(MappingFields fields, String delimiter, Layout layout) {
        String quote = layout.quote();
        String escape = layout.escape();
        if (!quote.isEmpty() && delimiter.contains(quote)) {
            findings.problem(
                    fields.at("delimiter"),
                    "the delimiter must not have the quote in it; write quote: none for a table without quotes");
        }
        if (escape != null && !escape.isEmpty() && delimiter.contains(escape)) {
            findings.problem(fields.at("delimiter"), "the delimiter must not have the escape in it");
        }
        if (quote.isEmpty() && fields.has("escape") && (escape == null || escape.isEmpty())) {
            findings.problem(
                    fields.at("escape"), "escape needs a quote, or a sign such as backslash, where quote is none");
        }
    }

    /** Reads what a source says of its cells. */
    private CellRules cells(MappingFields fields) {
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

    private @Nullable String delimiter(MappingFields fields) {
        YamlTree tree = fields.tree("delimiter");
        Scalar scalar = tree == null ? null : values.scalar(tree, "delimiter", "a text such as \";\"");
        if (scalar == null) {
            return null;
        }
        String text = scalar.text();
        String word = DELIMITERS.get(text);
        if (word != null) {
            return word;
        }
        boolean isWord = text.codePoints().allMatch(Character::isLetter)
                || text.codePoints().anyMatch(Character::isDigit);
        boolean hasLineEnd = text.chars().anyMatch(c -> c == '\r' || c == '\n');
        if (text.isEmpty() || isWord || hasLineEnd || text.length() > LONGEST_DELIMITER) {
            findings.problem(
                    scalar.at(),
                    "delimiter must be a text such as \";\" or \"||\", or one of comma, semicolon, tab, pipe, blank, none,"
                            + " not " + scalar.found() + Nearest.hint(text, DELIMITERS.keySet()));
            return null;
        }
        return text;
    }

    private static boolean isChosen(MappingFields fields, String key, Map<String, Boolean> words) {
        Boolean chosen = fields.choice(key, words);
        return chosen != null && chosen;
    }

    private Map<String, TimeFormat> dates(MappingFields fields, Writing writing) {
        Map<String, TimeFormat> formats = new HashMap<>();
        YamlTree tree = fields.tree("dates");
        if (tree instanceof Mapping mapping) {
            mapping.entries().forEach((column, entry) -> {
                if (Text.isBlank(column)) {
                    findings.problem(entry.keyAt(), "dates needs the name of a column before ':'");
                }
                TimeFormat format = date(entry.value(), "the format of " + column, writing);
                if (format != null) {
                    formats.put(column, format);
                }
            });
        } else if (tree != null) {
            findings.problem(
                    tree.at(), "dates must be a mapping such as {created_at: dd/MM/yyyy}, not " + tree.found());
        }
        return formats;
    }

    /** Reads the format of one column under {@code dates}; null when there is none, which was reported. */
    private @Nullable TimeFormat date(YamlTree tree, String what, Writing usual) {
        if (!(tree instanceof Mapping)) {
            List<Scalar> formats = values.texts(tree, what);
            return formats.isEmpty() ? null : format(formats, what, timezone, usual);
        }
        MappingFields fields = MappingFields.of(tree, what, findings, List.of("format", "timezone", "language"));
        if (fields == null) {
            return null;
        }
        ZoneDays zone = zone(fields, findings);
        Writing writing = new Writing(language(fields, usual.language()), usual.decimal());
        List<Scalar> formats = fields.texts("format");
        ZoneDays used = zone == null ? timezone : zone;
        return formats.isEmpty() ? TimeFormat.iso(used) : format(formats, what, used, writing);
    }

    /** Reads a format of one form or several; each is checked alone, and against those before it. */
    private TimeFormat format(List<Scalar> formats, String what, ZoneDays zone, Writing writing) {
        Map<String, TimeFormat> sound = new LinkedHashMap<>();
        for (Scalar format : formats) {
            TimeFormat alone = form(format, what, zone, writing);
            if (alone != null) {
                sound.forEach((text, before) -> refuseDoubt(text, before, format, alone));
                sound.put(format.text(), alone);
            }
        }
        return sound.isEmpty()
                ? iso()
                : TimeFormat.of(List.copyOf(sound.keySet()), writing.language(), writing.decimal(), zone);
    }

    private @Nullable TimeFormat form(Scalar format, String what, ZoneDays zone, Writing writing) {
        try {
            return TimeFormat.of(List.of(format.text()), writing.language(), writing.decimal(), zone);
        } catch (IllegalArgumentException unusable) {
            String word = Nearest.hint(format.text(), TimeFormat.words());
            findings.problem(
                    format.at(),
                    what
                            + " must name a whole date, such as dd/MM/yyyy HH:mm (MM is the month, mm the minute; hh needs an a "
                            + "behind it), or be one of " + String.join(", ", TimeFormat.words()) + ", not "
                            + format.found() + word);
            return null;
        }
    }

    private void refuseDoubt(String text, TimeFormat before, Scalar format, TimeFormat alone) {
        String doubt = TimeFormat.doubt(before, alone);
        if (doubt != null) {
            findings.problem(
                    format.at(),
                    "the formats %s and %s read '%s' as two different times; keep the one that the column is written in"
                            .formatted(text, format.text(), doubt));
        }
    }
}
