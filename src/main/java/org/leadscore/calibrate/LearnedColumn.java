package org.leadscore.calibrate;

import java.util.List;
import org.leadscore.calibrate.rows.Column;

/**
 * The entries of one rule with their learned points.
 *
 * @param entries in the order of {@link Column#entries}; of a rule that asked for its table, the table, in the order
 *     in which it is to be written
 */
public record LearnedColumn(Column column, List<LearnedEntry> entries) {
    public LearnedColumn {
        entries = List.copyOf(entries);
    }
}
