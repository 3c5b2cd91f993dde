package org.leadscore.engine.past;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.leadscore.engine.events.CheckedColumns;
import org.leadscore.engine.events.EventCounts;
import org.leadscore.engine.events.EventSink;
import org.leadscore.engine.events.EventUse;
import org.leadscore.engine.events.LogColumns;
import org.leadscore.engine.files.Allowance;
import org.leadscore.engine.leads.LeadDirectory;
import org.leadscore.engine.leads.LeadName;
import org.leadscore.rules.condition.Field;
import org.leadscore.rules.made.Several;
import org.leadscore.score.match.Fields;

/** The use of reading events for snapshots and for their traits besides. Made by {@link PastReader}. */
final class TraitUse implements EventUse<TraitUse.Kept> {

    /** The snapshots and the traits of the events. */
    record Kept(SnapshotUse.Kept snapshots, Traits traits) {}

    private final SnapshotUse snapshots;
    private final List<Field> columns;
    private final int others;

    /**
     * A use for these snapshots.
     *
     * @param traits the columns to look at besides those that the snapshots need
     */
    TraitUse(SnapshotUse snapshots, List<Field> traits) {
        this.snapshots = snapshots;
        this.columns = new ArrayList<>(snapshots.columns());
        this.others = columns.size();
        columns.addAll(traits);
    }

    @Override
    public List<Field> columns() {
        return columns;
    }

    @Override
    public long[] moments() {
        return snapshots.moments();
    }

    @Override
    public CheckedColumns checkedColumns() {
        return snapshots.checkedColumns().and(columns.size() - others);
    }

    @Override
    public List<Kept> nothing(int threads, int leads, Allowance allowance) {
        return snapshots.nothing(threads, leads, allowance).stream()
                .map(each -> new Kept(each, new Traits()))
                .toList();
    }

    @Override
    public boolean knowsPersons() {
        return true;
    }

    @Override
    public EventSink sink(LogColumns fields, LeadDirectory directory, boolean contactsKnown, Kept kept) {
        LogColumns first = new LogColumns(fields.source(), columns.subList(0, others), fields.misread());
        SnapshotSink inner = snapshots.sink(first, directory, contactsKnown, kept.snapshots());
        return new Sink(inner, fields, others, kept.traits());
    }

    @Override
    public void merge(Kept into, Kept from) {
        snapshots.merge(into.snapshots(), from.snapshots());
        into.traits().merge(from.traits());
    }

    /** Gives each event to the snapshots, and looks at its traits if its lead counts there. */
    private static final class Sink implements EventSink {

        private final SnapshotSink inner;
        private final LogColumns columns;
        private final int from;
        private final Traits traits;
        private final List<String> constants = new ArrayList<>();
        private final List<@Nullable String> splits = new ArrayList<>();

        Sink(SnapshotSink inner, LogColumns columns, int from, Traits traits) {
            this.inner = inner;
            this.columns = columns;
            this.from = from;
            this.traits = traits;
            for (String constant : columns.constants()) {
                constants.add(constant == null ? "" : constant);
            }
            for (Field field : columns.fields()) {
                splits.add(columns.source().dialect().split(columns.nameOf(field)));
            }
        }

        @Override
        public boolean take(LeadName of, long time, Fields fields) {
            if (!inner.take(of, time, fields)) {
                return false;
            }
            each(fields, (column, value) -> traits.see(inner.lead(), column, value, inner.from()));
            return true;
        }

        @Override
        public void takeUntil(LeadName of, long time, long until, Fields fields) {
            inner.takeUntil(of, time, until, fields);
            for (int i = 0; i < inner.moments(); i++) {
                int moment = i;
                if (inner.leadAt(moment) >= 0) {
                    each(fields, (column, value) -> traits.seeAt(moment, inner.leadAt(moment), column, value));
                }
            }
        }

        /** Hands over the values of an event by the names of their columns. */
        private void each(Fields fields, BiConsumer<String, String> taker) {
            for (int i = from; i < columns.fields().size(); i++) {
                String constant = constants.get(i);
                String text = constant.isEmpty()
                        ? new String(fields.bytes(), fields.start(i), fields.length(i), UTF_8)
                        : constant;
                Field field = columns.fields().get(i);
                for (String value : Several.values(text, splits.get(i))) {
                    taker.accept(field.kind() == Field.Kind.EVENT ? Trait.EVENT : field.name(), value);
                }
            }
        }

        @Override
        public void tellAgain(LeadName of, long time, Fields fields) {
            inner.tellAgain(of, time, fields);
        }

        @Override
        public EventCounts counts() {
            return inner.counts();
        }
    }
}
