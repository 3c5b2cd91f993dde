package org.leadscore.oracle;

import java.time.ZoneId;

/**
 * The form in which a column writes its times, in terms that SQL can read.
 *
 * @param format {@code iso}, {@code epoch-seconds}, {@code epoch-millis}, or a pattern of {@code strptime}
 * @param zone the zone of times that name none
 */
record SqlTime(String format, ZoneId zone) {

    static final String ISO = "iso";
}
