package org.leadscore.engine;

/**
 * Another id of the lead that is explained. Made by {@link Engine#explain}.
 *
 * @param id as it is written
 * @param to the id that it leads to, one of the lead's
 * @param since the time of the first link that says so, in milliseconds since 1970 UTC; {@link #ALWAYS} where it has none
 * @param events number of events that are the lead's by this id
 * @param first the time of the first of them, in milliseconds since 1970 UTC; of no meaning without events
 * @param last the time of the last of them, likewise
 */
public record OtherId(String id, String to, long since, int events, long first, long last) {

    /** The time of a link that holds always. */
    public static final long ALWAYS = Long.MIN_VALUE;
}
