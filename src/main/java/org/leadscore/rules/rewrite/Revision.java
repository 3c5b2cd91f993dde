package org.leadscore.rules.rewrite;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * New numbers for a rule file; numbers that it does not name stay as they are. Made by calibration and taken by
 * {@code RuleFile.revised}.
 *
 * @param numbers millionths of a point, whole thousandths, by their places, all of which the file has
 * @param tables by the name of a rule that has {@code learn}
 * @param keys YAML on one line, by a key of the top that the file does not have, in the order in which they are written
 */
public record Revision(Map<NumberPlace, Long> numbers, Map<String, LearnedTable> tables, Map<String, String> keys) {

    public Revision {
        numbers = Map.copyOf(numbers);
        tables = Map.copyOf(tables);
        keys = Collections.unmodifiableMap(new LinkedHashMap<>(keys));
    }

    /** A revision without new keys. */
    public Revision(Map<NumberPlace, Long> numbers, Map<String, LearnedTable> tables) {
        this(numbers, tables, Map.of());
    }
}
