package org.leadscore.kind;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Judges telephone numbers as people write them: 7 to 15 digits (ITU-T E.164) after an optional {@code +} or
 * {@code 00}, with blanks, dots, slashes, hyphens and brackets among them, and an optional extension behind. One digit
 * repeated and digits in plain order (1234567, 9876543) are not valid. Nothing is looked up, so a valid number need not
 * be in use.
 */
final class ValidPhone {

    private static final Pattern WRITTEN = Pattern.compile(
            "(?<plus>\\+?)(?<number>[\\d\\s\\h./()\\[\\]\\-\\x{2010}-\\x{2015}]+?)"
                    + "(?:[\\s\\h,;]*(?:ext\\.?|extension|extn\\.?|x|#|int\\.?|poste|durchwahl|dw\\.?)[\\s\\h.:]*\\d{1,7})?",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern NO_DIGIT = Pattern.compile("\\D+");
    private static final int FEWEST_DIGITS = 7;
    private static final int MOST_DIGITS = 15;

    private ValidPhone() {}

    /** True when the text, without white space around it, is such a number. */
    static boolean holds(String text) {
        Matcher matcher = WRITTEN.matcher(text);
        if (!matcher.matches()) {
            return false;
        }
        boolean international = !matcher.group("plus").isEmpty();
        String digits = NO_DIGIT.matcher(matcher.group("number")).replaceAll("");
        if (international && digits.startsWith("0")) {
            return false; // no country code begins with 0
        }
        if (!international && digits.startsWith("00")) {
            digits = digits.substring(2);
        }
        return digits.length() >= FEWEST_DIGITS
                && digits.length() <= MOST_DIGITS
                && !isRun(digits, 0)
                && !isRun(digits, 1)
                && !isRun(digits, 9);
    }

    /** True when each digit is the one before it plus the step, 0 following 9. */
    private static boolean isRun(String digits, int step) {
        for (int i = 1; i < digits.length(); i++) {
            if (Math.floorMod(digits.charAt(i) - digits.charAt(i - 1), 10) != step) {
                return false;
            }
        }
        return true;
    }
}
