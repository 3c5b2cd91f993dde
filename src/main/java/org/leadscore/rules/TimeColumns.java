package org.leadscore.rules;

import org.leadscore.lead.TimeFormat;
import org.leadscore.lead.ZoneDays;
import org.leadscore.problem.Location;

/** Where a row has its time, and how it is written. */
public record TimeColumns(Columns columns, TimeFormat format) {

    /** What it is in a log of which the rule file does not say: the column {@code timestamp}. */
    static TimeColumns usual(Location at, ZoneDays zone) {
        return new TimeColumns(Columns.of(Field.column("timestamp", at)), TimeFormat.iso(zone));
    }
}
