package org.leadscore.rules.yaml;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import org.leadscore.problem.Location;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/** Explains mistakes in the YAML itself by their causes, in place of the parser's own words. */
final class YamlMistake {

    private static final String IN_GENERAL =
            "this cannot be read as YAML; check brackets and indentation, and put text that has any of # , : { } [ ] @ % * & ! | > ` in it in quotes";

    private YamlMistake() {}

    static void explain(JsonProcessingException malformed, SourceText source, Findings findings) {
        JsonLocation location = malformed.getLocation();
        Location at = location == null
                ? source.at(1, 1)
                : held(source, Math.max(1, location.getLineNr()), Math.max(1, location.getColumnNr()));
        Location opened = at;
        String words = malformed.getOriginalMessage();
        if (malformed.getCause() instanceof MarkedYAMLException cause) {
            Mark problem = cause.getProblemMark();
            at = problem == null ? at : held(source, problem.getLine() + 1, problem.getColumn() + 1);
            Mark context = cause.getContextMark();
            opened = context == null ? at : held(source, context.getLine() + 1, context.getColumn() + 1);
            words = cause.getContext() + ": " + cause.getProblem();
        }
        if (!findings.hasProblemIn(at.line())) {
            explain(words, at, opened, source, findings);
        }
    }

    /** The message about a key without a value, with its likely cause. */
    static String noValue(String key, Location keyAt, SourceText source) {
        String rest = source.from(keyAt);
        String written = rest.startsWith(key) ? rest.substring(key.length()).strip() : "";
        if (written.startsWith(",") || written.startsWith("}")) {
            return "'%s' stands here as a key without a value; where ',' or '{' belongs to a text, put the text in quotes"
                    .formatted(key);
        }
        if (written.startsWith(":") && written.substring(1).strip().startsWith("#")) {
            return "%s has no value, as '#' begins a comment; where it belongs to the text, put the text in quotes"
                    .formatted(key);
        }
        return key.isEmpty()
                ? "a key without a name; where ':' belongs to a text, put the text in quotes"
                : key + " has no value; give it one, or delete the line";
    }

    /** The message about an item without a value, with its likely cause. */
    static String noItem(Location at, SourceText source) {
        return source.from(at).strip().startsWith("#") || source.line(at.line()).contains("- #")
                ? "the item is empty, as '#' begins a comment; where it belongs to the text, put the text in quotes"
                : "the list has an item without a value; give it one, or delete it";
    }

    private static void explain(String words, Location at, Location opened, SourceText source, Findings findings) {
        String here = source.from(at);
        String character = here.isEmpty() ? "" : here.substring(0, 1);
        if (words.contains("cannot start any token")) {
            findings.problem(at, character.equals("\t") ? tab(at, source) : unquoted(character));
        } else if (words.contains("mapping values are not allowed")) {
            colon(at, source, findings);
        } else if (words.contains("scanning an alias") || words.contains("scanning an anchor")) {
            findings.problem(opened, unquoted(source.from(opened).startsWith("&") ? "&" : "*"));
        } else if (words.contains("scanning a tag") || words.contains("tag handle")) {
            findings.problem(opened, unquoted("!"));
        } else if (words.contains("block scalar")) {
            findings.problem(opened, unquoted(source.from(opened).startsWith(">") ? ">" : "|"));
        } else if (words.contains("scanning a directive") || words.contains("<document start>")) {
            document(at, source, findings);
        } else if (words.contains("quoted scalar")) {
            quote(words, at, opened, findings);
        } else if (words.contains("sequence entries are not allowed")) {
            findings.problem(
                    at,
                    "a list cannot begin here; begin it on a line of its own, or put text that begins with '- ' in quotes");
        } else if (words.contains("expected the node content")) {
            missing(at, character, source, findings);
        } else if (words.contains("flow ")) {
            brackets(at, opened, source, findings);
        } else if (words.contains("Expected a field name")) {
            severalKeys(at, source, findings);
        } else if (words.contains("expected ':'")) {
            simpleKey(opened, source, findings);
        } else if (words.contains("<block end>") || words.contains("block mapping")) {
            behind(at, source, findings);
        } else {
            findings.problem(at, IN_GENERAL);
        }
    }

    private static String tab(Location at, SourceText source) {
        String line = source.line(at.line());
        String before = line.substring(0, line.length() - source.from(at).length());
        return before.isBlank()
                ? "a tab cannot indent a line in YAML; use blanks"
                : "a tab cannot stand here in YAML; use a blank, or none";
    }

    private static String unquoted(String character) {
        return "unquoted text cannot begin with '%s'; put it in quotes".formatted(character);
    }

    private static void colon(Location at, SourceText source, Findings findings) {
        String line = source.line(at.line());
        String before = line.substring(0, line.length() - source.from(at).length());
        findings.problem(
                at,
                before.contains(": ")
                        ? "unquoted text cannot have ': ' in it; put it in quotes"
                        : "a key cannot stand here; check the indentation, or put text that has ':' in it in quotes");
    }

    private static void document(Location at, SourceText source, Findings findings) {
        int line = at.line();
        while (line > 1 && !source.line(line).startsWith("%") && isPassedOver(source.line(line - 1))) {
            line--;
        }
        if (source.line(line).startsWith("%")) {
            findings.problem(source.at(line, 1), unquoted("%"));
        } else {
            findings.problem(at, "the file ends above this line; check brackets, quotes and indentation");
        }
    }

    /** Reports lines behind the last value that YAML takes for directives of a document that never comes. */
    static void refuseStray(int lastLine, SourceText source, Findings findings) {
        for (int line = source.lines().size(); line > lastLine && isPassedOver(source.line(line)); line--) {
            if (source.line(line).startsWith("%")) {
                findings.problem(source.at(line, 1), unquoted("%"));
            }
        }
    }

    /** True when YAML sees no value in the line. */
    private static boolean isPassedOver(String line) {
        return line.isBlank() || line.startsWith("%") || line.stripLeading().startsWith("#");
    }

    private static void quote(String words, Location at, Location opened, Findings findings) {
        if (words.contains("escape")) {
            findings.problem(
                    at,
                    "in double quotes '\\' begins an escape, and this is none; use single quotes, in which '\\' is itself");
        } else {
            findings.problem(
                    opened, "the quote that opens here is never closed; a ' within single quotes is written ''");
        }
    }

    private static void brackets(Location at, Location opened, SourceText source, Findings findings) {
        String rest = source.from(opened);
        if (source.from(at).startsWith("?")) {
            findings.problem(at, "unquoted text within { } or [ ] cannot have '?' in it; put it in quotes");
            return;
        }
        char open = rest.isEmpty() ? '{' : rest.charAt(0);
        String close = open == '[' ? "]" : "}";
        if (source.line(opened.line()).contains(" #")) {
            findings.problem(
                    opened,
                    "the '%s' that opens here is never closed, as ' #' begins a comment; where '#' belongs to a text, put the text in quotes"
                            .formatted(open));
        } else if (at.line() > opened.line() || source.from(at).isBlank()) {
            findings.problem(opened, "the '%s' that opens here is never closed with '%s'".formatted(open, close));
        } else {
            findings.problem(
                    at,
                    "expected ',' or '%s' here; put text that has any of , : ? { } [ ] in it in quotes"
                            .formatted(close));
        }
    }

    private static void missing(Location at, String character, SourceText source, Findings findings) {
        String above = source.line(at.line() - 1);
        int comment = above.lastIndexOf(" #");
        if (comment >= 0 && source.line(at.line()).stripLeading().equals(source.from(at))) {
            findings.problem(
                    source.at(at.line() - 1, above.codePointCount(0, comment) + 2),
                    "'#' begins a comment, so that the rest of this line is lost; where it belongs to a text, put the text in quotes");
        } else {
            findings.problem(
                    at, "a value is missing here; text that begins with '%s' must be in quotes".formatted(character));
        }
    }

    /** Reports a list or a mapping in place of a key, behind whose first character the parser points. */
    private static void severalKeys(Location at, SourceText source, Findings findings) {
        Location opening = source.at(at.line(), Math.max(1, at.column() - 1));
        findings.problem(
                opening,
                source.from(opening).startsWith("{")
                        ? "a key is a text, not a mapping; text that begins with '{' must be in quotes"
                        : "a key is a text, not a list; write an entry for each, such as {a: 5, b: 5}");
    }

    private static void simpleKey(Location opened, SourceText source, Findings findings) {
        findings.problem(
                opened,
                "'%s' stands where a key with ':' and a value is expected; check the indentation, or put the text in quotes"
                        .formatted(source.from(opened).strip()));
    }

    private static void behind(Location at, SourceText source, Findings findings) {
        String line = source.line(at.line());
        String before =
                line.substring(0, line.length() - source.from(at).length()).stripTrailing();
        String last = before.isEmpty() ? "" : before.substring(before.length() - 1);
        if (source.from(at).startsWith("]") || source.from(at).startsWith("}")) {
            findings.problem(
                    at,
                    "this '%s' closes nothing; where it belongs to a text, put the text in quotes"
                            .formatted(source.from(at).substring(0, 1)));
        } else if (last.equals("'")) {
            findings.problem(at, "nothing can stand behind the closing '; a ' within single quotes is written ''");
        } else if (last.equals("\"")) {
            findings.problem(at, "nothing can stand behind the closing \"; put the whole text in single quotes");
        } else if (last.equals("]") || last.equals("}")) {
            findings.problem(
                    at, "nothing can stand behind the closing %s; put the whole text in quotes".formatted(last));
        } else if (last.equals(":") || last.equals("-")) {
            findings.problem(at, unquoted(source.from(at).substring(0, 1)));
        } else {
            findings.problem(at, "this does not belong to what stands above it; check the indentation");
        }
    }

    /** The place, moved back into the text if the parser points behind its end. */
    private static Location held(SourceText source, int line, int column) {
        int last = source.lines().size();
        if (line < last || line == last && !source.line(last).isEmpty()) {
            return source.at(line, column);
        }
        int end = last;
        while (end > 1 && source.line(end).isBlank()) {
            end--;
        }
        String text = source.line(end);
        return source.at(end, text.codePointCount(0, text.length()) + 1);
    }
}
