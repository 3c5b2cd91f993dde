package org.leadscore.rules.rule;

import java.math.BigDecimal;

/**
 * The loss of points while nothing is heard of a lead: a positive engagement is multiplied by (1 − lose)^k, where k
 * is 1 + the number of full {@code every} periods beyond {@code after}, and 0 before that. Durations are milliseconds.
 *
 * @param lose between 0 and 1
 */
public record Inactivity(long after, BigDecimal lose, long every) {}
