package org.leadscore.engine.files;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leadscore.ingest.row.Reject;
import org.leadscore.problem.InputException;

/** Judges by its tally whether a source could be read at all, and whether its rows are those of the leads. */
public final class SourceChecks {

    private SourceChecks() {}

    /**
     * Demands that each source has a row that can be read, unless it is empty.
     *
     * @param rejects of all sources, one after the other
     * @throws InputException for the first source all of whose rows were rejected
     */
    public static void requireReadable(List<Tally> tallies, List<Reject> rejects) {
        int from = 0;
        for (Tally tally : tallies) {
            int to = from + (int) tally.rejected();
            requireReadable(tally, rejects.subList(from, to));
            from = to;
        }
    }

    /**
     * Demands that the source has a row that can be read, unless it is empty.
     *
     * @throws InputException when all of its rows were rejected
     */
    public static void requireReadable(Tally tally, List<Reject> rejects) {
        InputException unreadable =
                unreadable(tally.source(), tally.rows() - tally.leftOut(), tally.rejected(), rejects);
        if (unreadable != null) {
            throw unreadable;
        }
    }

    /**
     * The error for a source in which every row was rejected, or null if at least one row was read or the source is
     * empty.
     */
    public static @Nullable InputException unreadable(String source, long rows, long rejected, List<Reject> rejects) {
        return rows == 0 || rejected < rows
                ? null
                : new InputException(
                        rejects.get(0).message() + "; none of the " + rows + " rows of '" + source + "' can be read");
    }

    /**
     * True when at least half of the contacts were known by the as-of time; of a list that is mostly later nothing
     * follows from events that belong to nobody.
     */
    public static boolean isMostlyKnown(Tally contacts) {
        return contacts.matched() >= contacts.later();
    }

    /**
     * Warns of what was read and may be wrong, and of logs none of whose readable rows names its lead, or belongs to a lead
     * of the contact list.
     *
     * @param contactsKnown false without a contact list, where each event has a lead
     */
    public static List<String> warnings(List<Tally> logs, boolean contactsKnown, Exports exports) {
        List<String> warnings = new ArrayList<>(exports.doubts());
        for (Tally log : logs) {
            if (log.leftOut() > 0 && log.leftOut() == log.rows()) {
                warnings.add("every row of '" + log.source() + "' is left out; is 'leave-out' right?");
            }
            if (log.anonymous() > 0 && log.anonymous() == log.readable()) {
                warnings.add("no event of '" + log.source() + "' names its lead: the id is blank"
                        + (exports.areIdsLinked() ? ", or leads to nobody," : "") + " in " + log.anonymous()
                        + " of " + log.rows() + " rows; is 'lead' the right column?");
            }
            long readable = log.readable() - log.anonymous() - log.duplicate() - log.contested() - log.suppressed();
            if (contactsKnown && readable > 0 && log.unmatched() == readable) {
                warnings.add("no event of '" + log.source()
                        + "' belongs to a lead of the contact list; is 'lead' the right column, here and there?");
            }
        }
        return warnings;
    }
}
