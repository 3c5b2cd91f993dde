package org.leadscore.rules.grammar;

import com.google.re2j.PatternSyntaxException;
import java.util.Locale;

/** Explains mistakes in regular expressions in plain words. */
public final class PatternMistake {

    private static final int MOST_BRACKETS = 200;
    private static final int LONGEST = 10_000;

    private PatternMistake() {}

    /**
     * The message about a pattern that is too large to be compiled; empty when it is not.
     *
     * @param key that the pattern stands under
     */
    public static String tooMuch(String key, String pattern) {
        if (pattern.length() > LONGEST) {
            return key + " is longer than " + LONGEST + " characters, which no rule needs";
        }
        if (pattern.chars().filter(c -> c == '(').count() > MOST_BRACKETS) {
            return key + " has more than " + MOST_BRACKETS + " brackets, which no rule needs";
        }
        long size = PatternSize.of(pattern);
        return size > LONGEST
                ? String.format(
                        Locale.ROOT,
                        "%s with its repetitions written out has %,d characters, and %,d are the most; repeat less"
                                + " within what is repeated, or write + or * for any number",
                        key,
                        size,
                        LONGEST)
                : "";
    }

    /**
     * The message about a pattern that RE2 refuses.
     *
     * @param key that the pattern stands under
     */
    public static String explain(String key, PatternSyntaxException wrong) {
        String words = wrong.getDescription();
        return key + " is not a regular expression that RE2 knows: " + reason(words, wrong.getPattern());
    }

    private static String reason(String words, String part) {
        if (words.contains("trailing backslash")) {
            return "it ends with a single backslash; one that belongs to the text is written \\\\";
        }
        if (part.startsWith("(?<=") || part.startsWith("(?<!")) {
            return "it has no '" + part.substring(0, 4) + "' (neither look-ahead nor look-behind)";
        }
        if (part.startsWith("\\p") || part.startsWith("\\P") || part.startsWith("[:")) {
            return "the class '" + part + "' is unknown";
        }
        if (words.contains("missing closing )") || words.contains("missing parenthesis")) {
            return "a '(' is never closed; a bracket that belongs to the text is written \\(";
        }
        if (words.contains("unexpected )")
                || words.contains("regexp/syntax: internal error")
                || words.contains("unmatched")) {
            return "a ')' closes nothing; a bracket that belongs to the text is written \\)";
        }
        if (words.contains("missing closing ]")) {
            return "a '[' is never closed; a bracket that belongs to the text is written \\[";
        }
        if (words.contains("missing argument to repetition")) {
            return "'" + part + "' has nothing before it to repeat; any text is written .*";
        }
        if (words.contains("invalid nested repetition")) {
            return "'" + part + "' repeats a repetition";
        }
        if (words.contains("invalid repeat count") || words.contains("bad repetition")) {
            return "the repetition '" + part + "' is too large";
        }
        if (words.contains("Perl syntax") || words.contains("(?")) {
            return "it has no '" + part + "' (neither look-ahead nor look-behind)";
        }
        if (words.contains("escape")) {
            return "the escape '" + part + "' is unknown; a backslash that belongs to the text is written \\\\";
        }
        if (words.contains("character class range")) {
            return "the range '" + part + "' runs backwards";
        }
        return words + " in '" + part + "'";
    }
}
