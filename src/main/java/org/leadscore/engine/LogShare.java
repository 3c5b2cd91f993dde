package org.leadscore.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.leadscore.ingest.Row;
import org.leadscore.ingest.RowBlock;
import org.leadscore.ingest.RowHandler;
import org.leadscore.ingest.Table;
import org.leadscore.lead.Text;
import org.leadscore.lead.TimeFormat;
import org.leadscore.rules.EventSource;
import org.leadscore.score.EventRows;

/** One thread's share of one log: takes rows into the thread's states and counts what became of them. Not thread-safe. */
final class LogShare implements RowHandler {

    /**
     * What all shares of a log have in common.
     *
     * @param setsAside true when no event is taken in yet, as those that count are found elsewhere
     * @param blocks where whole blocks are set aside, of logs whose rows need no closer look; null to set each event aside
     */
    record Log(
            EventSource source,
            LeadDirectory directory,
            boolean contactsKnown,
            EventKeys keys,
            Set<EventKeys.Key> contested,
            boolean setsAside,
            @Nullable BlocksAside blocks) {

        Log(
                EventSource source,
                LeadDirectory directory,
                boolean contactsKnown,
                EventKeys keys,
                Set<EventKeys.Key> contested) {
            this(source, directory, contactsKnown, keys, contested, false, null);
        }
    }

    /** Takes blocks of events to be looked at later. Called by several threads at once. */
    interface BlocksAside {

        /**
         * Copies the events of a block.
         *
         * @param bound which columns are asked for
         * @param events which rows are events, and when they were
         */
        void take(int file, RowBlock block, BoundRow bound, EventRows events, LeadNames names);
    }

    /** An event that was set aside, and its key; null when it has none. */
    private record Aside(EventKeys.@Nullable Key key, StoredEvent event) {}

    private final Log log;
    private final EventSource source;
    private final LogColumns columns;
    private final EventSink events;
    private final EventRows rows;
    private final LeadNames names;
    private final LeadName name;
    private final NumberTrouble numbers = new NumberTrouble();
    private final Map<EventKeys.Key, StoredEvent> stored = new HashMap<>();
    private final List<Aside> aside = new ArrayList<>();
    private final MessageDigest digest = EventKeys.digest();
    private long duplicates;

    private int file;
    private BoundRow bound = new BoundRow(new int[0]);
    private int[] leadColumns = {};
    private int[] timeColumns = {};
    private int[] keyColumns = {};
    private String layout = "";
    private @Nullable Row row;
    private @Nullable RowBlock block;
    private @Nullable StoredEvent waiting;
    private boolean again;

    <S> LogShare(Log log, EventUse<S> use, S kept) {
        this.log = log;
        this.source = log.source();
        this.columns = new LogColumns(source, use.columns(), this::notANumber);
        this.events = use.sink(columns, log.directory(), log.contactsKnown(), kept);
        this.rows = new EventRows(use.columns().size());
        this.names = new LeadNames(source.lead().exact(), EventRows.ROOM);
        this.name = new LeadName(source.lead().exact());
    }

    /** The rows to come are those of this table. */
    void turnTo(Table table, int fileNumber) {
        file = fileNumber;
        bound = new BoundRow(columns.fields().stream()
                .mapToInt(column -> table.indexOf(columns.nameOf(column)))
                .toArray());
        leadColumns = ColumnBinding.of(source.lead().columns(), table);
        timeColumns = ColumnBinding.of(source.time().columns(), table);
        keyColumns = ColumnBinding.of(source.key(), table);
        List<String> header = table.header();
        layout = HexFormat.of()
                .formatHex(digest.digest(text(header.size(), header::get).getBytes(UTF_8)), 0, Long.BYTES);
    }

    /** The columns of a table that a log cannot do without, for {@link Table#expect}. */
    static int[] expected(EventSource source, Table table) {
        return new int[] {
            ColumnBinding.of(source.lead().columns(), table)[0],
            ColumnBinding.of(source.time().columns(), table)[0]
        };
    }

    @Override
    public boolean needsOrder() {
        return false;
    }

    @Override
    public void rows(RowBlock next) {
        BlocksAside aside = log.blocks();
        if (leadColumns.length > 1
                || timeColumns.length > 1
                || keyColumns.length > 0
                || log.setsAside() && aside == null) {
            RowHandler.super.rows(next);
            return;
        }
        block = next;
        readNames(next);
        rows.turnTo(next.bytes(), next.starts(), next.lengths(), bound.beginIn(next));
        TimeFormat format = source.time().format();
        int times = next.first(timeColumns[0]);
        for (int i = 0; i < next.size(); i++) {
            if (names.isBlank(i)) {
                rejectBlank(next.row(i));
                continue;
            }
            long time = format.millis(next.bytes(), next.starts()[times + i], next.lengths()[times + i]);
            if (time == TimeFormat.NONE) {
                rejectTime(next.row(i));
            } else {
                rows.add(i, time);
            }
        }
        if (aside == null) {
            events.take(rows, names);
        } else {
            aside.take(file, next, bound, rows, names);
        }
        block = null;
    }

    private void readNames(RowBlock next) {
        names.turnTo(next.bytes());
        int first = next.first(leadColumns[0]);
        for (int i = 0; i < next.size(); i++) {
            names.set(i, next.starts()[first + i], next.lengths()[first + i]);
        }
    }

    @Override
    public void row(Row next) {
        row = next;
        if (leadColumns.length == 1) {
            name.set(next.bytes(), next.start(leadColumns[0]), next.length(leadColumns[0]));
        } else {
            name.set(ColumnBinding.joined(next, leadColumns));
        }
        if (name.isBlank()) {
            rejectBlank(next);
            return;
        }
        long time = timeOf(next);
        if (time == TimeFormat.NONE) {
            rejectTime(next);
            return;
        }
        if (log.setsAside()) {
            setAside(next, time);
        } else if (keyColumns.length == 0 || isFirstOfItsKey(next, time)) {
            events.take(name, time, bound.with(next));
        }
    }

    private void rejectBlank(Row next) {
        next.reject(leadColumns[0], "the id of the lead is blank");
    }

    private void rejectTime(Row next) {
        next.reject(timeColumns[0], notATime(ColumnBinding.joined(next, timeColumns)));
    }

    private long timeOf(Row next) {
        TimeFormat format = source.time().format();
        return timeColumns.length == 1
                ? format.millis(next.bytes(), next.start(timeColumns[0]), next.length(timeColumns[0]))
                : format.millis(ColumnBinding.joined(next, timeColumns));
    }

    /** Also keeps for later what can only be told when the log has been read. */
    private boolean isFirstOfItsKey(Row next, long time) {
        String keyText = keyText(next);
        if (keyText.isEmpty()) {
            return true;
        }
        EventKeys.Key key = EventKeys.key(digest, keyText);
        String text = rowText(next);
        if (log.contested().contains(key)) {
            StoredEvent event = stored(text, time, next);
            if (stored.merge(key, event, LogShare::first).equals(event)) {
                log.keys().hold(event);
            }
            duplicates++; // each but the one that counts; that one is taken off when it is taken in
            return false;
        }
        long content = ByteBuffer.wrap(digest.digest(text.getBytes(UTF_8))).getLong();
        EventKeys.Seen seen = log.keys().see(key, content);
        if (seen == EventKeys.Seen.NEW) {
            return true;
        }
        if (seen == EventKeys.Seen.AGAIN) {
            tellAgain(next, time);
        }
        duplicates++;
        return false;
    }

    /** Which of the rows that say the same is taken in is up to the threads; the first place of all of them is not. */
    private void tellAgain(Row next, long time) {
        again = true;
        events.tellAgain(name, time, bound.with(next));
        again = false;
    }

    private void setAside(Row next, long time) {
        String keyText = keyText(next);
        boolean isKeyed = !keyText.isEmpty();
        StoredEvent event = stored(isKeyed ? rowText(next) : "", time, next);
        aside.add(new Aside(isKeyed ? EventKeys.key(digest, keyText) : null, event));
        duplicates++; // likewise
    }

    private StoredEvent stored(String text, long time, Row next) {
        return new StoredEvent(
                text,
                name.text(),
                time,
                file,
                next,
                bound.with(next),
                columns.fields().size());
    }

    /** Hands over the events that were set aside, each with its key, null for none, and forgets them. */
    void giveAside(BiConsumer<EventKeys.@Nullable Key, StoredEvent> taker) {
        aside.forEach(one -> taker.accept(one.key(), one.event()));
        aside.clear();
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

    /** Of rows that say the same, the same: the fields, and behind them what tells how the table's header names them. */
    private String rowText(Row next) {
        return text(next.size(), next::text) + layout;
    }

    /** The texts, and behind them their lengths, as the same commas may stand between texts or in them. */
    private static String text(int count, IntFunction<String> texts) {
        StringBuilder all = new StringBuilder();
        StringBuilder lengths = new StringBuilder();
        for (int i = 0; i < count; i++) {
            String one = texts.apply(i);
            all.append(i == 0 ? "" : ",").append(one);
            lengths.append('\u0000').append(one.length());
        }
        return all.append(lengths).append('\u0000').toString();
    }

    /** The one that counts of two with the same key. */
    static StoredEvent first(StoredEvent one, StoredEvent other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    Map<EventKeys.Key, StoredEvent> stored() {
        return stored;
    }

    /** Takes in the event that counts of those with its key. */
    void takeStored(StoredEvent event) {
        waiting = event;
        name.set(event.lead());
        duplicates--;
        events.take(name, event.time(), event);
        waiting = null;
    }

    long duplicates() {
        return duplicates;
    }

    long suppressed() {
        return events.suppressed();
    }

    long unmatched() {
        return events.unmatched();
    }

    long later() {
        return events.later();
    }

    long matched() {
        return events.matched();
    }

    NumberTrouble numbers() {
        return numbers;
    }

    private void notANumber(int column) {
        StoredEvent stands = waiting;
        RowBlock of = block;
        Row here = of == null ? row : of.row(rows.current());
        String called = columns.nameOf(columns.fields().get(column));
        if (stands != null) {
            numbers.add(called, stands.file(), stands.position(), stands.columnInLine(column));
        } else if (here != null) {
            int inLine = here.columnOf(bound.tableColumn(column));
            if (again) {
                numbers.alsoAt(called, file, here.position(), inLine);
            } else {
                numbers.add(called, file, here.position(), inLine);
            }
        }
    }

    private String notATime(String text) {
        return text.isEmpty()
                ? "the time is blank"
                : "'" + text + "' is not a time " + source.time().format().description();
    }
}
