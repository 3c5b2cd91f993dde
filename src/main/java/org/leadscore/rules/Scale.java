package org.leadscore.rules;

import java.math.BigDecimal;

/**
 * The scale by which points become a score: (points − zero) × 100 ÷ (full − zero), held within min and max, then
 * rounded half up to {@code decimals}.
 *
 * @param zero the points of a score of 0, in millionths
 * @param full the points of a score of 100, in millionths; not those of {@code zero}
 * @param min the lowest score
 * @param max the highest score
 */
public record Scale(long zero, long full, BigDecimal min, BigDecimal max, int decimals) {}
