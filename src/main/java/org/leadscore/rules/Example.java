package org.leadscore.rules;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leadscore.problem.Location;
import org.leadscore.rules.condition.Field;
import org.leadscore.rules.source.EventSource;

/**
 * A made-up lead in a rule file, with the expected results of scoring it.
 *
 * @param lead the contact's fields
 * @param events the events of the lead, in the order of the file
 * @param isCustomer whether the lead has become a customer by the moment of scoring
 * @param asOf the moment of scoring, in milliseconds since 1970 UTC; null when the file gives none
 * @param expected in the order of the file
 */
public record Example(
        String name,
        Location at,
        List<Cell> lead,
        List<Event> events,
        boolean isCustomer,
        @Nullable Long asOf,
        List<Expectation> expected) {

    public Example {
        lead = List.copyOf(lead);
        events = List.copyOf(events);
        expected = List.copyOf(expected);
    }

    /** A column and its value. */
    public record Cell(Field column, String value) {}

    /**
     * Something that the lead did, once or more often.
     *
     * @param log the log whose rows look like this
     * @param columns without those of the lead, the time and the event's name
     * @param name of the event; null when the file gives none
     * @param age before the moment of scoring, in milliseconds; of no meaning when there is a time
     * @param time in milliseconds since 1970 UTC; null when the file gives the age
     * @param times number of times that it happened
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
