package org.leadscore.cli.option;

import org.jspecify.annotations.Nullable;
import org.leadscore.lead.TimeFormat;
import org.leadscore.lead.ZoneDays;
import org.leadscore.problem.UsageException;

/** Reads moments from the values of options. */
public final class AsOf {

    private AsOf() {}

    /**
     * The moment of scoring, in milliseconds since 1970 UTC.
     *
     * @param text an instant, a local time, or a date, which stands for its first moment; null for now
     * @throws UsageException when the text is no time
     */
    public static long millis(@Nullable String text, ZoneDays zone, long now) {
        return text == null ? now : millis("--as-of", text, zone);
    }

    /**
     * The moment that is the value of the named option, in milliseconds since 1970 UTC.
     *
     * @throws UsageException when the text is no time
     */
    public static long millis(String option, String text, ZoneDays zone) {
        long millis = TimeFormat.iso(zone).millis(text);
        if (millis == TimeFormat.NONE) {
            throw new UsageException(option + " " + text
                    + ": not a time; write 2026-11-22, 2026-11-22T08:00 or 2026-11-22T08:00:00+01:00");
        }
        return millis;
    }
}
