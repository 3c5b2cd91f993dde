package org.leadscore.rules.next;

import org.jspecify.annotations.Nullable;
import org.leadscore.rules.condition.Condition;

/**
 * A stage of the buying cycle, one of the key {@code stages}; a lead is in the first whose condition holds.
 *
 * @param when the condition on the lead; null when every lead that is in no earlier stage is in this one
 */
public record Stage(String name, @Nullable Condition when) {}
