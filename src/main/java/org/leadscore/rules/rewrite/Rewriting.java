package org.leadscore.rules.rewrite;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.leadscore.lead.Numbers;
import org.leadscore.lead.Points;
import org.leadscore.lead.Text;
import org.leadscore.rules.read.RuleSetReader;
import org.leadscore.rules.yaml.Findings;
import org.leadscore.rules.yaml.SourceText;
import org.leadscore.rules.yaml.YamlReader;
import org.leadscore.rules.yaml.YamlTree;
import org.leadscore.rules.yaml.YamlTree.Entry;
import org.leadscore.rules.yaml.YamlTree.Mapping;
import org.leadscore.rules.yaml.YamlTree.Scalar;

/** Puts new numbers into the text of a rule file and leaves every other character where it is. */
public final class Rewriting {

    /** Replaces the text between two offsets; inserts where both are the same. Offsets are code points. */
    private record Edit(int from, int to, String text) {}

    /** Matches the line that ends a YAML document, which nothing may follow. */
    private static final Pattern END_OF_DOCUMENT = Pattern.compile("(?m)^\\.\\.\\.(?=\\s|\\z)");

    /** The old text, without a byte order mark. */
    private final String plain;
    /** The code points of the old text, which offsets count. */
    private final int[] codePoints;
    /** The changes so far, in no order; none overlap. */
    private final List<Edit> edits = new ArrayList<>();
    /** The new text of each scalar that changes. */
    private final IdentityHashMap<YamlTree, String> newTexts = new IdentityHashMap<>();
    /** The table of each rule that gets one. */
    private final IdentityHashMap<Mapping, LearnedTable> newTables = new IdentityHashMap<>();

    private Rewriting(String plain) {
        this.plain = plain;
        this.codePoints = plain.codePoints().toArray();
    }

    /**
     * Writes the new text, and reads it again as a proof.
     *
     * @param plain the old one, without a byte order mark
     * @throws IllegalArgumentException for a place or a rule that the file does not have
     * @throws IllegalStateException when the new text does not say what it is meant to: a defect
     */
    public static String of(String plain, Mapping root, Revision revision) {
        Rewriting rewriting = new Rewriting(plain);
        NumberPlaces places = NumberPlaces.of(root);
        revision.numbers()
                .forEach((place, points) ->
                        rewriting.number(place, places.numbers().get(place), points));
        revision.tables()
                .forEach((rule, table) ->
                        rewriting.table(rule, places.unlearned().get(rule), table));
        rewriting.keys(root, revision.keys());
        String text = rewriting.edited();
        rewriting.readBack(root, text, revision.keys());
        return text;
    }

    private void number(NumberPlace place, @Nullable Scalar scalar, long points) {
        if (scalar == null) {
            throw new IllegalArgumentException("the file has no " + place);
        }
        BigDecimal old = Numbers.parse(scalar.text(), '.');
        if (old != null && Points.of(old) == points) {
            return;
        }
        String sign = Text.strip(scalar.text()).startsWith("+") && points > 0 ? "+" : "";
        String number = sign + Points.format(points, 3);
        newTexts.put(scalar, number);
        edits.add(new Edit(scalar.span().from(), scalar.span().to(), rewritten(scalar, number)));
    }

    /** The scalar as it is written, with its quotes or whatever stands around it, but with another number. */
    private String rewritten(Scalar scalar, String number) {
        String written = slice(scalar.span().from(), scalar.span().to());
        String old = Text.strip(scalar.text());
        int at = written.indexOf(old);
        return at < 0 || written.contains("\\")
                ? quoted(number)
                : written.substring(0, at) + number + written.substring(at + old.length());
    }

    private void table(String rule, @Nullable Mapping mapping, LearnedTable table) {
        Entry learn = mapping == null ? null : mapping.entries().get("learn");
        if (mapping == null || learn == null || !(learn.value() instanceof Scalar form)) {
            throw new IllegalArgumentException("the rule '" + rule + "' has nothing to learn");
        }
        newTables.put(mapping, table);
        int key = codePoints[learn.keyFrom()] == '"' || codePoints[learn.keyFrom()] == '\''
                ? learn.keyFrom() + 1
                : learn.keyFrom();
        edits.add(new Edit(key, key + "learn".length(), table.key()));
        int from = form.span().from();
        int to = form.span().to();
        if (mapping.inBraces() || slice(key, from).chars().anyMatch(c -> c == '\n' || c == '\r')) {
            String otherwise = otherwise(table);
            boolean apart = !mapping.inBraces() && !otherwise.isEmpty();
            edits.add(new Edit(from, to, TableText.inline(table) + (apart ? "" : separated(otherwise))));
            if (apart) {
                insertLines(to, List.of(indent(learn) + otherwise));
            }
            return;
        }
        int blank = from;
        while (codePoints[blank - 1] == ' ' || codePoints[blank - 1] == '\t') {
            blank--;
        }
        edits.add(new Edit(blank, to, ""));
        List<String> lines = new ArrayList<>();
        TableText.lines(table).forEach(line -> lines.add(indent(learn) + "  " + line));
        if (table.otherwise() != null) {
            lines.add(indent(learn) + otherwise(table));
        }
        insertLines(to, lines);
    }

    /**
     * Adds keys: behind all others; or before the last, where the file is in braces, or ends without a line end, as that could
     * be in a text of several lines.
     */
    private void keys(Mapping root, Map<String, String> keys) {
        if (keys.isEmpty()) {
            return;
        }
        List<Entry> known = List.copyOf(root.entries().values());
        Matcher end = END_OF_DOCUMENT.matcher(plain);
        int behind = end.find() ? plain.codePointCount(0, end.start()) : codePoints.length;
        boolean isLineEnded = codePoints[behind - 1] == '\n' || codePoints[behind - 1] == '\r';
        boolean isLast = !root.inBraces() && isLineEnded;
        int place = isLast ? behind : known.get(known.size() - 1).keyFrom();
        String before = isLast ? indent(known.get(0)) : "";
        String after = isLast ? lineEnd() : root.inBraces() ? ", " : lineEnd() + indent(known.get(0));
        StringBuilder text = new StringBuilder();
        keys.forEach((key, value) ->
                text.append(before).append(key).append(": ").append(value).append(after));
        edits.add(new Edit(place, place, text.toString()));
    }

    private static String separated(String entry) {
        return entry.isEmpty() ? "" : ", " + entry;
    }

    private static String otherwise(LearnedTable table) {
        Long points = table.otherwise();
        return points == null ? "" : "otherwise: " + Points.format(points, 3);
    }

    private static String indent(Entry entry) {
        return " ".repeat(entry.keyAt().column() - 1);
    }

    /** Inserts lines behind the line of that offset. */
    private void insertLines(int place, List<String> lines) {
        int end = place;
        while (end < codePoints.length && codePoints[end] != '\n' && codePoints[end] != '\r') {
            end++;
        }
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> text.append(lineEnd()).append(line));
        edits.add(new Edit(end, end, text.toString()));
    }

    private String lineEnd() {
        return plain.contains("\r\n") ? "\r\n" : plain.contains("\r") && !plain.contains("\n") ? "\r" : "\n";
    }

    private String edited() {
        edits.sort(Comparator.comparingInt(Edit::from).thenComparingInt(Edit::to));
        StringBuilder text = new StringBuilder();
        int at = 0;
        for (Edit edit : edits) {
            text.append(slice(at, edit.from())).append(edit.text());
            at = edit.to();
        }
        return text.append(slice(at, codePoints.length)).toString();
    }

    private String slice(int from, int to) {
        return new String(codePoints, from, to - from);
    }

    /** Reads the new text and compares it with what it is meant to say. */
    private void readBack(Mapping root, String text, Map<String, String> keys) {
        SourceText source = SourceText.of("the rewritten file", text);
        Findings findings = new Findings(source);
        Mapping read = YamlReader.read(source, findings);
        boolean isMeant = read != null
                && findings.problems().isEmpty()
                && read.entries().keySet().containsAll(keys.keySet())
                && outline(without(read, keys.keySet())).equals(outline(root));
        if (isMeant && read != null) {
            RuleSetReader.read(read, findings);
        }
        if (!isMeant || !findings.problems().isEmpty()) {
            throw new IllegalStateException("the rewritten rule file does not say what it is meant to: "
                    + findings.problems().stream()
                            .map(problem -> problem.render())
                            .toList());
        }
    }

    private static Mapping without(Mapping read, Set<String> keys) {
        Map<String, Entry> entries = new LinkedHashMap<>(read.entries());
        entries.keySet().removeAll(keys);
        return new Mapping(read.at(), read.inBraces(), entries, read.span());
    }

    /**
     * The contents of the tree with the new numbers and tables, without places and style; equal for texts that mean the
     * same.
     */
    private String outline(YamlTree tree) {
        return tree.choose(
                scalar -> quoted(newTexts.getOrDefault(scalar, scalar.text())),
                sequence -> sequence.items().stream()
                        .map(item -> outline(item) + ",")
                        .collect(Collectors.joining("", "[", "]")),
                mapping -> mapping.entries().entrySet().stream()
                        .map(entry -> outline(
                                        mapping,
                                        entry.getKey(),
                                        entry.getValue().value()) + ",")
                        .collect(Collectors.joining("", "{", "}")),
                gap -> "");
    }

    private String outline(Mapping mapping, String key, YamlTree value) {
        LearnedTable table = key.equals("learn") ? newTables.get(mapping) : null;
        return table == null ? quoted(key) + ":" + outline(value) : outline(table);
    }

    private static String outline(LearnedTable table) {
        String text = table.choose(values -> outline(values), tiers -> outline(tiers));
        Long otherwise = table.otherwise();
        return quoted(table.key()) + ":" + text
                + (otherwise == null ? "" : "," + quoted("otherwise") + ":" + quoted(Points.format(otherwise, 3)));
    }

    private static String outline(LearnedTable.Values values) {
        StringBuilder text = new StringBuilder("{");
        values.points().forEach((value, points) -> text.append(entry(value, points)));
        return text.append('}').toString();
    }

    private static String outline(LearnedTable.Tiers tiers) {
        StringBuilder text = new StringBuilder("[");
        for (LearnedTable.Tier tier : tiers.tiers()) {
            text.append('{');
            tier.tests()
                    .forEach((operator, operand) -> text.append(quoted(operator))
                            .append(':')
                            .append(quoted(operand))
                            .append(','));
            text.append(entry("points", tier.points())).append("},");
        }
        return text.append(']').toString();
    }

    private static String entry(String key, long points) {
        return quoted(key) + ":" + quoted(Points.format(points, 3)) + ",";
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
