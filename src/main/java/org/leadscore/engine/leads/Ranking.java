package org.leadscore.engine.leads;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.RandomAccess;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.function.IntToLongFunction;
import org.jspecify.annotations.Nullable;
import org.leadscore.engine.files.Workers;
import org.leadscore.lead.TimeFormat;
import org.leadscore.lead.Utf8Slice;
import org.leadscore.rules.Bucket;
import org.leadscore.rules.RuleSet;
import org.leadscore.rules.Scale;
import org.leadscore.score.point.Census;
import org.leadscore.score.point.RankedLead;
import org.leadscore.score.point.Score;
import org.leadscore.score.point.Spread;
import org.leadscore.score.point.Status;

/**
 * The leads in the order of their rank: scored ones first, by score, points, last activity (newest first) and id;
 * customers, those without data and the disqualified ones follow, each in the same order. Only the figures that the order needs are
 * kept; a lead is scored again when its place is asked for.
 */
public final class Ranking extends AbstractList<RankedLead> implements RandomAccess {

    private static final int STEP = 1024;

    private static final int FEW = 1 << 8;

    /** The leads, by rank counted from 0. */
    private final int[] order;

    /** Scores a lead. */
    private final IntFunction<Score> scores;

    /** Reads a little of all that the scoring of a lead needs. */
    private final IntToLongFunction touch;

    /** Sum of all that was only read to bring it near; never of meaning. */
    private volatile long touched;

    private final LeadDirectory directory;
    private final Contacts contacts;

    /** Number of kept columns that are in reports; they are the first ones. */
    private final int reported;

    /** The figures that the order needs, by lead. */
    private final Marks marks;

    private final Census census;

    private Ranking(
            int[] order,
            IntFunction<Score> scores,
            IntToLongFunction touch,
            LeadDirectory directory,
            Contacts contacts,
            int reported,
            Marks marks,
            Census census) {
        this.order = order;
        this.scores = scores;
        this.touch = touch;
        this.directory = directory;
        this.contacts = contacts;
        this.reported = reported;
        this.marks = marks;
        this.census = census;
    }

    /** Hears the score of each lead once, from several threads at once. */
    interface Audience {
        void hear(int lead, Score score);
    }

    /**
     * Scores and ranks all leads.
     *
     * @param scores by lead; asked from several threads at once, as {@code touch} is
     * @param touch reads a little of all that {@code scores} needs of a lead
     * @param audience hears each score
     */
    static Ranking of(
            IntFunction<Score> scores,
            IntToLongFunction touch,
            Audience audience,
            LeadDirectory directory,
            Contacts contacts,
            RuleSet rules,
            Workers workers) {
        int leads = directory.size();
        Marks marks = new Marks(leads, rules.scale());
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
        int[] order = RankOrder.of(leads, marks.keys(), directory::compare, workers.count() > 1);
        int reported = rules.reportColumns().size();
        return new Ranking(order, scores, touch, directory, contacts, reported, marks, marks.census(rules));
    }

    /** Leads by status and bucket. */
    public Census census() {
        return census;
    }

    /** The lead of a rank that is counted from 0. */
    public int leadAt(int index) {
        return order[index];
    }

    /** The ids of the leads, by rank. */
    public List<Utf8Slice> ids() {
        return new AbstractList<>() {
            @Override
            public Utf8Slice get(int index) {
                return directory.slice(order[index]);
            }

            @Override
            public int size() {
                return order.length;
            }
        };
    }

    /** The score of a lead in units of its last decimal. */
    public long value(int lead) {
        return marks.value(lead);
    }

    /** True when the lead is neither a customer nor without data nor disqualified. */
    public boolean isScored(int lead) {
        return marks.statuses[lead] == Status.SCORED;
    }

    /** The name of the lead's bucket; null for a lead in none. */
    public @Nullable String bucket(int lead) {
        return marks.bucketNames[lead];
    }

    /** The rank of a lead, from 1; found by looking through the order. */
    public int rankOf(int lead) {
        int rank = 1;
        while (order[rank - 1] != lead) {
            rank++;
        }
        return rank;
    }

    @Override
    public RankedLead get(int index) {
        int lead = order[index];
        return new RankedLead(index + 1, directory.slice(lead), scores.apply(lead), contacts.slices(lead, reported));
    }

    /**
     * The leads of some ranks: of up to 256 leads a copy, before whose making all that it needs is touched, so that the
     * waits for memory overlap; of more a view.
     */
    @Override
    public List<RankedLead> subList(int from, int to) {
        if (to - from > FEW) {
            return new Part(from, to);
        }
        long read = 0;
        for (int index = from; index < to; index++) {
            read += touchAll(order[index]);
        }
        touched = read;
        List<RankedLead> leads = new ArrayList<>(to - from);
        for (int index = from; index < to; index++) {
            leads.add(get(index));
        }
        return leads;
    }

    /** A view of many leads, of which up to 256 are a copy again. */
    private final class Part extends AbstractList<RankedLead> implements RandomAccess {

        private final int from;
        private final int to;

        Part(int from, int to) {
            Objects.checkFromToIndex(from, to, order.length);
            this.from = from;
            this.to = to;
        }

        @Override
        public RankedLead get(int index) {
            return Ranking.this.get(from + Objects.checkIndex(index, size()));
        }

        @Override
        public int size() {
            return to - from;
        }

        @Override
        public List<RankedLead> subList(int first, int end) {
            Objects.checkFromToIndex(first, end, size());
            return Ranking.this.subList(from + first, from + end);
        }
    }

    /** The leads of some ranks, counted from 1, in the order of these; touched 256 at a time as by {@link #subList}. */
    List<RankedLead> at(List<Integer> ranks) {
        List<RankedLead> leads = new ArrayList<>(ranks.size());
        for (int from = 0; from < ranks.size(); from += FEW) {
            int to = Math.min(ranks.size(), from + FEW);
            long read = 0;
            for (int i = from; i < to; i++) {
                read += touchAll(order[ranks.get(i) - 1]);
            }
            touched = read;
            for (int i = from; i < to; i++) {
                leads.add(get(ranks.get(i) - 1));
            }
        }
        return leads;
    }

    private long touchAll(int lead) {
        return touch.applyAsLong(lead) + directory.touchSpelling(lead) + contacts.touch(lead);
    }

    /** A figure without meaning, whose use keeps the compiler from leaving out the touching of memory. */
    long touched() {
        return touched;
    }

    @Override
    public int size() {
        return order.length;
    }

    /** The figures of each score that the order and the census need. Threads may put different leads at once. */
    private static final class Marks {

        /** The key of a lead that was never active; higher than any, as keys are negative times. */
        private static final long NEVER = Long.MAX_VALUE >> 1;

        private final Status[] statuses;
        private final @Nullable String[] bucketNames;

        /**
         * The first key by lead: the status and the score in one number. Lower, as the others, for leads that rank
         * higher.
         */
        private final long[] firsts;

        /** A number larger than the distance between any two scores, in units of their last decimal. */
        private final long apart;

        /** The second key by lead: the negative points, in millionths. */
        private final long[] points;

        /** The third key by lead: the negative time of the last activity, in milliseconds since 1970 UTC. */
        private final long[] active;

        Marks(int leads, Scale scale) {
            apart = scale.max()
                    .subtract(scale.min())
                    .movePointRight(scale.decimals())
                    .setScale(0, RoundingMode.CEILING)
                    .add(BigDecimal.ONE)
                    .longValueExact();
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
            points[lead] = -score.points();
            active[lead] = score.lastActivity() == TimeFormat.NONE ? NEVER : -score.lastActivity();
        }

        /** The keys, each by lead, the most important first. */
        long[][] keys() {
            return new long[][] {firsts, points, active};
        }

        /** The value to order by. */
        long value(int lead) {
            return place(statuses[lead]) - firsts[lead];
        }

        private long place(Status status) {
            return switch (status) {
                case SCORED -> 0;
                case CUSTOMER -> apart;
                case NO_DATA -> 2 * apart;
                case DISQUALIFIED -> 3 * apart;
            };
        }

        /** Leads by status, and scored ones by bucket and score. */
        Census census(RuleSet rules) {
            List<String> names = rules.buckets().stream().map(Bucket::name).toList();
            int[] inBucket = new int[names.size() + 1];
            Spread.Count spread = new Spread.Count(rules.scale(), names.size());
            int customers = 0;
            int noData = 0;
            int disqualified = 0;
            for (int lead = 0; lead < statuses.length; lead++) {
                switch (statuses[lead]) {
                    case SCORED -> {
                        String name = bucketNames[lead];
                        int bucket = name == null ? names.size() : names.indexOf(name);
                        inBucket[bucket]++;
                        spread.add(bucket, value(lead));
                    }
                    case CUSTOMER -> customers++;
                    case NO_DATA -> noData++;
                    case DISQUALIFIED -> disqualified++;
                }
            }
            Map<String, Integer> buckets = new LinkedHashMap<>();
            for (int i = 0; i < names.size(); i++) {
                buckets.put(names.get(i), inBucket[i]);
            }
            return new Census(buckets, inBucket[names.size()], customers, noData, disqualified, spread.spread());
        }
    }
}
