package org.leadscore.engine;

import java.util.Arrays;
import org.leadscore.lead.TimeFormat;
import org.leadscore.rules.LeadKey;
import org.leadscore.rules.OutcomeSource;

/** Rows about who became a customer, kept until it is known who the leads are. */
final class Outcomes implements OutcomeSink {

    /** What the rows say of the leads. */
    static final class Joined {

        private final long[] customerSince;
        private long unmatched;
        private long later;
        private int customers;
        private int known;

        private Joined(int leads) {
            customerSince = new long[leads];
            Arrays.fill(customerSince, Past.NEVER);
        }

        /** The earliest time of a row of the lead that was won, or {@link Past#NEVER}, or {@link Past#ALWAYS}. */
        long customerSince(int lead) {
            return customerSince[lead];
        }

        /** Rows of nobody that is a lead. */
        long unmatched() {
            return unmatched;
        }

        /** Rows that were won after the end. */
        long later() {
            return later;
        }

        /** How many ids have a row that was won. */
        int customers() {
            return customers;
        }

        /** How many of them are leads. */
        int known() {
            return known;
        }
    }

    /** Of a row, where there is to be room for the next ones too. */
    private static final int BYTES_OF_ROW = 2 * (Long.BYTES + Integer.BYTES + 1);

    private final boolean exact;
    private final Allowance allowance;
    private final LeadDirectory directory;
    private long[] times = new long[1 << 8];
    private int[] leads = new int[1 << 8];
    private boolean[] won = new boolean[1 << 8];
    private int size;

    /** @param exact whether the case of ids counts */
    private Outcomes(boolean exact, Allowance allowance) {
        this.exact = exact;
        this.allowance = allowance;
        this.directory = new LeadDirectory(allowance);
    }

    /** Of the leads of these outcomes. */
    static Outcomes of(OutcomeSource source) {
        return of(source, Allowance.unlimited());
    }

    /** Likewise. */
    static Outcomes of(OutcomeSource source, Allowance allowance) {
        return new Outcomes(source.lead() instanceof LeadKey.Named named && named.exact(), allowance);
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

    /** From the earliest to the latest time of a row that was won. */
    Span span() {
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

    /** Of the ids that have a row that was won the first by code point; empty when there is none. */
    String firstCustomer() {
        int first = -1;
        for (int i = 0; i < size; i++) {
            if (won[i] && (first < 0 || directory.compare(leads[i], first) < 0)) {
                first = leads[i];
            }
        }
        return first < 0 ? "" : directory.spelling(first);
    }

    /** @param end rows that were won later count for nothing */
    Joined join(LeadDirectory known, long end) {
        int[] numbers = new int[directory.size()];
        LeadName name = new LeadName(exact);
        for (int i = 0; i < numbers.length; i++) {
            name.set(directory.spelling(i));
            numbers[i] = known.find(name);
        }
        Joined joined = new Joined(known.size());
        boolean[] isCustomer = new boolean[numbers.length];
        for (int i = 0; i < size; i++) {
            int lead = numbers[leads[i]];
            isCustomer[leads[i]] |= won[i];
            if (lead < 0) {
                joined.unmatched++;
            } else if (won[i] && times[i] != TimeFormat.NONE && times[i] > end) {
                joined.later++;
            } else if (won[i]) {
                long time = times[i] == TimeFormat.NONE ? Past.ALWAYS : times[i];
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
