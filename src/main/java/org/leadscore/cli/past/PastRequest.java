package org.leadscore.cli.past;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.leadscore.cli.option.AsOf;
import org.leadscore.cli.option.ChosenSources;
import org.leadscore.cli.option.OptionValues;
import org.leadscore.history.Timeline;
import org.leadscore.lead.ZoneDays;
import org.leadscore.problem.UsageException;

/**
 * The past that is to be looked at, as the command line gives it.
 *
 * @param asOf the moment up to which the past is known; null for now
 * @param horizon milliseconds after a snapshot in which a conversion counts
 * @param snapshots the most snapshots, or moments with commas between them; null for the default
 * @param splitSalt a text that chooses the leads of the test, when outcomes have no times
 * @param trusted fields, events and rules that may look as if they gave the outcome away
 */
record PastRequest(
        Path rules,
        ChosenSources sources,
        @Nullable String asOf,
        long horizon,
        @Nullable String snapshots,
        String splitSalt,
        Set<String> trusted,
        int threads,
        boolean quiet) {

    PastRequest {
        trusted = Set.copyOf(trusted);
    }

    /**
     * The request for snapshots, in milliseconds since 1970 UTC.
     *
     * @param zone of times that name none
     */
    Timeline.Request timeline(ZoneDays zone, long now) {
        Long end = asOf == null ? null : AsOf.millis(asOf, zone, now);
        if (snapshots == null) {
            return new Timeline.Request(now, end, horizon, null, List.of());
        }
        if (snapshots.matches("[0-9]{1,9}")) {
            int most = OptionValues.count("--snapshots", snapshots, 0);
            return new Timeline.Request(now, end, horizon, most, List.of());
        }
        if (Arrays.stream(snapshots.split(",", -1)).anyMatch(String::isBlank)) {
            throw new UsageException("--snapshots " + snapshots
                    + ": a time is missing beside a comma; write 2026-05-01,2026-07-01,2026-09-01");
        }
        List<Long> moments = Arrays.stream(snapshots.split(",", -1))
                .map(text -> AsOf.millis("--snapshots", text, zone))
                .toList();
        return new Timeline.Request(now, end, horizon, null, moments);
    }
}
