package org.leadscore.engine.events;

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
import org.leadscore.engine.files.BoundRow;
import org.leadscore.engine.files.ColumnBinding;
import org.leadscore.engine.files.NumberProblems;
import org.leadscore.engine.leads.LeadDirectory;
import org.leadscore.engine.leads.LeadName;
import org.leadscore.engine.leads.LeadNames;
import org.leadscore.ingest.row.Row;
import org.leadscore.ingest.row.RowBlock;
import org.leadscore.ingest.row.RowHandler;
import org.leadscore.ingest.table.Table;
import org.leadscore.lead.Text;
import org.leadscore.lead.TimeFormat;
import org.leadscore.rules.source.EventSource;
import org.leadscore.score.event.EventRows;

/**
 * One thread's share of one log: takes its rows into the thread's states and counts how they were used. Made by
 * {@link LogReader}, {@code EventSpill} and {@code ClusterJob}, fed by a {@code ChunkReader}. Not thread-safe.
 */
public final class LogIntake implements RowHandler {

    /**
     * The part that all shares of a log have in common.
     *
     * @param directory of the leads that events may belong to
     * @param contactsKnown whether only leads of the directory count
     * @param contested the keys of rows that differ, as an earlier reading found them
     * @param setsAside true when no event is taken in yet, as the events that count are found elsewhere
     * @param blocks takes whole blocks set aside, of logs whose rows need no closer look; null to set each event aside
     */
    public record Log(
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

    /** Takes blocks of events that are set aside. Called by several threads at once. */
    public interface BlocksAside {

        /**
         * Copies the events of a block.
         *
         * @param file the number of the file in its log
         * @param bound the columns that are asked for
         * @param events the rows that are events, and their times
         * @param names the ids of the leads, by row
         */
        void take(int file, RowBlock block, BoundRow bound, EventRows events, LeadNames names);
    }

    /** An event that was set aside, and its key; null when it has none. */
    private record Aside(EventKeys.@Nullable Key key, ContestedEvent event) {}

    /** The part that all shares of the log have in common. */
    private final Log log;

    /** The log as the rule file has it. */
    private final EventSource source;

    /** The fields that the use looks at, as this log has them. */
    private final LogColumns columns;

    /** Takes in the events that count. */
    private final EventSink events;

    /** The events of the block at hand. */
    private final EventRows rows;

    /** The ids of the leads of the block at hand, by row. */
    private final LeadNames names;

    /** The id of the lead of the row at hand, when rows come one by one. */
    private final LeadName name;

    /** Values that should have been numbers. */
    private final NumberProblems numbers = new NumberProblems();

    /** The event of this share that comes first, by contested key. */
    private final Map<EventKeys.Key, ContestedEvent> stored = new HashMap<>();

    /** Events set aside since {@link #giveAside} was called. */
    private final List<Aside> aside = new ArrayList<>();

    /** SHA-256, for keys and for the texts of rows. */
    private final MessageDigest digest = EventKeys.digest();

    /**
     * Number of rows that are not taken in as another with their key counts; raised for set aside and stored events
     * too, and lowered when one of them is taken in.
     */
    private long duplicates;

    /** Number of the file at hand in its log; the ordinal of the part where a cluster reads. */
    private int file;

    /** The row at hand, as the use looks at it. */
    private BoundRow bound = new BoundRow(new int[0]);

    /** The columns of the table at hand that make the lead's id. */
    private int[] leadColumns = {};

    /** The columns of the table at hand that make the time. */
    private int[] timeColumns = {};

    /** The columns of the table at hand that make the key; none where the log has no key. */
    private int[] keyColumns = {};

    /** A hash of the header of the table at hand, as 16 hexadecimal digits. */
    private String layout = "";

    /** The row at hand, when rows come one by one. */
    private @Nullable Row row;

    /** The block at hand; null when rows come one by one. */
    private @Nullable RowBlock block;

    /** The stored event that is being taken in; null while rows are read. */
    private @Nullable ContestedEvent waiting;

    /** Tells whether the values of the row at hand were counted by a row that says the same. */
    private boolean again;

    public <S> LogIntake(Log log, EventUse<S> use, S kept) {
        this.log = log;
        this.source = log.source();
        this.columns = new LogColumns(source, use.columns(), this::notANumber);
        this.events = use.sink(columns, log.directory(), log.contactsKnown(), kept);
        this.rows = new EventRows(use.columns().size());
        this.names = new LeadNames(source.lead().exact(), EventRows.ROOM);
        this.name = new LeadName(source.lead().exact());
    }

    /**
     * Turns to another table, of which the rows to come are.
     *
     * @param fileNumber of the table in its log
     */
    public void turnTo(Table table, int fileNumber) {
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

    /**
     * The columns of a table without which no event of the log can be read, for {@link Table#expect}: the first of the
     * id, and of the time.
     */
    public static int[] expected(EventSource source, Table table) {
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

    /**
     * True when the event is to be taken in, as it is the first with its key. Stores an event with a contested key, as
     * only the whole log tells which one counts.
     */
    private boolean isFirstOfItsKey(Row next, long time) {
        String keyText = keyText(next);
        if (keyText.isEmpty()) {
            return true;
        }
        EventKeys.Key key = EventKeys.key(digest, keyText);
        String text = rowText(next);
        if (log.contested().contains(key)) {
            ContestedEvent event = stored(text, time, next);
            if (stored.merge(key, event, LogIntake::first).equals(event)) {
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

    /**
     * Reports the values of a row that says the same as one that was taken in. Which of the two is taken in depends on
     * the threads, but the first place of all values must not.
     */
    private void tellAgain(Row next, long time) {
        again = true;
        events.tellAgain(name, time, bound.with(next));
        again = false;
    }

    /** Sets the row aside as an event, with its key. */
    private void setAside(Row next, long time) {
        String keyText = keyText(next);
        boolean isKeyed = !keyText.isEmpty();
        ContestedEvent event = stored(isKeyed ? rowText(next) : "", time, next);
        aside.add(new Aside(isKeyed ? EventKeys.key(digest, keyText) : null, event));
        duplicates++; // likewise
    }

    private ContestedEvent stored(String text, long time, Row next) {
        return new ContestedEvent(
                text,
                name.text(),
                time,
                file,
                next,
                bound.with(next),
                columns.fields().size());
    }

    /** Hands over the events that were set aside, each with its key, null for none, and forgets them. */
    public void giveAside(BiConsumer<EventKeys.@Nullable Key, ContestedEvent> taker) {
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

    /** The text of a row with the hash of its header: equal for rows that say the same. */
    private String rowText(Row next) {
        return text(next.size(), next::text) + layout;
    }

    /** Joins texts with commas and puts their lengths behind, as the same commas may stand between texts or in them. */
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

    /** The event that counts of two with the same key. */
    public static ContestedEvent first(ContestedEvent one, ContestedEvent other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    /** The stored events of this share, by contested key. */
    Map<EventKeys.Key, ContestedEvent> stored() {
        return stored;
    }

    /** Takes in the event that counts of those with its key. */
    public void takeStored(ContestedEvent event) {
        waiting = event;
        name.set(event.lead());
        duplicates--;
        events.take(name, event.time(), event);
        waiting = null;
    }

    /** Number of duplicates of this share; below 0 when it takes in the stored events of others. */
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

    public NumberProblems numbers() {
        return numbers;
    }

    private void notANumber(int column) {
        ContestedEvent stands = waiting;
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
