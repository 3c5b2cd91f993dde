package org.leadscore.rules;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leadscore.problem.Location;

/**
 * A made-up lead in a rule file, and what is expected of its score.
 *
 * @param lead the contact's fields
 * @param asOf the moment of scoring, in milliseconds since 1970 UTC; null where it is of no interest
 */
public record Example(
        String name,
        Location at,
        List<Cell> lead,
        List<Event> events,
        @Nullable Long asOf,
        List<Expectation> expected) {

    public Example {
        lead = List.copyOf(lead);
        events = List.copyOf(events);
        expected = List.copyOf(expected);
    }

    /** A column and what stands in it. */
    public record Cell(Field column, String value) {}

    /**
     * What the lead did.
     *
     * @param log whose rows look like this
     * @param columns but for those of the lead, the time and the event's name
     * @param name of the event; null where none is given
     * @param age before the moment of scoring, in milliseconds; of no meaning when there is a time
     * @param time in milliseconds since 1970 UTC; null where the age is given
     * @param times how often it happened
     */
    public record Event(
            EventSource log,
            List<Cell> columns,
            @Nullable String name,
            long age,
            @Nullable Long time,
            int times) {

        public Event {
            columns = List.copyOf(columns);
        }
    }
}
