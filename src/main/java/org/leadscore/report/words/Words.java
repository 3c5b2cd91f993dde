package org.leadscore.report.words;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * All words of the pages and of the files that people read, in one language. Numbers and dates are written as a person of
 * that language writes them, from the same file and not from the JDK, so that the bytes repeat on each JDK. Made for a run by the
 * language of its rule file.
 */
public final class Words {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Properties texts;

    private Words(Properties texts) {
        this.texts = texts;
    }

    /**
     * Reads the words of a language.
     *
     * @param language its code of ISO 639, of two letters
     * @throws IllegalArgumentException when there are no words in it
     */
    public static Words of(String language) {
        try (InputStream file = Words.class.getResourceAsStream(language + ".properties")) {
            if (file == null) {
                throw new IllegalArgumentException("no words in the language " + language);
            }
            Properties texts = new Properties();
            Reader reader = new InputStreamReader(file, StandardCharsets.UTF_8);
            texts.load(reader);
            return new Words(texts);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /**
     * The text of a key.
     *
     * @param values for the places {@code {0}}, {@code {1}} and so on; they stand in the text as they are
     * @throws IllegalArgumentException when there is no such key, or no value for a place
     */
    public String text(String key, Object... values) {
        String text = find(key);
        if (text == null) {
            throw new IllegalArgumentException("no words for " + key);
        }
        return filled(key, text, values);
    }

    /**
     * The text of a key for a number of things: of {@code key.one}, {@code key.few} or {@code key.other}, as CLDR's
     * rules of plurals say.
     *
     * @param more for the places {@code {1}} and so on; {@code {0}} is the number
     */
    public String count(String key, long n, Object... more) {
        return counted(key, BigDecimal.valueOf(n), number(n), more);
    }

    /**
     * The text of a key for an amount, which stands in it as {@link #plain} writes it.
     *
     * @param more for the places {@code {1}} and so on; {@code {0}} is the amount
     */
    public String countPlain(String key, BigDecimal amount, Object... more) {
        return counted(key, amount, plain(amount), more);
    }

    private String counted(String key, BigDecimal amount, String shown, Object... more) {
        Object[] values = new Object[more.length + 1];
        values[0] = shown;
        System.arraycopy(more, 0, values, 1, more.length);
        String few = isFew(amount) ? key + ".few" : "";
        String form = isOne(amount) ? key + ".one" : texts.containsKey(few) ? few : key + ".other";
        return text(form, values);
    }

    /** True for the number one; an amount with decimals is more than one thing in all languages here. */
    private static boolean isOne(BigDecimal amount) {
        return amount.scale() <= 0 && amount.abs().compareTo(BigDecimal.ONE) == 0;
    }

    /** True for the numbers that have a form of their own in Romanian, the only language here with such a form. */
    private static boolean isFew(BigDecimal amount) {
        if (amount.scale() > 0 || amount.signum() == 0) {
            return true;
        }
        int ofHundred = amount.abs().remainder(HUNDRED).intValue();
        return ofHundred >= 1 && ofHundred <= 19;
    }

    /** A whole number, with its thousands parted where the language parts them. */
    public String number(long number) {
        return decimal(BigDecimal.valueOf(number));
    }

    /** A number with all its decimals, its thousands parted, and a true minus. */
    public String decimal(BigDecimal number) {
        String minus = number.signum() < 0 ? text("number.minus") : "";
        BigInteger whole = number.abs().toBigInteger();
        return minus + grouped(whole.toString()) + decimals(number);
    }

    /**
     * A number rounded to so many decimals.
     *
     * @throws NumberFormatException when it is not finite
     */
    public String decimal(double number, int decimals) {
        return decimal(rounded(number, decimals));
    }

    /** A number with the sign in front, a plus too; nothing in front of zero. */
    public String signed(BigDecimal number) {
        return (number.signum() > 0 ? "+" : "") + decimal(number);
    }

    /**
     * A number as it stands in a cell of a table for programs, with the language's decimal sign: thousands are not parted,
     * and the minus is a hyphen.
     */
    public String plain(BigDecimal number) {
        return (number.signum() < 0 ? "-" : "") + number.abs().toBigInteger() + decimals(number);
    }

    /** A percentage, such as 45.2, with its sign. */
    public String percent(BigDecimal percentage) {
        return text("number.percent", decimal(percentage));
    }

    /**
     * A share as a percentage, rounded to so many decimals.
     *
     * @param share 1 is everything
     * @throws NumberFormatException when it is not finite
     */
    public String percent(double share, int decimals) {
        BigDecimal percentage = new BigDecimal(Double.toString(share)).movePointRight(2);
        return percent(percentage.setScale(decimals, RoundingMode.HALF_UP));
    }

    private static BigDecimal rounded(double number, int decimals) {
        return new BigDecimal(Double.toString(number)).setScale(decimals, RoundingMode.HALF_UP);
    }

    private String decimals(BigDecimal number) {
        String plain = number.abs().toPlainString();
        int point = plain.indexOf('.');
        return point < 0 ? "" : text("number.point") + plain.substring(point + 1);
    }

    private String grouped(String digits) {
        if (digits.length() < Integer.parseInt(text("number.grouped-from"))) {
            return digits;
        }
        StringBuilder grouped = new StringBuilder(digits);
        for (int i = digits.length() - 3; i > 0; i -= 3) {
            grouped.insert(i, text("number.thousands"));
        }
        return grouped.toString();
    }

    /** The name of a day of the week, as it stands within a sentence. */
    public String weekday(DayOfWeek day) {
        return text("weekday." + day.getValue());
    }

    /** A day with its weekday and without its year, such as {@code Friday, 20 November}. */
    public String day(LocalDate day) {
        return date("date.day", day, "weekday.", "month.");
    }

    /** A day for narrow places, such as {@code Fri 20 Nov}. */
    public String shortDay(LocalDate day) {
        return date("date.short", day, "weekday.short.", "month.short.");
    }

    /** A day with its year and without its weekday, such as {@code 20 November 2026}. */
    public String dayAndYear(LocalDate day) {
        return date("date.year", day, "weekday.", "month.");
    }

    /** A day of a month, such as {@code 20 November}. */
    public String dayOfMonth(LocalDate day) {
        return date("date.month-day", day, "weekday.", "month.");
    }

    /** A day as it stands in the sentences of the hand-off files: in English as in all tables, {@code 2026-11-20}. */
    public String dayInCell(LocalDate day) {
        return date("date.cell", day, "weekday.", "month.");
    }

    private String date(String key, LocalDate day, String weekdays, String months) {
        return text(
                key,
                text(weekdays + day.getDayOfWeek().getValue()),
                day.getDayOfMonth(),
                text(months + day.getMonthValue()),
                day.getYear(),
                twoDigits(day.getMonthValue()),
                twoDigits(day.getDayOfMonth()));
    }

    /** A time of day to the minute, such as {@code 17:51}. */
    public String time(LocalTime time) {
        return twoDigits(time.getHour()) + ":" + twoDigits(time.getMinute());
    }

    private static String twoDigits(int number) {
        return number < 10 ? "0" + number : Integer.toString(number);
    }

    /** The items in a row, such as {@code a, b and c}; empty when there are none. */
    public String list(List<String> items) {
        if (items.isEmpty()) {
            return "";
        }
        String list = items.get(0);
        for (int i = 1; i < items.size(); i++) {
            String item = items.get(i);
            String between =
                    i < items.size() - 1 ? "list.between" : soundsLikeI(item) ? "list.last.before-i" : "list.last";
            list = text(between, list, item);
        }
        return list;
    }

    /** True for a word that begins with the sound of the Spanish {@code y}, before which Spanish says {@code e}. */
    private static boolean soundsLikeI(String word) {
        int at = !word.isEmpty() && (word.charAt(0) == 'h' || word.charAt(0) == 'H') ? 1 : 0;
        if (word.length() <= at || "iIíÍ".indexOf(word.charAt(at)) < 0) {
            return false;
        }
        boolean glides = word.length() > at + 1 && "aeoáéó".indexOf(Character.toLowerCase(word.charAt(at + 1))) >= 0;
        return !glides || "íÍ".indexOf(word.charAt(at)) >= 0;
    }

    private @Nullable String find(String key) {
        return texts.getProperty(key);
    }

    private static String filled(String key, String text, Object... values) {
        StringBuilder filled = new StringBuilder(text.length() + 16 * values.length);
        int from = 0;
        for (int open = text.indexOf('{'); open >= 0; open = text.indexOf('{', from)) {
            int place = text.charAt(open + 1) - '0';
            if (place >= values.length) {
                throw new IllegalArgumentException("no value for {" + place + "} of " + key);
            }
            filled.append(text, from, open).append(values[place]);
            from = open + 3;
        }
        return filled.append(text, from, text.length()).toString();
    }
}
