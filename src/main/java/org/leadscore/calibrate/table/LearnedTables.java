package org.leadscore.calibrate.table;

import java.io.Writer;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.leadscore.calibrate.Learned;
import org.leadscore.calibrate.LearnedColumn;
import org.leadscore.calibrate.LearnedEntry;
import org.leadscore.calibrate.rows.Entry;
import org.leadscore.lead.Points;

/** Tables of learned points: all entries for a file, the weightiest for a terminal. */
public final class LearnedTables {

    private static final int SHOWN = 30;

    private final Learned learned;
    private final @Nullable Learned withSuspects;

    /**
     * Makes the tables of a calibration's result.
     *
     * @param withSuspects the result with the rules that were left out; null when there are none
     */
    public LearnedTables(Learned learned, @Nullable Learned withSuspects) {
        this.learned = learned;
        this.withSuspects = withSuspects;
    }

    /**
     * A line of the table.
     *
     * @param newPoints those that are written; the old ones of a rule that was left out
     * @param isLeftOut true for a rule that looks at a suspect
     * @param withSuspects the new points if suspects were learned from
     */
    private record Line(String rule, LearnedEntry entry, long newPoints, boolean isLeftOut, long withSuspects) {}

    /**
     * Writes {@code calibration.csv}: a line for each attribute, in the order of the rule file.
     *
     * @param guard applied to names and values, so that a spreadsheet does not run them
     */
    public void writeCsv(Writer to, UnaryOperator<String> guard) {
        new Sheet<>("", lines().toList())
                .text("rule", line -> guard.apply(line.rule()))
                .text("attribute", line -> guard.apply(line.entry().entry().label()))
                .count("n", line -> line.entry().counts().leads())
                .count("k", line -> line.entry().counts().conversions())
                .figure("rate", "0.000000", line -> line.entry().counts().rate())
                .figure("ratio", "0.0000", line -> line.entry().ratio())
                .figure("low", "0.000000", line -> line.entry().wilson().low())
                .figure("high", "0.000000", line -> line.entry().wilson().high())
                .figure("shrunken_ratio", "0.0000", line -> line.entry().shrunkenRatio())
                .figure("p", "0.0000E0", line -> line.entry().p())
                .figure("q", "0.0000E0", line -> line.entry().q())
                .figure(
                        "old_points",
                        "0.######",
                        line -> points(line.entry().entry().points()))
                .figure("new_points", "0.######", line -> points(line.newPoints()))
                .figure("plus_minus", "0.###", line -> plusMinus(line))
                .figure("with_suspects", "0.######", line -> points(line.withSuspects()))
                .write(to);
    }

    /** Prints the thirty entries whose new points are furthest from 0, either way, one line each. */
    public String weightiest() {
        List<Line> lines = lines().sorted(Comparator.comparingLong(
                                (Line line) -> Math.abs(line.isLeftOut() ? line.withSuspects() : line.newPoints()))
                        .reversed())
                .limit(SHOWN)
                .toList();
        Sheet<Line> sheet = new Sheet<>(title(lines.size()), lines)
                .text("rule", line -> Sheet.oneLine(line.rule()))
                .text("attribute", line -> shown(line.entry().entry()))
                .count("n", line -> line.entry().counts().leads())
                .count("k", line -> line.entry().counts().conversions())
                .figure("ratio", "0.00", line -> line.entry().ratio())
                .figure("shrunk", "0.00", line -> line.entry().shrunkenRatio())
                .figure("q", "0.0000", line -> line.entry().q())
                .figure("old", "0.###", line -> points(line.entry().entry().points()))
                .figure("new", "0.###", line -> points(line.newPoints()))
                .figure("±", "0.0##", line -> plusMinus(line));
        return (withSuspects == null
                        ? sheet
                        : sheet.figure("with suspects", "0.###", line -> points(line.withSuspects())))
                .print();
    }

    private String title(int shown) {
        long all = lines().count();
        return shown == all ? "all " + all + " attributes" : "the weightiest " + shown + " of " + all + " attributes";
    }

    private Stream<Line> lines() {
        Map<String, LearnedColumn> without = learned.columns().stream()
                .collect(Collectors.toMap(column -> column.column().rule(), column -> column));
        return (withSuspects == null ? learned : withSuspects)
                .columns().stream()
                        .flatMap(column ->
                                lines(column, without.get(column.column().rule())));
    }

    private static Stream<Line> lines(LearnedColumn with, @Nullable LearnedColumn without) {
        return IntStream.range(0, with.entries().size()).mapToObj(i -> {
            LearnedEntry other = with.entries().get(i);
            LearnedEntry entry = without == null ? other : without.entries().get(i);
            long newPoints = without == null ? other.entry().points() : entry.newPoints();
            return new Line(with.column().rule(), entry, newPoints, without == null, other.newPoints());
        });
    }

    private static String shown(Entry entry) {
        return switch (entry.place()) {
            case RULE -> "";
            case EACH -> "each";
            case VALUE -> entry.label().isEmpty() ? "(empty)" : Sheet.oneLine(entry.label());
            case OTHERWISE, TIER -> Sheet.oneLine(entry.label());
        };
    }

    private static double points(long millionths) {
        return Points.toDouble(millionths);
    }

    /** Half the width of the 95 % interval in points; not a number where nothing was learned. */
    private static double plusMinus(Line line) {
        return line.isLeftOut() || line.entry().kept()
                ? Double.NaN
                : points(line.entry().plusMinus());
    }
}
