package org.leadscore.rules;

import org.jspecify.annotations.Nullable;

/**
 * A stage of the buying cycle.
 *
 * @param when null when every lead that comes so far is in it
 */
public record Stage(String name, @Nullable Condition when) {}
