package org.leadscore.engine.files;

/**
 * The numbers of a source's rows by how they were used. Each row counts once, in the order of the components; the
 * counts add up to {@code rows}, or else the constructor throws.
 *
 * @param rejected rows that could not be read
 * @param anonymous rows of nobody: of a log, those whose id is blank; of other sources, those that are blank altogether
 * @param duplicate rows that say again what another row says
 * @param contested rows whose id leads to different leads at once
 * @param suppressed rows of leads who objected
 * @param unmatched rows of ids that are no leads
 * @param later rows after the as-of time
 * @param matched rows that were used
 * @param times of the rows; none where the source has no times, or nobody asked
 * @param leftOut rows that do not count, as the source says; they come before all others
 */
public record Tally(
        String source,
        long rows,
        long rejected,
        long anonymous,
        long duplicate,
        long contested,
        long suppressed,
        long unmatched,
        long later,
        long matched,
        EventTimes times,
        long leftOut) {

    /** The tally of a source in which no row is contested. */
    public Tally(
            String source,
            long rows,
            long rejected,
            long anonymous,
            long duplicate,
            long suppressed,
            long unmatched,
            long later,
            long matched,
            EventTimes times) {
        this(source, rows, rejected, anonymous, duplicate, 0, suppressed, unmatched, later, matched, times, 0);
    }

    /** The tally of a source without times. */
    public Tally(
            String source,
            long rows,
            long rejected,
            long anonymous,
            long duplicate,
            long suppressed,
            long unmatched,
            long later,
            long matched) {
        this(source, rows, rejected, anonymous, duplicate, suppressed, unmatched, later, matched, EventTimes.NONE);
    }

    /** The number of rows that could be read and count. */
    public long readable() {
        return rows - leftOut - rejected;
    }

    public Tally {
        if (rows != leftOut + rejected + anonymous + duplicate + contested + suppressed + unmatched + later + matched) {
            throw new IllegalArgumentException("the counts of " + source + " do not add up");
        }
    }
}
