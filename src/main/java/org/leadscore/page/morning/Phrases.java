package org.leadscore.page.morning;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.leadscore.lead.Points;
import org.leadscore.lead.ShownText;
import org.leadscore.lead.TimeFormat;
import org.leadscore.report.words.Words;
import org.leadscore.rules.RuleSet;
import org.leadscore.score.point.Census;

/** Amounts and times of a run in the words of the page. */
final class Phrases {

    private static final int DECIMALS = 2;
    private static final long MINUTE = 60_000;
    private static final long HOUR = 60 * MINUTE;
    private static final long HOURS_OF_AGE = 24;
    private static final int WEEK = 7;

    final Words words;
    private final int decimalsOfScores;
    private final ZoneId zone;
    private final long asOf;

    /** @param asOf milliseconds since 1970 UTC */
    Phrases(Words words, RuleSet rules, long asOf) {
        this.words = words;
        this.decimalsOfScores = rules.scale().decimals();
        this.zone = rules.timezone().zone();
        this.asOf = asOf;
    }

    /** Says how many leads have a score, and how many have none for which reason. */
    void addPool(Census census, List<String> sentences) {
        if (census.scored() > 0) {
            sentences.add(words.count("scores.scored", census.scored()));
        }
        if (census.noData() > 0) {
            sentences.add(words.count("scores.no-data", census.noData()));
        }
        if (census.disqualified() > 0) {
            sentences.add(words.count("scores.disqualified", census.disqualified()));
        }
    }

    /** An amount of millionths with at most two decimals. */
    String points(long millionths) {
        return words.decimal(new BigDecimal(Points.format(millionths, DECIMALS)));
    }

    /** An amount of millionths with its sign. */
    String signed(long millionths) {
        String text = points(millionths);
        return millionths > 0 && !text.equals("0") ? "+" + text : text;
    }

    /** Points of which people need no decimals, as for the sides of a score. */
    String rounded(long millionths) {
        return words.decimal(Points.toDecimal(millionths).setScale(0, RoundingMode.HALF_UP));
    }

    /** A score in units of its last decimal. */
    String score(long value) {
        return words.decimal(BigDecimal.valueOf(value, decimalsOfScores));
    }

    /** A change of a score with its sign; empty for none. */
    String change(BigDecimal change) {
        return change.signum() == 0 ? "" : words.signed(change);
    }

    /** A change of a number with its sign, and since when. */
    String change(long now, long before, Since since) {
        return now == before
                ? since.asBefore()
                : words.text("figure.change", words.signed(BigDecimal.valueOf(now - before)), since.text());
    }

    LocalDateTime local(long millis) {
        return LocalDateTime.ofInstant(Instant.ofEpochMilli(millis), zone);
    }

    LocalDate today() {
        return local(asOf).toLocalDate();
    }

    /** The day of a time as a short text; empty for none. */
    String day(long millis) {
        return millis == TimeFormat.NONE ? "" : words.shortDay(local(millis).toLocalDate());
    }

    /** The day and the time of day. */
    String dayAndTime(long millis) {
        LocalDateTime time = local(millis);
        return words.shortDay(time.toLocalDate()) + ", " + words.time(time.toLocalTime());
    }

    /** The number of calendar days between a time and the as-of time. */
    long daysAgo(long millis) {
        return today().toEpochDay() - local(millis).toLocalDate().toEpochDay();
    }

    /** Today, yesterday, or how many days ago. */
    String ago(long millis) {
        if (millis == TimeFormat.NONE) {
            return words.text("ago.never");
        }
        long days = daysAgo(millis);
        return days <= 0
                ? words.text("ago.today")
                : days == 1 ? words.text("ago.yesterday") : words.count("ago.days", days);
    }

    /** The age of what is of today in minutes or hours, else in days. */
    String age(long millis) {
        long age = Math.max(0, asOf - millis);
        if (age < HOUR) {
            return words.text("age.minutes", words.number(age / MINUTE));
        }
        return age / HOUR < HOURS_OF_AGE && daysAgo(millis) == 0
                ? words.text("age.hours", words.number(age / HOUR))
                : daysAgo(millis) <= 1 ? words.text("ago.yesterday") : words.count("age.days", daysAgo(millis));
    }

    /** The time of an earlier run: its weekday within a week, else the day; an unknown one for {@link TimeFormat#NONE}. */
    Since since(long millis) {
        if (millis == TimeFormat.NONE) {
            return new Since(words.text("since.earlier"), words.text("since.as-earlier"));
        }
        LocalDate day = local(millis).toLocalDate();
        long days = today().toEpochDay() - day.toEpochDay();
        boolean isNear = days > 0 && days < WEEK;
        String name = isNear ? words.weekday(day.getDayOfWeek()) : words.shortDay(day);
        return new Since(
                words.text(isNear ? "since.weekday" : "since.date", name), words.text("since.as-before", name));
    }

    /**
     * The time of an earlier run in words.
     *
     * @param text such as {@code since Thursday}
     * @param asBefore such as {@code as on Thursday}
     */
    record Since(String text, String asBefore) {}

    /** Words of the rule file as they are, without characters that would be obeyed. */
    static String shown(String text) {
        return ShownText.onOneLine(text);
    }

    String list(List<String> parts) {
        return words.list(parts);
    }
}
