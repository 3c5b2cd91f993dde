package org.leadscore.rules.made;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.leadscore.lead.Text;

/** Finds mail addresses among names, comments and schemes, as fields of mails and links have them (RFC 5322, RFC 6068). */
final class MailAddress {

    private static final String SCHEME = "mailto:";

    private MailAddress() {}

    /** The first address, as it is written; empty where there is none. */
    static String first(String text) {
        for (String piece : pieces(text)) {
            String address = address(piece);
            if (!address.isEmpty()) {
                return address;
            }
        }
        return "";
    }

    private static String address(String piece) {
        int open = piece.indexOf('<');
        int close = piece.indexOf('>', open + 1);
        String inner = open < 0 || close < 0 ? piece : piece.substring(open + 1, close);
        for (String word : inner.split("[ \\t\\r\\n\\u00A0]+", -1)) {
            String address = bare(word);
            int at = address.lastIndexOf('@');
            if (at > 0 && at < address.length() - 1) {
                return address;
            }
        }
        return "";
    }

    /** Takes off the scheme, with what it allows, and quotes around the address. */
    private static String bare(String word) {
        String address = unquoted(Text.strip(word));
        if (address.toLowerCase(Locale.ROOT).startsWith(SCHEME)) {
            int mark = address.indexOf('?');
            address = address.substring(SCHEME.length(), mark < 0 ? address.length() : mark);
            address = Url.decoded(address.replace("+", "%2B"));
        }
        return unquoted(address);
    }

    private static String unquoted(String text) {
        int last = text.length() - 1;
        boolean isQuoted =
                last > 0 && text.charAt(0) == text.charAt(last) && (text.charAt(0) == '\'' || text.charAt(0) == '"');
        return isQuoted ? text.substring(1, last) : text;
    }

    /** The text between commas and semicolons that stand neither in quotes nor in brackets; comments are left out. */
    private static List<String> pieces(String text) {
        List<String> pieces = new ArrayList<>();
        StringBuilder piece = new StringBuilder();
        boolean isQuoted = false;
        int depth = 0; // of comments
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' && depth == 0) {
                isQuoted = !isQuoted;
            }
            if (!isQuoted && c == '(' && text.indexOf(')', i) > 0) {
                depth++;
            } else if (!isQuoted && c == ')' && depth > 0) {
                depth--;
            } else if (!isQuoted && depth == 0 && (c == ',' || c == ';')) {
                pieces.add(piece.toString());
                piece.setLength(0);
            } else if (depth == 0) {
                piece.append(c);
            }
        }
        pieces.add(piece.toString());
        return pieces;
    }
}
