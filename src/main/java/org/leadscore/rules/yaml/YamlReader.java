package org.leadscore.rules.yaml;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.leadscore.problem.Location;
import org.leadscore.rules.yaml.YamlTree.Entry;
import org.leadscore.rules.yaml.YamlTree.Gap;
import org.leadscore.rules.yaml.YamlTree.Mapping;
import org.leadscore.rules.yaml.YamlTree.Scalar;
import org.leadscore.rules.yaml.YamlTree.Sequence;
import org.leadscore.rules.yaml.YamlTree.Span;
import org.yaml.snakeyaml.LoaderOptions;

/** Reads YAML without its surprises: no types guessed, no anchors, aliases, tags, or second document. */
public final class YamlReader {

    public static final String TOO_LARGE = "the file is too large for a rule file, which has at most 4 MB";

    private static final int MAX_DEPTH = 64;
    private static final int MAX_LENGTH = 4_000_000;
    private static final int MAX_LINE = 100_000;
    private static final int LINE_SEPARATOR = 0x2028;
    private static final int PARAGRAPH_SEPARATOR = 0x2029;

    private final SourceText source;
    private final Findings findings;
    private final JsonParser parser;
    /** Number of values that are open around the current token. */
    private int depth;
    /** The last line of the last scalar, from 1. */
    private int lastLine;

    private YamlReader(SourceText source, Findings findings, JsonParser parser) {
        this.source = source;
        this.findings = findings;
        this.parser = parser;
    }

    /** Reads the mapping that the file is; null when it is none, which has been reported with the reason. */
    public static @Nullable Mapping read(SourceText source, Findings findings) {
        if (source.text().length() > MAX_LENGTH) {
            findings.problem(source.at(1, 1), TOO_LARGE);
            return null;
        }
        if (isUnfit(source, findings)) {
            return null;
        }
        LoaderOptions limits = new LoaderOptions();
        limits.setCodePointLimit(MAX_LENGTH);
        YAMLFactory factory = YAMLFactory.builder().loaderOptions(limits).build();
        try (JsonParser parser = factory.createParser(source.text())) {
            return new YamlReader(source, findings, parser).root();
        } catch (JsonProcessingException malformed) {
            YamlMistake.explain(malformed, source, findings);
            return null;
        } catch (TooDeep tooDeep) {
            return null;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static boolean isUnfit(SourceText source, Findings findings) {
        for (int line = 1; line <= source.lines().size(); line++) {
            int[] characters = source.line(line).codePoints().toArray();
            if (characters.length > MAX_LINE) {
                findings.problem(source.at(line, 1), "the line is longer than 100000 characters; break it up");
                return true;
            }
            for (int column = 1; column <= characters.length; column++) {
                int c = characters[column - 1];
                boolean surrogate = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
                if (c == LINE_SEPARATOR || c == PARAGRAPH_SEPARATOR) {
                    findings.problem(
                            source.at(line, column),
                            "the separator U+%04X ends a line in YAML and in hardly any editor; delete it"
                                    .formatted(c));
                    return true;
                }
                if (c < ' ' && c != '\t' || c >= 0x7F && c <= 0x9F || surrogate || (c & 0xFFFE) == 0xFFFE) {
                    findings.problem(
                            source.at(line, column),
                            "the control character U+%04X cannot stand in a rule file; delete it".formatted(c));
                    return true;
                }
            }
        }
        return false;
    }

    private @Nullable Mapping root() throws IOException {
        if (parser.nextToken() == null) {
            findings.problem(source.at(1, 1), "the file is empty; a rule file begins with version: 1");
            return null;
        }
        YamlTree root = value();
        if (parser.nextToken() != null) {
            findings.problem(
                    secondDocument(here()), "a second document begins here; a rule file is one document, without ---");
        } else {
            YamlMistake.refuseStray(lastLine, source, findings);
        }
        if (root instanceof Mapping mapping) {
            return mapping;
        }
        if (!(root instanceof Gap)) {
            findings.problem(
                    root.at(), "a rule file is a mapping that begins with version: 1, but this is " + root.found());
        } else if (findings.problems().isEmpty()) {
            findings.problem(source.at(1, 1), "the file is empty; a rule file begins with version: 1");
        }
        return null;
    }

    private Location secondDocument(Location content) {
        for (int line = Math.min(content.line(), source.lines().size()); line > 1; line--) {
            if (source.line(line).startsWith("---")) {
                return source.at(line, 1);
            }
        }
        return content;
    }

    private YamlTree value() throws IOException {
        Location at = here();
        if (++depth > MAX_DEPTH) {
            findings.problem(at, "the values are nested more than " + MAX_DEPTH + " deep, which no rule needs");
            throw new TooDeep();
        }
        YamlTree value = switch (parser.currentToken()) {
            case START_OBJECT -> mapping(at);
            case START_ARRAY -> sequence(at);
            default -> scalar(at);
        };
        depth--;
        return value;
    }

    private YamlTree mapping(Location at) throws IOException {
        refuseMarks(at);
        int from = offset(parser.currentTokenLocation());
        boolean inBraces = source.from(at).startsWith("{");
        int end = from;
        Map<String, Entry> entries = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            Location keyAt = here();
            int keyFrom = offset(parser.currentTokenLocation());
            refuseMarks(keyAt);
            String key = parser.currentName();
            parser.nextToken();
            YamlTree value = value();
            end = Math.max(end, end(value));
            if (value instanceof Gap && isEmptyHere(value)) {
                findings.problem(keyAt, YamlMistake.noValue(key, keyAt, source));
            }
            Entry first = entries.putIfAbsent(key, new Entry(keyAt, keyFrom, value));
            if (first != null) {
                findings.problem(
                        keyAt,
                        "the key '%s' stands twice in one mapping, first in line %d, column %d"
                                .formatted(
                                        key, first.keyAt().line(), first.keyAt().column()));
            }
        }
        return new Mapping(at, inBraces, entries, new Span(from, inBraces ? offset(parser.currentLocation()) : end));
    }

    private YamlTree sequence(Location at) throws IOException {
        refuseMarks(at);
        int from = offset(parser.currentTokenLocation());
        int end = from;
        List<YamlTree> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            YamlTree item = value();
            end = Math.max(end, end(item));
            if (item instanceof Gap && isEmptyHere(item)) {
                findings.problem(item.at(), YamlMistake.noItem(item.at(), source));
            }
            items.add(item);
        }
        boolean inBrackets = source.from(at).startsWith("[");
        return new Sequence(at, items, new Span(from, inBrackets ? offset(parser.currentLocation()) : end));
    }

    /** The offset behind the value; 0 for a gap. */
    private static int end(YamlTree value) {
        return value.choose(
                scalar -> scalar.span().to(),
                sequence -> sequence.span().to(),
                mapping -> mapping.span().to(),
                gap -> 0);
    }

    private YamlTree scalar(Location at) throws IOException {
        if (refuseMarks(at)) {
            return new Gap(at);
        }
        String text = parser.getText();
        Span span = new Span(offset(parser.currentTokenLocation()), offset(parser.currentLocation()));
        JsonLocation end = parser.currentLocation();
        lastLine = end.getColumnNr() > 1 ? end.getLineNr() : end.getLineNr() - 1;
        String written = source.from(at);
        boolean quoted = !written.isEmpty() && "'\"|>".indexOf(written.charAt(0)) >= 0;
        return text.isEmpty() && !quoted ? new Gap(at) : new Scalar(at, text, span);
    }

    private boolean isEmptyHere(YamlTree gap) {
        String written = source.from(gap.at());
        return written.isEmpty() || "&*!".indexOf(written.charAt(0)) < 0;
    }

    /** Reports a value that begins with a mark of YAML, which it does not take for text; true when there is one. */
    private boolean refuseMarks(Location at) {
        String written = source.from(at);
        String mark = written.isEmpty() ? "" : written.substring(0, 1);
        String meaning = switch (mark) {
            case "&" -> "an anchor";
            case "*" -> "an alias";
            case "!" -> "a tag";
            default -> null;
        };
        if (meaning == null) {
            return false;
        }
        findings.problem(
                at,
                "unquoted text cannot begin with '%s', which is %s in YAML and not used in rule files; put the text in quotes"
                        .formatted(mark, meaning));
        return true;
    }

    private static int offset(JsonLocation at) {
        return Math.toIntExact(at.getCharOffset());
    }

    private Location here() {
        JsonLocation at = parser.currentTokenLocation();
        return source.at(at.getLineNr(), at.getColumnNr());
    }

    /** Ends the reading of a file that is nested too deep; the problem has been reported. */
    private static final class TooDeep extends RuntimeException {
        TooDeep() {
            super(null, null, false, false);
        }
    }
}
