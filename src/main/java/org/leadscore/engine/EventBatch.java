package org.leadscore.engine;

import java.util.Arrays;
import org.leadscore.score.EventMatcher;
import org.leadscore.score.Fields;
import org.leadscore.score.LeadStates;

/**
 * Events that wait for their leads to be looked up together, so that the waits for memory overlap: first all leads are found,
 * then all their states touched, then all changed. Counts what became of them. Not thread-safe.
 */
final class EventBatch implements EventSink {

    private static final int ROOM = 256;

    private final LeadDirectory directory;
    private final boolean contactsKnown;
    private final long asOf;
    private final EventMatcher matcher;
    private final LeadStates states;
    private final LeadName[] names = new LeadName[ROOM];
    private final int[] leads = new int[ROOM];
    private final long[] fingerprints = new long[ROOM];
    private final long[] entries = new long[ROOM];
    private final long[] times = new long[ROOM];
    private final int[] judgements = new int[ROOM];
    private final long[] values;
    private final int valuesPerEvent;
    private int waiting;
    private long touched;
    private long suppressed;
    private long unmatched;
    private long later;
    private long matched;

    /**
     * An empty batch.
     *
     * @param contactsKnown false to take every lead that is seen into the directory
     * @param exact whether the case of ids counts
     * @param states those that the matcher fills
     */
    EventBatch(
            LeadDirectory directory,
            boolean contactsKnown,
            boolean exact,
            long asOf,
            EventMatcher matcher,
            LeadStates states) {
        this.directory = directory;
        this.contactsKnown = contactsKnown;
        this.asOf = asOf;
        this.matcher = matcher;
        this.states = states;
        this.valuesPerEvent = matcher.valuesPerEvent();
        this.values = new long[ROOM * valuesPerEvent];
        Arrays.setAll(names, any -> new LeadName(exact));
    }

    @Override
    public LeadName name() {
        return names[waiting];
    }

    @Override
    public void add(long time, Fields fields) {
        int judgement = matcher.prepare(fields, values, waiting * valuesPerEvent);
        if (judgement == EventMatcher.AT_ONCE) {
            addAtOnce(names[waiting], time, fields);
            return;
        }
        times[waiting] = time;
        fingerprints[waiting] = names[waiting].fingerprint();
        judgements[waiting] = judgement;
        if (++waiting == ROOM) {
            flush();
        }
    }

    @Override
    public void addAtOnce(LeadName name, long time, Fields fields) {
        int lead = count(directory.find(name), name, time);
        if (lead >= 0) {
            matcher.see(lead, time, fields);
        }
    }

    @Override
    public void flush() {
        for (int i = 0; i < waiting; i++) {
            entries[i] = directory.firstEntry(fingerprints[i]);
        }
        for (int i = 0; i < waiting; i++) {
            touched += directory.touch(entries[i]);
        }
        for (int i = 0; i < waiting; i++) {
            leads[i] = directory.find(names[i]);
        }
        for (int step = 0; step < LeadStates.TOUCHES; step++) {
            for (int i = 0; i < waiting; i++) {
                touched += leads[i] < 0 ? 0 : states.touch(leads[i], step);
            }
        }
        for (int i = 0; i < waiting; i++) {
            int lead = count(leads[i], names[i], times[i]);
            if (lead >= 0) {
                matcher.see(lead, times[i], judgements[i], values, i * valuesPerEvent);
            }
        }
        waiting = 0;
    }

    @Override
    public long suppressed() {
        return suppressed;
    }

    @Override
    public long unmatched() {
        return unmatched;
    }

    @Override
    public long later() {
        return later;
    }

    @Override
    public long matched() {
        return matched;
    }

    /** A figure without meaning, which keeps the touching of memory from being left out. */
    long touched() {
        return touched;
    }

    /** The lead whose event is to be taken in, or {@link LeadDirectory#UNKNOWN} when it is not. */
    private int count(int found, LeadName name, long time) {
        if (found == LeadDirectory.SUPPRESSED) {
            suppressed++;
            return LeadDirectory.UNKNOWN;
        }
        if (contactsKnown && found == LeadDirectory.UNKNOWN) {
            unmatched++;
            return LeadDirectory.UNKNOWN;
        }
        if (time > asOf) {
            later++;
            return LeadDirectory.UNKNOWN;
        }
        matched++;
        return contactsKnown ? found : directory.findOrAdd(name);
    }
}
