package org.leadscore.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.leadscore.lead.Text;
import org.leadscore.lead.TimeFormat;
import org.leadscore.lead.ZoneDays;

/**
 * Any text as a time: ISO-8601, epochs and numbers of days are what a plain reading by java.time makes of them, also in the
 * middle of other bytes; no pattern and text do more than fail to match, however blanks are written; of a list of formats
 * the first that fits is taken; and a doubt is a text that both formats read.
 */
public final class TimesFuzz {

    private static final List<ZoneDays> ZONES = List.of(
            new ZoneDays(ZoneOffset.UTC),
            new ZoneDays(ZoneId.of("Europe/Madrid")),
            new ZoneDays(ZoneId.of("Pacific/Chatham")),
            new ZoneDays(ZoneId.of("Africa/Casablanca")));
    private static final Pattern ISO = Pattern.compile("(?<date>[0-9]{4}-[0-9]{2}-[0-9]{2})"
            + "(?:[Tt ](?<minute>[0-9]{2}:[0-9]{2})(?::(?<second>[0-9]{2})(?:[.,](?<fraction>[0-9]+))?)?"
            + "(?<offset> ?(?:[Zz]|UTC|GMT|(?<sign>[+-])(?<hours>[0-9]{2})(?::?(?<minutes>[0-9]{2}))?))?)?");
    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]+(\\.[0-9]+)?");
    private static final BigDecimal LAST = new BigDecimal("8640000000000000");
    private static final List<String> LANGUAGES =
            TimeFormat.languages().stream().sorted().toList();

    /** The names of the formats that are numbers, each with the places from its unit to milliseconds. */
    private static final List<String> EPOCHS = List.of("epoch-seconds", "epoch-millis", "epoch-micros", "epoch-nanos");

    private static final int[] PLACES = {3, 0, -3, -6};
    private static final String DAY_NUMBER = "day-number";

    private TimesFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        FuzzInput in = new FuzzInput(input);
        int style = in.choice(8);
        ZoneDays zone = ZONES.get(in.choice(ZONES.size()));
        switch (style) {
            case 0 -> plain(TimeFormat.iso(zone), in.rest(), text -> iso(text, zone.zone()));
            case 1, 2 -> epoch(style - 1, '.', zone, in.rest());
            case 3 -> {
                String[] parts = in.text().split("\n", 2);
                patterns(List.of(parts[0]), "en", '.', zone, parts.length == 1 ? "" : parts[1]);
            }
            case 4, 5 -> epoch(in.choice(EPOCHS.size()), style == 4 ? '.' : ',', zone, in.rest());
            case 6 -> {
                char decimal = in.coin() ? ',' : '.';
                TimeFormat format = TimeFormat.of(List.of(DAY_NUMBER), "en", decimal, zone);
                plain(format, in.rest(), text -> day(number(text, decimal), zone.zone()));
            }
            default -> {
                String language = LANGUAGES.get(in.choice(LANGUAGES.size()));
                char decimal = in.coin() ? ',' : '.';
                String[] parts = in.text().split("\n", 2);
                List<String> formats = List.of(parts[0].split("\\|", 5));
                patterns(formats, language, decimal, zone, parts.length == 1 ? "" : parts[1]);
            }
        }
    }

    private static void epoch(int unit, char decimal, ZoneDays zone, byte[] bytes) {
        TimeFormat format = TimeFormat.of(List.of(EPOCHS.get(unit)), "en", decimal, zone);
        plain(format, bytes, text -> epoch(number(text, decimal), PLACES[unit]));
    }

    private static void plain(TimeFormat format, byte[] bytes, ToLongFunction<String> reference) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        long expected = reference.applyAsLong(Text.strip(text));

        assertThat(format.millis(text)).as(text).isEqualTo(expected);
        assertThat(format.millis(amid(bytes), 11, bytes.length)).as(text).isEqualTo(expected);
        assertEnd(format, text, expected);
    }

    /** The bytes between others that would go on with a time. */
    private static byte[] amid(byte[] bytes) {
        byte[] all = new byte[bytes.length + 22];
        Arrays.fill(all, (byte) '1');
        System.arraycopy(bytes, 0, all, 11, bytes.length);
        return all;
    }

    private static void patterns(List<String> formats, String language, char decimal, ZoneDays zone, String text) {
        List<TimeFormat> alone = new ArrayList<>();
        for (String format : formats) {
            TimeFormat one = format(List.of(format), language, decimal, zone);
            if (one != null) {
                alone.add(one);
            }
        }
        TimeFormat format = format(formats, language, decimal, zone);
        assertThat(format != null).as("%s", formats).isEqualTo(alone.size() == formats.size());
        if (format == null) {
            return;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        long millis = format.millis(text);
        TimeFormat first = alone.stream()
                .filter(one -> one.millis(text) != TimeFormat.NONE)
                .findFirst()
                .orElse(alone.get(0));
        assertThat(millis).as(text).isEqualTo(first.millis(text));
        assertThat(format.end(text)).as(text).isEqualTo(first.end(text));
        assertThat(format.millis(amid(bytes), 11, bytes.length)).as(text).isEqualTo(millis);
        assertThat(format.millis(withOtherBlanks(text))).as(text).isEqualTo(millis);
        assertThat(format.description()).isNotBlank();
        assertEnd(format, text, millis);
        if (alone.size() == 1) {
            assertGreenwich(formats, language, decimal, text);
        } else {
            assertDoubt(alone.get(0), alone.get(1));
        }
    }

    /** A format, or null where it is refused with a reason. */
    private static @Nullable TimeFormat format(List<String> formats, String language, char decimal, ZoneDays zone) {
        try {
            return TimeFormat.of(formats, language, decimal, zone);
        } catch (IllegalArgumentException refused) {
            assertThat(refused.getMessage()).isNotBlank();
            return null;
        }
    }

    /** A time that depends on the zone of its column is one of UTC when GMT stands behind it, and nothing else. */
    private static void assertGreenwich(List<String> formats, String language, char decimal, String text) {
        long utc = TimeFormat.of(formats, language, decimal, ZONES.get(0)).millis(text);
        for (ZoneDays zone : ZONES) {
            TimeFormat format = TimeFormat.of(formats, language, decimal, zone);
            long local = format.millis(text);
            if (local != utc) {
                assertThat(format.millis(text + " GMT")).as(text).isIn(utc, local, TimeFormat.NONE);
            }
        }
    }

    private static void assertDoubt(TimeFormat one, TimeFormat other) {
        String doubt = TimeFormat.doubt(one, other);
        assertThat(TimeFormat.doubt(one, one)).isNull();
        assertThat(TimeFormat.doubt(other, one) == null).isEqualTo(doubt == null);
        if (doubt != null) {
            assertThat(one.millis(doubt)).as(doubt).isNotIn(TimeFormat.NONE, other.millis(doubt));
            assertThat(other.millis(doubt)).as(doubt).isNotEqualTo(TimeFormat.NONE);
        }
    }

    private static String withOtherBlanks(String text) {
        return "\t" + withSingleBlanks(text).replace(" ", "\u00A0 \t") + "\u202F";
    }

    private static void assertEnd(TimeFormat format, String text, long start) {
        long end = format.end(text);
        assertThat(end == TimeFormat.NONE).as(text).isEqualTo(start == TimeFormat.NONE);
        assertThat(end).as(text).isGreaterThanOrEqualTo(start);
    }

    private static long iso(String text, ZoneId zone) {
        Matcher found = ISO.matcher(withSingleBlanks(text));
        if (!found.matches()) {
            return TimeFormat.NONE;
        }
        try {
            LocalDate date = LocalDate.parse(found.group("date"));
            LocalTime time = LocalTime.MIDNIGHT;
            if (found.group("minute") != null) {
                String second = found.group("second") == null ? "00" : found.group("second");
                String fraction = found.group("fraction") == null ? "" : found.group("fraction");
                time = LocalTime.parse(found.group("minute") + ":" + second + "." + (fraction + "000").substring(0, 3));
            }
            LocalDateTime local = date.atTime(time);
            if (found.group("offset") == null) {
                return local.atZone(zone).toInstant().toEpochMilli();
            }
            long utc = local.toInstant(ZoneOffset.UTC).toEpochMilli();
            if (found.group("sign") == null) {
                return utc;
            }
            int hours = Integer.parseInt(found.group("hours"));
            int minutes = found.group("minutes") == null ? 0 : Integer.parseInt(found.group("minutes"));
            if (hours > 18 || minutes > 59) {
                return TimeFormat.NONE;
            }
            long offset = (60L * hours + minutes) * 60_000;
            return found.group("sign").equals("-") ? utc + offset : utc - offset;
        } catch (DateTimeException noTime) {
            return TimeFormat.NONE;
        }
    }

    private static String withSingleBlanks(String text) {
        StringBuilder single = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Text.isSpace(c)) {
                single.append(c);
            } else if (single.isEmpty() || single.charAt(single.length() - 1) != ' ') {
                single.append(' ');
            }
        }
        return single.toString();
    }

    private static @Nullable BigDecimal number(String text, char decimal) {
        String plain = text.indexOf('.') < 0 ? text.replace(decimal, '.') : text;
        return NUMBER.matcher(plain).matches() ? new BigDecimal(plain) : null;
    }

    private static long epoch(@Nullable BigDecimal number, int places) {
        BigDecimal millis = number == null ? null : number.movePointRight(places);
        return millis == null || millis.abs().compareTo(LAST) > 0
                ? TimeFormat.NONE
                : millis.setScale(0, RoundingMode.FLOOR).longValueExact();
    }

    /** The days of spreadsheets from March 1900, before which one was never there, to the end of 9999. */
    private static long day(@Nullable BigDecimal number, ZoneId zone) {
        if (number == null
                || number.compareTo(BigDecimal.valueOf(61)) < 0
                || number.compareTo(BigDecimal.valueOf(2_958_466)) >= 0) {
            return TimeFormat.NONE;
        }
        long day = number.longValue();
        long millis = number.subtract(BigDecimal.valueOf(day))
                .multiply(BigDecimal.valueOf(86_400_000))
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
        return LocalDate.of(1899, 12, 30)
                .plusDays(day)
                .atStartOfDay()
                .plus(Duration.ofMillis(millis))
                .atZone(zone)
                .toInstant()
                .toEpochMilli();
    }
}
