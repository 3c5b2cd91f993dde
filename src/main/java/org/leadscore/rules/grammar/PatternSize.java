package org.leadscore.rules.grammar;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Measures a regular expression with its repetitions written out, as RE2 writes them out before it looks for anything: ten
 * characters can stand for a thousand million. What is no expression is measured, too; RE2 refuses it later.
 */
final class PatternSize {

    /** The size from which on it is not computed any more. */
    private static final long HUGE = 1L << 40;

    /** The most digits of a count; RE2 refuses counts of more than 1,000. */
    private static final int DIGITS = 4;

    private final String pattern;
    private final Deque<Long> outer = new ArrayDeque<>();

    /** The next character to be read. */
    private int at;
    /** The size of the group at hand so far. */
    private long size;
    /** The size of what a repetition would repeat. */
    private long last;

    private PatternSize(String pattern) {
        this.pattern = pattern;
    }

    /** The number of characters, classes and groups, each as often as it is repeated; about 10^12 for all larger ones. */
    static long of(String pattern) {
        return new PatternSize(pattern).measured();
    }

    private long measured() {
        while (at < pattern.length()) {
            char c = pattern.charAt(at++);
            switch (c) {
                case '\\' -> escape();
                case '[' -> characters();
                case '(' -> open();
                case ')' -> close();
                case '{' -> repeat();
                default -> add(1);
            }
        }
        while (!outer.isEmpty()) {
            close();
        }
        return size;
    }

    private void add(long part) {
        last = Math.min(HUGE, part);
        size = Math.min(HUGE, size + last);
    }

    private void open() {
        if (pattern.startsWith("?", at)) {
            while (at < pattern.length() && ":>)".indexOf(pattern.charAt(at)) < 0) {
                at++;
            }
            if (pattern.startsWith(")", at)) {
                at++;
                return; // flags such as (?i)
            }
            at++;
        }
        outer.push(size);
        size = 0;
    }

    private void close() {
        if (!outer.isEmpty()) {
            long group = size + 1;
            size = outer.pop();
            add(group);
        }
    }

    private void escape() {
        if (pattern.startsWith("Q", at)) {
            int end = pattern.indexOf("\\E", at);
            int length = (end < 0 ? pattern.length() : end) - at - 1;
            size = Math.min(HUGE, size + length);
            last = 1;
            at = end < 0 ? pattern.length() : end + 2;
            return;
        }
        boolean hasBraces = at + 1 < pattern.length() && "pPx".indexOf(pattern.charAt(at)) >= 0;
        at++;
        if (hasBraces && pattern.charAt(at) == '{') {
            skipTo('}');
        }
        add(1);
    }

    /** Skips a class of characters in brackets, in which a bracket that closes may stand first. */
    private void characters() {
        at += pattern.startsWith("^", at) ? 1 : 0;
        at += pattern.startsWith("]", at) ? 1 : 0;
        while (at < pattern.length() && pattern.charAt(at) != ']') {
            if (pattern.startsWith("[:", at) && pattern.indexOf(":]", at) > 0) {
                at = pattern.indexOf(":]", at) + 2;
            } else {
                at += pattern.charAt(at) == '\\' ? 2 : 1;
            }
        }
        at++;
        add(1);
    }

    /** Reads {@code n}, {@code n,} or {@code n,m} and a brace that closes; else the brace that opened is a character. */
    private void repeat() {
        int begin = at;
        int least = number();
        int most = least;
        if (least >= 0 && pattern.startsWith(",", at)) {
            at++;
            most = pattern.startsWith("}", at) ? least + 1 : number();
        }
        if (most < 0 || !pattern.startsWith("}", at)) {
            at = begin;
            add(1);
            return;
        }
        at++;
        long times = Math.max(1, Math.max(least, most));
        size = Math.min(HUGE, size + last * (times - 1));
        last = Math.min(HUGE, last * times);
    }

    /** The number that stands next; −1 where there is none, or one that RE2 refuses. */
    private int number() {
        int begin = at;
        while (at < pattern.length() && pattern.charAt(at) >= '0' && pattern.charAt(at) <= '9') {
            at++;
        }
        return at == begin || at - begin > DIGITS ? -1 : Integer.parseInt(pattern, begin, at, 10);
    }

    private void skipTo(char end) {
        int found = pattern.indexOf(end, at);
        at = found < 0 ? pattern.length() : found + 1;
    }
}
