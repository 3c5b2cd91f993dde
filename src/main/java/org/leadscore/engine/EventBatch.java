package org.leadscore.engine;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.leadscore.score.EventMatcher;
import org.leadscore.score.EventRows;
import org.leadscore.score.Fields;

/**
 * Events that wait for their leads to be looked up together, so that the waits for memory overlap: first all are judged and
 * all leads found, then all their states touched, then all changed. Counts what became of them. Not thread-safe.
 */
final class EventBatch implements EventSink {

    private final LeadDirectory directory;
    private final boolean contactsKnown;
    private final @Nullable LeadDirectory own;
    private final long asOf;
    private final EventMatcher matcher;
    private final EventRows rows;
    private final LeadName[] names = new LeadName[EventRows.ROOM];
    private final long[] entries = new long[EventRows.ROOM];
    private final int[] leads = new int[EventRows.ROOM];
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
     */
    EventBatch(LeadDirectory directory, boolean contactsKnown, boolean exact, long asOf, EventMatcher matcher) {
        this(directory, contactsKnown, contactsKnown ? null : directory, exact, asOf, matcher);
    }

    /** @param own gives the leads whose events are taken in their numbers; null where they have those of {@code directory} */
    EventBatch(
            LeadDirectory directory,
            boolean contactsKnown,
            @Nullable LeadDirectory own,
            boolean exact,
            long asOf,
            EventMatcher matcher) {
        this.directory = directory;
        this.contactsKnown = contactsKnown;
        this.own = own;
        this.asOf = asOf;
        this.matcher = matcher;
        this.rows = matcher.rows();
        Arrays.setAll(names, any -> new LeadName(exact));
    }

    @Override
    public LeadName name() {
        return names[rows.size()];
    }

    @Override
    public void add(long time, Fields fields) {
        if (!matcher.add(time, fields)) {
            addAtOnce(name(), time, fields);
        } else if (rows.isFull()) {
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
        int waiting = rows.size();
        for (int i = 0; i < waiting; i++) {
            entries[i] = directory.firstEntry(names[i].fingerprint());
        }
        for (int i = 0; i < waiting; i++) {
            touched += directory.touch(entries[i]);
        }
        matcher.judge();
        for (int i = 0; i < waiting; i++) {
            leads[i] = count(directory.find(names[i]), names[i], rows.time(i));
        }
        matcher.takeIn(leads);
        rows.clear();
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
        return own == null ? found : own.findOrAdd(name);
    }
}
