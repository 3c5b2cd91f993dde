package org.leadscore.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.leadscore.ingest.Row;
import org.leadscore.ingest.RowHandler;
import org.leadscore.ingest.Table;
import org.leadscore.lead.Text;
import org.leadscore.lead.TimeFormat;
import org.leadscore.rules.EventName;
import org.leadscore.rules.EventSource;
import org.leadscore.rules.Field;
import org.leadscore.score.EventMatcher;
import org.leadscore.score.EventPlan;
import org.leadscore.score.LeadStates;

/** One thread's share of one log: takes rows into the thread's states and counts what became of them. Not thread-safe. */
final class LogShare implements RowHandler {

    /** What all shares of a log have in common. */
    record Log(
            EventSource source,
            EventPlan plan,
            LeadDirectory directory,
            boolean contactsKnown,
            EventKeys keys,
            Set<EventKeys.Key> contested) {}

    private final Log log;
    private final EventSource source;
    private final List<Field> columns;
    private final EventBatch batch;
    private final NumberTrouble numbers = new NumberTrouble();
    private final Map<EventKeys.Key, StoredEvent> stored = new HashMap<>();
    private final MessageDigest digest = EventKeys.digest();
    private long duplicates;

    private int file;
    private BoundRow bound = new BoundRow(new int[0]);
    private int[] leadColumns = {};
    private int[] timeColumns = {};
    private int[] keyColumns = {};
    private @Nullable Row row;
    private @Nullable StoredEvent waiting;

    LogShare(Log log, LeadStates states) {
        this.log = log;
        this.source = log.source();
        this.columns = log.plan().columns();
        EventMatcher matcher = new EventMatcher(
                log.plan(),
                states,
                columns.stream().map(this::constant).toList(),
                columns.stream()
                        .map(column -> source.dialect()
                                .reading(nameOf(column), log.plan().asOf()))
                        .toList(),
                this::notANumber);
        this.batch = new EventBatch(
                log.directory(),
                log.contactsKnown(),
                source.lead().exact(),
                log.plan().asOf(),
                matcher,
                states);
    }

    /** The rows to come are those of this table. */
    void turnTo(Table table, int fileNumber) {
        file = fileNumber;
        bound = new BoundRow(columns.stream()
                .mapToInt(column -> table.indexOf(nameOf(column)))
                .toArray());
        leadColumns = ColumnBinding.of(source.lead().columns(), table);
        timeColumns = ColumnBinding.of(source.time().columns(), table);
        keyColumns = ColumnBinding.of(source.key(), table);
    }

    /** The columns of a table that a log cannot do without, for {@link Table#expect}. */
    static int[] expected(EventSource source, Table table) {
        return new int[] {
            ColumnBinding.of(source.lead().columns(), table)[0],
            ColumnBinding.of(source.time().columns(), table)[0]
        };
    }

    @Override
    public void row(Row next) {
        row = next;
        LeadName name = batch.name();
        if (leadColumns.length == 1) {
            name.set(next.bytes(), next.start(leadColumns[0]), next.length(leadColumns[0]));
        } else {
            name.set(ColumnBinding.joined(next, leadColumns));
        }
        if (name.isBlank()) {
            next.reject(leadColumns[0], "the id of the lead is blank");
            return;
        }
        long time = timeOf(next);
        if (time == TimeFormat.NONE) {
            next.reject(timeColumns[0], notATime(ColumnBinding.joined(next, timeColumns)));
            return;
        }
        if (keyColumns.length == 0 || isFirstOfItsKey(next, name, time)) {
            batch.add(time, bound.with(next));
        }
    }

    private long timeOf(Row next) {
        TimeFormat format = source.time().format();
        return timeColumns.length == 1
                ? format.millis(next.bytes(), next.start(timeColumns[0]), next.length(timeColumns[0]))
                : format.millis(ColumnBinding.joined(next, timeColumns));
    }

    /** Also keeps for later what can only be told when the log has been read. */
    private boolean isFirstOfItsKey(Row next, LeadName name, long time) {
        String keyText = keyText(next);
        if (keyText.isEmpty()) {
            return true;
        }
        EventKeys.Key key = EventKeys.key(digest, keyText);
        String text = rowText(next);
        if (log.contested().contains(key)) {
            StoredEvent event = new StoredEvent(text, name.text(), time, file, next, bound.with(next), columns.size());
            stored.merge(key, event, LogShare::firstAsText);
            duplicates++; // each but the one that counts; that one is taken off when it is taken in
            return false;
        }
        long content = ByteBuffer.wrap(digest.digest(text.getBytes(UTF_8))).getLong();
        if (log.keys().see(key, content) == EventKeys.Seen.NEW) {
            return true;
        }
        duplicates++;
        return false;
    }

    private String keyText(Row next) {
        StringBuilder text = new StringBuilder();
        boolean isBlank = true;
        for (int column : keyColumns) {
            String part = column < 0 ? "" : Text.strip(next.text(column));
            isBlank &= part.isEmpty();
            text.append(part).append('\u001F');
        }
        return isBlank ? "" : text.toString();
    }

    private static String rowText(Row next) {
        StringBuilder text = new StringBuilder();
        for (int column = 0; column < next.size(); column++) {
            text.append(column == 0 ? "" : ",").append(next.text(column));
        }
        return text.toString();
    }

    static StoredEvent firstAsText(StoredEvent one, StoredEvent other) {
        return Text.compareByCodePoint(one.text(), other.text()) <= 0 ? one : other;
    }

    Map<EventKeys.Key, StoredEvent> stored() {
        return stored;
    }

    /** Takes in what waits; to be called when there are no more rows. */
    void finish() {
        batch.flush();
    }

    /** Takes in the event that counts of those with its key. */
    void takeStored(StoredEvent event) {
        waiting = event;
        LeadName name = new LeadName(source.lead().exact());
        name.set(event.lead());
        duplicates--;
        batch.addAtOnce(name, event.time(), event);
        waiting = null;
    }

    long duplicates() {
        return duplicates;
    }

    long suppressed() {
        return batch.suppressed();
    }

    long unmatched() {
        return batch.unmatched();
    }

    long later() {
        return batch.later();
    }

    long matched() {
        return batch.matched();
    }

    NumberTrouble numbers() {
        return numbers;
    }

    private @Nullable String constant(Field column) {
        return switch (column.kind()) {
            case LOG -> source.name();
            case EVENT -> source.event() instanceof EventName.Constant constant ? constant.name() : null;
            case COLUMN -> null;
        };
    }

    private String nameOf(Field column) {
        return column.kind() == Field.Kind.EVENT && source.event() instanceof EventName.FromColumn from
                ? from.column().name()
                : column.name();
    }

    private void notANumber(int column) {
        StoredEvent stands = waiting;
        Row here = row;
        if (stands != null) {
            numbers.add(nameOf(columns.get(column)), stands.file(), stands.position(), stands.columnInLine(column));
        } else if (here != null) {
            int inLine = here.columnOf(bound.tableColumn(column));
            numbers.add(nameOf(columns.get(column)), file, here.position(), inLine);
        }
    }

    private String notATime(String text) {
        return text.isEmpty()
                ? "the time is blank"
                : "'" + text + "' is not a time " + source.time().format().description();
    }
}
