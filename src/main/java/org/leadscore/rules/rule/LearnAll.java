package org.leadscore.rules.rule;

import java.util.List;
import org.leadscore.problem.Location;
import org.leadscore.rules.condition.Field;

/**
 * The entry {@code learn: all}: gives no points, and asks {@code calibrate} for a table of each column of the contacts.
 *
 * @param but the columns that are left out
 */
public record LearnAll(List<Field> but, Location at) {

    public LearnAll {
        but = List.copyOf(but);
    }
}
