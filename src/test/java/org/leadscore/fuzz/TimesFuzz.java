package org.leadscore.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.leadscore.lead.Text;
import org.leadscore.lead.TimeFormat;
import org.leadscore.lead.ZoneDays;

/**
 * Any text as a time: ISO-8601 and epochs are what a plain reading by java.time makes of them, also in the middle of
 * other bytes, and no pattern and text do more than fail to match.
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

    private TimesFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        FuzzInput in = new FuzzInput(input);
        int style = in.choice(4);
        ZoneDays zone = ZONES.get(in.choice(ZONES.size()));
        if (style == 3) {
            String[] parts = in.text().split("\n", 2);
            pattern(parts[0], parts.length == 1 ? "" : parts[1], zone);
            return;
        }
        byte[] bytes = in.rest();
        String text = new String(bytes, StandardCharsets.UTF_8);
        TimeFormat format =
                style == 0 ? TimeFormat.iso(zone) : TimeFormat.of(style == 1 ? "epoch-seconds" : "epoch-millis", zone);
        long expected = style == 0 ? iso(Text.strip(text), zone.zone()) : epoch(Text.strip(text), style == 1 ? 3 : 0);

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

    private static void pattern(String pattern, String text, ZoneDays zone) {
        TimeFormat format;
        try {
            format = TimeFormat.of(pattern, zone);
        } catch (IllegalArgumentException refused) {
            assertThat(refused.getMessage()).isNotBlank();
            return;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        long millis = format.millis(text);
        assertThat(format.millis(amid(bytes), 11, bytes.length)).as(text).isEqualTo(millis);
        assertEnd(format, text, millis);
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

    private static long epoch(String text, int places) {
        if (!NUMBER.matcher(text).matches()) {
            return TimeFormat.NONE;
        }
        BigDecimal millis = new BigDecimal(text).movePointRight(places);
        return millis.abs().compareTo(LAST) > 0
                ? TimeFormat.NONE
                : millis.setScale(0, RoundingMode.FLOOR).longValueExact();
    }
}
