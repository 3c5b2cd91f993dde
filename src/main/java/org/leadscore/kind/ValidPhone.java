package org.leadscore.kind;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Judges telephone numbers as people write them: 7 to 15 digits (ITU-T E.164) after an optional {@code +} or {@code 00}, with
 * blanks, dots, slashes, hyphens and brackets among them, and an optional extension behind. Digits of any script, signs of full
 * width and marks that cannot be seen are taken as libphonenumber takes them. Behind {@code +} stands a country code that is given
 * out. One digit repeated and digits in plain order (1234567, 9876543) are not valid. Nothing is looked up, so a valid number need
 * not be in use.
 */
final class ValidPhone {

    private static final Pattern WRITTEN = Pattern.compile(
            "(?:tel:)?(?<plus>\\+?)(?<number>[\\d\\s\\h./()\\[\\]\\-\\x{2010}-\\x{2015}\\x{2212}\\x{30FC}]+?)"
                    + "(?:[\\s\\h,;]*(?:ext\\.?|extensi[oó]n|extn\\.?|x|#|int\\.?|anexo|доб\\.?|poste|durchwahl|dw\\.?)"
                    + "[\\s\\h.:=]*\\d{1,7})?",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern NO_DIGIT = Pattern.compile("\\D+");
    private static final int FEWEST_DIGITS = 7;
    private static final int MOST_DIGITS = 15;
    private static final int FULL_WIDTH = '！' - '!';

    /** Country codes of ITU-T E.164, as libphonenumber 9.0.43 knows them; none begins with another. */
    private static final Set<String> COUNTRY_CODES = Set.of(("1 7 20 27 30 31 32 33 34 36 39 40 41 43 44 45 46 47 48 49"
                    + " 51 52 53 54 55 56 57 58 60 61 62 63 64 65 66 81 82 84 86 90 91 92 93 94 95 98"
                    + " 211 212 213 216 218 220 221 222 223 224 225 226 227 228 229 230 231 232 233 234 235 236 237 238 239"
                    + " 240 241 242 243 244 245 246 247 248 249 250 251 252 253 254 255 256 257 258 260 261 262 263 264 265"
                    + " 266 267 268 269 290 291 297 298 299 350 351 352 353 354 355 356 357 358 359 370 371 372 373 374 375"
                    + " 376 377 378 380 381 382 383 385 386 387 389 420 421 423 500 501 502 503 504 505 506 507 508 509 590"
                    + " 591 592 593 594 595 596 597 598 599 670 672 673 674 675 676 677 678 679 680 681 682 683 685 686 687"
                    + " 688 689 690 691 692 800 808 850 852 853 855 856 870 878 880 881 882 883 886 888 960 961 962 963 964"
                    + " 965 966 967 968 970 971 972 973 974 975 976 977 979 992 993 994 995 996 998")
            .split(" ", -1));

    private static final int LONGEST_CODE = 3;

    private ValidPhone() {}

    /** True when the text, without white space around it, is such a number. */
    static boolean holds(String text) {
        Matcher matcher = WRITTEN.matcher(isAscii(text) ? text : plain(text));
        if (!matcher.matches()) {
            return false;
        }
        boolean international = !matcher.group("plus").isEmpty();
        String digits = NO_DIGIT.matcher(matcher.group("number")).replaceAll("");
        if (international && !hasCountryCode(digits)) {
            return false;
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

    private static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c < 0x80);
    }

    /** The same in digits of ASCII, without full width and marks that cannot be seen. */
    private static String plain(String text) {
        StringBuilder plain = new StringBuilder();
        text.codePoints()
                .filter(c -> Character.getType(c) != Character.FORMAT)
                .map(c -> c >= '！' && c <= '～' ? c - FULL_WIDTH : c)
                .map(c -> Character.isDigit(c) ? '0' + Character.digit(c, 10) : c)
                .forEach(plain::appendCodePoint);
        return plain.toString();
    }

    private static boolean hasCountryCode(String digits) {
        for (int length = 1; length <= Math.min(LONGEST_CODE, digits.length()); length++) {
            if (COUNTRY_CODES.contains(digits.substring(0, length))) {
                return true;
            }
        }
        return false;
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
