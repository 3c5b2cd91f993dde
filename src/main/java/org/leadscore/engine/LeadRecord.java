package org.leadscore.engine;

import java.util.Arrays;
import java.util.List;
import org.leadscore.lead.Packing;
import org.leadscore.lead.Unpacking;
import org.leadscore.score.Score;
import org.leadscore.score.Status;

/**
 * A scored lead that waits for its rank: what the order needs, what hand-offs and reports need, and all that a row of the
 * ranking says, which is copied without a look. A view of one record after another. Not thread-safe.
 */
final class LeadRecord implements Comparable<LeadRecord> {

    /** In the order of the ranking. */
    private static final List<Status> STATUSES = List.of(Status.values());

    private static final int SCORED = STATUSES.indexOf(Status.SCORED);

    private long status;
    private long value;
    private long points;
    private long lastActivity;
    private boolean isBest;
    private boolean isCustomer;
    private int[] remembered = {};
    private byte[] bytes = {};
    private int begin;
    private int standing;
    private int row;
    private int end;
    private int idStart;
    private int idLength;

    /** Beside the lead itself. */
    record More(boolean isBest, boolean isCustomer, List<Integer> remembered, Packing standing) {}

    /**
     * Writes a lead.
     *
     * @param row as {@link RowBytes} writes it
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

    /** As {@link Ranking} orders leads. */
    @Override
    public int compareTo(LeadRecord other) {
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

    /** Whether it is in the highest bucket. */
    boolean isBest() {
        return isBest;
    }

    boolean isCustomer() {
        return isCustomer;
    }

    /** Which entries of the ledger are about it. */
    int[] remembered() {
        return remembered;
    }

    Unpacking standing() {
        return new Unpacking(bytes, standing);
    }

    Unpacking row() {
        return new Unpacking(bytes, row);
    }

    /** Writes all of it as {@link #pack} does. */
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
