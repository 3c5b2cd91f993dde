package org.leadscore.rules;

import java.math.BigDecimal;

/** A band of scores, from a lower limit up to the next higher bucket. */
public record Bucket(String name, BigDecimal from) {}
