package org.leadscore.history;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leadscore.engine.leads.Span;
import org.leadscore.lead.ZoneDays;
import org.leadscore.problem.InputException;
import org.leadscore.rules.yaml.Durations;

/**
 * The moments of the past at which leads are looked at, and the horizon after each within which a conversion counts. Times
 * are milliseconds since 1970 UTC, durations milliseconds.
 *
 * @param moments the earliest first; a single one in a flat history
 * @param horizon 0 in a flat history, which knows no times of conversions
 * @param end later events and outcomes count for nothing
 */
public record Timeline(List<Long> moments, long horizon, long end) {

    /** The least time between snapshots that are chosen, 30 days in milliseconds. */
    private static final long MONTH = 30 * ZoneDays.DAY;

    private static final int FEWEST = 3;

    /** The most snapshots that are chosen unless a number is asked for; each takes memory and time. */
    private static final int MOST_UNASKED = 12;

    public Timeline {
        moments = List.copyOf(moments);
    }

    /**
     * The choices of a user about the timeline.
     *
     * @param asOf later events and outcomes count for nothing; null for those later than now
     * @param most how many snapshots at most, the newest; null for twelve
     * @param moments as-of times of snapshots; empty to have them chosen
     */
    public record Request(
            long now,
            @Nullable Long asOf,
            long horizon,
            @Nullable Integer most,
            List<Long> moments) {
        public Request {
            moments = List.copyOf(moments);
        }
    }

    /** Makes the timeline of a flat history, with one moment: the as-of time, else that of the newest event, else now. */
    public static Timeline flat(Span events, Request request) {
        Long asOf = request.asOf();
        long end = asOf != null ? asOf : events.isEmpty() ? request.now() : events.newest();
        return new Timeline(List.of(end), 0, end);
    }

    /** True when conversions have no times, so that there is one moment and no horizon. */
    public boolean isFlat() {
        return horizon == 0;
    }

    /**
     * Makes the timeline of snapshots whose horizon is over: a month or a horizon apart, whichever is longer, back from the
     * last one whose horizon ends with the data; or those of the snapshots asked for that are over.
     *
     * @param events from the first to the last
     * @param conversions from the first to the last; they stand in for the data where there are no events
     * @throws InputException when nobody converted, or fewer than three snapshots are over
     */
    public static Timeline of(Span events, Span conversions, Request request, ZoneDays zone) {
        Span data = events.isEmpty() ? conversions : events;
        Long asOf = request.asOf();
        if (conversions.isEmpty()) {
            throw new InputException("nothing to learn from: the outcomes name no customer;"
                    + " does the condition of won hold for any of their rows?");
        }
        long end = asOf == null ? data.newest() : Math.min(asOf, data.newest());
        List<Long> moments = request.moments().isEmpty()
                ? chosen(data.oldest(), end, conversions, request)
                : request.moments().stream()
                        .filter(moment -> moment <= end - request.horizon())
                        .sorted()
                        .distinct()
                        .toList();
        if (moments.size() < FEWEST) {
            throw tooFew(moments.size(), data.oldest(), end, request, zone);
        }
        return new Timeline(moments, request.horizon(), end);
    }

    private static List<Long> chosen(long oldest, long end, Span conversions, Request request) {
        List<Long> moments = new ArrayList<>();
        long step = step(request.horizon());
        Integer asked = request.most();
        int most = asked == null ? MOST_UNASKED : asked;
        for (long moment = end - request.horizon();
                moment > oldest && moment + request.horizon() >= conversions.oldest() && moments.size() < most;
                moment -= step) {
            moments.add(moment);
        }
        Collections.reverse(moments);
        return moments;
    }

    private static long step(long horizon) {
        return Math.max(MONTH, horizon);
    }

    private static InputException tooFew(int usable, long oldest, long end, Request request, ZoneDays zone) {
        long days = (end - oldest) / ZoneDays.DAY;
        String data = "the data reach from %s to %s, %d %s"
                .formatted(date(oldest, zone), date(end, zone), days, days == 1 ? "day" : "days");
        String horizon = Durations.format(request.horizon());
        if (end - request.horizon() <= oldest) {
            return new InputException("the horizon of %s is longer than the data: %s; a shorter --horizon leaves room"
                    .formatted(horizon, data));
        }
        if (request.moments().isEmpty()) {
            Integer most = request.most();
            return new InputException(
                    most != null && most < FEWEST
                            ? "--snapshots %d: at least %d are needed, the newest of them for the test"
                                    .formatted(most, FEWEST)
                            : ("too few snapshots to learn from: %s, and with a horizon of %s and %s between snapshots"
                                            + " only %d can be looked at, 3 are the least; a shorter --horizon or a longer"
                                            + " past give more")
                                    .formatted(data, horizon, Durations.format(step(request.horizon())), usable));
        }
        return new InputException(
                ("too few snapshots to learn from: of the %d that were asked for, %d are over (%s, and the horizon is %s),"
                                + " 3 are the least; earlier ones, or a shorter --horizon, give more")
                        .formatted(request.moments().size(), usable, data, horizon));
    }

    /** Formats the day of a time in a zone, such as {@code 2026-03-31}. */
    public static String date(long millis, ZoneDays zone) {
        return LocalDate.ofEpochDay(zone.dayOf(millis)).toString();
    }
}
