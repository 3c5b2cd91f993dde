package org.leadscore.engine.events;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.leadscore.engine.files.BoundRow;
import org.leadscore.engine.files.ColumnBinding;
import org.leadscore.engine.files.ValueProblems;
import org.leadscore.engine.leads.IdColumn;
import org.leadscore.engine.leads.Identities;
import org.leadscore.engine.leads.LeadDirectory;
import org.leadscore.engine.leads.LeadName;
import org.leadscore.engine.leads.LeadNames;
import org.leadscore.ingest.row.Row;
import org.leadscore.ingest.row.RowBlock;
import org.leadscore.ingest.row.RowHandler;
import org.leadscore.ingest.table.Table;
import org.leadscore.lead.Packing;
import org.leadscore.lead.Text;
import org.leadscore.lead.TimeFormat;
import org.leadscore.lead.Unpacking;
import org.leadscore.rules.condition.Wanted;
import org.leadscore.rules.source.EventSource;
import org.leadscore.score.event.EventRows;

/**
 * One thread's share of one log: takes its rows into the thread's states and counts how they were used. Made by
 * {@link LogReader}, {@code EventSpill} and {@code ClusterJob}, fed by a {@code ChunkReader}. Not thread-safe.
 */
public final class LogIntake implements RowHandler {

    /**
     * The setting that all threads share which read one log.
     *
     * @param identities say to which lead an id led at a time
     * @param aside takes the events that are looked at later, or elsewhere; null to take them in at once
     */
    public record Log(
            EventSource source,
            LeadDirectory directory,
            boolean contactsKnown,
            Identities identities,
            EventKeys keys,
            Set<EventKeys.Key> contested,
            @Nullable Aside aside) {

        Log(
                EventSource source,
                LeadDirectory directory,
                boolean contactsKnown,
                Identities identities,
                EventKeys keys,
                Set<EventKeys.Key> contested) {
            this(source, directory, contactsKnown, identities, keys, contested, null);
        }
    }

    /** Takes events to be looked at later. Called by one thread. */
    public interface Aside {

        /**
         * Takes an event that counts in any case, as it has no key.
         *
         * @param row as {@link RowRecord#pack} writes it; valid until the method returns, as the id of the lead is
         */
        void take(LeadName lead, long time, Packing row);

        /** Takes an event that counts if it is the one of its key. */
        void take(EventKeys.Key key, ContestedEvent event);
    }

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

    private final IdColumn id;
    private final LeadName nameOfWaiting;
    private final CheckedColumns checkedColumns;
    private final RowRecord waitingRow;
    private final Packing packed = new Packing();

    /** Values that should have been numbers or dates. */
    private final ValueProblems wrongValues = new ValueProblems();

    /**
     * A contested key, and the first moment that is not before the event.
     *
     * @param moment its number; 0 where the time of rows does not matter
     */
    record Slot(EventKeys.Key key, int moment) {}

    /** The event of this share that counts, by contested key and moment. */
    private final Map<Slot, ContestedEvent> stored = new HashMap<>();

    /** Chooses the one that counts of two events. */
    private final BinaryOperator<ContestedEvent> counting;

    /** The moments as of which leads are looked at. */
    private final long[] moments;

    /** Milliseconds since 1970 UTC; later rows take no part in what counts of those with a key. */
    private final long end;

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
    private @Nullable RowRecord waiting;

    /** Tells whether the values of the row at hand were counted by a row that says the same. */
    private boolean again;

    /** Takes events of a log into {@code kept}, as {@code use} says. */
    public <S> LogIntake(Log log, EventUse<S> use, S kept) {
        this.log = log;
        this.source = log.source();
        this.columns = new LogColumns(source, use.columns(), this::misread);
        EventSink sink = use.sink(columns, log.directory(), log.contactsKnown(), kept);
        this.events =
                use.knowsPersons() || log.identities().isEmpty() ? sink : new IdentifiedSink(sink, log.identities());
        this.rows = new EventRows(use.columns().size());
        this.names = new LeadNames(source.lead().exact(), EventRows.ROOM);
        this.id = new IdColumn(
                source.lead(), IdColumn.Blank.ANONYMOUS, log.identities().leadOn(source.name()));
        this.nameOfWaiting = new LeadName(source.lead().exact());
        this.counting = ContestedEvent.counting(source);
        this.moments = use.moments();
        this.end = source.newestCounts() ? moments[moments.length - 1] : Long.MAX_VALUE;
        this.checkedColumns = use.checkedColumns();
        this.waitingRow = new RowRecord(checkedColumns);
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
        id.turnTo(table);
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
        if (!id.isOneField() || timeColumns.length > 1 || keyColumns.length > 0 || log.aside() != null) {
            RowHandler.super.rows(next);
            return;
        }
        block = next;
        id.read(next, names);
        rows.turnTo(next.bytes(), next.starts(), next.lengths(), bound.beginIn(next));
        TimeFormat format = source.time().format();
        int times = next.first(timeColumns[0]);
        for (int i = 0; i < next.size(); i++) {
            long time = format.millis(next.bytes(), next.starts()[times + i], next.lengths()[times + i]);
            if (time == TimeFormat.NONE) {
                takeWithoutTime(next.row(i), !names.isBlank(i));
            } else if (names.isBlank(i)) {
                id.takeBlank(next.row(i));
            } else {
                rows.add(i, time);
            }
        }
        events.take(rows, names);
        block = null;
    }

    @Override
    public void row(Row next) {
        row = next;
        boolean isNamed = id.find(next);
        long time = timeOf(next);
        if (time == TimeFormat.NONE) {
            takeWithoutTime(next, isNamed);
            return;
        }
        if (!isNamed) {
            id.takeBlank(next);
            return;
        }
        Aside aside = log.aside();
        if (aside != null) {
            setAside(next, time, aside);
        } else if (keyColumns.length == 0 || time > end || isFirstOfItsKey(next, time)) {
            events.take(id.name(), time, bound.with(next));
        }
    }

    /** Rejects a row whose time cannot be read, with and without an id; one that is blank altogether is nobody's. */
    private void takeWithoutTime(Row next, boolean isNamed) {
        if (isNamed || !next.isBlank()) {
            next.reject(timeColumns[0], notATime(ColumnBinding.joined(next, timeColumns)));
        } else {
            id.takeBlank(next);
        }
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
            if (stored.merge(new Slot(key, moment(time)), event, counting).equals(event)) {
                log.keys().hold(event);
            }
            duplicates++; // each but the one that counts; that one is taken off when it is taken in
            return false;
        }
        long content = ByteBuffer.wrap(digest.digest(text.getBytes(UTF_8))).getLong();
        return switch (log.keys().see(key, content)) {
            case NEW -> true;
            case AGAIN -> {
                tellAgain(next, time);
                duplicates++;
                yield false;
            }
            case CONTESTED -> {
                duplicates++;
                yield false;
            }
        };
    }

    /**
     * Reports the values of a row that says the same as one that was taken in. Which of the two is taken in depends on
     * the threads, but the first place of all values must not.
     */
    private void tellAgain(Row next, long time) {
        again = true;
        events.tellAgain(id.name(), time, bound.with(next));
        again = false;
    }

    /** Sets the row aside as an event, with its key. */
    private void setAside(Row next, long time, Aside aside) {
        String keyText = time > end ? "" : keyText(next);
        if (keyText.isEmpty()) {
            aside.take(id.name(), time, packed(next));
        } else {
            aside.take(EventKeys.key(digest, keyText), stored(rowText(next), time, next));
        }
        duplicates++; // likewise
    }

    private ContestedEvent stored(String text, long time, Row next) {
        return new ContestedEvent(text, time, packed(next).toBytes());
    }

    private Packing packed(Row next) {
        packed.clear();
        RowRecord.pack(file, next, id.name(), bound.with(next), checkedColumns, packed);
        return packed;
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

    /** The number of the first moment that is not before the time; 0 where that does not matter. */
    private int moment(long time) {
        int moment = 0;
        while (source.newestCounts() && moments[moment] < time) {
            moment++;
        }
        return moment;
    }

    /** Chooses the one that counts of two events of the log with the same key. */
    BinaryOperator<ContestedEvent> counting() {
        return counting;
    }

    /** The stored events of this share, by contested key and moment. */
    Map<Slot, ContestedEvent> stored() {
        return stored;
    }

    /**
     * Takes in an event that counts as of the moments before another one takes its place, and is a duplicate in the end.
     *
     * @param until the time of that other event, in milliseconds since 1970 UTC
     */
    void takeStored(ContestedEvent event, long until) {
        stand(event.row());
        events.takeUntil(nameOfWaiting, event.time(), until, waitingRow);
        waiting = null;
    }

    /** Takes in the event that counts of those with its key. */
    public void takeStored(ContestedEvent event) {
        takeAside(event.time(), event.row());
    }

    /**
     * Takes in an event that was set aside, and counts.
     *
     * @param packedRow as {@link RowRecord#pack} wrote it
     */
    public void takeAside(long time, byte[] packedRow) {
        stand(packedRow);
        duplicates--;
        events.take(nameOfWaiting, time, waitingRow);
        waiting = null;
    }

    /** Has the row that was set aside stand for the one at hand. */
    private void stand(byte[] packedRow) {
        waitingRow.read(packedRow, new Unpacking(packedRow));
        nameOfWaiting.set(packedRow, waitingRow.idStart(), waitingRow.idLength());
        nameOfWaiting.setVisitor(waitingRow.isVisitor());
        waiting = waitingRow;
    }

    /** The number of rows of this share whose id is blank. */
    public long anonymous() {
        return id.anonymous();
    }

    public EventCounts counts() {
        return events.counts().withDuplicates(duplicates).withAnonymous(anonymous());
    }

    /** Values of the log that should have been numbers or dates and are none. */
    public ValueProblems wrongValues() {
        return wrongValues;
    }

    private void misread(Wanted wanted, int column) {
        RowRecord stands = waiting;
        RowBlock of = block;
        Row here = of == null ? row : of.row(rows.current());
        String called = columns.nameOf(columns.fields().get(column));
        if (stands != null) {
            wrongValues.add(wanted, called, stands.file(), stands.position(), stands.columnInLine(column));
        } else if (here != null) {
            int inLine = here.columnOf(bound.tableColumn(column));
            if (again) {
                wrongValues.alsoAt(wanted, called, file, here.position(), inLine);
            } else {
                wrongValues.add(wanted, called, file, here.position(), inLine);
            }
        }
    }

    private String notATime(String text) {
        return text.isEmpty()
                ? "the time is blank"
                : "'" + text + "' is not a time " + source.time().format().description();
    }
}
