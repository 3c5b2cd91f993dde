package org.leadscore.rules.made;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import org.leadscore.lead.Text;

/**
 * Takes URLs apart, by the signs that RFC 3986 has between their parts. Nothing is refused: exports have URLs without a
 * scheme, paths alone, and queries alone.
 */
public final class Url {

    /** The parts that a column can be made of. */
    public enum Part {
        HOST,
        PATH,
        FRAGMENT
    }

    private static final String AFTER_SCHEME = "://";
    private static final int HEX = 16;

    private Url() {}

    /** A part of a URL as it is written; empty where it has none. */
    static String part(String url, Part part) {
        String text = Text.strip(url);
        int hash = text.indexOf('#');
        if (part == Part.FRAGMENT) {
            return hash < 0 ? "" : text.substring(hash + 1);
        }
        String before = hash < 0 ? text : text.substring(0, hash);
        int mark = before.indexOf('?');
        String place = mark < 0 ? before : before.substring(0, mark);
        int authority = authority(place);
        int slash = place.indexOf('/', authority);
        int end = slash < 0 ? place.length() : slash;
        return part == Part.PATH ? place.substring(end) : host(place.substring(authority, end));
    }

    /** The place behind the scheme; a text without one begins with its host, or with the slash of its path. */
    private static int authority(String place) {
        int scheme = place.indexOf(AFTER_SCHEME);
        boolean isScheme = scheme > 0 && place.indexOf('/') > scheme;
        return isScheme ? scheme + AFTER_SCHEME.length() : place.startsWith("//") ? 2 : 0;
    }

    private static String host(String authority) {
        String host = authority.substring(authority.lastIndexOf('@') + 1);
        int bracket = host.startsWith("[") ? host.indexOf(']') : -1;
        int colon = host.indexOf(':', Math.max(0, bracket));
        return colon < 0 ? host : host.substring(0, colon);
    }

    /** The first value of a parameter, decoded; empty where there is none. */
    static String query(String url, String parameter) {
        String text = Text.strip(url);
        int hash = text.indexOf('#');
        String before = hash < 0 ? text : text.substring(0, hash);
        int from = queryStart(before);
        while (from >= 0 && from < before.length()) {
            int and = before.indexOf('&', from);
            int end = and < 0 ? before.length() : and;
            int name = before.startsWith("amp;", from) ? from + "amp;".length() : from;
            int equals = before.indexOf('=', name);
            int behindName = equals < 0 || equals > end ? end : equals;
            if (decoded(before.substring(name, behindName)).equals(parameter)) {
                return behindName == end ? "" : decoded(before.substring(behindName + 1, end));
            }
            from = end + 1;
        }
        return "";
    }

    /** The start of the query; a text without a question mark is one when an equals sign stands before any slash. */
    private static int queryStart(String text) {
        int mark = text.indexOf('?');
        if (mark >= 0) {
            return mark + 1;
        }
        int equals = text.indexOf('=');
        int slash = text.indexOf('/');
        return equals > 0 && (slash < 0 || equals < slash) ? 0 : -1;
    }

    /** Makes blanks of plus signs, and characters of UTF-8 of percent signs with two digits; others stay. */
    static String decoded(String text) {
        if (text.indexOf('%') < 0) {
            return text.replace('+', ' ');
        }
        byte[] bytes = text.replace('+', ' ').getBytes(UTF_8);
        ByteArrayOutputStream decoded = new ByteArrayOutputStream(bytes.length);
        for (int at = 0; at < bytes.length; at++) {
            int high = bytes[at] == '%' && at + 2 < bytes.length ? Character.digit(bytes[at + 1], HEX) : -1;
            int low = high < 0 ? -1 : Character.digit(bytes[at + 2], HEX);
            decoded.write(low < 0 ? bytes[at] : high * HEX + low);
            at += low < 0 ? 0 : 2;
        }
        return decoded.toString(UTF_8);
    }
}
