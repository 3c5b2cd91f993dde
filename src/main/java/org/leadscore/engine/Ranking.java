package org.leadscore.engine;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.RandomAccess;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.leadscore.score.RankedLead;
import org.leadscore.score.Score;
import org.leadscore.score.Status;

/**
 * The leads in the order of their rank: scored ones first, by score, points, last activity (newest first) and id; those
 * without data and the disqualified ones follow, each in the same order. Only what the order needs is kept; an element is
 * scored again when it is asked for.
 */
final class Ranking extends AbstractList<RankedLead> implements RandomAccess {

    private static final int STEP = 1024;

    private final Integer[] order;
    private final IntFunction<Score> scores;
    private final LeadDirectory directory;
    private final Contacts contacts;

    private Ranking(Integer[] order, IntFunction<Score> scores, LeadDirectory directory, Contacts contacts) {
        this.order = order;
        this.scores = scores;
        this.directory = directory;
        this.contacts = contacts;
    }

    /** @param scores by lead; asked from several threads at once */
    static Ranking of(IntFunction<Score> scores, LeadDirectory directory, Contacts contacts, Workers workers) {
        int leads = directory.size();
        Status[] statuses = new Status[leads];
        long[] values = new long[leads];
        long[] points = new long[leads];
        long[] active = new long[leads];
        AtomicInteger next = new AtomicInteger();
        workers.each(() -> {
            for (int from = next.getAndAdd(STEP); from < leads; from = next.getAndAdd(STEP)) {
                for (int lead = from; lead < Math.min(leads, from + STEP); lead++) {
                    Score score = scores.apply(lead);
                    statuses[lead] = score.status();
                    values[lead] = score.value();
                    points[lead] = score.points();
                    active[lead] = score.lastActivity();
                }
            }
            return true;
        });
        Integer[] order = new Integer[leads];
        Arrays.setAll(order, lead -> lead);
        Comparator<Integer> byRank = (left, right) -> {
            int byStatus = statuses[left].compareTo(statuses[right]);
            if (byStatus != 0) {
                return byStatus;
            }
            int byValue = Long.compare(values[right], values[left]);
            if (byValue != 0) {
                return byValue;
            }
            int byPoints = Long.compare(points[right], points[left]);
            if (byPoints != 0) {
                return byPoints;
            }
            int byActivity = Long.compare(active[right], active[left]);
            return byActivity != 0 ? byActivity : directory.compare(left, right);
        };
        if (workers.count() == 1) {
            Arrays.sort(order, byRank);
        } else {
            Arrays.parallelSort(order, byRank);
        }
        return new Ranking(order, scores, directory, contacts);
    }

    @Override
    public RankedLead get(int index) {
        int lead = order[index];
        return new RankedLead(index + 1, directory.spelling(lead), scores.apply(lead), contacts.reported(lead));
    }

    @Override
    public int size() {
        return order.length;
    }
}
