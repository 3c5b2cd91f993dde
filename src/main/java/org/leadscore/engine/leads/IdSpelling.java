package org.leadscore.engine.leads;

import java.io.ByteArrayOutputStream;
import java.net.IDN;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.leadscore.lead.Text;

/**
 * Brings an id to the form in which it is compared with those of people who objected, so that the ways in which programs and
 * people write one mail address or id become one: {@code mailto:Bo%40x.org?subject=stop}, {@code "Bo" <bo@x.org>} and
 * {@code bo@x.org}. Two ids that differ may become one; then a lead too many is left out, and never one too few. Taken by
 * {@link Objections} alone: leads are compared with each other by {@link LeadName}.
 */
final class IdSpelling {

    /** A scheme before a mail address or a telephone number; what follows a question mark is no part of the address. */
    private static final Pattern SCHEME =
            Pattern.compile("(?i)(?:(?:mailto|smtp|sip|e-?mail|mail):|tel:(?=[+0-9])) ?/*([^?]*).*");

    /** A character as HTML writes it, by name or by number. */
    private static final Pattern REFERENCE =
            Pattern.compile("(?i)&(?:#(?:x([0-9a-f]{1,6})|([0-9]{1,7}))|(lt|gt|amp|quot|apos|nbsp|commat));?");

    private static final Map<String, String> NAMED =
            Map.of("lt", "<", "gt", ">", "amp", "&", "quot", "\"", "apos", "'", "nbsp", " ", "commat", "@");

    /** Separators of the addresses of a list. */
    private static final Pattern BETWEEN = Pattern.compile("[\\s,;|<>()\\[\\]\"/]+");

    /** Signs of ASCII that the plain spelling of an id and of a mail address does not have. */
    private static final String ODD_SIGNS = "<>\"'%:;,()[]\\&";

    /** Signs of ASCII that the plain spelling does not have at its ends. */
    private static final String ODD_ENDS = ".*`{}|=!";

    /** Signs around an address that are no part of it; the last are those of print. */
    private static final String AROUND =
            "\"'<>()[];,\\" + ODD_ENDS + "\u201C\u201D\u201E\u201F\u2018\u2019\u201A\u201B\u00AB\u00BB\u2039\u203A";

    private static final int MOST_STEPS = 8;

    private IdSpelling() {}

    /**
     * Tells whether {@link #plain} may change an id that is folded already: it has a character beyond ASCII, white space, or a
     * sign that plain spellings do not have. Most ids are not odd.
     */
    static boolean isOdd(byte[] utf8, int from, int length) {
        for (int i = from; i < from + length; i++) {
            byte b = utf8[i];
            if (b <= ' ' || b == 0x7F || ODD_SIGNS.indexOf(b) >= 0) {
                return true; // bytes beyond ASCII are below zero
            }
        }
        return length > 0 && (ODD_ENDS.indexOf(utf8[from]) >= 0 || ODD_ENDS.indexOf(utf8[from + length - 1]) >= 0);
    }

    /** True for an id of which nothing can be seen. */
    static boolean isBlank(String id) {
        return Text.isBlank(visible(id));
    }

    /**
     * The id in its plain spelling.
     *
     * @param exact whether case counts
     */
    static String plain(String id, boolean exact) {
        String plain = id;
        for (int step = 0; step < MOST_STEPS; step++) {
            String next = address(withoutScheme(close(spaced(visible(decoded(referred(plain)))))));
            if (next.equals(plain)) {
                break;
            }
            plain = next;
        }
        return asciiDomain(exact ? Text.strip(plain) : oneCase(Text.fold(plain)));
    }

    /** A folded text in which letters that are several ones in upper case, or have a form for the end of a word, are these. */
    private static String oneCase(String folded) {
        return folded.indexOf('\u00DF') < 0 && folded.indexOf('\u03C2') < 0
                ? folded
                : folded.replace("\u00DF", "ss").replace('\u03C2', '\u03C3');
    }

    /**
     * The mail addresses in a text that has several, such as {@code bo@x.org; Ann <ann@x.org>}; otherwise none. Whoever put them
     * into one cell meant all of them.
     */
    static List<String> addresses(String text) {
        if (text.indexOf('@') < 0 && text.indexOf('%') < 0 && text.indexOf('&') < 0) {
            return List.of();
        }
        String seen = close(spaced(visible(decoded(referred(text)))));
        List<String> addresses = BETWEEN.splitAsStream(seen)
                .filter(word -> word.indexOf('@') > 0 && word.indexOf('@') < word.length() - 1)
                .toList();
        return addresses.size() > 1 ? addresses : List.of();
    }

    /** A text with all characters in the form of NFKC and without those that cannot be seen; it stays as long as it is. */
    static String visible(String text) {
        String usual = Normalizer.normalize(text, Normalizer.Form.NFKC);
        StringBuilder visible = new StringBuilder(usual.length());
        usual.codePoints().filter(c -> !isUnseen(c)).forEach(visible::appendCodePoint);
        return visible.length() == usual.length()
                ? usual
                : Normalizer.normalize(visible, Normalizer.Form.NFKC); // what stood apart may combine now
    }

    private static boolean isUnseen(int c) {
        return switch (Character.getType(c)) {
            case Character.FORMAT -> true;
            case Character.CONTROL -> !Character.isWhitespace(c);
            default ->
                c >= 0xFE00 && c <= 0xFE0F
                        || c >= 0xE0100 && c <= 0xE01EF
                        || c == 0x034F
                        || c == 0x115F
                        || c == 0x1160
                        || c == 0x3164
                        || c == 0x17B4
                        || c == 0x17B5
                        || c == 0x180B
                        || c == 0x180C
                        || c == 0x180D;
        };
    }

    /** A text whose percent-encoded bytes are decoded, where they are UTF-8; as it is otherwise. */
    static String decoded(String text) {
        if (text.indexOf('%') < 0) {
            return text;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream decoded = new ByteArrayOutputStream(bytes.length);
        for (int i = 0; i < bytes.length; i++) {
            int high = i + 2 < bytes.length && bytes[i] == '%' ? Character.digit(bytes[i + 1], 16) : -1;
            int low = high < 0 ? -1 : Character.digit(bytes[i + 2], 16);
            if (low < 0) {
                decoded.write(bytes[i]);
            } else {
                decoded.write(high << 4 | low);
                i += 2;
            }
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(decoded.toByteArray()))
                    .toString();
        } catch (CharacterCodingException otherBytes) {
            return text;
        }
    }

    /** A text with one blank for white space within, and none around. */
    private static String spaced(String text) {
        StringBuilder spaced = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            if (!Text.isSpace(text.charAt(i))) {
                spaced.append(text.charAt(i));
            } else if (!spaced.isEmpty() && spaced.charAt(spaced.length() - 1) != ' ') {
                spaced.append(' ');
            }
        }
        return Text.strip(spaced.toString());
    }

    /** A text whose characters that HTML writes in another way are these characters. */
    private static String referred(String text) {
        return text.indexOf('&') < 0
                ? text
                : REFERENCE.matcher(text).replaceAll(found -> Matcher.quoteReplacement(character(found)));
    }

    private static String character(MatchResult reference) {
        if (reference.group(3) != null) {
            return NAMED.getOrDefault(reference.group(3).toLowerCase(Locale.ROOT), reference.group());
        }
        int number = reference.group(1) != null
                ? Integer.parseInt(reference.group(1), 16)
                : Integer.parseInt(reference.group(2));
        boolean isCharacter = Character.isValidCodePoint(number) && Character.getType(number) != Character.SURROGATE;
        return isCharacter ? Character.toString(number) : reference.group();
    }

    /** A text without blanks beside the sign of a mail address. */
    private static String close(String text) {
        return text.replace(" @", "@").replace("@ ", "@");
    }

    /** The text behind {@code mailto:} or the like, up to a question mark. */
    private static String withoutScheme(String text) {
        if (text.indexOf(':') < 0) {
            return text;
        }
        Matcher scheme = SCHEME.matcher(text);
        return scheme.matches() ? scheme.group(1) : text;
    }

    /** The mail address within angle brackets, or before a remark in brackets; without quotes, brackets and stops around. */
    private static String address(String text) {
        int open = text.lastIndexOf('<');
        int close = text.indexOf('>', open + 1);
        if (open >= 0 && close > open + 1 && text.indexOf('@', open) > 0) {
            return text.substring(open + 1, close);
        }
        int remark = text.indexOf('(');
        String shorter = remark > 0 && text.endsWith(")") && text.indexOf('@') >= 0 && text.indexOf('@') < remark
                ? text.substring(0, remark)
                : text;
        shorter = shorter.indexOf('@') < 0 ? shorter : shorter.replace("\"", "");
        int start = 0;
        int end = shorter.length();
        while (start < end && isAround(shorter.charAt(start))) {
            start++;
        }
        while (end > start && isAround(shorter.charAt(end - 1))) {
            end--;
        }
        return end == start ? text : shorter.substring(start, end);
    }

    private static boolean isAround(char c) {
        return c == ' ' || AROUND.indexOf(c) >= 0;
    }

    /** A mail address whose domain is written in ASCII, as the name service has it. */
    private static String asciiDomain(String text) {
        int at = text.lastIndexOf('@');
        if (at < 0 || text.chars().allMatch(c -> c < 0x80)) {
            return text;
        }
        try {
            return text.substring(0, at + 1) + IDN.toASCII(text.substring(at + 1), IDN.ALLOW_UNASSIGNED);
        } catch (IllegalArgumentException noDomain) {
            return text;
        }
    }
}
