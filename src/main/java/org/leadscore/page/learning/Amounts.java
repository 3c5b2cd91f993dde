package org.leadscore.page.learning;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.leadscore.calibrate.quality.Interval;
import org.leadscore.history.figures.Figures;
import org.leadscore.lead.Points;
import org.leadscore.lead.ShownText;
import org.leadscore.report.words.Words;

/** Figures in the words of the page. */
final class Amounts {

    private static final int OF_AREA = 3;
    private static final int OF_MEASURE = 2;
    private static final int OF_LARGE_POINTS = 1;
    private static final double LEAST_Q = 0.0001;
    private static final double SMALL_Q = 0.01;
    private static final double MIDDLE_Q = 0.1;
    private static final int OF_Q = 4;
    private static final double HUNDRED = 100;
    private static final BigDecimal ONE = BigDecimal.ONE;

    final Words words;
    private final Figures figures;

    Amounts(Words words, Figures figures) {
        this.words = words;
        this.figures = figures;
    }

    /** An area under the curve. */
    String area(double area) {
        return words.decimal(area, OF_AREA);
    }

    /** A difference of two areas, with its sign. */
    String areaSigned(double area) {
        return signed(area, OF_AREA);
    }

    /** A measure such as KS, skill or lift. */
    String measure(double measure) {
        return words.decimal(withoutMinusZero(measure, OF_MEASURE));
    }

    String measureSigned(double measure) {
        return signed(measure, OF_MEASURE);
    }

    /** A factor for a heading. */
    String factor(double factor) {
        return words.decimal(factor, 1);
    }

    /** A share as a whole percentage. */
    String percent(double share) {
        return words.percent(share, 0);
    }

    /** A share as a percentage with a decimal. */
    String rate(double share) {
        return Double.isNaN(share) ? "" : words.percent(share, 1);
    }

    /** A percentage with a decimal and without its sign. */
    String bare(double share) {
        return words.decimal(HUNDRED * share, 1);
    }

    /** A rate's interval in percent, such as {@code 0.3 to 2.3}. */
    String range(Interval interval) {
        return words.text("page.range", bare(interval.low()), bare(interval.high()));
    }

    /** A q-value with as many decimals as tell it from others. */
    String q(double q) {
        if (q < LEAST_Q) {
            return "<\u202f" + words.decimal(LEAST_Q, OF_Q);
        }
        return words.decimal(q, q < SMALL_Q ? OF_Q : q < MIDDLE_Q ? OF_AREA : OF_MEASURE);
    }

    /** Points with a sign: whole ones as they are, large ones with a decimal, small ones with two. */
    String pointsSigned(long millionths) {
        return words.signed(points(millionths));
    }

    /** Half the width of an interval of points. */
    String plusMinus(long millionths) {
        return "±\u202f" + words.decimal(Points.toDecimal(millionths).setScale(1, RoundingMode.HALF_UP));
    }

    /** Points as they are, without decimals that are zero. */
    String plain(double points) {
        BigDecimal number = BigDecimal.valueOf(points).setScale(OF_AREA, RoundingMode.HALF_UP);
        return words.decimal(whole(number.stripTrailingZeros()));
    }

    private static BigDecimal points(long millionths) {
        BigDecimal points = Points.toDecimal(millionths);
        BigDecimal shown =
                points.setScale(points.abs().compareTo(ONE) < 0 ? OF_MEASURE : OF_LARGE_POINTS, RoundingMode.HALF_UP);
        return whole(shown.stripTrailingZeros());
    }

    private static BigDecimal whole(BigDecimal number) {
        return number.scale() < 0 || number.signum() == 0 ? number.setScale(0, RoundingMode.HALF_UP) : number;
    }

    private String signed(double number, int decimals) {
        return words.signed(withoutMinusZero(number, decimals));
    }

    private static BigDecimal withoutMinusZero(double number, int decimals) {
        return new BigDecimal(Double.toString(number)).setScale(decimals, RoundingMode.HALF_UP);
    }

    /** A day, such as {@code 21 September}. */
    String day(long moment) {
        return words.dayOfMonth(date(moment));
    }

    /** A day with its year. */
    String dayAndYear(long moment) {
        return words.dayAndYear(date(moment));
    }

    private LocalDate date(long moment) {
        return LocalDate.ofInstant(Instant.ofEpochMilli(moment), figures.seen().zone());
    }

    /** The first names of many. */
    String firstOf(List<String> names, int most) {
        if (names.size() <= most) {
            return words.list(names.stream().map(Amounts::shown).toList());
        }
        String first = String.join(
                ", ", names.subList(0, most).stream().map(Amounts::shown).toList());
        return first + " " + words.text("page.and-more", words.number(names.size() - most));
    }

    /** Words of the rule file and of the data as they are, without characters that would be obeyed. */
    static String shown(String text) {
        return ShownText.onOneLine(text);
    }

    /** A text that has at most so many characters, the last of them three dots where it was longer. */
    static String cut(String text, int most) {
        String shown = shown(text);
        return shown.codePointCount(0, shown.length()) <= most
                ? shown
                : shown.substring(0, shown.offsetByCodePoints(0, most - 1)) + "…";
    }
}
