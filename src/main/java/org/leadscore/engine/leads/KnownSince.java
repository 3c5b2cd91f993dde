package org.leadscore.engine.leads;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.leadscore.engine.files.ColumnBinding;
import org.leadscore.engine.files.EventTimes;
import org.leadscore.ingest.row.Row;
import org.leadscore.ingest.table.Table;
import org.leadscore.lead.TimeFormat;
import org.leadscore.rules.source.ContactSource;
import org.leadscore.rules.source.TimeColumns;

/**
 * Tells from the rows of a contact list whether their contacts were known by the as-of time. Made for one reading of the
 * list, taken by {@link ContactReader} and {@code ContactSpill}. Not thread-safe.
 */
public final class KnownSince {

    /** The answer for a contact that was known, or of which nothing is said. */
    public static final int KNOWN = 0;

    /** The answer for a contact that became known only after the as-of time. */
    public static final int LATER = 1;

    /** The answer for a row whose text is no time; the contact counts as known. */
    public static final int NO_TIME = 2;

    /** The columns that say since when a contact is known; null where the rule file names none. */
    private final @Nullable TimeColumns time;

    /** The as-of time, in milliseconds since 1970 UTC. */
    private final long asOf;

    /** The columns of the table at hand that make the time. */
    private int[] columns = {};

    /** The first time after the as-of time; the greatest number while there is none. */
    private long firstLater = Long.MAX_VALUE;

    private KnownSince(@Nullable TimeColumns time, long asOf) {
        this.time = time;
        this.asOf = asOf;
    }

    /**
     * A look at the contacts of a list.
     *
     * @param asOf in milliseconds since 1970 UTC; contacts that became known later count as later
     */
    public static KnownSince by(long asOf, ContactSource source) {
        return new KnownSince(source.since(), asOf);
    }

    /** The format of each column's dates, by its name, those of {@code since} included. */
    public static Function<String, TimeFormat> dates(ContactSource source) {
        TimeColumns since = source.since();
        return column -> since != null && since.columns().fields().get(0).name().equals(column)
                ? since.format()
                : source.dialect().times(column);
    }

    /** Turns to the rows of another table of the list. */
    public void turnTo(Table table) {
        columns = time == null ? new int[0] : ColumnBinding.of(time.columns(), table);
    }

    /** {@link #KNOWN}, {@link #LATER} or {@link #NO_TIME}. */
    public int of(Row row) {
        if (time == null) {
            return KNOWN;
        }
        String text = ColumnBinding.joined(row, columns);
        if (text.isEmpty()) {
            return KNOWN;
        }
        long millis = time.format().millis(text);
        if (millis == TimeFormat.NONE) {
            return NO_TIME;
        }
        if (millis <= asOf) {
            return KNOWN;
        }
        firstLater = Math.min(firstLater, millis);
        return LATER;
    }

    /** The times of the rows that were asked for, as far as they lie after the as-of time. */
    public EventTimes times() {
        return new EventTimes(Long.MIN_VALUE, firstLater);
    }

    /** The name of the first column that makes the time; empty where the rule file names none. */
    public String column() {
        return time == null ? "" : time.columns().fields().get(0).name();
    }

    /** The place of that column's value in the row's line, from 1. */
    public int columnOf(Row row) {
        return row.columnOf(Math.max(0, columns[0]));
    }
}
