package org.leadscore.kind;

import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Judges whether a mail server would take an address: {@code dot-atom@domain} of RFC 5322 within the lengths of RFC
 * 5321 (64 octets before the sign, 254 in all), letters of any script allowed on both sides (RFC 6531). The domain has
 * two labels or more, and its last is letters or {@code xn--}. Quoted local parts, comments and address literals are
 * not valid here, since nobody who means it types one into a form. Nothing is looked up.
 */
final class ValidMail {

    private static final int LONGEST_LOCAL_PART = 64;
    private static final int LONGEST_ADDRESS = 254;
    private static final String ATOM_SIGNS = "!#$%&'*+-/=?^_`{|}~";

    private ValidMail() {}

    /** True when the address, without white space around it, is valid. */
    static boolean holds(String address) {
        int at = address.lastIndexOf('@');
        return at > 0
                && octets(address) <= LONGEST_ADDRESS
                && isLocalPart(address.substring(0, at))
                && isDomain(address.substring(at + 1));
    }

    private static boolean isLocalPart(String text) {
        return octets(text) <= LONGEST_LOCAL_PART
                && labels(text).stream()
                        .allMatch(atom -> !atom.isEmpty() && atom.codePoints().allMatch(ValidMail::mayStandInAtom));
    }

    private static boolean mayStandInAtom(int c) {
        if (c < 0x80) {
            return isAsciiLetter(c) || c >= '0' && c <= '9' || ATOM_SIGNS.indexOf(c) >= 0;
        }
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }

    /** True for a domain of two labels or more, in ASCII or in letters of any script, without a final dot. */
    static boolean isDomain(String text) {
        String ascii;
        try {
            ascii = IDN.toASCII(text, IDN.ALLOW_UNASSIGNED | IDN.USE_STD3_ASCII_RULES);
        } catch (IllegalArgumentException notADomain) {
            return false;
        }
        List<String> labels = labels(ascii);
        return labels.size() > 1
                && labels.stream().allMatch(label -> !label.isEmpty() && label.length() <= 63)
                && isTopLevel(labels.get(labels.size() - 1));
    }

    private static boolean isTopLevel(String label) {
        return label.length() > 1
                && (label.regionMatches(true, 0, "xn--", 0, 4) && label.length() > 4
                        || label.chars().allMatch(ValidMail::isAsciiLetter));
    }

    private static boolean isAsciiLetter(int c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    private static List<String> labels(String text) {
        return List.of(text.split("\\.", -1));
    }

    private static int octets(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
