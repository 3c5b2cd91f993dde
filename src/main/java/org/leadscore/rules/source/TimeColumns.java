package org.leadscore.rules.source;

import org.leadscore.lead.TimeFormat;
import org.leadscore.lead.ZoneDays;
import org.leadscore.problem.Location;
import org.leadscore.rules.condition.Field;

/** The columns in which a row has its time, and the format of it. */
public record TimeColumns(Columns columns, TimeFormat format) {

    /** The column {@code timestamp} in ISO-8601, for a log of which the rule file names none. */
    public static TimeColumns usual(Location at, ZoneDays zone) {
        return new TimeColumns(Columns.of(Field.column("timestamp", at)), TimeFormat.iso(zone));
    }
}
