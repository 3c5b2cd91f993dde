package org.leadscore.lead;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads numbers as exports write them: with the sign before or behind, or brackets for it; with the sign or code of a currency,
 * or a percent sign, which change nothing; with an exponent; without a digit before the decimal point, or behind it. Separators
 * between thousands are read only where they are declared, as they are decimal points elsewhere.
 *
 * @param decimal the decimal point, {@code '.'} or {@code ','}
 * @param thousands the separator between thousands, {@link #NONE} where there is none; {@code ' '} stands for any blank, and
 *     {@code '\''} for any apostrophe
 */
public record NumberFormat(char decimal, char thousands) {

    /** In place of a separator: there is none. */
    public static final char NONE = 0;

    private static final int MOST_EXPONENT = 30;

    /** Numbers with a decimal point and nothing between thousands. */
    public static final NumberFormat USUAL = new NumberFormat('.', NONE);

    /** Reads the exact value of a text, or null when the text is no number; surrounding white space does not matter. */
    public @Nullable BigDecimal parse(String text) {
        BigDecimal plain = Numbers.parse(text, decimal);
        return plain == null ? new Look(text).number() : plain;
    }

    /** A text that is no plain number, looked at from both ends. */
    private final class Look {

        private final String text;
        private int from;
        private int to;
        private boolean isNegative;
        private boolean hasSign;
        private boolean hasCurrency;
        private boolean hasPercent;

        Look(String text) {
            this.text = text;
            to = text.length();
        }

        @Nullable
        BigDecimal number() {
            trim();
            if (!hasSign && to - from > 2 && text.charAt(from) == '(' && text.charAt(to - 1) == ')') {
                from++;
                to--;
                isNegative = true;
                hasSign = true;
                trim();
            }
            String digits = digits();
            if (digits == null) {
                return null;
            }
            BigDecimal number = new BigDecimal(digits);
            BigDecimal whole = number.scale() < 0 ? number.setScale(0) : number;
            return isNegative ? whole.negate() : whole;
        }

        /** Passes over blanks, and each of a sign, a currency and a percent sign once. */
        private void trim() {
            boolean goesOn = true;
            while (goesOn && from < to) {
                goesOn = passBlank() || passSign() || passPercent() || passCurrencyBefore() || passCurrencyBehind();
            }
        }

        private boolean passBlank() {
            if (Text.isSpace(text.charAt(from))) {
                from++;
                return true;
            }
            if (Text.isSpace(text.charAt(to - 1))) {
                to--;
                return true;
            }
            return false;
        }

        private boolean passSign() {
            if (hasSign) {
                return false;
            }
            if (isSign(text.charAt(from))) {
                isNegative = text.charAt(from) != '+';
                from++;
                hasSign = true;
            } else if (isSign(text.charAt(to - 1)) && isNumberBefore(to - 1)) {
                isNegative = text.charAt(to - 1) != '+';
                to--;
                hasSign = true;
            }
            return hasSign;
        }

        private static boolean isSign(char c) {
            return c == '-' || c == '+' || c == '\u2212';
        }

        /** True when a sign at that place stands behind the digits, and not in an exponent that was cut off. */
        private boolean isNumberBefore(int sign) {
            char before = sign > from ? text.charAt(sign - 1) : 'e';
            return before != 'e' && before != 'E';
        }

        private boolean passPercent() {
            if (!hasPercent && text.charAt(to - 1) == '%') {
                to--;
                hasPercent = true;
                return true;
            }
            if (!hasPercent && text.charAt(from) == '%') {
                from++;
                hasPercent = true;
                return true;
            }
            return false;
        }

        private boolean passCurrencyBefore() {
            int end = from;
            while (end < to && isOfCurrency(text.charAt(end))) {
                end++;
            }
            int dotted = end < to && text.charAt(end) == '.' ? end + 1 : end;
            int behind = isCurrency(text.substring(from, dotted)) ? dotted : end;
            if (hasCurrency || behind == from || !isCurrency(text.substring(from, behind))) {
                return false;
            }
            from = behind;
            hasCurrency = true;
            return true;
        }

        private boolean passCurrencyBehind() {
            int start = text.charAt(to - 1) == '.' ? to - 1 : to;
            while (start > from && isOfCurrency(text.charAt(start - 1))) {
                start--;
            }
            if (hasCurrency || start == to || !isCurrency(text.substring(start, to))) {
                return false;
            }
            to = start;
            hasCurrency = true;
            return true;
        }

        private static boolean isOfCurrency(char c) {
            return Character.isLetter(c) || Character.getType(c) == Character.CURRENCY_SYMBOL;
        }

        private static boolean isCurrency(String word) {
            boolean hasSymbol = word.chars().anyMatch(c -> Character.getType(c) == Character.CURRENCY_SYMBOL);
            return hasSymbol ? word.length() <= 3 : Currencies.have(word);
        }

        /** The digits with a point and an exponent as Java has them; null when something else is left. */
        private @Nullable String digits() {
            int exponent = from;
            while (exponent < to && text.charAt(exponent) != 'e' && text.charAt(exponent) != 'E') {
                exponent++;
            }
            int point = text.indexOf(decimal, from);
            int whole = point < 0 || point > exponent ? exponent : point;
            String before = withoutThousands(text.substring(from, whole));
            String behind = whole < exponent ? text.substring(whole + 1, exponent) : "";
            boolean areDigits = before != null && isDigits(before) && isDigits(behind);
            if (!areDigits || before == null || before.isEmpty() && behind.isEmpty()) {
                return null;
            }
            String all = (before.isEmpty() ? "0" : before) + (behind.isEmpty() ? "" : "." + behind);
            return exponent == to ? all : withExponent(all, text.substring(exponent + 1, to));
        }

        private static @Nullable String withExponent(String digits, String exponent) {
            boolean isSigned = exponent.startsWith("-") || exponent.startsWith("+");
            String size = isSigned ? exponent.substring(1) : exponent;
            boolean isShort = !size.isEmpty() && size.length() <= 3 && isDigits(size);
            return isShort && Integer.parseInt(size) <= MOST_EXPONENT ? digits + "E" + exponent : null;
        }

        /** Takes the separators out; null when they do not stand between thousands, or as in India. */
        private @Nullable String withoutThousands(String whole) {
            StringBuilder digits = new StringBuilder();
            int group = 0; // digits since the last separator
            int groups = 0;
            boolean hasPairs = false;
            boolean hasTriples = false;
            for (int i = 0; i < whole.length(); i++) {
                char c = whole.charAt(i);
                if (isThousands(c)) {
                    boolean fits = groups == 0 ? group >= 1 && group <= 3 : group == 2 || group == 3;
                    if (!fits) {
                        return null;
                    }
                    hasPairs |= groups > 0 && group == 2;
                    hasTriples |= group == 3;
                    groups++;
                    group = 0;
                } else {
                    digits.append(c);
                    group++;
                }
            }
            boolean isWhole = groups == 0 || group == 3 && !(hasPairs && hasTriples);
            return isWhole ? digits.toString() : null;
        }

        private boolean isThousands(char c) {
            return switch (thousands) {
                case NONE -> false;
                case ' ' -> Text.isSpace(c);
                case '\'' -> c == '\'' || c == '\u2019';
                default -> c == thousands;
            };
        }

        private static boolean isDigits(String text) {
            return text.chars().allMatch(c -> c >= '0' && c <= '9');
        }
    }

    /** The names of currencies; loaded when a number is met that has one. */
    private static final class Currencies {

        /** The codes of ISO 4217, by which exports name currencies. */
        private static final Set<String> CODES =
                Set.of(("AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND"
                                + " BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR"
                                + " FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HRK HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES"
                                + " KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK"
                                + " MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR"
                                + " SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU"
                                + " UZS VES VND VUV WST XAF XCD XOF XPF YER ZAR ZMW ZWL")
                        .split(" ", -1));

        /** The words and abbreviations for currencies that have no sign, in small letters. */
        private static final Set<String> WORDS = Set.of(
                "kr", "kr.", "zł", "kč", "ft", "lei", "leu", "лв", "лв.", "руб", "руб.", "грн", "грн.", "din", "din.",
                "rs", "rs.", "fr", "fr.", "sfr", "sfr.", "tl", "euro", "euros");

        private Currencies() {}

        static boolean have(String word) {
            return CODES.contains(word.toUpperCase(Locale.ROOT)) || WORDS.contains(word.toLowerCase(Locale.ROOT));
        }
    }
}
