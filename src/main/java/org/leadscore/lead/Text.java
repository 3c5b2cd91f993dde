package org.leadscore.lead;

/**
 * Compares text the same way everywhere: without regard to surrounding white space and to case. The measures are
 * {@link String#strip} (no-break spaces are stripped too) and {@link String#equalsIgnoreCase}.
 */
public final class Text {

    private Text() {}

    /** Strips white space and no-break spaces from either end. */
    public static String strip(String text) {
        int end = text.length();
        int start = 0;
        while (start < end && isSpace(text.charAt(start))) {
            start++;
        }
        while (end > start && isSpace(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    /** True for a character that {@link #strip} takes away. */
    public static boolean isSpace(char c) {
        return c <= ' ' ? Character.isWhitespace(c) : c > '~' && (Character.isWhitespace(c) || isNoBreakSpace(c));
    }

    /** The index behind the ASCII white space that a slice of UTF-8 begins with. */
    public static int start(byte[] utf8, int from, int to) {
        int start = from;
        while (start < to && isAsciiSpace(utf8[start])) {
            start++;
        }
        return start;
    }

    /** The index of the ASCII white space that a slice of UTF-8 ends with, or {@code to} when there is none. */
    public static int end(byte[] utf8, int from, int to) {
        int end = to;
        while (end > from && isAsciiSpace(utf8[end - 1])) {
            end--;
        }
        return end;
    }

    private static boolean isAsciiSpace(byte b) {
        return b <= ' ' && b >= 0 && Character.isWhitespace(b);
    }

    /** True when a text is empty or all its characters are {@linkplain #isSpace space}. */
    public static boolean isBlank(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isSpace(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /**
     * Strips a text and lowers each character after raising it: two texts fold to the same one exactly when
     * {@link String#equalsIgnoreCase} holds for them stripped.
     */
    public static String fold(String text) {
        String stripped = strip(text);
        for (int i = 0; i < stripped.length(); i++) {
            char c = stripped.charAt(i);
            if (c > '~' || c >= 'A' && c <= 'Z') {
                return folded(stripped);
            }
        }
        return stripped;
    }

    private static String folded(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c <= '~') {
                folded.append(c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c);
            } else {
                int codePoint = text.codePointAt(i);
                folded.appendCodePoint(foldCodePoint(codePoint));
                i += Character.charCount(codePoint) - 1;
            }
        }
        return folded.toString();
    }

    private static int foldCodePoint(int codePoint) {
        return Character.toLowerCase(Character.toUpperCase(codePoint));
    }

    /** Orders text by code point, as UTF-8 bytes do and {@link String#compareTo} does not beyond the BMP. */
    public static int compareByCodePoint(String a, String b) {
        int shared = Math.min(a.length(), b.length());
        for (int i = 0; i < shared; i++) {
            char left = a.charAt(i);
            char right = b.charAt(i);
            if (left != right) {
                boolean bothSurrogates = Character.isSurrogate(left) == Character.isSurrogate(right);
                return bothSurrogates ? Character.compare(left, right) : Character.isSurrogate(left) ? 1 : -1;
            }
        }
        return Integer.compare(a.length(), b.length());
    }

    /** Puts one blank in the place of each run of {@linkplain #isSpace space}. */
    static String withSingleBlanks(String text) {
        StringBuilder single = new StringBuilder(text.length());
        boolean wasSpace = false;
        for (int i = 0; i < text.length(); i++) {
            boolean isSpace = Text.isSpace(text.charAt(i));
            if (!isSpace) {
                single.append(text.charAt(i));
            } else if (!wasSpace) {
                single.append(' ');
            }
            wasSpace = isSpace;
        }
        return single.toString();
    }

    private static boolean isNoBreakSpace(char c) {
        return c == '\u00A0' || c == '\u2007' || c == '\u202F';
    }
}
