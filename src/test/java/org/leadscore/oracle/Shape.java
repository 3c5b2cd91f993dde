package org.leadscore.oracle;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * The form in which one drawn set of exports is written: {@code sources} of the rule file, and the data that fit to it.
 *
 * @param asOf milliseconds since 1970 UTC
 * @param split true when contacts and the web log keep the id in two columns
 * @param exact true when case counts in ids
 * @param keyed true when the web log has a key
 * @param contested true when rows of one key may differ
 * @param lastDuplicate true when the last of several contacts with one id counts
 * @param constantEvent true when every row of the mail log is one kind of event
 * @param visitGap minutes; 0 for the usual
 * @param since true when the contact list says since when a contact is known
 * @param outcomes true when there is a table of customers
 */
record Shape(
        long asOf,
        ZoneId zone,
        boolean contacts,
        boolean split,
        boolean exact,
        boolean keyed,
        boolean contested,
        boolean lastDuplicate,
        boolean constantEvent,
        TimeStyle created,
        TimeStyle opened,
        ZoneId mailZone,
        int visitGap,
        boolean since,
        boolean outcomes) {

    static final String CREATED = "created";
    static final String OPENED = "Opened at";
    static final int USUAL_GAP = 30;

    private static final List<String> MOMENTS = List.of(
            "2026-04-02T08:00:00Z",
            "2026-03-29T01:30:00Z",
            "2026-10-25T00:30:00Z",
            "2026-11-01T23:00:00Z",
            "2026-11-22T07:59:59.999Z");

    /** A way to write times, as the rule file and as SQL call it. */
    enum TimeStyle {
        ISO(null, SqlTime.ISO),
        MINUTES("dd/MM/yyyy HH:mm", "%d/%m/%Y %H:%M"),
        DAYS("dd.MM.yyyy", "%d.%m.%Y"),
        SECONDS("epoch-seconds", "epoch-seconds"),
        MILLIS("epoch-millis", "epoch-millis");

        final String rules;
        final String sql;

        TimeStyle(String rules, String sql) {
            this.rules = rules;
            this.sql = sql;
        }
    }

    static Shape draw(Random random) {
        boolean keyed = random.nextBoolean();
        return new Shape(
                Instant.parse(MOMENTS.get(random.nextInt(MOMENTS.size()))).toEpochMilli(),
                ZoneId.of("Europe/Madrid"),
                random.nextInt(4) > 0,
                random.nextInt(4) == 0,
                random.nextInt(5) == 0,
                keyed,
                keyed && random.nextBoolean(),
                random.nextBoolean(),
                random.nextBoolean(),
                pick(random, List.of(TimeStyle.ISO, TimeStyle.DAYS, TimeStyle.MINUTES)),
                pick(
                        random,
                        List.of(
                                TimeStyle.ISO,
                                TimeStyle.MINUTES,
                                TimeStyle.MINUTES,
                                TimeStyle.SECONDS,
                                TimeStyle.MILLIS)),
                ZoneId.of(random.nextBoolean() ? "Europe/Bucharest" : "Europe/Madrid"),
                pick(random, List.of(0, 10, 120)),
                random.nextBoolean(),
                random.nextInt(3) > 0);
    }

    /** The same form of a past in which every contact is known, and which has a table of customers of its own. */
    Shape ofThePast() {
        return new Shape(
                asOf,
                zone,
                contacts,
                split,
                exact,
                keyed,
                contested,
                lastDuplicate,
                constantEvent,
                created,
                opened,
                mailZone,
                visitGap,
                false,
                false);
    }

    /** The forms of times that are not ISO in the zone of the rule file, by column. */
    Map<String, SqlTime> times() {
        return Map.of(CREATED, new SqlTime(created.sql, zone), OPENED, new SqlTime(opened.sql, mailZone));
    }

    long gapMillis() {
        return 60_000L * (visitGap == 0 ? USUAL_GAP : visitGap);
    }

    static <T> T pick(Random random, List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
