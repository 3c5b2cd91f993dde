package org.leadscore.calibrate.table;

import java.io.Writer;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.leadscore.calibrate.Learned;
import org.leadscore.calibrate.LearnedEntry;
import org.leadscore.calibrate.rows.Entry;
import org.leadscore.lead.Points;

/** Tables of learned points: all entries for a file, the weightiest for a terminal. */
public final class LearnedTables {

    private static final int SHOWN = 30;

    private final Learned learned;

    /** Makes the tables of a calibration's result. */
    public LearnedTables(Learned learned) {
        this.learned = learned;
    }

    /** A line of the table. */
    private record Line(String rule, LearnedEntry entry) {}

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
                .figure("new_points", "0.######", line -> points(line.entry().newPoints()))
                .figure("plus_minus", "0.###", line -> plusMinus(line.entry()))
                .write(to);
    }

    /** Prints the thirty entries whose new points are furthest from 0, either way, one line each. */
    public String weightiest() {
        List<Line> lines = lines().sorted(Comparator.comparingLong(
                                (Line line) -> Math.abs(line.entry().newPoints()))
                        .reversed())
                .limit(SHOWN)
                .toList();
        return new Sheet<>(title(lines.size()), lines)
                .text("rule", line -> Sheet.oneLine(line.rule()))
                .text("attribute", line -> shown(line.entry().entry()))
                .count("n", line -> line.entry().counts().leads())
                .count("k", line -> line.entry().counts().conversions())
                .figure("ratio", "0.00", line -> line.entry().ratio())
                .figure("shrunk", "0.00", line -> line.entry().shrunkenRatio())
                .figure("q", "0.0000", line -> line.entry().q())
                .figure("old", "0.###", line -> points(line.entry().entry().points()))
                .figure("new", "0.###", line -> points(line.entry().newPoints()))
                .figure("±", "0.0##", line -> plusMinus(line.entry()))
                .print();
    }

    private String title(int shown) {
        long all = lines().count();
        return shown == all ? "all " + all + " attributes" : "the weightiest " + shown + " of " + all + " attributes";
    }

    private Stream<Line> lines() {
        return learned.columns().stream()
                .flatMap(column -> column.entries().stream()
                        .map(entry -> new Line(column.column().rule(), entry)));
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
    private static double plusMinus(LearnedEntry entry) {
        return entry.kept() ? Double.NaN : points(entry.plusMinus());
    }
}
