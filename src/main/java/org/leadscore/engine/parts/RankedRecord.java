package org.leadscore.engine.parts;

import java.util.Arrays;
import java.util.List;
import org.leadscore.lead.Packing;
import org.leadscore.lead.Unpacking;
import org.leadscore.score.point.Score;
import org.leadscore.score.point.Status;

/**
 * A scored lead on disk that waits for its rank: the figures that the order, hand-offs and reports need, and its row of
 * the ranking, which is copied unread. A view of one record after another; records are written by {@link PartScorer},
 * read by {@link SortedRuns}. Not thread-safe.
 */
final class RankedRecord implements Comparable<RankedRecord> {

    /** The statuses in the order of the ranking. */
    private static final List<Status> STATUSES = List.of(Status.values());

    private static final int SCORED = STATUSES.indexOf(Status.SCORED);

    /** Index of the lead's status in {@link #STATUSES}. */
    private long status;

    /** The score in units of its last decimal. */
    private long value;

    /** The points in millionths. */
    private long points;

    /** Time of the last activity, in milliseconds since 1970 UTC, or the least of all longs. */
    private long lastActivity;

    /** Tells whether the lead is in the highest bucket. */
    private boolean isBest;

    /** Tells whether the lead became a customer. */
    private boolean isCustomer;

    /** Numbers of the ledger's entries that are about the lead. */
    private int[] remembered = {};

    /** The block in which the record lies; all indexes below are in it. */
    private byte[] bytes = {};

    /** Index at which the record begins. */
    private int begin;

    /** Index at which the standing begins. */
    private int standing;

    /** Index at which the row of the ranking begins. */
    private int row;

    /** Index behind the record. */
    private int end;

    /** Index at which the id begins. */
    private int idStart;

    /** Length of the id in bytes. */
    private int idLength;

    /**
     * The figures of a lead beside its score.
     *
     * @param isBest whether it is in the highest bucket
     * @param isCustomer whether it became a customer
     * @param remembered numbers of the ledger's entries that are about it
     * @param standing as {@code Standings} packs it
     */
    record More(boolean isBest, boolean isCustomer, List<Integer> remembered, Packing standing) {}

    /**
     * Writes a lead.
     *
     * @param row as {@link ReportRow} writes it
     */
    static void pack(Score score, More more, Packing row, Packing out) {
        Packing inner = new Packing();
        inner.number(STATUSES.indexOf(score.status()));
        inner.number(score.value());
        inner.number(score.points());
        inner.number(score.lastActivity());
        inner.number((more.isBest() ? 1 : 0) | (more.isCustomer() ? 2 : 0));
        inner.number(more.remembered().size());
        more.remembered().forEach(inner::number);
        inner.bytes(more.standing());
        inner.append(row);
        out.bytes(inner);
    }

    /** Goes to the next record. */
    void read(byte[] block, Unpacking in) {
        int length = (int) in.number();
        bytes = block;
        begin = in.at();
        end = begin + length;
        status = in.number();
        value = in.number();
        points = in.number();
        lastActivity = in.number();
        long flags = in.number();
        isBest = (flags & 1) != 0;
        isCustomer = (flags & 2) != 0;
        remembered = new int[(int) in.number()];
        for (int i = 0; i < remembered.length; i++) {
            remembered[i] = (int) in.number();
        }
        int standingLength = (int) in.number();
        standing = in.at();
        in.skip(standingLength);
        row = in.at();
        idLength = (int) in.number();
        idStart = in.at();
        in.skip(end - idStart);
    }

    /** Compares as {@code Ranking} orders leads. */
    @Override
    public int compareTo(RankedRecord other) {
        if (status != other.status) {
            return Long.compare(status, other.status);
        }
        if (value != other.value) {
            return Long.compare(other.value, value);
        }
        if (points != other.points) {
            return Long.compare(other.points, points);
        }
        if (lastActivity != other.lastActivity) { // who was never active has the least of all
            return Long.compare(other.lastActivity, lastActivity);
        }
        return Arrays.compareUnsigned(
                bytes, idStart, idStart + idLength, other.bytes, other.idStart, other.idStart + other.idLength);
    }

    boolean isScored() {
        return status == SCORED;
    }

    /** The score in units of its last decimal. */
    long value() {
        return value;
    }

    /** True when the lead is in the highest bucket. */
    boolean isBest() {
        return isBest;
    }

    boolean isCustomer() {
        return isCustomer;
    }

    /** The numbers of the ledger's entries that are about the lead. */
    int[] remembered() {
        return remembered;
    }

    Unpacking standing() {
        return new Unpacking(bytes, standing);
    }

    Unpacking row() {
        return new Unpacking(bytes, row);
    }

    /** Writes the whole record as {@link #pack} does. */
    void append(Packing out) {
        out.bytes(bytes, begin, end - begin);
    }

    void appendRow(Packing out) {
        out.append(bytes, row, end - row);
    }

    void appendStanding(Packing out) {
        out.append(bytes, standing, row - standing);
    }
}
