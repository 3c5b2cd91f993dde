package org.leadscore.engine.leads;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
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
import org.leadscore.ingest.table.Table;
import org.leadscore.lead.TimeFormat;
import org.leadscore.rules.RuleSet;
import org.leadscore.rules.condition.Condition;
import org.leadscore.rules.condition.Field;
import org.leadscore.rules.condition.Wanted;
import org.leadscore.rules.rule.Attribute;
import org.leadscore.rules.rule.Bounds;
import org.leadscore.rules.rule.ExplicitRule;
import org.leadscore.rules.source.OutcomeSource;
import org.leadscore.rules.source.TimeColumns;
import org.leadscore.score.contact.ContactMatcher;
import org.leadscore.score.contact.ContactPlan;

/**
 * Reads the outcomes, which say who became a customer, row after row. A row that was not won needs no time. Not
 * thread-safe.
 */
public final class OutcomeReader {

    /** The name of the outcomes in tallies and messages. */
    public static final String SOURCE = Exports.OUTCOMES;

    private final OutcomeSource source;
    private final Objections objections;

    /** Told every row that can be read. */
    private final OutcomeSink outcomes;

    private final IdColumn id;

    /** Judges whether a row was won; null where every row was. */
    private final @Nullable ContactMatcher won;

    /** The columns that this condition looks at. */
    private final List<Field> columns;

    /** Values that should have been numbers or dates. */
    private final ValueProblems wrongValues = new ValueProblems();

    /** The tables that were opened, in order; the last one is being read. */
    private final List<Table> tables = new ArrayList<>();

    /** The rejects of the tables that were read whole. */
    private final List<Reject> rejects = new ArrayList<>();

    /** Number of rows of the tables that were read whole, rejects included. */
    private long rows;

    /** Number of rows that do not count. */
    private long leftOut;

    /** Number of rejects. */
    private long rejected;

    /** Number of rows of leads who objected. */
    private long suppressed;

    /** The time up to which rows count, in milliseconds since 1970 UTC. */
    private final long asOf;

    /** The first time after it at which a row was won; the greatest number while there is none. */
    private long firstLater = Long.MAX_VALUE;

    /** The row at hand, as the condition looks at it. */
    private BoundRow bound = new BoundRow(new int[0]);

    /** The columns of the table at hand that make the time; none where outcomes have no times. */
    private int[] timeColumns = {};

    /** The row at hand. */
    private @Nullable Row row;

    /**
     * A reader of the outcomes of a rule set.
     *
     * @param asOf the time up to which rows count, and from which durations in the condition of {@code won} count back,
     *     in milliseconds since 1970 UTC
     * @param outcomes told every row that can be read
     */
    public OutcomeReader(RuleSet rules, OutcomeSource source, Objections objections, long asOf, OutcomeSink outcomes) {
        this.source = source;
        this.objections = objections;
        this.asOf = asOf;
        this.id = new IdColumn(source.lead(), IdColumn.Blank.REJECTED);
        this.outcomes = outcomes;
        Condition condition = source.won();
        if (condition == null) {
            won = null;
            columns = List.of();
            return;
        }
        ExplicitRule rule = new ExplicitRule(
                "won",
                null,
                new Attribute.When(condition, 1),
                Bounds.NONE,
                source.files().at());
        ContactPlan plan = new ContactPlan(rules.withRules(List.of(rule), List.of()), Set.of());
        columns = plan.columns();
        won = new ContactMatcher(plan, source.dialect(), asOf, this::misread);
    }

    /** Reads all files, and keeps the rejects. */
    public void read(List<Exports.Export> files, Progress progress) {
        read(files, progress, rejects::add);
    }

    /**
     * Reads all files.
     *
     * @param told each reject, which is not kept here
     */
    public void read(List<Exports.Export> files, Progress progress, Consumer<Reject> told) {
        for (Exports.Export file : files) {
            progress.source(file.input().name(), file.input().size());
            try (Table table = file.open()) {
                read(table, progress, told);
            }
        }
    }

    /** Number of rows that were read, rejects included. */
    public long rows() {
        return rows;
    }

    /** The tally of the rows, once their leads are known. */
    public Tally tally(Outcomes.Joined joined) {
        return tally(joined.contested(), joined.unmatched(), joined.later());
    }

    /**
     * The tally of the rows.
     *
     * @param contested number of rows of ids that lead to different leads at once
     * @param unmatched number of rows of ids that are no leads
     * @param later number of rows that were won after the end
     */
    public Tally tally(long contested, long unmatched, long later) {
        long others = leftOut + rejected + id.anonymous() + contested + suppressed + unmatched + later;
        EventTimes times = new EventTimes(Long.MIN_VALUE, firstLater);
        return new Tally(
                SOURCE,
                rows,
                rejected,
                id.anonymous(),
                0,
                contested,
                suppressed,
                unmatched,
                later,
                rows - others,
                times,
                leftOut);
    }

    /** The rejects of all tables, in the order of their lines. */
    public List<Reject> rejects() {
        return rejects;
    }

    /** Values that should have been numbers or dates and are none, by column. */
    public List<WrongValues> wrongValues() {
        return wrongValues.report(SOURCE, source.dialect()::times, tables);
    }

    private void read(Table table, Progress progress, Consumer<Reject> told) {
        tables.add(table);
        bound = new BoundRow(ColumnBinding.of(columns, table));
        id.turnTo(table);
        table.expect(id.columns());
        TimeColumns time = source.time();
        timeColumns = time == null ? new int[0] : ColumnBinding.of(time.columns(), table);
        ChunkReader reader = new ChunkReader(table);
        for (Chunk chunk = table.next(); chunk != null; chunk = table.next()) {
            id.pass(reader.read(chunk, this::take));
            progress.read(table.bytesRead());
        }
        rows += table.finish(reject -> {
            rejected++;
            told.accept(reject);
        });
        leftOut += table.leftOutRows();
    }

    private void take(Row next) {
        row = next;
        if (!id.read(next)) {
            return;
        }
        boolean isWon = won == null || won.judge(bound.with(next)).points().get(0) == 1;
        TimeColumns columnsOfTime = source.time();
        String text = columnsOfTime == null ? "" : ColumnBinding.joined(next, timeColumns);
        long time = columnsOfTime == null || text.isEmpty()
                ? TimeFormat.NONE
                : columnsOfTime.format().millis(text);
        if (columnsOfTime != null && isWon && time == TimeFormat.NONE) {
            next.reject(
                    timeColumns[0],
                    text.isEmpty()
                            ? "the time is blank"
                            : "'" + text + "' is not a time "
                                    + columnsOfTime.format().description());
            return;
        }
        if (objections.include(id.name().text())) {
            suppressed++;
            return;
        }
        if (isWon && time != TimeFormat.NONE && time > asOf) {
            firstLater = Math.min(firstLater, time);
        }
        outcomes.add(id.name(), isWon, time);
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
