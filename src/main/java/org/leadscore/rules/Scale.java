package org.leadscore.rules;

import java.math.BigDecimal;

/**
 * How points become a score: (points − zero) × 100 ÷ (full − zero), held within min and max, then rounded half up to
 * {@code decimals}.
 *
 * @param zero in millionths of a point, likewise {@code full}; they differ
 */
public record Scale(long zero, long full, BigDecimal min, BigDecimal max, int decimals) {}
