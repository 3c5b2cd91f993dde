package org.leadscore.engine.past;

import java.util.List;
import java.util.stream.Stream;
import org.leadscore.engine.events.CheckedColumns;
import org.leadscore.engine.events.EventCounts;
import org.leadscore.engine.events.EventSink;
import org.leadscore.engine.events.EventUse;
import org.leadscore.engine.events.LogColumns;
import org.leadscore.engine.files.Allowance;
import org.leadscore.engine.files.EventTimes;
import org.leadscore.engine.leads.LeadDirectory;
import org.leadscore.engine.leads.LeadName;
import org.leadscore.engine.leads.Span;
import org.leadscore.rules.condition.Field;
import org.leadscore.score.match.Fields;

/** The use of reading events to know the span of their times. Made by {@link PastReader}. */
final class SpanUse implements EventUse<SpanUse.Kept> {

    /** The earliest and the latest time so far. */
    static final class Kept {

        private long oldest = Long.MAX_VALUE;
        private long newest = Long.MIN_VALUE;

        void see(long time) {
            oldest = Math.min(oldest, time);
            newest = Math.max(newest, time);
        }

        Span span() {
            return newest == Long.MIN_VALUE ? Span.NONE : new Span(oldest, newest);
        }
    }

    private final long now;

    /**
     * A use that leaves out later events, which are mistakes.
     *
     * @param now milliseconds since 1970 UTC
     */
    SpanUse(long now) {
        this.now = now;
    }

    @Override
    public List<Field> columns() {
        return List.of();
    }

    @Override
    public long[] moments() {
        return new long[] {now};
    }

    @Override
    public CheckedColumns checkedColumns() {
        return new CheckedColumns(List.of(), 0);
    }

    @Override
    public List<Kept> nothing(int threads, int leads, Allowance allowance) {
        return Stream.generate(Kept::new).limit(threads).toList();
    }

    @Override
    public EventSink sink(LogColumns columns, LeadDirectory directory, boolean contactsKnown, Kept kept) {
        return new Sink(kept, now);
    }

    @Override
    public void merge(Kept into, Kept from) {
        into.oldest = Math.min(into.oldest, from.oldest);
        into.newest = Math.max(into.newest, from.newest);
    }

    /** Notes the times of the events of one log, whatever their leads. */
    private static final class Sink implements EventSink {

        private final Kept kept;
        private final long now;
        private long later;
        private long seen;

        Sink(Kept kept, long now) {
            this.kept = kept;
            this.now = now;
        }

        @Override
        public boolean take(LeadName of, long time, Fields fields) {
            if (time > now) {
                later++;
                return false;
            }
            seen++;
            kept.see(time);
            return true;
        }

        @Override
        public EventCounts counts() {
            return new EventCounts(0, 0, 0, 0, 0, later, seen, EventTimes.NONE, null, 0);
        }
    }
}
