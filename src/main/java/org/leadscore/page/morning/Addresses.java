package org.leadscore.page.morning;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Addresses that a page may lead to: those that call a telephone and those that write a mail. */
final class Addresses {

    private static final int FEWEST_DIGITS = 5;
    private static final int MOST_DIGITS = 15;
    private static final String OF_TELEPHONES = " +-./()\u00a0\u202f";
    private static final String UNRESERVED = "-._~@+!$'*";

    private Addresses() {}

    /** The address that calls a number: its digits, with a plus if it begins with one; empty when it is no number. */
    static String call(String phone) {
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < phone.length(); i++) {
            char c = phone.charAt(i);
            if (c >= '0' && c <= '9') {
                digits.append(c);
            } else if (OF_TELEPHONES.indexOf(c) < 0) {
                return "";
            }
        }
        boolean fits = digits.length() >= FEWEST_DIGITS && digits.length() <= MOST_DIGITS;
        return fits ? "tel:" + (phone.strip().startsWith("+") ? "+" : "") + digits : "";
    }

    /** The address that writes a mail, percent-encoded by RFC 6068; empty when it is no mail address. */
    static String write(String mail) {
        if (!isMail(mail)) {
            return "";
        }
        StringBuilder address = new StringBuilder("mailto:");
        for (byte b : mail.getBytes(UTF_8)) {
            char c = (char) (b & 0xff);
            boolean isPlain =
                    c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || UNRESERVED.indexOf(c) >= 0;
            if (isPlain) {
                address.append(c);
            } else {
                address.append('%').append(Character.forDigit(c >> 4, 16)).append(Character.forDigit(c & 15, 16));
            }
        }
        return address.toString();
    }

    /** True for one @ with something on both sides, a dot behind it, and no blank. */
    static boolean isMail(String text) {
        int at = text.indexOf('@');
        return at > 0
                && at == text.lastIndexOf('@')
                && text.indexOf('.', at) > at + 1
                && !text.endsWith(".")
                && text.codePoints().noneMatch(c -> Character.isWhitespace(c) || c == '<' || c == '>' || c == '"');
    }
}
