package org.leadscore.report.earlier;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.leadscore.report.earlier.PreviousRanking.Before;
import org.leadscore.score.point.Status;

/**
 * The leads that went up and down since an earlier ranking. Made by {@link Changes}, which says what counts as up.
 *
 * @param unchanged number of leads that were compared and have the same place and score
 */
record Movement(Direction up, Direction down, int unchanged) {

    /**
     * The leads that went one way.
     *
     * @param count how many they are
     * @param movers those that moved most, the first first
     */
    record Direction(int count, List<Changes.Mover> movers) {

        Direction {
            movers = List.copyOf(movers);
        }
    }

    /** The places of leads that have not come into a bucket. */
    private static final Set<String> BELOW = Set.of(PreviousRanking.NO_BUCKET, Status.NO_DATA.word());

    /** A lead that moved, while those that moved most are sought. */
    private record Move(Changes.Mover mover, boolean changesBucket, BigDecimal distance) {

        private static final Comparator<Move> ORDER = Comparator.comparing(Move::changesBucket)
                .thenComparing(Move::distance)
                .reversed()
                .thenComparing(move -> move.mover().rank());
    }

    /**
     * Compares all leads that are in both rankings.
     *
     * @param before the lead in the earlier ranking, by rank counted from 0; null for one that was not there
     * @param places the bucket now, or the word that stands for none, by rank
     * @param values the score now, in units of the last decimal, by rank
     * @param buckets names of the buckets, the highest first
     */
    static Movement of(@Nullable Before[] before, String[] places, long[] values, List<String> buckets, int decimals) {
        Most up = new Most();
        Most down = new Most();
        int unchanged = 0;
        for (int i = 0; i < before.length; i++) {
            Before one = before[i];
            BigDecimal score = one == null || one.isNew() ? null : one.score();
            if (one == null
                    || score == null
                    || !PreviousRanking.isScored(places[i]) && !PreviousRanking.isScored(one.place())) {
                continue;
            }
            BigDecimal change = BigDecimal.valueOf(values[i], decimals).subtract(score);
            boolean stays = places[i].equals(one.place());
            int steps = stays ? 0 : steps(one.place(), places[i], buckets);
            int direction = steps == 0 ? change.signum() : Integer.signum(steps);
            if (direction == 0) {
                unchanged += stays ? 1 : 0;
            } else {
                Changes.Mover mover = new Changes.Mover(i + 1, score, one.place());
                (direction > 0 ? up : down).add(new Move(mover, steps != 0, change.abs()));
            }
        }
        return new Movement(up.direction(), down.direction(), unchanged);
    }

    /** Number of buckets from one place up to another, below 0 for down; 0 where they do not stand in one order. */
    private static int steps(String from, String to, List<String> buckets) {
        int before = height(from, buckets);
        int now = height(to, buckets);
        return before < 0 || now < 0 ? 0 : before - now;
    }

    /** Number of buckets that are higher; below 0 for a place that is no bucket of the rules, nor below all of them. */
    private static int height(String place, List<String> buckets) {
        int bucket = buckets.indexOf(place);
        return bucket < 0 && BELOW.contains(place) ? buckets.size() : bucket;
    }

    /** Keeps the leads that moved most. */
    private static final class Most {

        /** The kept leads, the one that moved least at the head. */
        private final PriorityQueue<Move> kept = new PriorityQueue<>(Move.ORDER.reversed());

        private int count;

        void add(Move move) {
            count++;
            kept.add(move);
            if (kept.size() > Changes.MOST_MOVERS) {
                kept.remove();
            }
        }

        Direction direction() {
            List<Move> moves = new ArrayList<>(kept);
            moves.sort(Move.ORDER);
            return new Direction(count, moves.stream().map(Move::mover).toList());
        }
    }
}
