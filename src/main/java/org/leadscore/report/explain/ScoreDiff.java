package org.leadscore.report.explain;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.leadscore.engine.Comparison;
import org.leadscore.engine.Comparison.Move;
import org.leadscore.engine.Comparison.Passage;
import org.leadscore.engine.Comparison.RuleMove;
import org.leadscore.lead.Points;
import org.leadscore.report.screen.Meaning;
import org.leadscore.report.screen.Sheet;
import org.leadscore.report.table.CsvForm;
import org.leadscore.report.table.CsvTable;
import org.leadscore.report.table.ZonedTimes;
import org.leadscore.rules.RuleSet;
import org.leadscore.rules.Scale;
import org.leadscore.score.point.Contribution;
import org.leadscore.score.point.RankedLead;
import org.leadscore.score.point.ScoreChange;

/**
 * Writes the changes between two rule files: for the person who wrote the new one, and as a table of all leads that
 * move.
 */
public final class ScoreDiff {

    private static final List<String> COLUMNS = List.of(
            "lead",
            "old_rank",
            "rank",
            "old_score",
            "score",
            "old_bucket",
            "bucket",
            "old_points",
            "points",
            "change",
            "reasons");

    private static final int DECIMALS_OF_POINTS = 2;
    private static final int ALL_DECIMALS = 6;
    private static final int CAUSES_SHOWN = 3;

    /** The column of the table of rules that has the change. */
    private static final int CHANGE_OF_RULE = 3;

    private static final String TO = " > ";

    private final RuleSet before;
    private final RuleSet after;
    private final Comparison comparison;
    private final UnaryOperator<String> called;

    /**
     * A writer of the changes from one rule set to another.
     *
     * @param comparison of the rankings by the two rule sets
     * @param called what a lead is called, given its id
     */
    public ScoreDiff(RuleSet before, RuleSet after, Comparison comparison, UnaryOperator<String> called) {
        this.before = before;
        this.after = after;
        this.comparison = comparison;
        this.called = called;
    }

    /**
     * Puts the changes on a sheet.
     *
     * @param names of the old and the new rule file
     * @param asOf milliseconds since 1970 UTC
     * @param top the most leads that are shown
     */
    public void write(String names, long asOf, int top, Sheet sheet) {
        ZonedTimes times = new ZonedTimes(after.timezone().zone());
        sheet.line(names + ", as of " + times.format(asOf)).gap();
        if (!before.scale().equals(after.scale())) {
            sheet.line("scores: " + scale(before.scale()) + "; now " + scale(after.scale()))
                    .gap();
        }
        if (comparison.size() == 0) {
            sheet.line("no lead moves");
            return;
        }
        sheet.line(grouped(comparison.passed()) + " change their bucket or status, " + grouped(comparison.size())
                        + " of all leads change")
                .gap();
        sheet.headed(passages(), 1).gap();
        if (!comparison.rules().isEmpty()) {
            sheet.table(rules(), 1, ScoreDiff::ofRule).gap();
        }
        sheet.table(moves(top), Integer.MAX_VALUE, this::ofMove);
        if (comparison.size() > top) {
            sheet.line("and " + grouped(comparison.size() - top) + " more; --output FILE writes them all");
        }
    }

    private static @Nullable Meaning ofRule(int row, int column, String cell) {
        if (row == 0) {
            return Meaning.HEADING;
        }
        return column == CHANGE_OF_RULE ? ofChange(cell.startsWith("+"), cell.startsWith("-")) : null;
    }

    private @Nullable Meaning ofMove(int row, int column, String cell) {
        if (row == 0) {
            return Meaning.HEADING;
        }
        Move move = comparison.move(row - 1);
        RankedLead then = move.before();
        RankedLead now = move.after();
        if (column > 1 || then == null || now == null) {
            return null;
        }
        int change = BigDecimal.valueOf(now.score().value(), after.scale().decimals())
                .compareTo(
                        BigDecimal.valueOf(then.score().value(), before.scale().decimals()));
        return cell.contains(TO) ? ofChange(change > 0, change < 0) : null;
    }

    private static @Nullable Meaning ofChange(boolean isUp, boolean isDown) {
        return isUp ? Meaning.GOOD : isDown ? Meaning.BAD : null;
    }

    /**
     * Writes a row for each lead that moves, in the order of {@link Comparison#move}; the reasons are all there are,
     * and add up to {@code change}. Flushes; the stream stays open.
     */
    public void write(CsvForm form, OutputStream out) throws IOException {
        CsvTable table = new CsvTable(out, form);
        table.names(COLUMNS);
        table.endRow();
        for (int i = 0; i < comparison.size(); i++) {
            write(table, comparison.move(i));
        }
        table.flush();
    }

    private void write(CsvTable table, Move move) throws IOException {
        RankedLead then = move.before();
        RankedLead now = move.after();
        ScoreChange change = move.change();
        table.text(called.apply(move.lead()));
        table.number(then == null ? "" : Integer.toString(then.rank()));
        table.number(now == null ? "" : Integer.toString(now.rank()));
        table.number(score(before, then, ""));
        table.number(score(after, now, ""));
        table.text(Comparison.place(then));
        table.text(Comparison.place(now));
        table.number(then == null ? "" : Points.format(then.score().points(), ALL_DECIMALS));
        table.number(now == null ? "" : Points.format(now.score().points(), ALL_DECIMALS));
        table.number(change == null ? "" : Points.format(change.points(), ALL_DECIMALS));
        table.text(change == null ? "" : causes(change, Integer.MAX_VALUE, ALL_DECIMALS));
        table.endRow();
    }

    private List<List<String>> passages() {
        List<List<String>> rows = new ArrayList<>();
        List<String> header = new ArrayList<>(List.of("from, to"));
        header.addAll(comparison.placesAfter());
        rows.add(header);
        for (String from : comparison.placesBefore()) {
            List<String> row = new ArrayList<>(List.of(from));
            for (String to : comparison.placesAfter()) {
                int leads = comparison.leads(new Passage(from, to));
                row.add(leads == 0 ? "" : grouped(leads));
            }
            rows.add(row);
        }
        return rows;
    }

    private List<List<String>> rules() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("points of all leads, by rule", "old", "new", "change", "leads"));
        for (RuleMove rule : comparison.rules()) {
            rows.add(List.of(
                    rule.rule(),
                    Points.format(rule.before(), DECIMALS_OF_POINTS),
                    Points.format(rule.after(), DECIMALS_OF_POINTS),
                    signed(rule.after() - rule.before(), DECIMALS_OF_POINTS),
                    grouped(rule.leads())));
        }
        return rows;
    }

    private List<List<String>> moves(int top) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("score", "bucket", "lead", "why"));
        for (int i = 0; i < Math.min(top, comparison.size()); i++) {
            Move move = comparison.move(i);
            ScoreChange change = move.change();
            rows.add(List.of(
                    passage(score(before, move.before(), "-"), score(after, move.after(), "-")),
                    passage(Comparison.place(move.before()), Comparison.place(move.after())),
                    called.apply(move.lead()),
                    change == null ? "" : causes(change, CAUSES_SHOWN, DECIMALS_OF_POINTS)));
        }
        return rows;
    }

    private static String causes(ScoreChange change, int most, int decimals) {
        StringJoiner text = new StringJoiner("; ");
        String disqualifier = change.after().disqualifiedBy();
        if (disqualifier != null && change.before().disqualifiedBy() == null) {
            text.add(disqualifier);
        }
        List<Contribution> causes = change.causes();
        for (Contribution cause : causes.subList(0, Math.min(most, causes.size()))) {
            text.add(cause.rule() + " " + signed(cause.points(), decimals));
        }
        if (causes.size() > most) {
            text.add("…");
        }
        return text.toString();
    }

    private static String passage(String from, String to) {
        return from.equals(to) ? from : from + TO + to;
    }

    private static String scale(Scale scale) {
        return Points.format(scale.zero(), ALL_DECIMALS) + " points are 0, "
                + Points.format(scale.full(), ALL_DECIMALS) + " are 100, held within "
                + scale.min().toPlainString() + " and " + scale.max().toPlainString();
    }

    private static String score(RuleSet rules, @Nullable RankedLead lead, String otherwise) {
        return lead == null
                ? otherwise
                : BigDecimal.valueOf(lead.score().value(), rules.scale().decimals())
                        .toPlainString();
    }

    private static String signed(long millionths, int decimals) {
        return (millionths > 0 ? "+" : "") + Points.format(millionths, decimals);
    }

    private static String grouped(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }
}
