package org.leadscore.engine.leads;

import java.util.Arrays;
import org.leadscore.engine.files.Allowance;
import org.leadscore.engine.people.KnownPersons;
import org.leadscore.lead.TimeFormat;
import org.leadscore.rules.source.OutcomeSource;

/**
 * Rows about who became a customer, kept until it is known which leads there are. Told by {@link OutcomeReader}. Not
 * thread-safe.
 */
public final class Outcomes implements OutcomeSink {

    /** In place of a time: it never was. Later than all times. */
    public static final long NEVER = Long.MAX_VALUE;

    /** In place of a time: it has always been so, or nobody knows since when. Earlier than all times. */
    public static final long ALWAYS = Long.MIN_VALUE;

    /** The outcomes of the leads of a directory. */
    public static final class Joined {

        /** Earliest time of each lead's rows that were won, in milliseconds since 1970 UTC. */
        private final long[] customerSince;

        /** Number of rows of ids that are no leads. */
        private long unmatched;

        /** Number of rows of ids that lead to different leads at once. */
        private long contested;

        /** Number of rows that were won after the end. */
        private long later;

        /** Number of ids that have a row that was won. */
        private int customers;

        /** Number of those ids that are leads. */
        private int known;

        private Joined(int leads) {
            customerSince = new long[leads];
            Arrays.fill(customerSince, NEVER);
        }

        /**
         * The earliest time of a row of the lead that was won, in milliseconds since 1970 UTC; {@link #NEVER} when
         * there is none, {@link #ALWAYS} when a row has no time.
         */
        public long customerSince(int lead) {
            return customerSince[lead];
        }

        /** True when the lead has a row that was won, not after the end. */
        public boolean isCustomer(int lead) {
            return customerSince[lead] != NEVER;
        }

        /** Number of rows of ids that are no leads. */
        public long unmatched() {
            return unmatched;
        }

        /** Number of rows of ids that lead to different leads at once. */
        public long contested() {
            return contested;
        }

        /** Number of rows that were won after the end. */
        public long later() {
            return later;
        }

        /** Number of ids that have a row that was won. */
        public int customers() {
            return customers;
        }

        /** Number of those ids that are leads. */
        public int known() {
            return known;
        }
    }

    /** Bytes of memory for a row when the arrays are doubled. */
    private static final int BYTES_OF_ROW = 2 * (Long.BYTES + Integer.BYTES + 1);

    private final boolean exact;
    private final Allowance allowance;

    /** Numbers the ids of the rows. */
    private final LeadDirectory directory;

    /** Time of each row in milliseconds since 1970 UTC, or {@link TimeFormat#NONE}. */
    private long[] times = new long[1 << 8];

    /** Number of each row's id in {@link #directory}. */
    private int[] leads = new int[1 << 8];

    /** Tells of each row whether it was won. */
    private boolean[] won = new boolean[1 << 8];

    /** Number of rows. */
    private int size;

    /**
     * Outcomes, none yet.
     *
     * @param exact whether the case of ids counts
     */
    private Outcomes(boolean exact, Allowance allowance) {
        this.exact = exact;
        this.allowance = allowance;
        this.directory = new LeadDirectory(allowance);
    }

    /** Outcomes of a source, none yet. */
    public static Outcomes of(OutcomeSource source) {
        return of(source, Allowance.unlimited());
    }

    /** Outcomes of a source, none yet, for whose memory an allowance is asked. */
    public static Outcomes of(OutcomeSource source, Allowance allowance) {
        return new Outcomes(source.lead().exact(), allowance);
    }

    @Override
    public void add(LeadName lead, boolean isWon, long time) {
        if (size == times.length) {
            allowance.take((long) BYTES_OF_ROW * size);
            times = Arrays.copyOf(times, 2 * size);
            leads = Arrays.copyOf(leads, 2 * size);
            won = Arrays.copyOf(won, 2 * size);
        }
        leads[size] = directory.findOrAdd(lead);
        times[size] = time;
        won[size++] = isWon;
    }

    /** The span from the earliest to the latest time of a row that was won; empty when there is none. */
    public Span span() {
        long oldest = Long.MAX_VALUE;
        long newest = Long.MIN_VALUE;
        for (int i = 0; i < size; i++) {
            if (won[i] && times[i] != TimeFormat.NONE) {
                oldest = Math.min(oldest, times[i]);
                newest = Math.max(newest, times[i]);
            }
        }
        return new Span(oldest, newest);
    }

    /** The id that comes first by code point of those that have a row that was won; empty when there is none. */
    public String firstCustomer() {
        int first = -1;
        for (int i = 0; i < size; i++) {
            if (won[i] && (first < 0 || directory.compare(leads[i], first) < 0)) {
                first = leads[i];
            }
        }
        return first < 0 ? "" : directory.spelling(first);
    }

    /**
     * Finds the leads of the rows.
     *
     * @param identities say to which lead an id led at the time of a row; a row without a time is taken for one at the end
     * @param end rows that were won later count for nothing; milliseconds since 1970 UTC
     */
    public Joined join(LeadDirectory known, Identities identities, long end) {
        int[] numbers = new int[directory.size()];
        LeadName name = new LeadName(exact);
        int[] linked = new int[numbers.length];
        for (int i = 0; i < numbers.length; i++) {
            name.set(directory.spelling(i));
            numbers[i] = known.find(name);
            linked[i] = identities.find(name);
        }
        allowance.take((long) Long.BYTES * known.size());
        Joined joined = new Joined(known.size());
        boolean[] isCustomer = new boolean[numbers.length];
        for (int i = 0; i < size; i++) {
            int lead = numbers[leads[i]];
            isCustomer[leads[i]] |= won[i];
            if (linked[leads[i]] >= 0) {
                int id = identities.lead(linked[leads[i]], times[i] == TimeFormat.NONE ? end : times[i]);
                if (id == KnownPersons.CONTESTED) {
                    joined.contested++;
                    continue;
                }
                name.set(id < 0 ? "" : identities.spelling(id));
                lead = id < 0 ? LeadDirectory.UNKNOWN : known.find(name);
                numbers[leads[i]] = Math.max(numbers[leads[i]], lead);
            }
            if (lead < 0) {
                joined.unmatched++;
            } else if (won[i] && times[i] != TimeFormat.NONE && times[i] > end) {
                joined.later++;
            } else if (won[i]) {
                long time = times[i] == TimeFormat.NONE ? ALWAYS : times[i];
                joined.customerSince[lead] = Math.min(joined.customerSince[lead], time);
            }
        }
        for (int i = 0; i < numbers.length; i++) {
            joined.customers += isCustomer[i] ? 1 : 0;
            joined.known += isCustomer[i] && numbers[i] >= 0 ? 1 : 0;
        }
        return joined;
    }
}
