package org.leadscore.rules.yaml;

import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads and writes durations as the rule file has them: a whole number and a unit, without a blank, such as {@code 30d}. */
public final class Durations {

    private static final long SECOND = 1_000;
    private static final long MINUTE = 60 * SECOND;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;

    /**
     * The longest duration, a hundred years, in milliseconds: with a longer one, the sum of a time and a duration need
     * not be a time any more.
     */
    static final long LONGEST = 36_525 * DAY;

    /** The description of a duration in messages. */
    public static final String EXAMPLE = "a whole number with the unit s, m, h, d or w, such as 30d";

    private static final Map<String, Long> UNITS = Map.of("s", SECOND, "m", MINUTE, "h", HOUR, "d", DAY, "w", 7 * DAY);

    public static final Pattern FORM = Pattern.compile("([0-9]{1,12})([smhdw])");

    private Durations() {}

    /** The description of a duration for a message about a text that {@link #parse} cannot read. */
    public static String demand(String text) {
        return text.matches("[0-9]+[smhdw]") ? "at most 36525d, a hundred years" : EXAMPLE;
    }

    /** The duration in milliseconds; empty for a text that is no duration or longer than a hundred years. */
    public static OptionalLong parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            return OptionalLong.empty();
        }
        long unit = Objects.requireNonNull(UNITS.get(matcher.group(2)));
        long count = Long.parseLong(matcher.group(1));
        return count > LONGEST / unit ? OptionalLong.empty() : OptionalLong.of(count * unit);
    }

    /**
     * Writes a duration in the greatest unit of days, hours, minutes and seconds that it is a whole number of; what is
     * left of a second is cut off.
     *
     * @param millis from 0
     */
    public static String format(long millis) {
        if (millis % DAY == 0) {
            return millis / DAY + "d";
        }
        if (millis % HOUR == 0) {
            return millis / HOUR + "h";
        }
        return millis % MINUTE == 0 ? millis / MINUTE + "m" : millis / SECOND + "s";
    }
}
