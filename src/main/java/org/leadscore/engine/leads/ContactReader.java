package org.leadscore.engine.leads;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leadscore.engine.files.Allowance;
import org.leadscore.engine.files.BoundRow;
import org.leadscore.engine.files.ColumnBinding;
import org.leadscore.engine.files.EventTimes;
import org.leadscore.engine.files.Exports;
import org.leadscore.engine.files.Progress;
import org.leadscore.engine.files.Tally;
import org.leadscore.engine.files.ValueProblems;
import org.leadscore.engine.files.WrongValues;
import org.leadscore.ingest.row.Reject;
import org.leadscore.ingest.row.Row;
import org.leadscore.ingest.scan.Chunk;
import org.leadscore.ingest.table.ChunkReader;
import org.leadscore.ingest.table.Read;
import org.leadscore.ingest.table.Table;
import org.leadscore.lead.TimeFormat;
import org.leadscore.problem.InputException;
import org.leadscore.rules.condition.Field;
import org.leadscore.rules.condition.Wanted;
import org.leadscore.rules.source.ContactSource;
import org.leadscore.rules.source.TimeColumns;
import org.leadscore.score.contact.ContactMatcher;
import org.leadscore.score.contact.ContactPlan;
import org.leadscore.score.contact.ContactVerdict;

/**
 * Reads the contact list, file after file and row after row, as the first or the last of two rows with equal ids
 * counts. Not thread-safe.
 */
public final class ContactReader {

    /** The name of the contact list in tallies and messages. */
    public static final String SOURCE = Exports.CONTACTS;

    private static final int[] NO_COLUMNS = {};

    private final ContactSource source;

    /** The leads of the list, with the ids of leads who objected. */
    private final LeadDirectory directory;

    /** The contacts of each view. */
    private final List<Contacts> contacts;

    /** The judge of each view's rows. */
    private final List<ContactMatcher> matchers;

    /** The columns that rules look at. */
    private final List<Field> columns;

    /** The columns that are kept for later. */
    private final List<Field> reported;

    /** The columns that say since when a contact is known; null where they are not looked at. */
    private final @Nullable TimeColumns since;

    /** Tells which contacts are not known yet; null where nobody asks. */
    private final @Nullable KnownSince known;

    /** The contacts that are not known yet. */
    private final LaterContacts later = new LaterContacts();

    private final LookupMatches lookups;
    private final IdColumn id;
    private final ContactIntake intake;

    /** Values that should have been numbers or dates. */
    private final ValueProblems wrongValues = new ValueProblems();

    /** The tables that were opened, in order; the last one is being read. */
    private final List<Table> tables = new ArrayList<>();

    /** The rejects of the tables that were read whole. */
    private final List<Reject> rejects = new ArrayList<>();

    /** The positions of rows of the table at hand whose id stood before, where the rule file refuses them. */
    private final List<Long> repeated = new ArrayList<>();

    /** Number of rows of the tables that were read whole, rejects included. */
    private long rows;

    /** Number of those that do not count. */
    private long leftOut;

    /** The row at hand, as plans ask for it. */
    private BoundRow bound = new BoundRow(new int[0]);

    /** The columns of the table at hand that are kept; −1 for those that it does not have. */
    private int[] reportedColumns = {};

    /** The columns of the table at hand that say since when a contact is known. */
    private int[] sinceColumns = {};

    /** The row at hand. */
    private @Nullable Row row;

    /**
     * A plan and the contacts that it judges.
     *
     * @param asOf the moment that the plan judges for, in milliseconds since 1970 UTC
     */
    public record View(ContactPlan plan, Contacts contacts, long asOf) {}

    /**
     * A reader of one list as it was at the as-of time of a view.
     *
     * @param reported columns to keep
     * @param known tells which contacts are not known yet; they are in the directory too, but count as later
     * @param directory takes the leads; holds the ids of leads who objected
     */
    public ContactReader(
            ContactSource source, View view, List<Field> reported, KnownSince known, LeadDirectory directory) {
        this(source, List.of(view), reported, null, known, directory);
    }

    /**
     * A reader of one list, whose contacts all count as known.
     *
     * @param views by plans that look at the same columns; the first keeps the {@code reported} columns too
     * @param since columns whose text must be a time or blank, or else the row is rejected; null where it is not looked
     *     at
     * @param directory takes the leads; holds the ids of leads who objected
     */
    public ContactReader(
            ContactSource source,
            List<View> views,
            List<Field> reported,
            @Nullable TimeColumns since,
            LeadDirectory directory) {
        this(source, views, reported, since, null, directory);
    }

    private ContactReader(
            ContactSource source,
            List<View> views,
            List<Field> reported,
            @Nullable TimeColumns since,
            @Nullable KnownSince known,
            LeadDirectory directory) {
        this.source = source;
        this.known = known;
        this.directory = directory;
        this.contacts = views.stream().map(View::contacts).toList();
        this.columns = views.get(0).plan().columns();
        this.reported = reported;
        this.since = since;
        this.lookups = new LookupMatches(source);
        this.id = new IdColumn(source.lead(), IdColumn.Blank.REJECTED);
        this.intake = new ContactIntake(source.duplicates(), directory, Allowance.unlimited());
        this.matchers = views.stream().map(this::matcher).toList();
    }

    private ContactMatcher matcher(View view) {
        return new ContactMatcher(view.plan(), source.dialect(), view.asOf(), this::misread);
    }

    /**
     * Reads all files.
     *
     * @throws InputException when a file breaks off or is not one table, or an id stands twice and the rule file
     *     refuses that
     */
    public void read(List<Exports.Export> files, Progress progress) {
        for (Exports.Export file : files) {
            progress.source(file.input().name(), file.input().size());
            try (Table table = file.open()) {
                read(table, file.input().size(), progress);
            }
        }
    }

    /** The tally of all rows that were read. */
    public Tally tally() {
        EventTimes times = known == null ? EventTimes.NONE : known.times();
        return tally(
                rows,
                rejects.size(),
                id.anonymous(),
                intake.duplicates(),
                intake.suppressed(),
                later.count(),
                times,
                leftOut);
    }

    /** The use of each lookup. */
    public List<LookupMatches.Match> lookups() {
        return lookups.matches();
    }

    /** The contacts that are not known yet. */
    public LaterContacts later() {
        return later;
    }

    /** True when the lead of this name is in the list, but not known yet. */
    public boolean isLater(LeadName lead) {
        return later.include(directory.find(lead));
    }

    /**
     * The tally of all rows that were read.
     *
     * @param blank number of rows that are blank altogether
     * @param later number of contacts that are not known yet
     * @param times since when contacts are known
     * @param leftOut number of rows that do not count
     */
    public static Tally tally(
            long rows,
            long rejected,
            long blank,
            long duplicates,
            long suppressed,
            long later,
            EventTimes times,
            long leftOut) {
        long matched = rows - leftOut - rejected - blank - duplicates - suppressed - later;
        return new Tally(SOURCE, rows, rejected, blank, duplicates, 0, suppressed, 0, later, matched, times, leftOut);
    }

    /** The rejects of all tables, in the order of their lines. */
    public List<Reject> rejects() {
        return rejects;
    }

    /** Values that should have been numbers or dates and are none, by column. */
    public List<WrongValues> wrongValues() {
        return wrongValues.report(SOURCE, KnownSince.dates(source), tables);
    }

    /**
     * Reads one table.
     *
     * @param bytes of the file; 0 when that is not known
     */
    private void read(Table table, long bytes, Progress progress) {
        tables.add(table);
        bound = new BoundRow(ColumnBinding.of(columns, table));
        reportedColumns = ColumnBinding.of(reported, table);
        if (known != null) {
            known.turnTo(table);
        }
        sinceColumns = since == null ? new int[0] : ColumnBinding.of(since.columns(), table);
        lookups.turnTo(table);
        id.turnTo(table);
        table.expect(id.columns());
        ChunkReader reader = new ChunkReader(table);
        boolean isFirst = true;
        for (Chunk chunk = table.next(); chunk != null; chunk = table.next()) {
            long inChunk = reader.read(chunk, this::take);
            if (isFirst) {
                directory.expect(directory.size() + inChunk * bytes / Math.max(1, table.bytesRead()));
                isFirst = false;
            }
            id.pass(inChunk);
            progress.read(table.bytesRead());
        }
        Read read = table.finish();
        rows += read.rows();
        leftOut += table.leftOutRows();
        rejects.addAll(read.rejects());
        refuseRepeated(table);
    }

    private void take(Row next) {
        row = next;
        if (!id.read(next) || !hasTimeOrNone(next)) {
            return;
        }
        lookups.count(next);
        int answer = known == null ? KnownSince.KNOWN : known.of(next);
        int lead = intake.take(id.name());
        if (intake.isDuplicate() && source.duplicates().isRefused()) {
            repeated.add(next.position());
        }
        if (lead == ContactIntake.NOBODY) {
            return;
        }
        if (known != null) {
            later.note(lead, answer == KnownSince.LATER);
            countNoTime(next, answer, known);
        }
        for (int view = 0; view < matchers.size(); view++) {
            ContactVerdict verdict = matchers.get(view).judge(bound.with(next));
            contacts.get(view).put(lead, verdict, next, view == 0 ? reportedColumns : NO_COLUMNS);
        }
    }

    /** Counts a text that is no time, which leaves nobody out. */
    private void countNoTime(Row next, int answer, KnownSince asked) {
        if (answer == KnownSince.NO_TIME) {
            wrongValues.add(Wanted.DATE, asked.column(), tables.size() - 1, next.position(), asked.columnOf(next));
        }
    }

    /** False when the row has text in the columns of {@link #since} that is no time; the row is rejected. */
    private boolean hasTimeOrNone(Row next) {
        if (since == null) {
            return true;
        }
        String text = ColumnBinding.joined(next, sinceColumns);
        if (text.isEmpty() || since.format().millis(text) != TimeFormat.NONE) {
            return true;
        }
        next.reject(
                Math.max(0, sinceColumns[0]),
                "'" + text + "' is not a time " + since.format().description());
        return false;
    }

    private void refuseRepeated(Table table) {
        if (!repeated.isEmpty()) {
            throw repeated(table, repeated.get(0), repeated.size());
        }
    }

    /**
     * The exception for rows whose ids stand in the list already.
     *
     * @param first the position of the first such row of the table
     * @param count number of such rows
     */
    public static InputException repeated(Table table, long first, int count) {
        return new InputException(
                "%s:%d:1: the id of this row stands in the list already%s; 'duplicates: first' or 'duplicates: last' would keep one row for each"
                        .formatted(table.name(), table.lineOf(first), others(count - 1)));
    }

    private static String others(int count) {
        return switch (count) {
            case 0 -> "";
            case 1 -> ", and that of another row too";
            default -> ", and those of " + count + " other rows too";
        };
    }

    private void misread(Wanted wanted, int column) {
        Row here = row;
        if (here != null) {
            int field = bound.tableColumn(column);
            wrongValues.add(
                    wanted, columns.get(column).name(), tables.size() - 1, here.position(), here.columnOf(field));
        }
    }
}
