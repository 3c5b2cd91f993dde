package org.leadscore.rules.condition;

import org.leadscore.lead.TimeFormat;

/**
 * The settings by which the values of one column are read when they are compared as numbers or times.
 *
 * @param decimal the decimal point, {@code '.'} or {@code ','}
 * @param times the format of the column's dates and times
 * @param asOf the moment of scoring, in milliseconds since 1970 UTC
 */
public record Reading(char decimal, TimeFormat times, long asOf) {}
