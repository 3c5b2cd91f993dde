package org.leadscore;



import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;

/** A log like that of {@code scripts/make-benchmark-data}, small enough to be at hand. */
public final class SampleLog {

    public static final int ROWS = 40_000;

    private static final String[] EVENTS = {"page_view", "page_view", "email_sent", "email_open", "download"};
    private static final String[] SECTIONS = {"products/lathes", "pricing/compare", "careers/openings", "blog/tooling"};

    private SampleLog() {}

    /** The id of a lead by its number. */
    public static String lead(int number) {
        return "lead" + number + ".xy@company" + number * 7919L % 100_000 + ".example";
    }

    /** Writes the log as CSV; the rows' leads are any of the first {@code leads}. */
    public static byte[] csv(int leads) {
        SplittableRandom random = new SplittableRandom(1);
        StringBuilder text = new StringBuilder("event_id,timestamp,email,event,url,campaign,duration_s\n");
        for (int i = 0; i < ROWS; i++) {
            text.append('e').append(1_000_000_000L + i);
            text.append(",2026-").append(two(1 + random.nextInt(10)));
            text.append('-').append(two(1 + random.nextInt(28)));
            text.append('T').append(two(random.nextInt(24)));
            text.append(':').append(two(random.nextInt(60)));
            text.append(':').append(two(random.nextInt(60)));
            text.append("Z,").append(lead(random.nextInt(leads)));
            text.append(',').append(EVENTS[random.nextInt(EVENTS.length)]);
            text.append(",/en/").append(SECTIONS[random.nextInt(SECTIONS.length)]);
            text.append('/').append(1000 + random.nextInt(9000));
            text.append(",camp-2026-").append(1000 + random.nextInt(400));
            text.append(',').append(1 + random.nextInt(600)).append('\n');
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String two(int number) {
        return number < 10 ? "0" + number : Integer.toString(number);
    }
}
