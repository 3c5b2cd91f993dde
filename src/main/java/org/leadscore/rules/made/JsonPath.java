package org.leadscore.rules.made;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leadscore.lead.Text;

/**
 * A path into JSON: the keys of objects and the indexes of arrays, from the outermost inwards. How deep the JSON may be, and
 * how long its numbers, Jackson bounds.
 */
public final class JsonPath {

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES) // the keys of exports are any texts
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .build();

    /**
     * The texts of what stands at a path.
     *
     * @param isArray true when they are the elements of an array
     */
    record Found(List<String> values, boolean isArray) {}

    /** A key, or an index where it is not below 0. */
    private record Step(String key, int index) {}

    private final String written;
    private final List<Step> steps;

    private JsonPath(String written, List<Step> steps) {
        this.written = written;
        this.steps = steps;
    }

    /**
     * Reads a path such as {@code items[0].sku}.
     *
     * @throws IllegalArgumentException when it is none; the message says why
     */
    public static JsonPath of(String path) {
        return new JsonPath(path, new Reader(Text.strip(path)).steps());
    }

    /** Reads the text of a path. */
    private static final class Reader {

        private final String path;
        private final List<Step> steps = new ArrayList<>();
        private int at;

        Reader(String path) {
            this.path = path;
        }

        List<Step> steps() {
            if (path.startsWith("$.") || path.startsWith("$[")) {
                at = path.charAt(1) == '.' ? 2 : 1;
            }
            boolean needsKey = at == path.length() || path.charAt(at) != '[';
            while (needsKey || at < path.length()) {
                if (needsKey) {
                    key();
                } else {
                    bracket();
                }
                needsKey = at < path.length() && path.charAt(at) == '.';
                at += needsKey ? 1 : 0;
            }
            return List.copyOf(steps);
        }

        private void key() {
            if (at < path.length() && isQuote(path.charAt(at))) {
                quoted();
                if (at < path.length() && ".[".indexOf(path.charAt(at)) < 0) {
                    throw new IllegalArgumentException("a dot or a bracket is missing behind a key in quotes");
                }
                return;
            }
            int from = at;
            while (at < path.length() && ".[".indexOf(path.charAt(at)) < 0) {
                at++;
            }
            String key = Text.strip(path.substring(from, at));
            if (key.isEmpty()) {
                throw new IllegalArgumentException("a key is missing");
            }
            steps.add(new Step(key, -1));
        }

        private void bracket() {
            if (path.charAt(at) != '[') {
                throw new IllegalArgumentException("a dot is missing behind a bracket");
            }
            at++;
            if (at < path.length() && isQuote(path.charAt(at))) {
                quoted();
                if (at == path.length() || path.charAt(at) != ']') {
                    throw new IllegalArgumentException("a '[' is never closed");
                }
                at++;
                return;
            }
            int end = path.indexOf(']', at);
            String index = end < 0 ? "" : path.substring(at, end);
            if (index.isEmpty() || index.length() > 6 || !index.chars().allMatch(c -> c >= '0' && c <= '9')) {
                throw new IllegalArgumentException(
                        "brackets hold the number of an element, from 0, or a key in quotes");
            }
            steps.add(new Step("", Integer.parseInt(index)));
            at = end + 1;
        }

        private void quoted() {
            int end = path.indexOf(path.charAt(at), at + 1);
            if (end < 0) {
                throw new IllegalArgumentException("a quote is never closed");
            }
            steps.add(new Step(path.substring(at + 1, end), -1));
            at = end + 1;
        }

        private static boolean isQuote(char c) {
            return c == '"' || c == '\'';
        }
    }

    /**
     * The text of the value at the path: a text or a number as it is written, {@code true} or {@code false}, and objects
     * and arrays as JSON without blanks. No values for null, and where the path leads nowhere.
     *
     * @param several true to give the elements of an array one by one
     * @return null when the text is not JSON
     */
    @Nullable
    Found in(String text, boolean several) {
        try (JsonParser parser = FACTORY.createParser(text)) {
            if (parser.nextToken() == null) {
                return null;
            }
            Look look = new Look(parser, text, several);
            look.value(0);
            return parser.nextToken() == null ? new Found(look.found, look.isArray) : null;
        } catch (IOException broken) {
            return null;
        }
    }

    /** One reading of a text, from its first sign to its last. */
    private final class Look {

        private final JsonParser parser;
        private final String text;
        private final boolean several;
        private List<String> found = new ArrayList<>();
        private boolean isArray;

        Look(JsonParser parser, String text, boolean several) {
            this.parser = parser;
            this.text = text;
            this.several = several;
        }

        /** Reads the value that the parser stands at, so many steps down the path, to its end. */
        void value(int depth) throws IOException {
            JsonToken token = parser.currentToken();
            if (depth == steps.size()) {
                end(token);
                return;
            }
            Step step = steps.get(depth);
            if (token == JsonToken.START_OBJECT && step.index < 0) {
                while (parser.nextToken() != JsonToken.END_OBJECT) {
                    boolean isWanted = parser.currentName().equals(step.key);
                    parser.nextToken();
                    inner(isWanted, depth);
                }
            } else if (token == JsonToken.START_ARRAY && step.index >= 0) {
                for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
                    inner(i == step.index, depth);
                }
            } else {
                parser.skipChildren();
            }
        }

        private void inner(boolean isWanted, int depth) throws IOException {
            if (isWanted) {
                value(depth + 1);
            } else {
                parser.skipChildren();
            }
        }

        /** Takes the value at the end of the path; of a key that comes twice the last one counts. */
        private void end(JsonToken token) throws IOException {
            found = new ArrayList<>();
            isArray = several && token == JsonToken.START_ARRAY;
            if (!isArray) {
                add(token);
                return;
            }
            for (JsonToken next = parser.nextToken(); next != JsonToken.END_ARRAY; next = parser.nextToken()) {
                add(next);
            }
        }

        private void add(JsonToken token) throws IOException {
            if (token.isStructStart()) {
                int from = (int) parser.currentTokenLocation().getCharOffset();
                parser.skipChildren();
                found.add(
                        compact(text, from, (int) parser.currentTokenLocation().getCharOffset() + 1));
            } else if (token != JsonToken.VALUE_NULL) {
                found.add(parser.getText());
            }
        }
    }

    /** The text without the blanks between its signs. */
    private static String compact(String text, int from, int to) {
        StringBuilder compact = new StringBuilder(to - from);
        boolean isQuoted = false;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (isQuoted && c == '\\') {
                compact.append(c).append(text.charAt(++i));
                continue;
            }
            isQuoted ^= c == '"';
            if (isQuoted || c > ' ') {
                compact.append(c);
            }
        }
        return compact.toString();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof JsonPath path && written.equals(path.written);
    }

    @Override
    public int hashCode() {
        return written.hashCode();
    }

    @Override
    public String toString() {
        return written;
    }
}
