package org.leadscore.engine.events;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.leadscore.engine.files.Allowance;
import org.leadscore.engine.files.ColumnBinding;
import org.leadscore.engine.files.EventTimes;
import org.leadscore.engine.leads.IdColumn;
import org.leadscore.engine.leads.LeadDirectory;
import org.leadscore.engine.leads.LeadName;
import org.leadscore.engine.people.Links;
import org.leadscore.ingest.row.Row;
import org.leadscore.ingest.row.RowBlock;
import org.leadscore.ingest.row.RowHandler;
import org.leadscore.ingest.table.Table;
import org.leadscore.lead.TimeFormat;
import org.leadscore.rules.made.Several;
import org.leadscore.rules.source.LeadKey;
import org.leadscore.rules.source.TimeColumns;

/** Takes the links out of the rows of one table. Made by {@link LinkReader} for each table of each thread. Not thread-safe. */
final class LinkIntake implements RowHandler {

    /**
     * The columns of a link in the table: those of the id that leads on, and those of the id that it leads to, none where that
     * is the lead of the row; of each the first that is filled counts.
     */
    static final class Bound {

        private final End from;
        private final End to;

        Bound(End from, End to) {
            this.from = from;
            this.to = to;
        }
    }

    /** The columns of one end of a link, and the text between several ids in their cells; null where a cell is one id. */
    static final class End {

        private final int[] columns;
        private final List<@Nullable String> splits;

        End(int[] columns, List<@Nullable String> splits) {
            this.columns = columns;
            this.splits = splits;
        }
    }

    private static final int TAKEN_AT_ONCE = 64;

    private final List<Bound> bound;
    private final LeadDirectory ids;
    private final long moment;
    private final Links found;
    private final Allowance allowance;
    private final LeadName from;
    private final LeadName to;
    private int[] timeColumns = {};
    private @Nullable TimeFormat format;
    private @Nullable IdColumn lead;
    private boolean isFile;
    private long blank;
    private long later;
    private long newest = Long.MIN_VALUE;
    private long firstLater = Long.MAX_VALUE;

    LinkIntake(List<Bound> bound, LeadDirectory ids, boolean exact, long moment, Links found, Allowance allowance) {
        this.bound = bound;
        this.ids = ids;
        this.moment = moment;
        this.found = found;
        this.allowance = allowance;
        this.from = new LeadName(exact);
        this.to = new LeadName(exact);
    }

    /** Links have the time of their row; one without a time is none. */
    void timeIn(int[] columns, TimeFormat written) {
        timeColumns = columns;
        format = written;
    }

    /** Links lead to the lead of their row. */
    void leadIn(LeadKey key, Table table) {
        IdColumn id = new IdColumn(key, IdColumn.Blank.ANONYMOUS);
        id.turnTo(table);
        lead = id;
    }

    /** The table has links and nothing else: rows without one are counted, and those whose time cannot be read are rejects. */
    void inFile(@Nullable TimeColumns time, Table table) {
        isFile = true;
        if (time != null) {
            timeIn(ColumnBinding.of(time.columns(), table), time.format());
        }
    }

    @Override
    public boolean needsOrder() {
        return false;
    }

    @Override
    public void rows(RowBlock block) {
        if (isFile || lead != null) {
            RowHandler.super.rows(block);
            return;
        }
        for (int i = 0; i < block.size(); i++) {
            for (Bound link : bound) {
                if (isFilled(block, i, link.from.columns) && isFilled(block, i, link.to.columns)) {
                    row(block.row(i));
                    break;
                }
            }
        }
    }

    private static boolean isFilled(RowBlock block, int row, int[] columns) {
        for (int column : columns) {
            if (block.lengths()[block.first(column) + row] > 0) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void row(Row row) {
        long time = Links.ALWAYS;
        TimeFormat written = format;
        if (written != null) {
            time = timeColumns.length == 1
                    ? written.millis(row.bytes(), row.start(timeColumns[0]), row.length(timeColumns[0]))
                    : written.millis(ColumnBinding.joined(row, timeColumns));
            if (time == TimeFormat.NONE) {
                takeWithoutTime(row, written);
                return;
            }
        }
        boolean isLinked = false;
        for (Bound link : bound) {
            isLinked |= take(row, link, time);
        }
        count(isLinked, time);
    }

    /** The number of rows of a file that link nothing, as an id is blank. */
    long blank() {
        return blank;
    }

    /** The number of links of a file that are later than the moment. */
    long later() {
        return later;
    }

    EventTimes times() {
        return new EventTimes(newest, firstLater);
    }

    private void takeWithoutTime(Row row, TimeFormat written) {
        if (isFile && row.isBlank()) {
            blank++;
        } else if (isFile) {
            String text = ColumnBinding.joined(row, timeColumns);
            row.reject(
                    timeColumns[0],
                    text.isEmpty() ? "the time is blank" : "'" + text + "' is not a time " + written.description());
        }
    }

    private void count(boolean isLinked, long time) {
        if (!isLinked) {
            blank++;
            return;
        }
        if (time > moment) {
            later++;
            firstLater = Math.min(firstLater, time);
        } else if (time != Links.ALWAYS) {
            newest = Math.max(newest, time);
        }
    }

    /** Takes the links of a row, if it has some. */
    private boolean take(Row row, Bound link, long time) {
        IdColumn ofRow = lead;
        if (ofRow != null) {
            return ofRow.find(row) && each(row, link.from, from, () -> link(ofRow.name(), time));
        }
        boolean isLinked = each(row, link.to, to, () -> each(row, link.from, from, () -> link(to, time)));
        if (!isLinked && isFile && time <= moment) {
            each(row, link.from, from, () -> noteLeading(time)); // it leads to nobody
        }
        return isLinked;
    }

    /**
     * Reads the ids in the first column of an end that is filled, one after the other.
     *
     * @param taken told that the name has the next id; answers whether a link was taken
     * @return whether any link was taken
     */
    private static boolean each(Row row, End end, LeadName name, BooleanSupplier taken) {
        int at = read(row, end.columns, name);
        String split = at < 0 ? null : end.splits.get(at);
        if (split == null) {
            return at >= 0 && taken.getAsBoolean();
        }
        boolean isTaken = false;
        for (String part : Several.values(row.text(end.columns[at]), split)) {
            byte[] id = part.getBytes(UTF_8);
            name.set(id, 0, id.length);
            isTaken |= name.writtenLength() > 0 && taken.getAsBoolean();
        }
        return isTaken;
    }

    /** Takes note of an id of a file that leads to nobody, and links nothing. */
    private boolean noteLeading(long time) {
        found.noteLeading(number(from, time));
        return true;
    }

    private boolean link(LeadName leadsTo, long time) {
        int before = found.size();
        int one = number(from, time);
        found.add(one, number(leadsTo, time), time);
        if (time <= moment) {
            found.noteLeading(one);
        }
        if (found.size() > before && before % TAKEN_AT_ONCE == 0) {
            allowance.take((long) TAKEN_AT_ONCE * Links.BYTES_OF_LINK);
        }
        return true;
    }

    /** The number of an id; one that is only linked later lends its spelling to nobody yet. */
    private int number(LeadName name, long time) {
        if (time > moment) {
            int known = ids.find(name);
            if (known != LeadDirectory.UNKNOWN) {
                return known;
            }
            name.spellAsCompared();
        }
        return ids.findOrAdd(name);
    }

    /** Reads the id in the first of the columns that is filled, and answers its place among them; below 0 when none is. */
    private static int read(Row row, int[] columns, LeadName name) {
        for (int at = 0; at < columns.length; at++) {
            name.set(row.bytes(), row.start(columns[at]), row.length(columns[at]));
            if (name.writtenLength() > 0) {
                return at;
            }
        }
        return -1;
    }
}
