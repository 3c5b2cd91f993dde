package org.leadscore.lead;

import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;

/** The form ISO-8601, as {@link IsoTime} reads it. */
record IsoForm(ZoneDays zone) implements TimeForm {

    private static final int DAY = "2026-01-31".length();

    @Override
    public long millis(String text) {
        long millis = parse(text);
        return millis == TimeFormat.NONE ? parse(Text.withSingleBlanks(text)) : millis;
    }

    private long parse(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        return IsoTime.parse(utf8, 0, utf8.length, zone);
    }

    @Override
    public boolean isDay(String text) {
        return text.length() == DAY;
    }

    @Override
    public String named() {
        return TimeFormat.ISO;
    }

    @Override
    public String description() {
        return "such as 2026-01-31T14:30:00";
    }

    @Override
    public String write(LocalDateTime time) {
        return time.toString();
    }
}
