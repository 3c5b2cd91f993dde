package org.leadscore.rules.rewrite;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.leadscore.lead.Text;
import org.leadscore.rules.read.ConditionWord;
import org.leadscore.rules.read.ExplicitRulesReader;
import org.leadscore.rules.yaml.YamlTree;
import org.leadscore.rules.yaml.YamlTree.Entry;
import org.leadscore.rules.yaml.YamlTree.Mapping;
import org.leadscore.rules.yaml.YamlTree.Sequence;
import org.leadscore.rules.yaml.YamlTree.Span;

/** Puts a rule for each column into the place of {@code learn: all}, and leaves every other character where it is. */
public final class Spreading {

    /** The old text, without a byte order mark. */
    private final String plain;
    /** The code points of the old text, which offsets count. */
    private final int[] codePoints;

    private Spreading(String plain) {
        this.plain = plain;
        this.codePoints = plain.codePoints().toArray();
    }

    /**
     * Writes the new text. A comment within the entry moves above it.
     *
     * @param plain the old text, without a byte order mark
     * @param root of a file that was read without problems
     * @param rules at least one
     * @throws IllegalArgumentException when the file has no {@code learn: all}
     */
    public static String of(String plain, Mapping root, List<ColumnRule> rules) {
        Entry explicit = root.entries().get("explicit");
        Sequence list = explicit != null && explicit.value() instanceof Sequence found ? found : null;
        Optional<Mapping> entry = list == null
                ? Optional.empty()
                : list.items().stream()
                        .filter(ExplicitRulesReader::isLearnAll)
                        .map(Mapping.class::cast)
                        .findFirst();
        if (list == null || entry.isEmpty() || rules.isEmpty()) {
            throw new IllegalArgumentException("the file has no learn: all, or there is no rule to put into its place");
        }
        return new Spreading(plain).spread(list, entry.get(), rules);
    }

    private String spread(Sequence list, Mapping entry, List<ColumnRule> rules) {
        boolean inBrackets = codePoints[list.span().from()] == '[';
        String between = inBrackets ? ", " : lineEnd() + " ".repeat(list.at().column() - 1) + "- ";
        String all = rules.stream().map(Spreading::rule).collect(Collectors.joining(between));
        int line = entry.span().from();
        while (line > 0 && !isLineEnd(codePoints[line - 1])) {
            line--;
        }
        StringBuilder above = new StringBuilder();
        for (String comment : comments(entry)) {
            above.append(" ".repeat(list.at().column() - 1)).append(comment).append(lineEnd());
        }
        return slice(0, line)
                + above
                + slice(line, entry.span().from())
                + all
                + slice(entry.span().to(), codePoints.length);
    }

    private static String rule(ColumnRule rule) {
        String form = ExplicitRulesReader.LEARNED.entrySet().stream()
                .filter(word -> word.getValue() == rule.form())
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
        return "{name: " + TableText.scalar(rule.name()) + ", field: "
                + TableText.scalar(ConditionWord.keyOf(rule.column())) + ", learn: " + form + "}";
    }

    /** The comments between the first and the last character of the entry, each from its sign to the end of its line. */
    private List<String> comments(Mapping entry) {
        List<Span> texts = new ArrayList<>();
        addTexts(entry, texts);
        List<String> comments = new ArrayList<>();
        int at = entry.span().from();
        while (at < entry.span().to()) {
            Span text = textAt(texts, at);
            if (text != null) {
                at = text.to();
            } else if (codePoints[at] == '#' && Text.isSpace((char) codePoints[at - 1])) {
                int end = at;
                while (end < codePoints.length && !isLineEnd(codePoints[end])) {
                    end++;
                }
                comments.add(Text.strip(slice(at, end)));
                at = end;
            } else {
                at++;
            }
        }
        return comments;
    }

    private static @Nullable Span textAt(List<Span> texts, int at) {
        return texts.stream()
                .filter(span -> span.from() <= at && at < span.to())
                .findFirst()
                .orElse(null);
    }

    private static void addTexts(YamlTree tree, List<Span> texts) {
        List<YamlTree> parts = tree.choose(
                scalar -> {
                    texts.add(scalar.span());
                    return List.of();
                },
                Sequence::items,
                mapping -> mapping.entries().values().stream().map(Entry::value).toList(),
                gap -> List.of());
        parts.forEach(part -> addTexts(part, texts));
    }

    private String lineEnd() {
        return plain.contains("\r\n") ? "\r\n" : plain.contains("\r") && !plain.contains("\n") ? "\r" : "\n";
    }

    private static boolean isLineEnd(int codePoint) {
        return codePoint == '\n' || codePoint == '\r';
    }

    private String slice(int from, int to) {
        return new String(codePoints, from, to - from);
    }
}
