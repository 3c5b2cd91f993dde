package org.leadscore.rules.rewrite;

import java.util.Map;

/**
 * New numbers for a rule file; numbers that it does not name stay as they are. Made by calibration and taken by
 * {@code RuleFile.revised}.
 *
 * @param numbers millionths of a point, whole thousandths, by their places, all of which the file has
 * @param tables by the name of a rule that has {@code learn}
 */
public record Revision(Map<NumberPlace, Long> numbers, Map<String, LearnedTable> tables) {

    public Revision {
        numbers = Map.copyOf(numbers);
        tables = Map.copyOf(tables);
    }
}
