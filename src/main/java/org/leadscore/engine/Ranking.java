package org.leadscore.engine;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.RandomAccess;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.leadscore.rules.Bucket;
import org.leadscore.rules.RuleSet;
import org.leadscore.score.Census;
import org.leadscore.score.RankedLead;
import org.leadscore.score.Score;
import org.leadscore.score.Status;

/**
 * The leads in the order of their rank: scored ones first, by score, points, last activity (newest first) and id; those
 * without data and the disqualified ones follow, each in the same order. Only what the order needs is kept; a lead is
 * scored again when its place is asked for.
 */
final class Ranking extends AbstractList<RankedLead> implements RandomAccess {

    private static final int STEP = 1024;

    private final Integer[] order;
    private final IntFunction<Score> scores;
    private final LeadDirectory directory;
    private final Contacts contacts;
    private final int reported;
    private final Marks marks;
    private final Census census;

    private Ranking(
            Integer[] order,
            IntFunction<Score> scores,
            LeadDirectory directory,
            Contacts contacts,
            int reported,
            Marks marks,
            Census census) {
        this.order = order;
        this.scores = scores;
        this.directory = directory;
        this.contacts = contacts;
        this.reported = reported;
        this.marks = marks;
        this.census = census;
    }

    /** Told the score of each lead once, from several threads at once. */
    interface Audience {
        void hear(int lead, Score score);
    }

    /** @param scores by lead; asked from several threads at once */
    static Ranking of(
            IntFunction<Score> scores,
            Audience audience,
            LeadDirectory directory,
            Contacts contacts,
            RuleSet rules,
            Workers workers) {
        int leads = directory.size();
        Marks marks = new Marks(leads);
        AtomicInteger next = new AtomicInteger();
        workers.each(() -> {
            for (int from = next.getAndAdd(STEP); from < leads; from = next.getAndAdd(STEP)) {
                for (int lead = from; lead < Math.min(leads, from + STEP); lead++) {
                    Score score = scores.apply(lead);
                    marks.put(lead, score);
                    audience.hear(lead, score);
                }
            }
            return true;
        });
        Integer[] order = new Integer[leads];
        Arrays.setAll(order, lead -> lead);
        Comparator<Integer> byRank = (left, right) -> {
            int byMarks = marks.compare(left, right);
            return byMarks != 0 ? byMarks : directory.compare(left, right);
        };
        if (workers.count() == 1) {
            Arrays.sort(order, byRank);
        } else {
            Arrays.parallelSort(order, byRank);
        }
        int reported = rules.reportColumns().size();
        return new Ranking(order, scores, directory, contacts, reported, marks, marks.census(rules.buckets()));
    }

    Census census() {
        return census;
    }

    /** The lead of a rank that is counted from 0. */
    int leadAt(int index) {
        return order[index];
    }

    /** The score of a lead in units of its last decimal. */
    long value(int lead) {
        return marks.value(lead);
    }

    boolean isScored(int lead) {
        return marks.statuses[lead] == Status.SCORED;
    }

    /** Null for a lead in no bucket. */
    @Nullable
    String bucket(int lead) {
        return marks.bucketNames[lead];
    }

    /** From 1. */
    int rankOf(int lead) {
        return Arrays.asList(order).indexOf(lead) + 1;
    }

    @Override
    public RankedLead get(int index) {
        int lead = order[index];
        List<String> fields = contacts.kept(lead).subList(0, reported);
        return new RankedLead(index + 1, directory.spelling(lead), scores.apply(lead), fields);
    }

    @Override
    public int size() {
        return order.length;
    }

    /**
     * What the order and the census need of each score. Threads may put different leads at once. {@code firsts} is the status
     * and the score in one number, less for who ranks higher: scores lie within ±2^50 units.
     */
    private static final class Marks {

        private final Status[] statuses;
        private final @Nullable String[] bucketNames;
        private final long[] firsts;
        private final long[] points;
        private final long[] active;

        Marks(int leads) {
            statuses = new Status[leads];
            bucketNames = new String[leads];
            firsts = new long[leads];
            points = new long[leads];
            active = new long[leads];
        }

        void put(int lead, Score score) {
            statuses[lead] = score.status();
            bucketNames[lead] = score.bucket();
            firsts[lead] = place(score.status()) - score.value();
            points[lead] = score.points();
            active[lead] = score.lastActivity();
        }

        /** Below 0 when the left one ranks higher; 0 when only their ids can tell. */
        int compare(int left, int right) {
            int byFirst = Long.compare(firsts[left], firsts[right]);
            if (byFirst != 0) {
                return byFirst;
            }
            int byPoints = Long.compare(points[right], points[left]);
            return byPoints != 0 ? byPoints : Long.compare(active[right], active[left]);
        }

        long value(int lead) {
            return place(statuses[lead]) - firsts[lead];
        }

        private static long place(Status status) {
            return switch (status) {
                case SCORED -> 0;
                case NO_DATA -> 1L << 52;
                case DISQUALIFIED -> 1L << 53;
            };
        }

        Census census(List<Bucket> buckets) {
            Map<String, Integer> counts = new LinkedHashMap<>();
            buckets.forEach(bucket -> counts.put(bucket.name(), 0));
            Map<Status, Integer> others = new EnumMap<>(Status.class);
            for (int lead = 0; lead < statuses.length; lead++) {
                String bucket = bucketNames[lead];
                if (bucket == null) {
                    others.merge(statuses[lead], 1, Integer::sum);
                } else {
                    counts.merge(bucket, 1, Integer::sum);
                }
            }
            return new Census(
                    counts,
                    others.getOrDefault(Status.SCORED, 0),
                    others.getOrDefault(Status.NO_DATA, 0),
                    others.getOrDefault(Status.DISQUALIFIED, 0));
        }
    }
}
